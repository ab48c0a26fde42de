// A chart whose axes and numbers Python computed: lines, a mark on each, and a cursor at the update that is shown.

import {Picture} from './picture.js';

const SVG = 'http://www.w3.org/2000/svg';
const MOST = 400;  // places of a line that are drawn

const add = (parent, tag, attributes, text) => {
  const element = parent.appendChild(document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
};

/** Where a number stands on an axis, as a share of its length. */
export const share = ({low, high, log}, value) => log
  ? (Math.log10(Math.max(value, low)) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
  : (value - low) / (high - low);

/** At most about `MOST` of the numbers 0 … last, the last among them. */
export const thinned = last => {
  const many = Math.min(last, MOST);
  return Array.from({length: many + 1}, (_, n) => many ? Math.round(n * last / many) : 0);
};

export class Chart {
  /** `kinds` are [{kind, dash}], a line each; `xlabel` names what goes from left to right. */
  constructor({frame, box}, kinds, xlabel = '') {
    this.picture = new Picture(frame, 0, () => '');
    this.svg = this.picture.svg;
    this.svg.setAttribute('role', 'img');
    this.svg.setAttribute('aria-label', frame.title);
    this.box = box;
    const [left, top, width, height] = box, {svg} = this;
    this.ticks = add(svg, 'g', {});
    add(svg, 'path', {class: 'axis line', d: `M${left} ${top}V${top + height}H${left + width}`});
    this.title = add(svg, 'text', {class: 'title start', x: left, y: 14}, frame.title);
    add(svg, 'text', {x: left + width / 2, y: frame.height - 9}, xlabel);
    const inside = add(svg, 'svg', {x: left, y: top, width, height, viewBox: `${left} ${top} ${width} ${height}`});
    this.cursor = add(inside, 'path', {class: 'line s-dim', 'stroke-width': 1.2, 'stroke-dasharray': '6 4'});
    this.lines = kinds.map(({kind, dash}) => add(inside, 'path', {class: `line s-${kind}`, 'stroke-dasharray': dash}));
    this.marks = kinds.map(({kind}) => add(svg, 'circle', {class: `k-${kind}`, r: 4}));
    this.keys = add(svg, 'g', {});
  }

  /** What it shows. */
  name(words) {
    this.title.textContent = words;
    this.svg.setAttribute('aria-label', words);
  }

  /** Other axes; the lines have to be drawn anew. Whether they differ. */
  scale(x, y) {
    const shape = JSON.stringify([x, y]);
    if (this.shape === shape) return false;
    this.shape = shape;
    this.across = x;
    this.up = y;
    const [left, top, width, height] = this.box, {ticks} = this;
    ticks.replaceChildren();
    for (const [value, text] of x.ticks) {
      const at = this.x(value);
      add(ticks, 'path', {class: 'rule', d: `M${at} ${top}v${height}`});
      add(ticks, 'text', {class: 'tick', x: at, y: top + height + 12}, text);
    }
    for (const [value, text] of y.ticks) {
      const at = this.y(value);
      add(ticks, 'path', {class: 'rule', d: `M${left} ${at}h${width}`});
      add(ticks, 'text', {class: 'tick end', x: left - 6, y: at}, text);
    }
    return true;
  }

  x(value) { return round(this.box[0] + share(this.across, value) * this.box[2]); }
  y(value) { return round(this.box[1] + (1 - share(this.up, value)) * this.box[3]); }

  /** A line through `value(i)` from 0 to `last`; a larger one stands out. */
  line(n, last, value, large = true) {
    this.lines[n].setAttribute('d', last < 0 ? '' : `M${thinned(last).map(i => `${this.x(i)} ${this.y(value(i))}`).join('L')}`);
    this.lines[n].setAttribute('stroke-width', large ? 2.4 : 1.6);
  }

  /** The cursor at i, and a mark on each line that has a value there. */
  mark(i, values) {
    const x = this.x(i), [, top, , height] = this.box;
    this.cursor.setAttribute('d', `M${x} ${top}v${height}`);
    values.forEach((value, n) => {
      const mark = this.marks[n], y = value === null ? null : this.y(value);
      mark.setAttribute('cx', x);
      mark.setAttribute('cy', y === null ? -99 : Math.max(top, Math.min(top + height, y)));
    });
  }

  /** What tells the lines apart, each sign beside a piece of its line, from the upper right corner down. */
  key(runs) {
    const [left, top, width] = this.box, right = left + width;
    this.keys.replaceChildren();
    runs.forEach(({sign, kind, dash}, n) => {
      const y = top + 9 + 15 * n;
      add(this.keys, 'path', {class: `line s-${kind}`, 'stroke-width': 2, 'stroke-dasharray': dash, d: `M${right - 32} ${y}h28`});
      add(this.keys, 'text', {class: `t-${kind} end`, x: right - 38, y}, sign);
    });
  }
}

const round = value => Math.round(Math.max(-1e4, Math.min(1e4, value)) * 10) / 10;
