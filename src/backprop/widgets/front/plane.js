// The plane of the examples: shades of y₁ behind them, one path a shade; examples are pointed at there, and dragged.

import {Picture} from './picture.js';
import {inOrder, nearest, placeOf, pointAt, within} from './points.js';

const FAR = 4;  // pixels from which on a press is a drag
const LINE = 24;  // pixels of one line in the order of reading

export class Plane {
  /**
   * `cells` along each side; `named(n)` gives the words for an example. `hands` are told of what a pointer does:
   * {over(n, point), chosen(n, point), held(n, point), dropped(n, point), back(n), added(point)}; n is −1 where no
   * example is.
   */
  constructor({frame, box, drawn, limits, points}, cells, named, hands) {
    Object.assign(this, {cells, box, limits, points, hands});
    this.picture = new Picture(frame, 1, ({dataset}) => named(example(dataset)));
    this.picture.show([drawn]);
    this.svg = this.picture.svg;
    this.svg.setAttribute('aria-label', frame.title);
    this.shades = [...this.svg.querySelector('.bp-shades').children];
    this.stops = [...this.svg.querySelectorAll('[data-q]')];
    this.reach = Number(this.svg.querySelector('.bp-near').getAttribute('r'));
    const [left, top, width, height] = box, edges = [...Array(cells + 1).keys()];  // a cell ends where the next begins
    this.columns = edges.map(n => (left + n * width / cells).toFixed(1));
    this.lines = edges.map(n => (top + height - n * height / cells).toFixed(1));
    this.places = points.map(point => placeOf(box, limits, point));
    this.now = [...this.places];  // where each stands, moved or not
    this.order = inOrder(this.places, LINE);
    const {svg} = this;
    svg.addEventListener('pointerdown', event => this.down(event));
    svg.addEventListener('pointermove', event => this.move(event));
    svg.addEventListener('pointerup', () => this.up());
    svg.addEventListener('pointercancel', () => this.let(true));
    svg.addEventListener('touchstart', event => {  // a finger on the chosen example drags it, and scrolls no page
      if (event.touches.length === 1 && this.chosen >= 0 && this.near(this.at(event.touches[0])) === this.chosen)
        event.preventDefault();
    }, {passive: false});
    svg.addEventListener('pointerleave', () => hands.over(-1, null));
    svg.addEventListener('click', event => this.click(event));
    svg.addEventListener('dblclick', event => {
      const at = this.at(event);
      if (this.near(at) < 0 && this.point(at)) hands.added(this.point(at));
    });
    this.tabTo(this.order[0]);
  }

  // ---------------------------------------------------------------------- pointer

  /** Where the pointer is in the picture. */
  at(event) {
    const {x, y} = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return [x, y];
  }

  near(at) { return nearest(this.now, at, this.reach); }

  /** The point at a place; null for a place outside the plane. */
  point(at) { return within(this.box, at).every((v, n) => v === at[n]) ? pointAt(this.box, this.limits, at) : null; }

  /** A finger that goes over an example may be about to scroll the page: it drags the one that was chosen before. */
  down(event) {
    const at = this.at(event), n = this.near(at);
    this.dragged = false;
    if (event.button || n < 0 || (event.pointerType === 'touch' && n !== this.chosen)) return;
    this.held = {n, from: at, base: this.now[n], pointer: event.pointerId};
    this.svg.setPointerCapture(event.pointerId);
    if (event.pointerType !== 'touch') event.preventDefault();  // no text is selected
    this.focus(n);
  }

  /** What was held in the plane before this one is held on. */
  hold(held) {
    this.held = held;
    this.svg.setPointerCapture(held.pointer);
  }

  move(event) {
    const {held} = this, at = this.at(event);
    if (!held) return this.hands.over(this.near(at), this.point(at));
    const by = at.map((v, i) => v - held.from[i]);
    if (!held.to && Math.hypot(...by) < FAR) return;
    held.to = pointAt(this.box, this.limits, within(this.box, held.base.map((v, i) => v + by[i])));
    this.svg.classList.add('bp-held');
    this.put(held.n, held.to);
    this.hands.held(held.n, held.to);
  }

  up() {
    const {held} = this;
    this.dragged = Boolean(held?.to);  // the click that follows chooses nothing
    this.let();
    if (this.dragged) this.hands.dropped(held.n, held.to);
  }

  /** Nothing is held any more; what was, goes back. */
  let(back = false) {
    if (back && this.held) this.hands.back(this.held.n);
    this.held = null;
    this.svg.classList.remove('bp-held');
  }

  /** A screen reader clicks at an element, and nowhere. */
  click(event) {
    const group = event.target.closest('[data-q]'), at = this.at(event);
    if (event.detail === 0 && group) this.hands.chosen(example(group.dataset), null);
    else if (!this.dragged) this.hands.chosen(this.near(at), this.point(at));
  }

  // ---------------------------------------------------------------------- what is seen

  /** An example stands at another point, or where it stood; its place is taken when it comes from Python. */
  put(n, point) {
    const [x, y] = this.places[n], [across, down] = point ? placeOf(this.box, this.limits, point) : [x, y];
    this.now[n] = [across, down];
    this.stops[n].setAttribute('transform', `translate(${(across - x).toFixed(1)} ${(down - y).toFixed(1)})`);
  }

  /** The example that a pointer is at, and the one that was chosen, or a point that was; −1 and null for none. */
  mark(over, chosen, point) {
    if (this.chosen !== chosen) this.tabTo(this.stops[chosen] ? chosen : this.order[0]);
    this.stops[this.over]?.classList.remove('bp-over');
    this.stops[this.chosen]?.classList.remove('bp-chosen');
    this.stops[over]?.classList.add('bp-over');
    this.stops[chosen]?.classList.add('bp-chosen');
    this.over = over;
    this.chosen = chosen;
    this.spot ??= this.svg.appendChild(document.createElementNS(this.svg.namespaceURI, 'path'));
    this.spot.setAttribute('class', 'line bp-spot');
    const [x, y] = point ? placeOf(this.box, this.limits, point) : [];
    this.spot.setAttribute('d', point ? `M${(x - 7).toFixed(1)} ${y.toFixed(1)}h14m-7 -7v14` : '');
  }

  /** One example is reached by Tab. */
  tabTo(n) {
    this.tabStop?.setAttribute('tabindex', '-1');
    this.tabStop = this.stops[n];
    this.tabStop.setAttribute('tabindex', '0');
  }

  focus(n) { this.stops[n].focus({preventScroll: true}); }

  /** The example so many places further in the order of reading. */
  after(n, by) {
    const {order} = this;
    return order[Math.max(0, Math.min(order.length - 1, order.indexOf(n) + by))];
  }

  show(rows, run, i) {
    const shades = rows.all('plane', run, i), {cells, columns, lines} = this, paths = this.shades.map(() => '');
    for (let r = 0; r < cells; r++)
      for (let c = 0; c < cells;) {
        const first = c, shade = shades[r * cells + c];
        while (c < cells && shades[r * cells + c] === shade) c++;
        if (2 * shade === paths.length - 1) continue;  // the paper
        paths[shade] += `M${columns[first]} ${lines[r + 1]}H${columns[c]}V${lines[r]}H${columns[first]}z`;
      }
    paths.forEach((path, shade) => {
      if (this.shades[shade].drawn === path) return;
      this.shades[shade].drawn = path;
      this.shades[shade].setAttribute('d', path);
    });
  }
}

/** Which example an element stands for. */
export const example = ({q}) => Number(q.split(' ')[1]);
