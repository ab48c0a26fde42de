// A film over a grid: what Python drew at every place, a place being one index on each axis. It knows no words.
//
// axes     {name: {name, texts, codes}}: the values on it, as they are read and as code has them
// parts    strings, each once; part 0 is empty
// a piece  [axes, [n, part, n, part, …]]: over the places on those axes, the last one fastest, from n on it is part

export class Grid {
  constructor({axes, parts}) {
    this.axes = axes;
    this.parts = parts;
  }

  last(axis) { return this.axes[axis].texts.length - 1; }

  /** The place nearest to this one that there is. */
  within(place) {
    return Object.fromEntries(Object.keys(this.axes).map(axis =>
      [axis, Math.max(0, Math.min(this.last(axis), Math.round(place[axis]) || 0))]));
  }

  /** What stands there for a piece. */
  part([on, runs], place) {
    const n = on.reduce((n, axis) => n * (this.last(axis) + 1) + place[axis], 0);
    let low = 0, high = runs.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[2 * middle] <= n) low = middle;
      else high = middle - 1;
    }
    return this.parts[runs[2 * low + 1]];
  }
}
