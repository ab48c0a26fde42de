// A film: all positions of a walkthrough, as Python sent them. It knows no page, no words, no mathematics.
//
// parts    strings of SVG, each once; part 0 is empty
// grains   {name: {steps: [{phase, where, told, makes, …}], slots: [[from, part, from, part, …], …]}}: from step `from`
//          on, `part` stands in that slot of the picture. Step 0 is before the first.
// lines    {quantity: {formula, check, needs}}     values, names     {quantity: text}

export class Film {
  constructor(data, grain) {
    this.data = data;
    this.grain = grain in data.grains ? grain : Object.keys(data.grains)[0];
    this.made = {};
    for (const [name, {steps}] of Object.entries(data.grains)) {
      const made = this.made[name] = new Map();
      steps.forEach((step, i) => step.makes.forEach(quantity => made.set(quantity, i)));
    }
    this.users = {};
    for (const [quantity, {needs}] of Object.entries(data.lines))
      for (const needed of needs) (this.users[needed] ??= []).push(quantity);
  }

  get steps() { return this.data.grains[this.grain].steps; }
  get slots() { return this.data.grains[this.grain].slots; }
  get last() { return this.steps.length - 1; }

  /** The step nearest to i that there is. */
  within(i) { return Math.max(0, Math.min(this.last, Math.round(i) || 0)); }

  /** For each slot the part that stands there at step i. */
  stands(i) {
    return this.slots.map(changes => {
      let at = changes.length - 2;
      while (at > 0 && changes[at] > i) at -= 2;
      return changes[at + 1];
    });
  }

  /** For each slot the SVG that stands there at step i. */
  parts(i) { return this.stands(i).map(part => this.data.parts[part]); }

  /** The step that makes a quantity; −1 for one that is given. */
  madeAt(quantity) { return this.made[this.grain].get(quantity) ?? -1; }

  /** Whether a quantity has its value at step i. */
  known(quantity, i) { return quantity in this.data.values && this.madeAt(quantity) <= i; }

  /** What a quantity is made of. */
  needs(quantity) { return this.data.lines[quantity]?.needs ?? []; }

  /** The quantities that need this one. */
  neededBy(quantity) { return this.users[quantity] ?? []; }

  /** The same point of the walk in another grain: all that is known at step i stays known, and no more than its group. */
  regroup(grain, i) {
    const known = this.steps.slice(0, i + 1).reduce((n, step) => n + step.makes.length, 0);
    this.grain = grain;
    let sum = 0;
    const at = this.steps.findIndex(step => (sum += step.makes.length) >= known);
    return at < 0 ? this.last : at;
  }

  /** [{phase, first, last}]: the runs of steps of one phase, without the step before the first. */
  get phases() {
    const runs = [];
    this.steps.forEach((step, i) => {
      if (!i) return;
      const run = runs.at(-1);
      if (run && run.phase === step.phase) run.last = i;
      else runs.push({phase: step.phase, first: i, last: i});
    });
    return runs;
  }
}
