// A comparison: what is said of a function, every array of it beside the engine's, and where the first that differs stands.

import {Card} from './card.js';
import {fill, make, segmented, withoutKernel} from './dom.js';
import {Entries} from './entries.js';
import {Picture, numberAt, quantityOf} from './picture.js';

export class Compared extends Card {
  constructor(data, state, {ask = null} = {}) {
    super(data, ask);
    this.root.classList.add('bp-compared');
    this.tabs = make('div', 'bp-tabs');
    this.axes = make('p', 'bp-axes');
    this.tables = make('div', 'bp-tables');
    this.inspector = make('div', 'bp-inspector');
    this.examples = make('div', 'bp-examples');
    this.shown = make('span', 'bp-shown');
    this.root.append(this.headline, this.tabs, this.axes, this.tables, this.examples, this.view, this.note, this.more);
    this.view.tabIndex = 0;
    this.view.setAttribute('role', 'group');
    this.view.addEventListener('pointerover', event => this.pointedAt(numberAt(event.target)));
    this.view.addEventListener('focusin', event => this.pointedAt(numberAt(event.target)));
    this.load(data);
  }

  load(data) {
    this.data = data;
    this.words = data.words;
    this.root.setAttribute('aria-label', data.title);
    this.root.dataset.state = data.state;
    this.where.textContent = data.title;
    const said = make('div', 'bp-line', data.said);
    this.formula.replaceChildren(said);
    if (!this.ask && !data.arrays.length) {
      const hint = make('p', 'bp-no-kernel');
      hint.append(withoutKernel(this.words, data.ways));
      this.formula.append(hint);
    }
    this.chosen = this.example = null;
    this.draw();
  }

  /** The arrays by name, each with its verdict; the first that differs is open. */
  draw() {
    const {data, words, data: {arrays, first}} = this;
    const names = arrays.map(({name, agrees}) => fill(agrees ? words.agrees : words.differs, {name}));
    this.list = segmented(words.arrays, names, '', n => this.choose(this.chosen === Number(n) ? null : Number(n)));
    this.tabs.replaceChildren(...arrays.length ? [this.list] : [], this.menu.root);
    const marked = first < 0 ? null : arrays[first];
    this.view.hidden = this.examples.hidden = !data.pictures.length;
    if (data.pictures.length) {
      const numbered = data.pictures.map((_, n) =>
        fill(marked.differ[n]?.some(Boolean) ? words.exampleDiffers : words.exampleAgrees, {n: n + 1}));
      this.turns = segmented(words.example, numbered, '', n => this.turn(Number(n)));
      this.examples.replaceChildren(
        ...data.pictures.length > 1 ? [make('span', '', words.example), this.turns] : [], this.shown);
      this.shown.textContent = fill(marked.of === 'examples' ? words.shown : words.summed, {name: marked.name});
      const from = marked.of === 'examples' ? marked.differ.findIndex(row => row.some(Boolean)) : 0;
      this.turn(Math.max(0, from));
    }
    this.choose(first < 0 ? null : first);
    const wrong = marked?.differ?.findIndex(row => row.some(Boolean)) ?? -1;
    if (wrong >= 0) this.point([wrong, marked.differ[wrong].indexOf(true)]);
  }

  /** Another array is open, or none. */
  choose(n) {
    const {data, words} = this, array = data.arrays[n];
    this.chosen = n;
    this.list.choose(String(n));
    this.axes.hidden = this.tables.hidden = !array;
    if (!array) return this.point(null);
    this.axes.textContent = [data.elsewhere, array.axes, array.count].filter(Boolean).join(' ');
    this.pair = ['mine', 'engine'].map(side =>
      new Entries(array[side], array.differ, side === 'mine', place => place && this.point(place)));
    this.pair.forEach((one, n) => one.named(place => this.told(place, n ? 'engine' : 'mine')));
    this.tables.replaceChildren(...this.pair.map(({root}) => root), this.inspector);
    this.point(null);
    this.inspector.textContent = array.differ ? words.point : '';
  }

  /** What is said of an entry. */
  told(place, side) {
    const array = this.data.arrays[this.chosen], [r, c] = place;
    const row = array.of === 'biases' && (array.differ || array[side].rows.length < 2);
    const at = row ? `${c}` : `${r}, ${c}`, entry = `${array.name}[${at}]`;
    if (!array.differ) return `${entry}: ${array[side].rows[r][c]}`;
    const mine = array.mine.rows[r][c], engine = array.engine.rows[r][c];
    return fill(array.differ[r][c] ? this.words.apart : this.words.same, {entry, mine, engine});
  }

  /** An entry stands out in both tables, and where it stands in the network. */
  point(place) {
    const array = this.data.arrays[this.chosen], paired = place && array?.differ;
    this.pair?.forEach(one => one.mark(paired ? place : null));
    this.picture?.numbers.forEach(one => one.classList.remove('bp-here'));
    if (!paired) return;
    const [r, c] = place;
    this.inspector.textContent = this.told(place);
    if (!this.picture) return;
    if (array.of === 'examples') this.turn(r);
    for (const one of this.picture.of([array.keys[r][c]])) {
      const back = (one.dataset.edge ?? one.dataset.plate)?.startsWith('back');  // it carries the weight, and is not it
      if (!back) one.classList.add('bp-here');
    }
  }

  /** A number of the picture is pointed at: the entry of the open array that it is. */
  pointedAt(number) {
    const array = this.data.arrays[this.chosen], quantity = number && quantityOf(number);
    if (!quantity || !array?.differ) return;
    const standsAt = key => this.picture.of([key]).includes(number);
    const rows = array.of === 'examples' ? [this.example] : array.keys.keys();
    for (const r of rows) {
      const c = array.keys[r]?.findIndex(standsAt) ?? -1;
      if (c >= 0) return this.point([r, c]);
    }
  }

  /** The picture of another example. */
  turn(n) {
    const picture = this.data.pictures[n];
    if (!picture || n === this.example) return;
    this.example = n;
    this.turns.choose(String(n));
    this.picture = new Picture(picture.frame, picture.slots.length, one => one.querySelector('title')?.textContent ?? quantityOf(one));
    this.picture.show(picture.slots);
    this.picture.svg.setAttribute('aria-label', picture.told);
    this.view.setAttribute('aria-label', picture.told);
    this.view.replaceChildren(this.picture.svg);
  }

  key(event) {
    const {key, target} = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target.matches('input, select, textarea')) return;
    if (!this.pair?.some(one => one.key(key))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  entries() { return this.common; }

  get changes() { return false; }

  open() { this.more.replaceChildren(); }
}
