// The picture of a film: an element a slot, put in place of the one before only where the part differs.

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
    this.elements = new Map();  // slot and part -> its element, read once
    this.svg = document.createElementNS(SVG, 'svg');
    const {svg} = this;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('width', width);
    svg.setAttribute('height', height);
    svg.setAttribute('class', css);
    svg.style.minWidth = `${least}px`;  // on a narrower page it scrolls, so that labels stay legible
    svg.setAttribute('role', 'group');
    svg.innerHTML = `<style>${rules}</style>`;
    this.places = Array.from({length: slots}, () => svg.appendChild(document.createComment('')));
    this.shown = this.places.map(() => '');
  }

  /** The element of a part in a slot: each slot has its own, since one part can stand in several. */
  element(slot, part) {
    const key = `${slot} ${part}`;
    if (!this.elements.has(key)) this.elements.set(key, this.read(part));
    return this.elements.get(key);
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

  /** Read the parts of a step to come, so that to show it is to put them in place. */
  prepare(parts) { parts.forEach((part, slot) => this.element(slot, part)); }

  /** Show these parts, a string of SVG each slot. Where the focus was, it stays. */
  show(parts) {
    const active = this.svg.getRootNode().activeElement;
    parts.forEach((part, slot) => {
      if (this.shown[slot] === part) return;
      const old = this.places[slot], element = this.element(slot, part);
      const focused = active && old.contains(active);
      old.replaceWith(element);
      this.places[slot] = element;
      this.shown[slot] = part;
      if (focused) element.querySelector?.(`${NUMBERS}, [data-switch]`)?.focus({preventScroll: true});
    });
  }

  get numbers() { return [...this.svg.querySelectorAll(NUMBERS)]; }

  /** The elements of these quantities, and the labels of their wires. */
  of(quantities) {
    const wanted = new Set(quantities.flatMap(quantity => [quantity, drawnAt(quantity)]));
    return [...this.svg.querySelectorAll(`${NUMBERS}, [data-plate]`)].filter(
      one => wanted.has(one.dataset.plate ? one.dataset.plate.replace('back ', 'w ') : quantityOf(one)));
  }
}
