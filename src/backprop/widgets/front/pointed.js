// What is pointed at in the pictures of training, by pointer or by keys: a wire is followed, an example changed by hand.

import {chip} from './card.js';
import {fill, make, put} from './dom.js';
import {Latest} from './latest.js';
import {written} from './numbers.js';
import {example} from './plane.js';
import {nudged} from './points.js';

const NUDGES = {ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1]};
const FAST = 10;  // times as far, with Shift
const BESIDE = 4;  // hundredths of an axis from an example to the one that is added beside it

export class Pointed {
  /** `card` has `view`, and what is drawn in it: `wires`, `plane`, `rows`, `data`. */
  constructor(card) {
    const {words, view} = card, stop = event => event.target.closest?.('[data-edge]')?.dataset ?? null;
    this.card = card;
    this.root = make('div', 'bp-inspector');
    this.said = make('span', 'bp-pointed');
    const offer = (name, act) => {
      const one = chip(name, act);
      one.hidden = true;
      return this.root.appendChild(one);
    };
    this.root.append(this.said);
    this.flip = offer(words.flip, () => this.change({example: this.chosen.n, flip: true}));
    this.remove = offer(words.remove, () => this.change({example: this.chosen.n, remove: true}));
    this.beside = offer(words.addBeside, () => this.addBeside(this.chosen.n));
    this.here = offer(words.addHere, () => this.add(this.chosen.point));
    this.over = null;  // {edge}, {n} or {point}: where a pointer is, or the focus
    this.chosen = null;  // {n} or {point}
    this.moving = null;  // {n, point}: further than Python has it
    this.latest = new Latest(message => this.ask(message));
    view.addEventListener('click', event => {
      const {edge} = stop(event) ?? {};
      if (!edge) return;
      card.follow(card.wires.place(edge));
      this.choose(null);
    });
    view.addEventListener('pointerover', event => {
      if (!card.plane?.svg.contains(event.target)) this.at(stop(event));
    });
    view.addEventListener('pointerleave', () => this.at(null));
    view.addEventListener('focusin', ({target}) => {
      if (target.dataset.q) this.choose({n: example(target.dataset), passing: true});
      else this.at(target.dataset.edge ? target.dataset : null);
      card.hint(target.dataset.q && !card.plane.held ? words.keys : '');
    });
    view.addEventListener('focusout', event => {
      this.at(null);
      card.hint('');
      this.left(event);
    });
    this.root.addEventListener('focusout', event => this.left(event));
  }

  /** What a plane is told to call. */
  get hands() {
    const one = (n, point) => n >= 0 ? {n} : point && {point};
    return {
      over: (n, point) => this.at(one(n, point)),
      chosen: (n, point) => this.choose(one(n, point)),
      held: (n, point) => {
        this.moving = {n, point};
        this.show();
      },
      dropped: (n, point) => this.move(n, point),
      back: n => this.back(n),
      added: point => this.add(point),
    };
  }

  /** An example stands where Python has it. */
  back(n) {
    this.latest.next = this.moving = null;
    if (n < this.card.plane.places.length) this.card.plane.put(n, null);
    this.show();
  }

  at(over) {
    this.over = over;
    this.show();
  }

  choose(chosen) {
    this.chosen = chosen;
    this.show();
  }

  /** An example that the focus passed by is chosen no longer; from it the focus may go to what can be done with it. */
  left({relatedTarget: to}) {
    const {plane} = this.card;
    if (this.chosen?.passing && to && !this.root.contains(to) && !plane?.svg.contains(to)) this.choose(null);
  }

  // ------------------------------------------------------------------ changes

  /** An example stands elsewhere: here at once, and with Python's next film for good. */
  async move(n, point) {
    this.moving = {n, point};
    this.card.plane.put(n, point);
    this.show();
    await this.latest.send({example: n, to: point});
    if (!this.latest.busy) this.moving = null;
  }

  /** Where an example stands by now. */
  point(n) { return this.moving?.n === n ? this.moving.point : this.card.plane.points[n]; }

  async ask(message) {
    if (await this.card.request(message)) this.back(message.example);
  }

  change(message) {
    if (message.remove) this.latest.next = this.moving = null;  // what goes moves no more
    return this.card.request(message);
  }

  async add(point) {
    this.awaited = this.card.data.examples.length;  // the number of the one that comes
    if (await this.card.request({added: point})) this.awaited = null;
  }

  /** Towards the middle of the plane, so that it is seen. */
  addBeside(n) {
    const {limits} = this.card.plane, point = this.point(n);
    this.add(nudged(limits, point, point.map((v, i) => v > (limits[i][0] + limits[i][1]) / 2 ? -BESIDE : BESIDE)));
  }

