// A question: its prompt, a place for the answer, and beside the answer the verdict on it and on no other.

import {button, card, make, tabled, withoutKernel} from './dom.js';
import {Player} from './player.js';
import {read} from './typed.js';

export class Asked {
  /**
   * `data` is a question with its words. `ask(message)` gives a promise of {} or {refused: words} from Python, which
   * then says what it has to say through `tell`; without it there is no kernel, and `data.recorded` is looked up.
   * `judged` is told of every verdict on an answer.
   */
  constructor(data, {ask = null, said = {}, judged = () => {}} = {}) {
    this.ask = ask;
    this.judged = judged;
    this.root = card('bp-card bp-ask');
    this.load(data, {_said: said});
  }

  load(data, {_said: said}) {
    this.data = data;
    this.words = data.words;
    this.answer = null;
    this.root.lang = data.lang;
    this.root.setAttribute('aria-label', this.words.title);
    this.verdict = make('div', 'bp-verdict');
    this.verdict.setAttribute('role', 'status');
    this.revealed = make('div', 'bp-revealed');
    this.revealed.setAttribute('role', 'status');
    this.root.replaceChildren(
      make('p', 'bp-prompt', data.prompt), ...this.pictures(), this.answers(), this.tools(), this.revealed);
    this.tell(said);
  }

  /** What the question is about: a picture, its numbers as a table, the code to start from. */
  pictures() {
    const {player, picture, drawn, numbers, start} = this.data, found = [];
    if (player) found.push(new Player(player, {position: Infinity, bare: true}).root);
    if (picture) found.push(this.framed(picture, drawn));
    if (numbers) found.push(this.table(numbers));
    if (start) {
      found.push(make('pre', 'bp-start', start));
      found.at(-1).tabIndex = 0;  // it may scroll
    }
    return found;
  }

  /** The package's own drawing as it is; another's as an image, in which no script runs. */
  framed(picture, drawn) {
    const view = make('div', 'bp-view');
    view.tabIndex = 0;
    view.setAttribute('role', 'group');
    view.setAttribute('aria-label', this.words.pictured);
    if (drawn) view.innerHTML = picture;
    else {
      const image = make('img');
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
      image.alt = this.words.pictured;
      view.append(image);
    }
    return view;
  }

  table({heads, rows}) {
    const details = make('details', 'bp-numbers');
    details.append(make('summary', '', this.words.numbers), tabled('', heads, rows).table);
    return details;
  }

  // ------------------------------------------------------------------ answering

  answers() {
    const {choices, start} = this.data, row = make('div', 'bp-answers');
    if (choices) row.append(this.choices(choices));
    else if (!start) row.append(this.number());
    else if (!this.ask) row.append(this.noKernel());
    row.append(this.verdict);
    return row;
  }

  noKernel() {
    const said = make('p', 'bp-no-kernel');
    said.append(withoutKernel(this.words, this.data.ways));
    return said;
  }

  choices(choices) {
    const group = make('div', 'bp-choices');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', this.words.answers);
    this.options = new Map();
    for (const [id, text] of choices) {
      const one = button('', text, () => this.judge(id));
      this.options.set(id, one);
      group.append(one);
    }
    return group;
  }

  number() {
    const row = make('div', 'bp-number');
    this.field = make('input');
    this.field.placeholder = this.field.ariaLabel = this.words.number;
    this.field.autocomplete = 'off';
    this.field.spellcheck = false;
    this.field.addEventListener('input', () => this.forget());
    this.field.addEventListener('keydown', event => {
      if (event.key === 'Enter') this.judge(this.field.value);
    });
    row.append(this.field, button('bp-check-it', this.words.check, () => this.judge(this.field.value)));
    return row;
  }

  /** Another answer stands there: the verdict on the one before goes. */
  forget() {
    this.answer = null;
    this.show({});
  }

  async judge(answer) {
    this.answer = answer;
    this.chosen(answer);
    if (!this.ask) return this.tell({...this.look(answer), answer, open: true});
    this.show({});
    const {refused} = await this.ask({answer});
    if (refused && this.answer === answer) this.show({state: 'not-yet', text: refused});
  }

  /** The verdict that was recorded for an answer: {state, text}. */
  look(answer) {
    const {recorded} = this.data, told = ([state, text, reason]) => ({state, text, reason});
    if (recorded.choices) return told(recorded.choices[answer]);
    const value = read(answer);
    if (value === null) return {state: 'not-yet', text: this.words.noNumber};
    const [low, high, ...right] = recorded.right;
    const known = recorded.known.find(([number]) => Math.abs(number - value) <= 1e-12 * Math.abs(number));
    if (known) return told(known.slice(1));
    return told(low <= value && value <= high ? right : recorded.other);
  }

  /** What Python says: {answer, state, text} of the last answer, {head, shown, code} of what is revealed, {open}. */
  tell(said) {
    if (said.answer !== undefined && said.answer !== null && this.answer !== said.answer) {
      this.answer = said.answer;  // another view's, or the one of before
      if (this.field) this.field.value = said.answer;
      this.chosen(said.answer);
    }
    this.show(said);
    if (said.state && said.answer !== undefined && said.answer !== null) this.judged(said);
    this.solution.disabled = !said.open && this.solution.disabled;
    if (said.head) this.reveal(said);
  }

  show({state = '', text = ''}) {
    this.verdict.dataset.state = state;
    if (this.verdict.textContent !== text) this.verdict.textContent = text;
    this.field?.setAttribute('aria-invalid', state === 'not-yet');
  }

  chosen(answer) {
    this.options?.forEach((one, id) => one.setAttribute('aria-pressed', id === answer));
  }

  // ------------------------------------------------------------ hint and solution

  tools() {
    const {words} = this, row = make('div', 'bp-tools');
    this.hint = button('', words.hint, () => this.help('hint'));
    this.solution = button('', words.solution, () => this.help('solution'));
    this.solution.disabled = true;
    row.append(this.hint, this.solution);
    return row;
  }

  help(name) {
    if (this.ask) return void this.ask({reveal: name});
    const [head, shown, code] = this.data.help[name];
    this.reveal({head, shown, code});
    this.solution.disabled = false;
  }

  reveal({head, shown, code}) {
    this.revealed.replaceChildren(make('b', '', head), ' ', make(code ? 'pre' : 'span', '', shown));
  }

  close() { this.root.remove(); }
}
