// A network that learns to read digits: what it read before the first epoch and after each, image by image.

import {Bar} from './bar.js';
import {Chart} from './chart.js';
import {Confusion} from './confusion.js';
import {button, fill, make, put} from './dom.js';
import {Images} from './images.js';
import {Recorded} from './recorded.js';
import {Rows, unpacked} from './rows.js';

const SPEEDS = {medium: 300, slow: 1000, fast: 80};  // ms an epoch
const MOST = 40;  // images that are shown at once
const TEN = [...Array(10).keys()];
const recordings = new WeakMap();  // what a film's views share

/** The rows of a film, and what is told of each. */
const recorded = data => {
  if (!recordings.has(data)) recordings.set(data, {rows: new Rows(data.columns, 1, data.most), told: []});
  return recordings.get(data);
};

export class Reader extends Recorded {
  /**
   * `data` is what stands still, and on a page without a kernel the rows too; `state` is {position, chosen}, and in a
   * notebook {_stand}; `hands` are {set, ask}.
   */
  constructor(data, state, hands = {}) {
    super(data, hands);
    this.build();
    this.load(data, state);
  }

  // ------------------------------------------------------------------ the card

  build() {
    const {root, words} = this, card = this;
    root.classList.add('bp-reader');
    this.tabs = make('div', 'bp-tabs');
    this.train = button('bp-train', '', () => this.press());
    this.progress = make('div', 'bp-progress');
    this.progress.setAttribute('role', 'progressbar');
    this.progress.setAttribute('aria-label', words.progress);
    this.progress.setAttribute('aria-valuemin', 0);
    this.progress.setAttribute('aria-valuemax', 100);
    this.progress.append(make('i'));
    this.done = make('span', 'bp-done');
    this.tabs.append(this.train, this.progress, this.done, this.menu.root);
    this.lines = [make('div', 'bp-line'), make('div', 'bp-line')];
    this.formula.append(...this.lines);
    this.time = make('div', 'bp-time');
    this.timeline = this.over(this.data.epoch);
    this.bar = new Bar({
      root,
      go: i => card.go(i),
      settled: () => card.settled(),
      get position() { return card.at; },
      get last() { return card.rows.count - 1; },
    }, words, SPEEDS);
    this.time.append(this.timeline.rail, this.bar.root);
    this.view.classList.add('bp-read');
    root.append(this.headline, this.tabs, this.view, this.time, this.note, this.more, this.live);
    new ResizeObserver(() => this.timeline.settle()).observe(root);
  }

  /** Another film, or the first one. */
  load(data, {position, chosen, _stand = data.stand}) {
    this.bar.stop();
    this.data = data;
    this.words = data.words;
    this.position = position;
    this.chosen = chosen;
    this.pinned = null;  // the image that somebody looks at
    this.seen = this.ask || position ? Infinity : 0;  // up to which epoch: a page without a kernel opens before it is played
    const {rows, told} = recorded(data);
    this.rows = rows;
    this.told = told;
    this.draw();
    this.stands(_stand);
    if (data.rows) unpacked(data.rows).then(piece => {
      this.told.splice(0, Infinity, ...data.told);
      this.rows.take(0, piece);
      this.stands(_stand);
    });
  }

  /** What stands still, anew. */
  draw() {
    const {data, words, root} = this;
    root.setAttribute('aria-label', data.title);
    put(this.where, data.where);
    put(this.lines[1], data.whose);
    this.lines[1].hidden = !data.whose;
    this.progress.hidden = this.done.hidden = !this.ask;  // with no kernel there is nothing to wait for
    this.loss = new Chart(data.loss, [{kind: 'f'}]);
    this.share = new Chart(data.right, [{kind: 'f'}, {kind: 'dim', dash: '6 4'}], data.epoch);
    this.table = new Confusion(words, (...cell) => this.cellWords(...cell), cell => this.point(cell), cell => this.choose(cell));
    this.images = new Images(data, words.images, n => this.imageWords(n), n => {
      this.pinned = n;
      this.look(n);
    });
    this.counted = make('p', 'bp-counted');
    this.counted.setAttribute('role', 'status');
    this.all = button('', words.back, () => this.choose([]));
    this.rest = make('p', 'bp-left-out');
    this.large = make('div', 'bp-large');
    this.said = make('p', 'bp-said');
    this.outputs = make('table', 'bp-outputs');
    this.outputs.setAttribute('aria-label', words.outputs);
    this.bars = TEN.map(digit => {
      const row = this.outputs.insertRow(), name = row.appendChild(make('th', '', String(digit)));
      name.scope = 'row';
      const bar = make('i');
      row.insertCell().append(bar);
      return {row, bar, number: row.insertCell(), mark: row.insertCell()};
    });
    const curves = panel('learning', this.loss.svg, this.share.svg), one = make('div', 'bp-one'), head = make('div', 'bp-head');
    head.append(this.counted, this.all);
    one.append(this.large, this.outputs);
    this.view.replaceChildren(
      curves, panel('confused', this.table.root), panel('looked', head, this.images.root, this.rest, this.said, one));
  }

