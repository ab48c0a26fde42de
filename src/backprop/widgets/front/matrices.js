// The matrix view: the same step as matrices with their shapes. What the step makes is lit, and what it is made of.

import {make, segmented} from './dom.js';

export class Matrices {
  /** `words` are {convention, conventions: {id: name}}; `find(quantity)` is called for a number that is clicked. */
  constructor(film, words, find) {
    this.film = film;
    this.unknown = words.unknown;
    this.convention = Object.keys(film.data.matrices)[0];
    this.root = make('div', 'bp-matrices');
    this.equations = make('div', 'bp-equations');
    this.choice = segmented(words.convention, words.conventions, this.convention, id => {
      this.convention = id;
      this.choice.choose(id);
      this.drawn = null;
      this.show(this.position, this.lit);
    });
    this.root.append(this.equations, this.choice);
    this.equations.addEventListener('click', event => {
      const cell = event.target.closest('[data-q]');
      if (cell) find(cell.dataset.q);
    });
  }

  /** Show step i; lit are the quantities that it makes. */
  show(i, lit) {
    this.position = i;
    this.lit = lit;
    const those = this.film.steps[i].matrices ?? this.film.steps[1].matrices, key = `${those}`;
    if (this.drawn !== key) {
      this.cells = [];
      this.equations.replaceChildren(...those.flatMap(id => this.film.data.matrices[this.convention][id] ?? []).map(
        equation => this.equation(equation)));
      this.drawn = key;
    }
    const needed = new Set(lit.flatMap(quantity => this.film.needs(quantity))), now = new Set(lit);
    for (const {cell, quantity, text, after} of this.cells) {
      const known = (quantity ? [quantity] : after).every(one => this.film.known(one, i));
      const shown = known ? text ?? this.film.data.values[quantity] : '';
      if (cell.textContent !== shown) cell.textContent = shown;
      if (quantity) cell.setAttribute('aria-label', `${cell.title}: ${shown || this.unknown}`);
      cell.classList.toggle('bp-unknown', !known);
      cell.classList.toggle('bp-now', now.has(quantity));
      // A number that is no quantity of its own, such as a slope, is lit with what it hangs on.
      const hangs = quantity ? needed.has(quantity) : after.length > 0 && after.every(one => needed.has(one));
      cell.classList.toggle('bp-used', hangs);
    }
  }

  equation([makes, ...of]) {
    const line = make('div', 'bp-equation');
    line.append(this.matrix(makes));
    if (of.length) line.append(make('span', 'bp-op', '='));
    for (const piece of of) line.append(typeof piece === 'string' ? operator(piece) : this.matrix(piece));
    return line;
  }

  matrix([letter, shape, rows]) {
    const block = make('div', 'bp-matrix'), head = make('div', 'bp-letter'), grid = make('div', 'bp-cells');
    head.innerHTML = letter;
    grid.style.gridTemplateColumns = `repeat(${rows[0].length}, auto)`;
    for (const one of rows.flat()) grid.append(this.cell(one));
    block.append(head, grid, make('div', 'bp-shape', shape));
    return block;
  }

  /** A quantity, or [text, and what must be known before it stands there]. */
  cell(one) {
    const cell = make('span', 'bp-cell'), [text, ...after] = typeof one === 'string' ? [] : one;
    const quantity = typeof one === 'string' ? one : null;
    if (quantity) {
      cell.dataset.q = quantity;
      cell.title = this.film.data.names[quantity] ?? '';
      cell.tabIndex = -1;
      cell.setAttribute('role', 'button');
    }
    this.cells.push({cell, quantity, text, after});
    return cell;
  }

  get numbers() { return this.cells.filter(({quantity}) => quantity).map(({cell}) => cell); }
}

const operator = mathml => {
  const one = make('span', 'bp-op');
  one.innerHTML = mathml;
  return one;
};
