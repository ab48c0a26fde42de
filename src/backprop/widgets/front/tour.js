// A first tour of the player: one part after another is framed, and a sentence beside it says what it is for.

import {button, fill, make} from './dom.js';

export class Tour {
  /** `parts` is {id: element} in the order of the tour; `words` has a sentence for each id under `stops`. */
  constructor(words, parts) {
    this.words = words;
    this.parts = parts;
    this.opener = button('bp-tour-opener', words.name, () => this.go(0));
    this.box = make('div', 'bp-tour');
    this.said = make('p');
    this.said.setAttribute('role', 'status');
    this.count = make('span', 'bp-count');
    this.next = button('', words.next, () => this.go(this.at + 1));
    this.box.append(this.said, this.next, button('', words.end, () => this.end()), this.count);
    this.box.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.end();
    });
  }

  get stops() { return Object.keys(this.parts); }

  /** To the part at a place of the tour; after the last one it ends. */
  go(at) {
    const {words, stops} = this, stop = stops[at];
    if (!stop) return this.end();
    this.leave();
    this.at = at;
    this.part = this.parts[stop];
    this.part.classList.add('bp-lit');
    this.part.after(this.box);
    this.said.textContent = words.stops[stop];
    this.count.textContent = fill(words.count, {i: at + 1, n: stops.length});
    this.next.textContent = at + 1 < stops.length ? words.next : words.done;
    this.next.focus();
    for (const one of [this.part, this.box]) one.scrollIntoView({block: 'nearest'});
  }

  leave() { this.part?.classList.remove('bp-lit'); }

  end() {
    this.leave();
    this.box.remove();
    this.opener.focus();
  }
}
