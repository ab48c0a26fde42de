// A drill: question after question in one card, a score, and where the slips were.

import {Asked} from './asked.js';
import {button, committed, fill, make} from './dom.js';

export class Drilled {
  /** `data` is a question with its `seed`, and on a page with no kernel the `others` that follow. */
  constructor(data, {ask = null, said = {}} = {}) {
    this.ask = ask;
    this.first = data;
    this.others = [...data.others ?? []];
    this.firsts = [];
    this.asked = new Asked(data, {ask, said, judged: verdict => this.count(verdict)});
    this.root = this.asked.root;
    this.build(data);
    this.load(data, {_said: said});
  }

  build({words}) {
    this.words = words;
    this.bar = make('div', 'bp-drill-bar');
    this.score = make('div', 'bp-score');
    this.score.setAttribute('role', 'status');
    this.seed = make('input');
    const label = make('label', '', `${words.seed} `);
    label.append(this.seed);
    label.hidden = !this.ask;
    committed(this.seed, seed => this.request({seed}));
    this.bar.append(button('', words.next, () => this.next()), label, this.score);
  }

  load(data, state) {
    const focused = this.bar.contains(document.activeElement) && document.activeElement;
    this.waits = true;  // for the first answer to this question
    this.asked.load(data, state);
    this.seed.value = data.seed;
    this.root.prepend(this.bar);
    if (focused) focused.focus();
  }

  tell(said) { this.asked.tell(said); }

  next() {
    if (this.ask) return this.request({next: true});
    const data = this.others.shift();
    if (data) this.load(data, {_said: {}});
    else this.score.textContent = this.words.end;
  }

  async request(message) {
    const {refused} = await this.ask(message);
    if (refused) this.score.textContent = refused;
  }

  /** The first verdict on each question counts. */
  count({state, reason}) {
    if (!this.waits || state === 'not-attempted') return;
    this.waits = false;
    this.firsts.push({state, reason});
    const {firsts, words} = this, wrong = firsts.filter(one => one.state !== 'right').map(one => one.reason);
    const often = reason => wrong.filter(one => one === reason).length;
    const [most] = [...new Set(wrong)].sort((one, other) => often(other) - often(one));
    const lines = [fill(words.score, {right: firsts.length - wrong.length, n: firsts.length})];
    if (most && often(most) > 1) lines.push(fill(words.slip, {k: often(most), n: wrong.length, reason: most}));
    this.score.textContent = lines.join(' ');
  }

  close() { this.root.remove(); }
}
