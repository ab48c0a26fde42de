// The picture of a film: an element a slot, made like another part only where the two differ.

import {difference, patch} from './patch.js';

const SVG = 'http://www.w3.org/2000/svg';
const NUMBERS = '[data-q], [data-edge]:not(.bp-hit), [data-given]';

/** The quantity an element stands for: a wire, of the network or back, stands for its weight. */
export const quantityOf = element =>
  element.dataset.q ?? element.dataset.given ?? element.dataset.edge?.replace('back ', 'w ');

/** Where a quantity is drawn: a parameter's gradients, and the parameter after the update, at the parameter. */
const drawnAt = quantity => quantity.replace(/^(?:dC_d|dL_d|new_)([wb]) /, '$1 ');

/** The number that stands where a pointer is, or null. */
export const numberAt = target => target?.closest?.('[data-q], [data-edge], [data-given]') ?? null;

export class Picture {
  /** `named(element)` gives the words by which an element is read aloud; `asked` is a quantity that is looked for. */
  constructor({width, height, least, rules, css = 'bp-d'}, slots, named, asked) {
    this.named = named;
    this.asked = asked && [asked, drawnAt(asked)];
    this.elements = new Map();  // part -> an element as it is read, which is never shown itself
    this.found = new WeakMap();  // such an element -> another -> what differs
    this.svg = document.createElementNS(SVG, 'svg');
    const {svg} = this;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('width', width);
    svg.setAttribute('height', height);
    svg.setAttribute('class', css);
    svg.style.minWidth = `${least}px`;  // on a narrower page it scrolls, so that labels stay legible
    svg.setAttribute('role', 'group');
    svg.innerHTML = `<style>${rules}</style>`;
    // For each slot: the part that stands there, that part as it was read, the node, and nodes that stood there before.
    this.places = Array.from({length: slots}, () => ({
      part: '', like: this.element(''), node: svg.appendChild(document.createComment('')), kept: new WeakMap(),
    }));
  }

  /** A part as an element, read once. */
  element(part) {
    if (!this.elements.has(part)) this.elements.set(part, this.read(part));
    return this.elements.get(part);
  }

  read(part) {
    if (!part) return document.createComment('');  // nothing stands there: nothing to style, to lay out or to paint
    const element = document.createElementNS(SVG, 'g');
    element.innerHTML = part;
    for (const number of element.querySelectorAll(NUMBERS)) {
      number.setAttribute('tabindex', '-1');
      if (this.asked?.includes(quantityOf(number))) number.classList.add('bp-asked');
      number.setAttribute('role', 'button');
      number.setAttribute('aria-label', number.querySelector('title')?.textContent ?? this.named(number));
      if (number.dataset.edge) {  // a thin line is hard to hit
        const hit = number.cloneNode(false);
        hit.setAttribute('class', 'bp-hit');
        for (const attribute of ['tabindex', 'role', 'aria-label', 'stroke-width']) hit.removeAttribute(attribute);
        hit.setAttribute('aria-hidden', 'true');
        number.before(hit);
      }
    }
    for (const plate of element.querySelectorAll('[data-plate]')) plate.parentNode.classList.add('bp-plate');
    return element;
  }

  /** What makes an element like another, found once. */
  difference(was, now) {
    if (!this.found.has(was)) this.found.set(was, new Map());
    const of = this.found.get(was);
    if (!of.has(now)) of.set(now, difference(was, now));
    return of.get(now);
  }

  /** A node like another that is to stand in a place: one that stood there before, where there is one. */
  another({kept}, like) {
    if (!kept.has(like)) kept.set(like, like.cloneNode(true));
    return kept.get(like);
  }

  /** Find what a step to come changes, so that to show it is to do that. */
  prepare(parts) {
    parts.forEach((part, slot) => {
      const place = this.places[slot], like = this.element(part);
      if (place.like.nodeName !== like.nodeName) this.another(place, like);
      else if (place.like !== like) this.difference(place.like, like);
    });
  }

  /** Show these parts, a string of SVG each slot. Where the focus was, it stays. */
  show(parts) {
    const active = this.svg.getRootNode().activeElement;
    parts.forEach((part, slot) => {
      const place = this.places[slot], {node} = place;
      if (place.part === part) return;
      const focused = active && node.contains(active);
      this.become(place, this.element(part));
      place.part = part;
      if (focused && !place.node.contains(active))
        place.node.querySelector?.(`${NUMBERS}, [data-switch]`)?.focus({preventScroll: true});
    });
  }

  become(place, like) {
    const {node, like: was} = place;
    if (was.nodeName === like.nodeName) patch(node, this.difference(was, like));
    else {
      place.node = this.another(place, like);
      place.kept.set(was, node);
      node.replaceWith(place.node);
    }
    place.like = like;
  }

  get numbers() { return [...this.svg.querySelectorAll(NUMBERS)]; }

  /** The elements of these quantities, and the labels of their wires. */
  of(quantities) {
    const wanted = new Set(quantities.flatMap(quantity => [quantity, drawnAt(quantity)]));
    return [...this.svg.querySelectorAll(`${NUMBERS}, [data-plate]`)].filter(
      one => wanted.has(one.dataset.plate ? one.dataset.plate.replace('back ', 'w ') : quantityOf(one)));
  }
}
