// The plane of the examples: shades of y₁ behind them, one path a shade; each example can be pointed at.

import {Picture} from './picture.js';

export class Plane {
  /** `cells` along each side; `named(n)` gives the words for an example. */
  constructor({frame, box, drawn}, cells, named) {
    this.cells = cells;
    this.box = box;
    this.picture = new Picture(frame, 1, ({dataset}) => named(example(dataset)));
    this.picture.show([drawn]);
    this.svg = this.picture.svg;
    this.svg.setAttribute('aria-label', frame.title);
    this.shades = [...this.svg.querySelector('.bp-shades').children];
    this.stops = [...this.svg.querySelectorAll('[data-q]')];
  }

  show(rows, run, i) {
    const shades = rows.all('plane', run, i), {cells} = this, [left, top, width, height] = this.box;
    const wide = width / cells, tall = height / cells, paths = this.shades.map(() => '');
    for (let r = 0; r < cells; r++) {
      const y = (top + height - (r + 1) * tall).toFixed(1);
      for (let c = 0; c < cells;) {
        const first = c, shade = shades[r * cells + c];
        while (c < cells && shades[r * cells + c] === shade) c++;
        if (2 * shade === paths.length - 1) continue;  // the paper
        paths[shade] += `M${(left + first * wide).toFixed(1)} ${y}h${((c - first) * wide).toFixed(1)}v${tall.toFixed(1)}`
          + `h${((first - c) * wide).toFixed(1)}z`;
      }
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