  /** The pictures have been drawn anew; `focused` is the number of the example that had the focus, or −1. */
  drawn(focused) {
    const {plane, data} = this.card, last = data.examples.length - 1, added = this.awaited === last;
    this.over = null;
    if (added) this.chosen = {n: last};
    else if (this.chosen?.n > last) this.chosen.n = last;
    if (!plane) this.chosen = null;
    if (added) this.awaited = null;
    if (plane && (added || focused >= 0)) plane.focus(added ? last : Math.min(focused, last));
    if (plane && this.moving?.n <= last) plane.put(this.moving.n, this.moving.point);
    this.tabStop = null;
  }

  // ------------------------------------------------------------------ what is told

  show() {
    const {card, over, chosen, moving} = this, told = moving ?? (over?.point && chosen ? chosen : over) ?? chosen;
    card.plane?.mark(over?.n ?? -1, chosen?.n ?? -1, chosen?.point);
    const here = chosen && (told === chosen || moving || 'n' in chosen && told.n === chosen.n);
    for (const one of [this.remove, this.beside]) one.hidden = !(here && 'n' in chosen);
    this.flip.hidden = this.remove.hidden || !card.data.twoSided;
    this.here.hidden = !(here && chosen.point);
    if (card.rows.count) put(this.said, this.words(told));
  }

  words(told) {
    const {words, data, rows, shown, at: i, wires, parameter} = this.card;
    if (told?.point && 'n' in told)
      return fill(words.moving, {n: told.n + 1, x: pair(told.point), target: data.examples[told.n].target});
    if (told?.point) return fill(words.place, {x: pair(told.point)});
    if (told && 'n' in told) {
      const {n} = told, y = rows.all('outputs', shown, i), each = y.length / data.examples.length;
      return fill(words.point, {
        n: n + 1,
        ...data.examples[n],
        y: [...y.subarray(n * each, (n + 1) * each)].map(value => written(value)).join(', '),
        C: written(rows.one('costs', shown, i, n)),
      });
    }
    const place = told?.edge ? wires.place(told.edge) : parameter;
    return fill(words.follows, {
      name: data.parameters[place],
      value: written(rows.one('parameters', shown, i, place), 6),
      slope: written(rows.one('slopes', shown, i, place), 6),
    });
  }

  // ------------------------------------------------------------------ keys

  /** One wire is a tab stop: the one that is followed. The plane has one of its own. */
  rove() {
    const {wires, parameter} = this.card;
    if (!this.tabStop?.contains(document.activeElement)) this.tabTo(wires.wire(parameter) ?? wires.stops[0]);
  }

  tabTo(stop) {
    this.tabStop?.setAttribute('tabindex', '-1');
    this.tabStop = stop;
    stop?.setAttribute('tabindex', '0');
  }

  /** Up and down lead through the wires. */
  step(by) {
    const {stops} = this.card.wires, at = stops.indexOf(document.activeElement);
    const next = stops[Math.max(0, Math.min(stops.length - 1, at + by))];
    this.tabTo(next);
    next?.focus({preventScroll: true});
    if (next) next.ariaLabel = this.said.textContent;
  }

  /** Whether a key at this element did something. */
  key({key, shiftKey, target}) {
    if (target.dataset.q) return this.keyAtExample(key, shiftKey, example(target.dataset));
    if (!target.dataset.edge) return false;
    if (key === 'Enter') this.card.follow(this.card.wires.place(target.dataset.edge));
    else if (key === 'ArrowDown') this.step(1);
    else if (key === 'ArrowUp') this.step(-1);
    else return false;
    return true;
  }

  keyAtExample(key, fast, n) {
    const by = NUDGES[key], {plane, live} = this.card;
    if (by) {
      this.move(n, nudged(plane.limits, this.point(n), by.map(v => fast ? FAST * v : v)));
      put(live, this.said.textContent);
    } else if (key === 'Enter' || key === ' ') this.change({example: n, flip: true});
    else if (key === 'Delete' || key === 'Backspace') this.change({example: n, remove: true});
    else if (key === 'Insert' || key === '+') this.addBeside(n);
    else if (key === 'PageDown' || key === 'PageUp') {
      const next = plane.after(n, key === 'PageDown' ? 1 : -1);
      plane.focus(next);
      plane.stops[next].ariaLabel = this.said.textContent;
    } else return false;
    return true;
  }
}

const pair = point => point.map(value => written(value)).join(', ');
