// A card over a recording: Python sends its rows as they come, one of them is shown, and what is lacking here is fetched.

import {Card} from './card.js';
import {Timeline} from './timeline.js';

export class Recorded extends Card {
  /** `set(changes)` tells Python of what is chosen, `ask` is as for every card. */
  constructor(data, {set = () => {}, ask = null}) {
    super(data, ask);
    this.set = set;
    this.stand = {wanted: 0, rows: 0};  // how far the recording is
  }

  /** A timeline over the rows; `name` is what one of them is called. */
  over(name) {
    const card = this, film = {
      within: i => Math.max(0, Math.min(card.last, Math.round(i) || 0)),
      get phases() { return [{phase: 'update', first: 1, last: film.last}]; },
      get last() { return Math.max(1, card.last); },
    };
    return new Timeline(film, {...this.words, step: name, phases: {update: name}}, i => this.go(i));
  }

  get last() { return this.stand.wanted; }

  /** The row that is shown: the one that was asked for, or the last there is so far. */
  get at() { return this.within(this.position); }

  /** The row nearest to i that there is. */
  within(i) { return Math.max(0, Math.min(this.rows.count - 1, Math.round(i) || 0)); }

  /** Where a key leads, if it leads anywhere. */
  led(key) { return {ArrowRight: this.at + 1, ArrowLeft: this.at - 1, Home: 0, End: this.rows.count - 1}[key]; }

  async fetch() {
    const {rows, data} = this;
    if (!this.ask || rows.asking) return;
    rows.asking = true;
    while (rows.count < this.stand.rows && this.rows === rows) {
      const {count} = rows, {refused} = await this.ask({rows: count, number: data.number});
      if (refused || rows.count === count) break;
    }
    rows.asking = false;
  }
}
