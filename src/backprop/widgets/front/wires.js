// The network while it is trained: the width, the dash and the number of every wire; a cross on a neuron that has died.

import {signed} from './numbers.js';
import {Picture} from './picture.js';

const LONG = 6;  // signs beyond which a number is drawn narrower, so that it stays on its plate
const PLATE = 40;

export class Wires {
  /** `data` is {frame, drawn, edges: {name: place}}; `names` those of the parameters. */
  constructor({frame, drawn, edges}, names, fine) {
    this.edges = edges;
    this.fine = fine;
    this.picture = new Picture(frame, 1, ({dataset}) => names[this.place(dataset.edge)]);
    this.picture.show([drawn]);
    this.svg = this.picture.svg;
    this.svg.setAttribute('aria-label', frame.title);
    const every = choice => [...this.svg.querySelectorAll(choice)];
    this.wires = every('[data-edge]:not(.bp-hit)').map(element => this.of(element, element.dataset.edge));
    this.numbers = every('[data-number]').map(element => this.of(element, element.dataset.number));
    this.crosses = every('[data-neuron]');
    this.back = new Set(this.wires.filter(({back}) => back).map(({element}) => element));
    for (const element of this.back) element.setAttribute('aria-hidden', 'true');  // its weight tells both
  }

  /** The place of the parameter that an edge stands for. */
  place(edge) { return this.edges[edge.replace('back ', 'w ')]; }

  of(element, edge) { return {element, place: this.place(edge), back: edge.startsWith('back')}; }

  /** The wires that lead forward, in the order of reading. */
  get stops() { return this.wires.filter(({back}) => !back).map(({element}) => element); }

  /** The element of a parameter's wire. */
  wire(place) { return this.wires.find(one => one.place === place && !one.back)?.element; }

  show(rows, run, i, hidden) {
    const values = [rows.all('parameters', run, i), rows.all('slopes', run, i)];
    const widths = [rows.all('weights', run, i), rows.all('gradients', run, i)];
    for (const wire of this.wires) {
      const kind = wire.back ? 1 : 0, width = widths[kind][wire.place], minus = values[kind][wire.place] < 0;
      if (wire.width !== width) wire.element.setAttribute('stroke-width', width / this.fine);
      if (wire.minus !== minus) wire.element.classList.toggle('neg', minus);
      wire.width = width;
      wire.minus = minus;
    }
    for (const {element, place, back} of this.numbers) {
      const text = signed(values[back ? 1 : 0][place], 2);
      if (element.textContent === text) continue;
      element.textContent = text;
      if (text.length > LONG) {
        element.setAttribute('textLength', PLATE);
        element.setAttribute('lengthAdjust', 'spacingAndGlyphs');
      } else element.removeAttribute('textLength');
    }
    const died = rows.all('dead', run, i);
    for (const cross of this.crosses) {
      const [layer, row] = cross.dataset.neuron.split(' ').map(Number);
      const dead = died[hidden.slice(0, layer).reduce((sum, n) => sum + n, row)];
      if (Boolean(cross.textContent) !== Boolean(dead)) cross.textContent = dead ? '✗' : '';
    }
  }
}
