// Training: recorded updates, one of them shown. All its numbers are in rows that Python sent; the page chooses one.

import {Bar} from './bar.js';
import {Chart, share} from './chart.js';
import {button, choices, fill, make, put, tabled, withoutKernel} from './dom.js';
import {Form} from './form.js';
import {Latest} from './latest.js';
import {written} from './numbers.js';
import {Picture} from './picture.js';
import {example, Plane} from './plane.js';
import {Pointed} from './pointed.js';
import {Recorded} from './recorded.js';
import {Rows, unpacked} from './rows.js';
import {Scale} from './scale.js';
import {Wires} from './wires.js';

const SPEEDS = {slow: 200, medium: 40, fast: 0};  // ms an update; 0 is one in every frame
const PATIENCE = 200;  // ms between two words to Python of where it plays
const recordings = new WeakMap();  // what a film's views share

/** The rows of a film. */
const rowsOf = (data, stand) => {
  if (!recordings.has(data)) recordings.set(data, new Rows(data.columns, data.runs.length, stand.wanted));
  return recordings.get(data);
};

export class Trained extends Recorded {
  /**
   * `data` is what stands still, and on a page without a kernel all else too; `state` is {position, parameter, shown}
   * and in a notebook {_stand, _rows}; `hands` are {set, ask}.
   */
  constructor(data, state, hands = {}) {
    super(data, hands);
    this.latest = new Latest(message => this.request(message));
    this.build();
    this.load(data, state);
  }

  // ------------------------------------------------------------------ the card

  build() {
    const {root, words} = this, time = make('div', 'bp-time'), below = make('div', 'bp-below');
    root.classList.add('bp-training');
    this.tabs = make('div', 'bp-tabs');
    this.runs = make('label', 'bp-choice');
    this.follows = make('label', 'bp-choice');
    this.rate = new Scale('η', i => this.rescale(i), near =>
      this.editor.open('rate', 'η', {text: this.data.rate.handle}, near));
    this.settings = button('', words.settings, () => this.open(this.opened === 'editAll' ? null : 'editAll'));
    this.settings.setAttribute('aria-expanded', false);
    this.again = button('bp-again', '', () => this.request(this.stand.recording ? {stop: true} : {again: true}));
    this.tabs.append(this.runs, this.follows, this.rate.root, this.again, this.settings, this.menu.root);
    this.lines = [make('div', 'bp-line'), make('div', 'bp-line')];
    this.formula.append(...this.lines);
    this.pointed = new Pointed(this);
    this.status = make('div', 'bp-status');
    this.status.setAttribute('role', 'status');
    this.keys = make('div', 'bp-keys');
    this.keys.hidden = true;
    this.inner = make('div', 'bp-inner');
    const card = this;
    this.timeline = this.over(this.data.update);
    this.bar = new Bar({
      root,
      go: i => card.go(i),
      settled: () => {
        card.settled();
        card.tell();
      },
      get position() { return card.at; },
      get last() { return card.last; },
    }, words, SPEEDS);
    this.bar.root.append(
      button('', words.epoch, () => this.go(this.at + this.data.epoch)),
      button('', words.open, () => this.request({open: this.at})));
    time.append(this.timeline.rail, this.bar.root);
    this.view.classList.add('bp-grid');
    below.append(this.pointed.root, time, this.note);
    root.append(this.headline, this.tabs, this.view, below, this.keys, this.status, this.more,
      this.editor.root, this.live, this.inner);
    new ResizeObserver(() => this.timeline.settle()).observe(root);
  }

  /** Another film, or the first one. */
  load(data, {position, parameter, shown, _stand = data.stand, _rows}) {
    this.data = data;
    this.words = data.words;
    this.position = position;
    this.parameter = parameter;
    this.shown = Math.min(shown, data.runs.length - 1);
    this.stand = _stand;
    this.rows = rowsOf(data, _stand);
    if (_rows?.byteLength) this.rows.take(0, _rows);
    this.draw();
    this.stands(_stand);
    if (data.rows) unpacked(data.rows).then(piece => {
      this.rows.take(0, piece);
      this.stands(_stand);
    });
  }

