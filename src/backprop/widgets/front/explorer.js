// An explorer: a card whose pictures, words and tables stand for a place on a grid, and move with it.

import {Bar} from './bar.js';
import {Card, chip} from './card.js';
import {choices, fill, make, put, segmented, tabled} from './dom.js';
import {Grid} from './grid.js';
import {Handles} from './handles.js';
import {Latest} from './latest.js';
import {Picture} from './picture.js';
import {Scale} from './scale.js';
import {Timeline} from './timeline.js';

const SPEEDS = {slow: 1000, medium: 400, fast: 100};  // ms a step

export class Explorer extends Card {
  /** `data` is a film over a grid with its words. `moved(place)` is told of every move; `ask` as for every card. */
  constructor(data, {place = data.place, moved = () => {}, ask = null} = {}) {
    super(data, ask);
    this.moved = moved;
    this.latest = new Latest(message => this.request(message));
    this.grid = new Grid(data);
    this.place = this.grid.within(place);
    this.build();
    this.draw();
    this.show();
  }

  // ------------------------------------------------------------------ the card

  build() {
    const {data, root} = this;
    root.classList.add('bp-explorer');
    this.tabs = make('div', 'bp-tabs');
    this.view.classList.add('bp-panels');
    this.time = make('div', 'bp-time');
    this.tables = make('div', 'bp-tables');
    this.beside = make('div', 'bp-beside');  // the first picture, and the tables where they stand next to it
    root.append(
      this.headline, this.tabs, this.view, this.time, this.tables, this.note, this.more, this.editor.root, this.live);
    root.addEventListener('click', event => this.switched(event.target.closest?.('[data-switch]')));
    new ResizeObserver(() => {
      this.view.classList.toggle('bp-scrolls', this.view.scrollWidth > this.view.clientWidth);
      this.timeline?.settle();
    }).observe(root);
    if (!data.timeline) return;
    const {axis, name} = data.timeline, words = {...this.words, phases: {[axis]: name}};
    const film = {
      within: i => this.grid.within({[axis]: i})[axis],
      phases: [{phase: axis, first: 1, last: this.last}],
      last: this.last,
    };
    this.timeline = new Timeline(film, words, i => this.goAlong(i));
    const card = this;
    this.bar = new Bar({
      root,
      go: i => card.goAlong(i),
      get position() { return card.position; },
      get last() { return card.last; },
    }, words, SPEEDS);
    this.time.append(this.timeline.rail, this.bar.root);
  }

  /** Where a card with a timeline stands on it. */
  get position() { return this.place[this.data.timeline.axis]; }
  get last() { return this.grid.last(this.data.timeline.axis); }
  goAlong(i) { this.go({[this.data.timeline.axis]: i}); }

  /** What depends on the film, anew; what is not different stays, so that the focus does. */
  draw() {
    this.drawScales();
    this.drawForm();
    this.drawPictures();
    this.drawTables();
    if (this.lines?.length === this.data.lines.length) return;
    this.lines = this.data.lines.map(() => make('div', 'bp-line'));
    this.formula.replaceChildren(...this.lines);
    this.formula.style.setProperty('--rows', this.lines.length);
  }

  /** Scales along an axis of the film, or over values that Python is asked to take. */
  drawScales() {
    const {data} = this, shape = JSON.stringify(data.scales.map(({axis, key, name}) => [axis, key, name]));
    if (this.scalesShape !== shape) {
      this.scalesShape = shape;
      this.formShape = null;
      this.scales?.forEach(({root}) => root.remove());
      this.scales = data.scales.map(({axis, key, name, handle, typed}, n) => new Scale(
        name,
        i => axis ? this.go({[axis]: i}) : this.rescale(n, i),
        (handle || typed) && (near => this.editor.open(key ?? axis, name, this.typedAt(n), near))));
      data.scales.forEach(({axis}, n) => axis && this.time.append(this.scales[n].root));
    }
    if (this.latest.next) return;  // one that is moved stays where it is
    data.scales.forEach(({axis, texts, at}, n) => {
      if (!axis) this.scales[n].show(texts, at);
    });
  }

  /** What stands in the field of a scale. */
  typedAt(n) {
    const {axis, handle} = this.data.scales[n];
    return handle ?? {text: this.grid.axes[axis].codes[this.place[axis]]};
  }

  /** The scale moves at once; what hangs on it follows when Python answers. */
  rescale(n, i) {
    const {key, texts, codes} = this.data.scales[n];
    this.scales[n].show(texts, i);
    this.latest.send({edit: key, text: codes[i]});
  }

  /** Choices and fields, which Python is asked to change. */
  drawForm() {
    const {data, tabs} = this, shape = JSON.stringify(data.form);
    if (this.formShape === shape) return;
    this.formShape = shape;
    const fields = () => [...tabs.querySelectorAll('button, select')], at = fields().indexOf(document.activeElement);
    const scales = this.scales.filter((_, n) => !data.scales[n].axis).map(({root}) => root);
    tabs.replaceChildren(...data.form.map(field => this.field(field)), ...scales, this.menu.root);
    if (at >= 0) fields()[at]?.focus({preventScroll: true});
  }

