// Places in a picture that are moved there: a point along a curve, an arrow's end, a start anywhere on a plane.

import {stepped} from './scale.js';

const SVG = 'http://www.w3.org/2000/svg', NEAR = 30;  // pixels within which a handle is taken, not the plane behind it
const NUDGES = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]};

const draw = (tag, attributes) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

/** One handle: a ring that is dragged, focused, and moved with keys. */
class Handle {
  constructor(data, name) {
    this.data = data;
    this.root = draw('g', {class: 'bp-handle', role: 'slider', tabindex: 0, 'aria-label': name});
    this.root.append(draw('circle', {r: 20, class: 'bp-hold'}), draw('circle', {r: 10, class: 'bp-ring'}));
  }

  put([x, y]) {
    this.place = [x, y];
    this.root.setAttribute('transform', `translate(${x} ${y})`);
  }

  told(at, last, text) {
    const {root} = this;
    root.setAttribute('aria-valuemin', 0);
    root.setAttribute('aria-valuemax', last);
    root.setAttribute('aria-valuenow', at);
    root.setAttribute('aria-valuetext', text);
  }

  far([x, y]) { return Math.hypot(x - this.place[0], y - this.place[1]); }
}

/**
 * A handle on an axis: `data` is {axis, name, places: [[x, y], …], flat}, or {axis, name, from, places} where places are counted from
 * where the handle of the axis `from` stands. `flat`: only how far right the pointer is decides.
 */
class Along extends Handle {
  constructor(data, card, base) {
    super(data, data.name);
    this.card = card;
    this.base = base;
  }

  at(i) {
    const [x, y] = this.data.places[i], [left, top] = this.base ? this.base.place : [0, 0];
    return [left + x, top + y];
  }

  show() {
    const {axis} = this.data, {grid, place} = this.card, i = place[axis];
    this.put(this.at(i));
    this.told(i, grid.last(axis), grid.axes[axis].texts[i]);
  }

  /** To the nearest place; of several as near, to the one that is fewest steps away. */
  drag([x, y]) {
    const {axis, places, flat} = this.data, now = this.card.place[axis];
    let best = now, least = Infinity;
    places.forEach((_, i) => {
      const [px, py] = this.at(i), far = Math.hypot(px - x, flat ? 0 : py - y) + Math.abs(i - now) / 100;
      if (far < least) [best, least] = [i, far];
    });
    this.card.go({[axis]: best});
  }

  key(key) {
    const {axis} = this.data, to = stepped(key, this.card.place[axis], this.card.grid.last(axis));
    if (to !== undefined) this.card.go({[axis]: to});
    return to !== undefined;
  }
}

/** A handle anywhere on a plane: `data` is {key, name, text, place: [x, y]}; Python is told where it was moved. */
class Anywhere extends Handle {
  constructor(data, card, base, plane) {
    super(data, data.name);
    this.card = card;
    this.plane = plane;
  }

  /** Where somebody holds it, or a move is still to be answered, it stays. */
  show() {
    if (this.plane.held === this || this.card.latest.next) return;
    this.put(this.data.place);
    this.told(0, 0, this.data.text);
  }

  drag([x, y]) {
    const [left, top, width, height] = this.plane.box;
    const at = [Math.max(left, Math.min(left + width, x)), Math.max(top, Math.min(top + height, y))];
    this.put(at);
    this.card.latest.send({edit: this.data.key, at});
  }

  key(key) {
    if (key in NUDGES) this.card.latest.send({edit: this.data.key, by: NUDGES[key]});
    return key in NUDGES;
  }
}

/** The handles of one picture. */
export class Handles {
  /** `card` has `grid`, `place`, `go(changes)` and `latest`. */
  constructor(svg, card) {
    this.svg = svg;
    this.card = card;
    this.handles = [];
    svg.addEventListener('pointerdown', event => this.down(event));
    svg.addEventListener('pointermove', event => this.move(event));
    svg.addEventListener('click', event => this.click(event));
    for (const end of ['pointerup', 'pointercancel'])
      svg.addEventListener(end, () => {
        this.held = this.armed = null;
        svg.classList.remove('bp-held');
      });
  }

  /** The handles of a film, on a plane `box` of the picture; those that are there already stay, and keep the focus. */
  draw(handles, box) {
    this.box = box;
    const named = ({axis, key}) => `${axis} ${key}`;
    if (handles.map(named).join() !== this.handles.map(({data}) => named(data)).join()) {
      this.handles.forEach(({root}) => root.remove());
      this.handles = [];
      for (const data of handles) {
        const base = this.handles.find(one => one.data.axis === data.from);
        this.handles.push(new (data.axis ? Along : Anywhere)(data, this.card, base, this));
      }
      this.svg.append(...this.handles.map(({root}) => root));
      this.svg.classList.toggle('bp-plane', this.handles.length > 0);
    } else handles.forEach((data, i) => { this.handles[i].data = data; });
  }

  show() { this.handles.forEach(handle => handle.show()); }

  /** Where the pointer is in the picture. */
  at(event) {
    const {x, y} = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return [x, y];
  }

  /** The handle that a pointer takes: the nearest, or the first where it is on the plane behind them. */
  taken(at) {
    const [near] = [...this.handles].sort((one, other) => one.far(at) - other.far(at));
    if (near?.far(at) < NEAR) return near;
    const [left, top, width, height] = this.box ?? [0, 0, -1, -1], [x, y] = at;
    return x >= left && x <= left + width && y >= top && y <= top + height ? this.handles[0] : null;
  }

  /** A finger on the plane may be about to scroll the page: it moves the handle once it goes sideways, or is lifted. */
  down(event) {
    if (event.button || event.target.closest('[data-switch]')) return;
    const at = this.at(event), handle = this.taken(at);
    if (!handle) return;
    if (event.pointerType === 'touch' && handle.far(at) >= NEAR) this.armed = handle;
    else this.take(event, handle);
  }

  take(event, handle) {
    this.held = handle;
    this.armed = null;
    this.svg.setPointerCapture(event.pointerId);
    this.svg.classList.add('bp-held');
    if (event.pointerType !== 'touch') event.preventDefault();  // no text is selected
    handle.root.focus({preventScroll: true});
    handle.drag(this.at(event));
  }

  move(event) {
    if (this.armed) this.take(event, this.armed);
    else this.held?.drag(this.at(event));
  }

  click(event) {
    const at = this.at(event);
    if (event.pointerType === 'touch' && !event.target.closest('[data-switch]')) this.taken(at)?.drag(at);
  }

  /** Whether a key at this element moved something. */
  key(event) {
    const handle = this.handles.find(({root}) => root === event.target);
    return Boolean(handle?.key(event.key));
  }
}
