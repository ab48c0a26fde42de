// Points on a plane: where each stands in a picture, which is nearest, and in what order they are gone through.
//
// box     [left, top, width, height] of the plane in the picture
// limits  [[low, high] of x₁, [low, high] of x₂]; x₂ grows upwards
// place   [across, down] in the picture; a point is [x₁, x₂]

const DIGITS = 3;  // a point that is moved stands on a thousandth of an axis

/** Where a point stands. */
export const placeOf = ([left, top, width, height], [[low, high], [least, most]], [x, y]) =>
  [left + (x - low) / (high - low) * width, top + (most - y) / (most - least) * height];

/** The point at a place. */
export const pointAt = ([left, top, width, height], limits, [across, down]) => {
  const [[low, high], [least, most]] = limits;
  return [
    rounded(low + (across - left) / width * (high - low), low, high),
    rounded(most - (down - top) / height * (most - least), least, most),
  ];
};

/** A point so many hundredths of the axes further; along an axis that it does not move on it keeps all its digits. */
export const nudged = (limits, point, by) => point.map((value, n) => {
  const [low, high] = limits[n];
  return by[n] ? rounded(value + by[n] * (high - low) / 100, low, high) : value;
});

const rounded = (value, low, high) => {
  const digits = Math.max(0, Math.min(15, DIGITS - Math.floor(Math.log10(high - low))));
  return Number(value.toFixed(digits)) + 0;  // no −0
};

/** The place within the plane that is nearest. */
export const within = ([left, top, width, height], [across, down]) =>
  [Math.max(left, Math.min(left + width, across)), Math.max(top, Math.min(top + height, down))];

/** Which of these places is nearest, and no further than `reach`; −1 where none is. */
export const nearest = (places, [across, down], reach) => {
  let best = -1, least = reach;
  places.forEach(([x, y], n) => {
    const far = Math.hypot(x - across, y - down);
    if (far <= least) [best, least] = [n, far];
  });
  return best;
};

/** Which of these places comes first, and which next, as lines of so many pixels are read. */
export const inOrder = (places, line) => [...places.keys()].sort((one, other) => {
  const [[x, y], [across, down]] = [places[one], places[other]];
  return Math.floor(y / line) - Math.floor(down / line) || x - across || one - other;
});