  field({key, label, names, chosen, list, said, handle, off}) {
    if (handle) {
      const one = chip(said, event => this.editor.open(key, label, handle, event.currentTarget));
      one.disabled = Boolean(off);
      return one;
    }
    const choose = value => this.request({edit: key, text: value});
    if (!list) return segmented(label, names, chosen, choose);
    const place = make('label', 'bp-choice'), one = choices(label, names, chosen, choose);
    one.disabled = Boolean(off);
    place.append(make('span', '', label), one);
    return place;
  }

  /** What is refused is taken back: all stands as the film has it. */
  async request(message) {
    const refused = await super.request(message);
    if (!refused) return;
    this.formShape = null;
    this.draw();
    this.show();
  }

  drawPictures() {
    const {data, view} = this;
    const same = this.pictures?.length === data.panels.length && this.pictures.every(({picture, shape}, n) =>
      shape === JSON.stringify(data.panels[n].frame) && picture.places.length === data.panels[n].slots.length);
    if (!same) {
      this.pictures = data.panels.map(({frame, slots}) => {
        const picture = new Picture(frame, slots.length, () => ''), {svg} = picture;
        svg.setAttribute('aria-label', frame.title);
        svg.style.maxWidth = `${1.15 * frame.width}px`;
        svg.style.flex = `${frame.width} 1 ${frame.least}px`;  // side by side they have one scale
        return {picture, shape: JSON.stringify(frame), handles: new Handles(svg, this)};
      });
      const [first, ...others] = this.pictures.map(({picture}) => picture.svg);
      this.beside.replaceChildren(first, ...(data.beside ? [this.tables] : []));
      view.replaceChildren(...(data.beside ? [this.beside] : [first]), ...others);
      if (!data.beside) this.time.after(this.tables);
    }
    this.pictures.forEach(({picture, handles}, n) => {
      picture.elements.clear();
      handles.draw(data.panels[n].handles, data.panels[n].box);
    });
  }

  drawTables() {
    const shape = JSON.stringify(this.data.tables.map(({name, heads, rows}) => [name, heads, rows.length]));
    if (this.shape === shape) return;
    this.shape = shape;
    this.cells = [];
    this.tables.replaceChildren(...this.data.tables.map(({name, heads, rows, summed}) => {
      const box = make('div', 'bp-table-box'), blank = rows.map(row => row.map(() => ''));
      const {table, cells} = tabled(`bp-table bp-numbers${summed ? ' bp-summed' : ''}`, heads, blank);
      table.style.width = `${8 + 7.6 * (heads.length - 1)}em`;  // of no number that stands in it
      box.tabIndex = 0;
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', name);
      this.cells.push(cells);
      box.append(table);
      return box;
    }));
  }

  // ------------------------------------------------------------------- showing

  show() {
    const {data, grid, place} = this, part = piece => grid.part(piece, place);
    put(this.where, part(data.where));
    data.lines.forEach((piece, n) => {
      const html = part(piece), line = this.lines[n];
      if (line.html === html) return;
      line.html = html;
      line.innerHTML = html;  // what Python wrote: formulas, and every text in them escaped
      line.hidden = !html;
    });
    this.pictures.forEach(({picture, handles}, n) => {
      picture.show(data.panels[n].slots.map(part));
      handles.show();
    });
    data.tables.forEach(({rows}, n) => rows.forEach((row, r) => row.forEach(
      (piece, c) => put(this.cells[n][r][c], part(piece)))));
    data.scales.forEach(({axis}, n) => {
      if (axis) this.scales[n].show(grid.axes[axis].texts, place[axis]);
    });
    const fields = Object.fromEntries(Object.entries(data.fields).map(([name, piece]) => [name, part(piece)]));
    const told = fill(part(data.told), fields);
    put(this.live, told);
    this.timeline?.show(this.position, told);
    this.bar?.show(this.position, this.last);
  }

  /** Elsewhere on some axes. */
  go(changes, {tell = true} = {}) {
    const place = this.grid.within({...this.place, ...changes});
    if (Object.keys(place).every(axis => place[axis] === this.place[axis])) return;
    this.place = place;
    this.show();
    if (tell) this.moved(place);
  }

  /** Another film. */
  load(data, {place}) {
    this.data = data;
    this.grid = new Grid(data);
    this.place = this.grid.within(place);
    this.draw();
    this.show();
  }

  // -------------------------------------------------------------------- hands

  switched(place) {
    const axis = place?.dataset.switch;
    if (axis) this.go({[axis]: 1 - this.place[axis]});
  }

  key(event) {
    const {key, target} = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target.matches('input, select, textarea')) return;
    if (this.pictures.some(({handles}) => handles.key(event))) { /* a handle was moved */ }
    else if (['Enter', ' '].includes(key) && target.matches('[data-switch]')) this.switched(target);
    else if (!this.timeline) return;
    else if (key === ' ' && !target.matches('button')) this.bar.toggle();
    else {
      const to = {ArrowRight: this.position + 1, ArrowLeft: this.position - 1, Home: 0, End: this.last}[key];
      if (to === undefined) return;
      this.goAlong(to);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  // --------------------------------------------------------------------- menu

  entries() { return [this.opening('code', this.words.code), ...this.common]; }

  open(name) {
    this.opened = name;
    this.more.replaceChildren();
    const {axes} = this.grid;
    const values = Object.entries(axes).map(([axis, {codes}]) => [axis, codes[this.place[axis]]]);
    if (name) this.showCode(fill(this.data.code, Object.fromEntries(values)));
  }

  close() {
    this.bar?.stop();
    super.close();
  }
}
