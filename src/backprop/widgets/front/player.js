// The player: one card with a headline, a picture, what is said of a number, and a timeline. It shows step i of a film.

import {Ahead, whenIdle} from './ahead.js';
import {Bar} from './bar.js';
import {Card} from './card.js';
import {button, fill, layOut, make, segmented, tabled} from './dom.js';
import {Film} from './film.js';
import {Form} from './form.js';
import {Inspector} from './inspector.js';
import {Matrices} from './matrices.js';
import {numberAt, Picture, quantityOf} from './picture.js';
import {Timeline} from './timeline.js';
import {Tour} from './tour.js';

const NETWORK = 'network', MATRICES = 'matrices';
const SPEEDS = {slow: 2000, medium: 1000, fast: 400};  // ms a step

export class Player extends Card {
  /**
   * `data` is a film with its words. `moved(i, grain)` is told of every step. `ask(message)` gives a promise of an
   * answer from Python, {} or {refused: words}; without it there is no kernel, and edits say so. A `bare` one has no menu.
   */
  constructor(data, {position = 0, grain, moved = () => {}, ask = null, bare = false} = {}) {
    super(data, ask);
    this.bare = bare;
    this.moved = moved;
    this.film = new Film(data, grain);
    this.position = this.film.within(position);
    this.tab = NETWORK;
    this.build();
    this.draw();
    this.show();
  }

  // ------------------------------------------------------------------ the card

  build() {
    const {words} = this;
    this.said = new Ahead(this.formula, (box, step) => this.write(box, step));
    this.headline.append(this.said.root);
    this.root.classList.add('bp-stepping');
    this.time = make('div', 'bp-time');
    this.inspector = new Inspector(words, {
      find: quantity => this.find(quantity),
      light: quantity => this.light(quantity),
      edit: (quantity, near) => this.edit(quantity, near),
    });
    this.timeline = new Timeline(this.film, words, i => this.go(i));
    this.time.append(this.timeline.rail, this.controls());
    const tabs = this.tabs();
    this.tour = new Tour(words.tour, {
      formula: this.headline, bar: this.bar.root, rail: this.timeline.rail, picture: this.view, values: tabs});
    this.tour.opener.hidden = !this.data.tour;
    this.menu.root.before(this.tour.opener);
    this.root.append(
      this.headline, tabs, this.view, this.inspector.root, this.time, this.note, this.more, this.editor.root, this.live);
    this.hands();
    new ResizeObserver(() => {
      this.timeline.settle();
      this.measure();
      this.bringIntoView();
    }).observe(this.root);
  }

  tabs() {
    const {words} = this, row = make('div', 'bp-tabs');
    this.choice = segmented(words.view, words.views, this.tab, tab => this.turn(tab));
    this.rate = button('bp-rate', '', event => this.edit('rate', event.currentTarget));
    this.menu.root.hidden = this.rate.hidden = this.bare;
    row.append(this.choice, this.rate, this.menu.root);
    return row;
  }

  controls() {
    const {words} = this;
    this.bar = new Bar(this, words, SPEEDS);
    this.count = this.bar.count;
    this.grains = segmented(words.grain, words.grains, this.film.grain, grain => this.regroup(grain));
    this.grains.hidden = Object.keys(this.data.grains).length < 2;
    this.bar.root.append(this.grains);
    return this.bar.root;
  }

  /** What depends on the film and its grain, anew. */
  draw() {
    const {data, film, words} = this, slots = film.slots.length || this.still?.slots.length || 0;
    this.picture = new Picture(data.picture, slots, one => this.named(quantityOf(one)), data.asked);
    this.matrices = new Matrices(film, words, quantity => this.find(quantity));
    this.time.hidden = !film.last;  // a drill may ask for the very first number
    this.timeline.film = film;
    this.timeline.draw();
    this.grains.choose(film.grain);
    this.rate.textContent = data.rate ?? '';
    this.turn(this.tab);
  }

  named(quantity) {
    const {names, values} = this.data;
    return quantity in values ? `${names[quantity]}: ${values[quantity]}` : names[quantity] ?? '';
  }

  turn(tab) {
    this.tab = tab;
    this.choice.choose(tab);
    this.choice.hidden = !Object.keys(this.data.matrices).length;
    if (this.view.contains(this.picture.svg)) this.view.style.minHeight = `${this.view.offsetHeight}px`;
    this.view.replaceChildren(tab === NETWORK ? this.picture.svg : this.matrices.root);
    this.measure();
    if (this.count.textContent) this.showView();
  }

  // ------------------------------------------------------------------- showing

  /** Step i is shown from the film; where the film is another's or has no pictures, Python is asked for this step. */
  show() {
    const {film, position} = this;
    this.bar.show(position, film.last);
    if (this.waiting || !film.slots.length) {
      if (this.still?.position === position) this.showStill(this.still);
      else this.ask?.({show: position, grain: film.grain});
      return;
    }
    const beside = [position + 1, position - 1].filter(i => i in film.steps), made = i => [film.steps[i].makes.at(-1), i];
    this.showStep(film.steps[position], film.data.lines, beside.map(i => film.steps[i]));
    this.picture.show(film.parts(position));
    this.inspect(...made(position), beside.map(made));
    this.showView();
    layOut(this.root);
    whenIdle(() => film === this.film && beside.forEach(i => this.picture.prepare(film.parts(i))));
  }