  // ------------------------------------------------------------------ training

  /** With a kernel Python trains, or stops; without one, what was recorded is played. */
  press() {
    if (this.ask) return void this.request(this.stand.recording ? {stop: true} : {train: true});
    if (this.rows.count < 2) return void this.request({});
    if (!this.bar.playing) this.go(0);
    this.bar.toggle();
  }

  /** How far the training is; what is lacking here is fetched. */
  stands(stand) {
    if (stand.number !== this.data.number) return;  // of a training that comes, or that was replaced
    this.stand = stand;
    const {words} = this, begun = stand.wanted > 0 || stand.recording;
    put(this.train, stand.recording ? words.stop : begun && this.ask ? words.again : words.train);
    this.progress.firstChild.style.width = `${100 * stand.share}%`;
    this.progress.setAttribute('aria-valuenow', Math.round(100 * stand.share));
    this.progress.setAttribute('aria-valuetext', stand.progress);
    put(this.done, stand.progress);
    this.note.textContent = stand.refused;
    this.note.classList.toggle('bp-refused', Boolean(stand.refused));
    this.time.hidden = !begun || !this.seen;
    this.timeline.draw();
    this.curves();
    this.show();
    this.fetch();
  }

  /** A piece of rows. */
  take({from, number, told}, [piece]) {
    if (number !== this.data.number) return;
    if (this.rows.take(from, piece)) this.told.splice(from, Infinity, ...told);
    this.curves();
    this.show();
    this.fetch();  // where an answer was so late that it was no longer waited for
  }

  curves() {
    const {rows, stand: {axes}} = this;
    if (rows.count < 1) return;
    this.loss.scale(axes.epoch, axes.loss);
    this.share.scale(axes.epoch, axes.share);
    const last = Math.min(this.seen, rows.count - 1);
    this.loss.line(0, last, i => rows.one('loss', 0, i));
    ['right', 'learned'].forEach((name, n) => this.share.line(n, last, i => rows.one(name, 0, i), !n));
  }

  // ------------------------------------------------------------------- showing

  show() {
    const {rows, at: i, chosen} = this;
    put(this.lines[0], rows.count ? this.told[i] : this.data.untrained);
    if (!rows.count) return this.showImages(null);
    this.loss.mark(i, [rows.one('loss', 0, i)]);
    this.share.mark(i, ['right', 'learned'].map(name => rows.one(name, 0, i)));
    this.table.show(rows.all('counts', 0, i), chosen);
    this.bar.show(i, this.last);
    this.timeline.show(i, this.told[i]);
    this.showImages(rows.all('guesses', 0, i));
    if (!this.bar.playing) this.settled();
  }

  /** What is told once nothing moves any more. */
  settled() {
    if (this.rows?.count && !this.stand.recording) put(this.live, this.told[this.at]);
  }