  /** What stands still, anew; a form in which somebody writes stays. */
  draw() {
    const {data, words} = this, {runs} = data;
    this.root.setAttribute('aria-label', data.title);
    const list = (place, label, names, chosen, choose) => {
      const one = choices(label, names, chosen, value => choose(Number(value)));
      place.replaceChildren(make('span', '', label), one);
      return one;
    };
    this.runs.hidden = runs.length < 2;
    this.runList = list(this.runs, words.shown, runs.map(({name}) => name), this.shown, n => this.turn(n));
    this.parameterList = list(this.follows, words.parameter, data.parameters, this.parameter, n => this.follow(n));
    this.showRate();
    this.form?.draw(data.form, '');
    const held = this.plane?.held;
    this.wires = new Wires(data.network, data.parameters, data.fine);
    this.plane = data.plane && new Plane(data.plane, data.cells, n => fill(words.named, {n: n + 1}), this.pointed.hands);
    this.plane?.svg.setAttribute('aria-description', words.keys);
    this.loss = new Chart(data.loss, runs, data.update);
    if (runs.length > 1) this.loss.key(runs);
    this.value = new Chart(data.value, [{kind: 'f'}]);
    this.slope = new Chart(data.slope, [{kind: 'b'}], data.update);
    this.norms = new Picture(data.norms.frame, 1, () => '');
    this.norms.show([data.norms.drawn]);
    this.norms.svg.setAttribute('role', 'img');
    this.norms.svg.setAttribute('aria-label', data.norms.frame.title);
    this.bars = [...this.norms.svg.querySelectorAll('.bp-bar-of')];
    this.normTexts = [...this.norms.svg.querySelectorAll('.bp-norm')];
    const panels = {
      network: this.wires.svg, loss: this.loss.svg, plane: this.plane?.svg, value: this.value.svg, slope: this.slope.svg,
      norms: this.norms.svg, table: this.table(),
    };
    this.view.classList.toggle('bp-no-plane', !this.plane);
    const {activeElement} = document;
    const focused = this.view.contains(activeElement) && activeElement.dataset.q ? example(activeElement.dataset) : -1;
    this.view.replaceChildren(...Object.entries(panels).filter(([, panel]) => panel).map(([name, panel]) => {
      const box = make('div', 'bp-panel');
      box.dataset.panel = name;
      box.append(panel);
      return box;
    }));
    this.pointed.drawn(focused);
    if (held && held.n < data.examples.length) this.plane?.hold(held);
  }

  table() {
    const {heads, name} = this.data.table, blank = this.data.rates[0].map(() => heads.map(() => ''));
    const {table, cells} = tabled('bp-table bp-numbers bp-training-numbers', heads, blank);
    table.setAttribute('aria-label', name);
    this.cells = cells;
    return table;
  }

  showRate() {
    const {texts, at} = this.data.rate;
    if (!this.latest.next) this.rate.show(texts, at);
  }

  /** η moves at once; the runs follow when Python has recorded them. */
  rescale(i) {
    const {texts, codes} = this.data.rate;
    this.rate.show(texts, i);
    this.latest.send({edit: 'rate', text: codes[i]});
  }

  async request(message) {
    this.tell();  // what is asked for is asked of where this stands
    const refused = await super.request(message);
    if (refused) this.showRate();
    return refused;
  }

  noKernel(message = {}) {
    const byHand = 'example' in message || 'added' in message, {words} = this;
    return withoutKernel(byHand ? {...words, noKernel: words.examplesNoKernel} : words, this.data.ways);
  }

  /** Which keys there are where the focus is; it stands in the place of what is said of the recording. */
  hint(words) {
    this.keys.textContent = words;
    this.keys.hidden = !words;
    this.status.hidden = Boolean(words);
  }

  // ----------------------------------------------------------------- recording

  /** How far the recording is, and what is to be said of it; what is lacking here is fetched. */
  stands(stand) {
    if (stand.number !== this.data.number) return;  // of a recording that comes, or that was replaced
    this.stand = stand;
    this.status.textContent = stand.said;
    this.status.classList.toggle('bp-refused', Boolean(stand.ended));
    this.again.textContent = stand.recording ? this.words.cancel : this.words.again;
    this.timeline.draw();
    this.curves();
    this.show();
    this.fetch();
  }

  /** A piece of rows; whatever is shown of them is drawn further. */
  take({from, number}, [piece]) {
    if (number !== this.data.number) return;
    const before = this.at;
    this.rows.take(from, piece);
    this.curves();
    if (before !== this.at || from === 0) this.show();
    this.fetch();  // where an answer was so late that it was no longer waited for
  }

  /** The last row of a run that there is here. */
  ends(run) { return Math.min(this.rows.count - 1, this.stand.ends[run]); }

  /** All curves, as far as there are rows. */
  curves() {
    const {rows, stand: {axes}, data, shown, parameter} = this, followed = axes.followed[parameter]?.[shown];
    if (rows.count < 1) return;
    this.loss.scale(axes.update, axes.loss);
    data.runs.forEach((_, run) => this.loss.line(run, this.ends(run), i => rows.one('loss', run, i), run === shown));
    this.value.name(data.parameters[parameter]);
    for (const chart of [this.value, this.slope]) chart.svg.style.visibility = followed ? '' : 'hidden';
    if (!followed) return;
    const last = this.ends(shown);
    this.value.scale(axes.update, followed[0]);
    this.slope.scale(axes.update, followed[1]);
    this.value.line(0, last, i => rows.one('parameters', shown, i, parameter));
    this.slope.line(0, Math.min(last, this.stand.ends[shown] - 1), i => rows.one('slopes', shown, i, parameter));
  }

  // ------------------------------------------------------------------- showing