  /** One step as Python sent it alone. */
  showStill(still) {
    this.still = still;
    this.film.data.picture = still.picture;
    if (still.position !== this.position) return;
    if (this.picture.places.length !== still.slots.length) this.draw();
    this.showStep(still.step, still.lines);
    this.picture.show(still.slots);
    this.inspector.show(this.film, null);
    this.bringIntoView();
    this.rove();
  }

  showStep(step, lines, beside = []) {
    this.where.textContent = step.where;
    this.root.dataset.phase = step.phase;
    this.lines = lines;
    this.said.show(step, beside);
    this.picture.svg.setAttribute('aria-label', step.told);
    this.timeline.show(this.position, step.told);
    this.live.textContent = step.told;
  }

  /** What a step says, into a box. */
  write(box, step) {
    const {lines} = this;
    box.append(...step.makes.filter(made => made in lines).map(made => this.line(lines[made])));
    if (!step.makes.length) box.append(make('div', 'bp-line', this.words.question));
    if (step.closing) box.append(make('div', 'bp-line bp-closing', step.closing));
  }

  line({formula, check: [verdict, said]}) {
    const line = make('div', 'bp-line'), written = make('span', 'bp-written');
    written.innerHTML = formula;
    line.append(written);
    if (verdict) {
      const check = make('span', 'bp-check', said);
      check.dataset.verdict = verdict;
      line.append(check);
    }
    return line;
  }

  showView() {
    if (this.tab === MATRICES) this.matrices.show(this.position, this.film.steps[this.position].makes);
    else this.bringIntoView();
    this.rove();
    this.light(null);
  }

  /** Whether the picture is wider than its place; to ask at every step would cost a layout each. */
  measure() {
    this.narrow = this.view.scrollWidth > this.view.clientWidth;
  }

  /** Where the picture is wider than its place, what the step makes stands in the middle. */
  bringIntoView() {
    const {view, film, picture} = this;
    const places = this.narrow ? picture.of(film.steps[this.position].makes) : [];
    if (!places.length) return;
    const boxes = places.map(place => place.getBoundingClientRect()), seen = view.getBoundingClientRect();
    const left = Math.min(...boxes.map(box => box.left)), right = Math.max(...boxes.map(box => box.right));
    view.scrollLeft += (left + right) / 2 - (seen.left + seen.right) / 2;
  }

  get last() { return this.film.last; }

  go(i, {tell = true} = {}) {
    i = this.film.within(i);
    if (i === this.position) return;
    this.position = i;
    this.show();
    if (tell) this.moved(i, this.film.grain);
  }

  regroup(grain, {tell = true} = {}) {
    if (grain === this.film.grain || !(grain in this.data.grains)) return;
    this.position = this.film.regroup(grain, this.position);
    this.draw();
    this.show();
    if (tell) this.moved(this.position, grain);
  }

  /** Another film, at this step or as near as there is. */
  load(data, {position, grain}) {
    const same = data.picture.width === this.data.picture.width && data.picture.height === this.data.picture.height;
    this.data = data;
    this.waiting = false;
    this.still = null;
    this.film = new Film(data, grain);
    this.position = this.film.within(position + 1);
    const shown = same && this.picture;
    this.draw();
    if (shown && shown.places.length === this.film.slots.length) this.keep(shown);
    this.form?.draw(data.form, data.left_out);
    this.note.textContent = data.note;
    this.show();
  }

  /** The picture of the film before stays where its slots are the same, so that what is focused is not lost. */
  keep(picture) {
    picture.elements.clear();
    this.picture = picture;
    this.turn(this.tab);
  }

  // -------------------------------------------------------------------- hands

