// What is said of one number below the picture: its value, what it needs, what needs it, and a weight's product.

import {Ahead} from './ahead.js';
import {button, fill, make} from './dom.js';

export class Inspector {
  /** `hands` are {find, light, edit}: go to a quantity; light it in the picture, or none; edit it. */
  constructor(words, hands) {
    this.words = words;
    this.hands = hands;
    this.said = new Ahead(make('div', 'bp-inspector'), (box, told) => this.write(box, told));
    this.root = this.said.root;
    this.root.classList.add('bp-inspected');
  }

  /** Of a quantity at step i; none where there is no quantity. `beside` are pairs of what may be asked next. */
  show(film, quantity, i, beside = []) {
    if (this.film !== film) this.told = {};
    this.film = film;
    this.said.show(this.telling(quantity, i), beside.map(pair => this.telling(...pair)));
  }

  /** What is told of a quantity at a step: the same object each time, for as long as the film is the same. */
  telling(quantity, i) { return this.told[`${quantity} ${i}`] ??= {quantity, i}; }

  write(box, {quantity, i}) {
    if (!quantity) return;
    const {words, film} = this, {data} = film;
    const known = film.known(quantity, i), head = make('span', 'bp-group');
    head.append(make('b', '', data.names[quantity]));
    head.append(make('span', '', known ? `= ${data.values[quantity]}` : words.unknown));
    if (quantity in data.edits)
      head.append(button('bp-chip', words.change, event => this.hands.edit(quantity, event.currentTarget)));
    box.append(head);
    const product = this.product(film, quantity, i);
    if (product) box.append(product);
    this.chips(box, words.needs, film.needs(quantity));
    this.chips(box, words.neededBy, film.neededBy(quantity));
  }

  /** ∂C/∂w = forward × backward, each in its hue: the letters, and the numbers once they are known. */
  product(film, quantity, i) {
    const factors = film.data.products[quantity];
    if (!factors) return null;
    const [feed, delta, gradient] = factors, {names, values} = film.data, known = film.known(gradient, i);
    const shown = one => one ? (known ? values : names)[one] : '1';
    const line = make('span', 'bp-group bp-product');
    line.append(make('b', '', names[gradient]), '=', make('span', 'bp-f', shown(feed)), '×', make('span', 'bp-b', shown(delta)));
    if (known) line.append('=', make('b', '', values[gradient]));
    return line;
  }

  chips(box, word, quantities) {
    if (!quantities.length) return;
    const group = make('span', 'bp-group'), most = 12;
    group.append(make('span', 'bp-word', word));
    for (const quantity of quantities.slice(0, most)) {
      const chip = button('bp-chip', this.film.data.names[quantity], () => this.hands.find(quantity));
      for (const event of ['pointerenter', 'focus']) chip.addEventListener(event, () => this.hands.light(quantity));
      for (const event of ['pointerleave', 'blur']) chip.addEventListener(event, () => this.hands.light(null));
      group.append(chip);
    }
    if (quantities.length > most) group.append(make('span', 'bp-word', fill(this.words.more, {n: quantities.length - most})));
    box.append(group);
  }
}