  show() {
    const {rows, data, shown, parameter, at: i} = this;
    if (!rows.count) return;
    const run = Math.min(i, this.ends(shown));
    this.wires.show(rows, shown, i, data.hidden);
    this.plane?.show(rows, shown, i);
    this.loss.mark(i, data.runs.map((_, n) => n === shown ? rows.one('loss', n, i) : null));
    if (this.value.across) {
      this.value.mark(run, [rows.one('parameters', shown, i, parameter)]);
      this.slope.mark(run, [rows.one('slopes', shown, i, parameter)]);
    }
    this.showNorms(rows.all('norms', shown, i));
    this.showTable(i);
    this.bar.show(i, this.last);
    this.pointed.show();
    const told = this.after(i);
    put(this.where, data.runs[shown].name);
    put(this.lines[0], told);
    put(this.lines[1], this.next(i));
    this.timeline.show(i, told);
    if (!this.bar.playing) this.settled();
  }

  /** What is told once nothing moves any more. */
  settled() {
    if (!this.rows.count) return;
    put(this.live, this.after(this.at));
    this.pointed.rove();
  }

  /** L after i updates. */
  after(i) {
    const n = Math.min(i, this.stand.ends[this.shown]);
    return fill(this.words.after, {n, L: written(this.rows.one('loss', this.shown, i))});
  }

  /** The examples of the next update, and how many neurons have died where some can. */
  next(i) {
    const {words, rows, shown, data} = this, [size, ...first] = rows.all('batch', shown, i);
    const named = [...first].filter(n => n).join(', ');
    const examples = size > first.length ? fill(words['and-more'], {examples: named}) : named;
    const said = [fill(words.batch, {size, n: data.examples.length, examples})];
    if (data.dies) said.push(fill(words.dead, {
      dead: rows.all('dead', shown, i).reduce((sum, one) => sum + one, 0),
      n: data.hidden.reduce((sum, one) => sum + one, 0),
    }));
    return said.join(' ');
  }

  showNorms(norms) {
    const {box: [, top, , height], axis} = this.data.norms;
    this.bars.forEach((bar, l) => {
      const {x} = bar.dataset, y = top + (1 - Math.min(1, share(axis, norms[l]))) * height;
      bar.setAttribute('d', `M${x} ${top + height}V${y.toFixed(1)}`);
      this.normTexts[l].setAttribute('y', (y - 9).toFixed(1));
      put(this.normTexts[l], written(norms[l]));
    });
  }

  showTable(i) {
    const {rows, shown, data} = this;
    this.cells.forEach(([rate, predicted, found], n) => {
      put(rate, data.rates[shown][n]);
      put(predicted, written(rows.one('predicted', shown, i, n)));
      put(found, written(rows.one('true', shown, i, n)));
    });
  }

  go(i, {tell = true} = {}) {
    if (i >= this.rows.count) this.fetch();
    i = this.within(i);
    if (i === this.at && i === this.position) return;
    this.position = i;
    this.show();
    if (tell) this.moved();
  }

  /** Python is told where this stands: at once, and while it goes on, played or scrubbed, now and then. */
  moved() {
    this.untold = true;
    if (this.telling) return;
    if (!this.bar.playing) this.tell();
    this.telling = setTimeout(() => {
      this.telling = null;
      this.tell();
    }, PATIENCE);
  }

  tell() {
    if (this.untold) this.set({position: this.position});
    this.untold = false;
  }

  /** Another run is shown. */
  turn(run, {tell = true} = {}) {
    if (run === this.shown || run >= this.data.runs.length) return;
    this.shown = run;
    this.runList.value = run;
    this.curves();
    this.show();
    if (tell) this.set({shown: run});
  }

  /** Another parameter is followed. */
  follow(place, {tell = true} = {}) {
    if (place === this.parameter || place >= this.data.parameters.length) return;
    this.parameter = place;
    this.parameterList.value = place;
    this.curves();
    this.show();
    if (tell) this.set({parameter: place});
  }

  // -------------------------------------------------------------------- keys

  key(event) {
    const {key, target} = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target.matches('input, select, textarea')) return;
    if (this.inner.contains(target)) return;  // a card of its own
    const to = this.led(key);
    if (this.pointed.key(event)) { /* it did something */ }
    else if (to !== undefined) this.go(to);
    else if (key === ' ' && !target.matches('button')) this.bar.toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // --------------------------------------------------------------------- menu

  entries() { return [this.opening('editAll', this.words.settings), this.opening('code', this.words.code), ...this.common]; }

  /** One part more of the card: the form, the code. */
  open(name) {
    this.opened = name;
    this.form = null;
    this.more.replaceChildren();
    this.settings.setAttribute('aria-expanded', name === 'editAll');
    if (name === 'editAll') {
      this.form = new Form(this.data.form, '', this.ask, () => this.noKernel());
      this.more.append(this.form.root);
    } else if (name === 'code') this.showCode(fill(this.data.code, {position: this.at}));
  }

  /** The stepper that was opened, or none. */
  below(element) { this.inner.replaceChildren(...element ? [element] : []); }

  close() {
    clearTimeout(this.telling);
    this.bar.stop();
    this.tell();
    super.close();
  }
}