  hands() {
    const {view} = this;
    view.addEventListener('click', event => this.clicked(event));
    view.addEventListener('dblclick', event => {
      const number = numberAt(event.target);
      if (number) this.edit(quantityOf(number), number);
    });
    view.addEventListener('pointerover', event => {
      if (event.pointerType !== 'touch') this.point(numberAt(event.target));
    });
    view.addEventListener('focusin', event => this.point(numberAt(event.target)));
    for (const left of ['pointerleave', 'focusout']) view.addEventListener(left, () => this.point(null));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) return;
    const {film, position} = this, number = this.view.contains(event.target) && numberAt(event.target);
    const to = {ArrowRight: position + 1, ArrowLeft: position - 1, Home: 0, End: film.last}[event.key];
    if (to !== undefined) this.go(to);
    else if (event.key === ' ' && !event.target.matches('button')) this.bar.toggle();
    else if (event.key === 'Enter' && number) this.enter(number);
    else if (['ArrowUp', 'ArrowDown'].includes(event.key) && this.view.contains(event.target))
      this.step(event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The numbers of the view in the order of reading. */
  get numbers() {
    if (this.tab === MATRICES) return this.matrices.numbers;
    const order = new Map(this.data.reading.map((quantity, i) => [quantity, i]));
    const place = one => order.get(quantityOf(one).replace(/^new_/, '')) ?? Infinity;
    return this.picture.numbers
      .filter(one => !one.dataset.edge?.startsWith('back'))
      .sort((one, other) => place(one) - place(other));
  }

  /** Roving focus: one number of the picture is a tab stop, and up and down lead through them. */
  rove() {
    if (this.tabStop?.contains(document.activeElement)) return;
    const made = this.film.steps[this.position].makes.at(-1);
    this.stopAt(this.view.querySelector(`[data-q="${made}"]`) ?? this.numbers[0]);
  }

  stopAt(number) {
    this.tabStop?.setAttribute('tabindex', '-1');
    this.tabStop = number;
    number?.setAttribute('tabindex', '0');
  }

  step(by) {
    const {numbers} = this, at = numbers.indexOf(numberAt(document.activeElement));
    const next = numbers[Math.max(0, Math.min(numbers.length - 1, at + by))];
    this.stopAt(next);
    next?.focus();
  }

  /** A click goes to the step that made the number; of a finger the first tap points, and the second goes. */
  clicked(event) {
    const number = numberAt(event.target);
    if (!number) return this.point(null);
    const quantity = quantityOf(number);
    if (event.pointerType === 'touch' && this.inspected !== quantity) return this.point(number);
    this.find(quantity);
  }

  /** Enter on a number that is given opens its field; on one that is made it goes to the step. */
  enter(number) {
    const quantity = quantityOf(number);
    if (quantity in this.data.edits) this.edit(quantity, number);
    else this.find(quantity);
  }

  /** To the step that makes a quantity: of a weight, its gradient. One that is given is inspected where it stands. */
  find(quantity) {
    const at = this.film.madeAt(this.goal(quantity));
    if (at >= 0) this.go(at);
    this.inspect(quantity);
    this.light(quantity);
  }

  /** What a click on a number is after: of a weight or a bias, its gradient. */
  goal(quantity) { return this.data.products[quantity]?.[2] ?? quantity; }

  edit(quantity, near) {
    const {edits, names} = this.data;
    if (!(quantity in edits)) return;
    this.light(null);
    this.editor.open(quantity, names[quantity], edits[quantity], near);
  }

  /** A number is pointed at: it is inspected, and what it needs stays while the rest fades. */
  point(number) {
    const quantity = number && quantityOf(number);
    if (quantity && quantity !== this.inspected) this.inspect(quantity);
    this.light(quantity || null);
  }

  light(quantity) {
    const {svg} = this.picture;
    svg.classList.toggle('bp-pointing', Boolean(quantity));
    for (const css of ['bp-needed', 'bp-stays']) for (const one of svg.querySelectorAll(`.${css}`)) one.classList.remove(css);
    if (!quantity) return;
    const needs = this.film.needs(this.goal(quantity));
    for (const one of this.picture.of([quantity, ...needs])) {
      one.classList.add('bp-needed');
      one.closest('svg > g').classList.add('bp-stays');
    }
  }

  /** What is said of a quantity at a step; `beside` is what the next keys may ask. */
  inspect(quantity, i = this.position, beside = []) {
    this.inspected = quantity;
    this.inspector.show(this.film, quantity, i, beside);
  }

  // --------------------------------------------------------------------- menu

  entries() {
    const {words, ask, data} = this;
    return [
      this.opening('editAll', words.editAll),
      this.opening('table', words.table),
      this.opening('code', words.code),
      {name: words.tour.name, run: () => this.tour.go(0)},
      ...this.common,
      ...(ask ? [
        ...(data.examples.length > 1 ? [{name: words.example, heading: true},
          ...data.examples.map((name, i) => ({...this.asking(name, {example: i}), chosen: i === data.example}))] : []),
        {name: words.presets, heading: true},
        ...Object.entries(data.presets).map(([id, name]) => this.asking(name, {preset: id})),
      ] : []),
    ];
  }

  /** One part more of the card: the form, the table, the code. */
  open(name) {
    this.opened = name;
    this.form = null;
    this.more.replaceChildren();
    if (name === 'editAll') {
      this.form = new Form(this.data.form, this.data.left_out, this.ask, () => this.noKernel());
      this.more.append(this.form.root);
    } else if (name === 'code') {
      this.showCode(fill(this.data.code, {position: this.position - 1, grain: JSON.stringify(this.film.grain)}));
    } else if (name === 'table') this.more.append(this.table());
  }

  /** The values known at this step as a table. */
  table() {
    const {words, film, position} = this, {names, values} = this.data;
    const known = Object.keys(values).filter(quantity => film.known(quantity, position));
    return tabled('bp-table', [words.name, words.value], known.map(quantity => [names[quantity], values[quantity]])).table;
  }

  close() {
    this.bar.stop();
    super.close();
  }
}
