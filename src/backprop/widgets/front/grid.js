// A film over a grid: what Python drew at every place, a place being one index on each axis. It knows no words.
//
// axes     {name: {name, texts, codes}}: the values on it, as they are read and as code has them
// parts    strings, each once; part 0 is empty
// a piece  [axes, [n, part, n, part, …]]: over the places on those axes, the last one fastest, from n on it is part;
//          each n and each part is written as its difference from the one before

export class Grid {
  constructor({axes, parts}) {
    this.axes = axes;
    this.parts = parts;
    this.summed = new WeakMap();
  }

  /** [n, part, n, part, …] of a piece, the differences added up. */
  runs(piece) {
    if (!this.summed.has(piece)) {
      const runs = [...piece[1]];
      for (let i = 2; i < runs.length; i += 1) runs[i] += runs[i - 2];
      this.summed.set(piece, runs);
    }
    return this.summed.get(piece);
  }

  last(axis) { return this.axes[axis].texts.length - 1; }

  /** The place nearest to this one that there is. */
  within(place) {
    return Object.fromEntries(Object.keys(this.axes).map(axis =>
      [axis, Math.max(0, Math.min(this.last(axis), Math.round(place[axis]) || 0))]));
  }

  /** What stands there for a piece. */
  part(piece, place) {
    const [on] = piece, runs = this.runs(piece);
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
