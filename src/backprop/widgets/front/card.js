// What every card is made of: its frame, the headline, the menu, what is told beside it, and what is asked of Python.

import {button, card, make, withoutKernel} from './dom.js';
import {Editor} from './editor.js';
import {Menu} from './menu.js';

const AROUND = 64;  // px of a page around its card: its edges, and the line below

export class Card {
  /**
   * `data` has `words`, `title`, `lang`, `note` and `code`. `ask(message)` gives a promise of an answer from Python,
   * {} or {refused: words}; without it there is no kernel, and edits say so, with `data.ways` to one.
   * Where the card has a page of its own, `data.embed` is its {address, title}.
   */
  constructor(data, ask) {
    const {words} = data;
    this.data = data;
    this.words = words;
    this.ask = ask;
    this.root = card('bp-card');
    this.root.lang = data.lang;
    this.root.setAttribute('aria-label', data.title);
    this.where = make('div', 'bp-where');
    this.formula = make('div', 'bp-formula');
    this.formula.tabIndex = 0;
    this.formula.setAttribute('role', 'group');
    this.formula.setAttribute('aria-label', words.formula);
    this.headline = make('div', 'bp-headline');
    this.headline.append(this.where, this.formula);
    this.live = make('div', 'bp-live');  // a lasting node, so that a screen reader hears its text change
    this.live.setAttribute('aria-live', 'polite');
    this.view = make('div', 'bp-view');
    this.editor = new Editor(this.root, words, ask, () => this.noKernel());
    this.note = make('div', 'bp-note');
    this.note.setAttribute('role', 'status');
    this.note.textContent = data.note;
    this.more = make('div', 'bp-more');
    this.menu = new Menu(words, () => this.entries());
    this.root.addEventListener('keydown', event => this.key(event));
  }

  /** An entry of the menu that opens a part of the card, or closes it. */
  opening(name, words) {
    const chosen = this.opened === name;
    return {name: words, chosen, run: () => this.open(chosen ? null : name)};
  }

  /** An entry of the menu that asks Python for something. */
  asking(name, message) { return {name, run: () => this.request(message)}; }

  /** The entries that every card has. */
  get common() {
    const {words, root, data} = this, projector = 'bp-projector';
    return [
      {name: words.projector, chosen: root.classList.contains(projector), run: () => root.classList.toggle(projector)},
      ...(data.embed ? [{name: words.embed, run: () => this.embed(data.embed)}] : []),
      ...(this.ask ? [this.asking(words.savePage, {save: true})] : []),
      ...(this.ask && this.changes ? [this.asking(words.reset, {reset: true})] : []),
    ];
  }

  /** Ask; a refusal is noted below. Without a kernel that is noted. */
  async request(message) {
    const {refused} = this.ask ? await this.ask(message) : {refused: this.noKernel(message)};
    this.note.replaceChildren(refused ?? this.data.note);
    this.note.classList.toggle('bp-refused', Boolean(refused));
    return refused;
  }

  /** Whether anything in it can be changed, and so taken back. */
  get changes() { return true; }

  /** What is said where `message` has nobody to go to. */
  noKernel() { return withoutKernel(this.words, this.data.ways); }

  /** The line that shows this card within a page of anybody's, at the height that it has here. */
  embed({address, title}) {
    this.open(null);
    const frame = make('iframe');
    const src = new URL(address, document.baseURI), height = this.root.offsetHeight + AROUND;
    // A style of its own is what a policy may forbid.
    Object.assign(frame, {src, title, width: '100%', height, frameBorder: 0, loading: 'lazy'});
    this.showCode(frame.outerHTML, this.words.embed);
  }

  /** A line of code to copy. */
  showCode(line, label = this.words.code) {
    const code = make('textarea', 'bp-code');
    code.readOnly = true;
    code.setAttribute('aria-label', label);
    code.value = line;
    this.more.append(code);
    code.select();
  }

  close() { this.root.remove(); }
}

/** A button that opens the editor. */
export const chip = (words, pressed) => button('bp-chip', words, pressed);