  /** Those of the chosen cell; or all, the misread ones first. With no `guesses` none has been read. */
  showImages(read) {
    const {data: {digits}, words, chosen: [digit, guess]} = this, all = [...digits.keys()], guesses = read ?? digits;
    const wrong = all.filter(n => guesses[n] !== digits[n]), right = all.filter(n => guesses[n] === digits[n]);
    const found = digit === undefined ? [...wrong, ...right] : all.filter(n => digits[n] === digit && guesses[n] === guess);
    const shown = found.slice(0, MOST);
    this.guesses = read;
    this.images.show(shown, n => ({
      words: guesses[n] === digits[n] ? `${digits[n]}` : `✗ ${digits[n]} → ${guesses[n]}`, wrong: guesses[n] !== digits[n],
    }));
    this.all.hidden = digit === undefined;
    this.counts = !read ? '' : digit === undefined
      ? fill(words.misread, {n: wrong.length, all: all.length}) : this.cellWords(digit, guess, found.length);
    if (!this.pointed) put(this.counted, this.counts);
    put(this.rest, found.length > shown.length ? fill(words.more, {n: found.length - shown.length}) : '');
    this.look(shown.includes(this.pinned) ? this.pinned : shown[0]);
  }

  cellWords(digit, guess, n) { return fill(digit === guess ? this.words.right : this.words.wrong, {digit, guess, n}); }

  imageWords(n) {
    const {words, data: {digits}, guesses} = this;
    if (!guesses) return fill(words.image, {i: n + 1, digit: digits[n]});
    const which = guesses[n] === digits[n] ? words.imageRight : words.imageWrong;
    return fill(which, {i: n + 1, digit: digits[n], guess: guesses[n]});
  }

  /** An image is looked at: large, with its outputs as bars. */
  look(n) {
    const {rows, data, words, at: i} = this;
    if (n !== this.image || !this.large.firstChild) this.large.replaceChildren(...n === undefined ? [] : [this.images.drawn(n)]);
    this.image = n;
    this.images.mark(n);
    put(this.said, n === undefined ? '' : this.imageWords(n));
    this.outputs.style.visibility = n === undefined || !rows.count ? 'hidden' : '';
    if (n === undefined || !rows.count) return;
    this.bars.forEach(({row, bar, number, mark}, digit) => {
      const y = rows.one('y', 0, i, 10 * n + digit), most = this.guesses[n] === digit, wanted = data.digits[n] === digit;
      bar.style.width = `${100 * y / (data.outputs.length - 1)}%`;
      row.classList.toggle('bp-most', most);
      row.classList.toggle('bp-wrong', most && !wanted);
      put(number, data.outputs[y]);
      put(mark, wanted ? words.target : most ? words.largest : '');
    });
  }

  /** A cell is pointed at. */
  point(cell) {
    this.pointed = cell;
    if (!this.rows.count) return;
    const counts = this.rows.all('counts', 0, this.at);
    put(this.counted, cell ? this.cellWords(...cell, counts[10 * cell[0] + cell[1]]) : this.counts);
  }

  // -------------------------------------------------------------------- hands

  /** To an epoch; where Python says so, it may be one whose row is still to come. */
  go(i, {tell = true} = {}) {
    if (tell) i = this.within(i);
    if (i === this.position) return;
    this.position = i;
    if (i > this.seen) {
      this.seen = i;
      this.time.hidden = false;
      this.timeline.settle();
      this.curves();
    }
    this.show();
    if (tell) this.set({position: i});
  }

  /** A cell is chosen; the one that is chosen already is no longer, and all images are shown. */
  choose(cell, {tell = true} = {}) {
    const again = tell && cell.join() === this.chosen.join();
    this.chosen = again ? [] : cell;
    if (!this.rows.count) return;
    this.table.show(this.rows.all('counts', 0, this.at), this.chosen);
    this.showImages(this.guesses);
    if (tell) this.set({chosen: this.chosen});
  }

  key(event) {
    const {key, target} = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target.matches('input, select, textarea')) return;
    const to = this.led(key);
    if (this.images.key(key) || this.table.key(key)) { /* it did something */ }
    else if (key === 'Escape' && this.chosen.length) this.choose([]);
    else if (to !== undefined && !this.view.contains(target)) this.go(to);
    else if (key === ' ' && !target.matches('button')) this.rows.count > 1 ? this.bar.toggle() : this.press();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  entries() { return this.common; }

  open() { this.more.replaceChildren(); }

  close() {
    this.bar.stop();
    super.close();
  }
}

const panel = (name, ...parts) => {
  const box = make('div', 'bp-panel');
  box.dataset.panel = name;
  box.append(...parts);
  return box;
};
