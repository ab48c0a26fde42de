// What is said at the steps beside the one that is seen, written and laid out while nothing is asked: to show it then
// costs no layout, which formulas need most of.

export const whenIdle = act => window.requestIdleCallback ? requestIdleCallback(act) : setTimeout(act, 50);

export class Ahead {
  /** `box` is where what is said is seen; `write(box, step)` fills a box like it, of anything that tells steps apart. */
  constructor(box, write) {
    this.write = write;
    this.seen = box;
    this.css = box.className;
    this.boxes = new Map([[null, box]]);  // step -> its box
    this.root = document.createElement('div');
    this.root.className = 'bp-ahead';
    this.root.append(box);
  }

  /** Show a step; those beside it are made ready once there is time. */
  show(step, beside) {
    const old = this.seen, box = this.boxes.get(step) ?? this.make(step);
    if (box !== old) {
      const focused = old === old.getRootNode().activeElement;
      old.className = '';
      box.className = this.css;
      this.seen = box;
      if (focused) box.focus({preventScroll: true});
    }
    this.wanted = [step, ...beside];
    this.waiting ??= whenIdle(() => this.prepare());
  }

  prepare() {
    this.waiting = null;
    for (const [step, box] of this.boxes) {
      if (this.wanted.includes(step)) continue;
      box.remove();
      this.boxes.delete(step);
    }
    for (const step of this.wanted) if (!this.boxes.has(step)) this.make(step);
  }

  make(step) {
    const box = this.seen.cloneNode(false);
    box.className = '';
    this.write(box, step);
    this.root.append(box);
    this.boxes.set(step, box);
    return box;
  }
}
