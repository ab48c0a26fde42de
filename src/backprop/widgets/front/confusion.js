// A table of how often each digit was taken for each: its cells are pointed at, moved among with keys, and chosen.

import {headed, make} from './dom.js';

const TEN = [...Array(10).keys()];
const BY = {ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0]};

export class Confusion {
  /** `words` has the names; `named(digit, guess, n)` gives those of a cell; `pointed` and `chosen` are told of a cell. */
  constructor(words, named, pointed, chosen) {
    this.named = named;
    this.root = make('table', 'bp-confusion');
    this.root.setAttribute('aria-label', words.table);
    const head = this.root.createTHead(), over = head.insertRow(), body = this.root.createTBody();
    over.insertCell();
    const taken = over.appendChild(make('th', '', words.taken));
    taken.colSpan = 10;
    const row = head.insertRow();
    row.append(make('th', '', words.digit), ...TEN.map(guess => headed('col', guess)));
    this.cells = TEN.map(digit => {
      const line = body.insertRow();
      line.append(headed('row', digit));
      return TEN.map(guess => {
        const one = make('button', digit === guess ? 'bp-same' : '');
        one.type = 'button';
        one.tabIndex = digit || guess ? -1 : 0;
        one.cell = [digit, guess];
        line.insertCell().append(one);
        return one;
      });
    });
    const cell = ({target}) => target.closest('button')?.cell;
    this.root.addEventListener('pointerover', event => pointed(cell(event) ?? null));
    this.root.addEventListener('pointerleave', () => pointed(null));
    this.root.addEventListener('focusin', event => {
      pointed(cell(event) ?? null);
      if (cell(event)) for (const one of this.cells.flat()) one.tabIndex = one === event.target ? 0 : -1;
    });
    this.root.addEventListener('focusout', () => pointed(null));
    this.root.addEventListener('click', event => cell(event) && chosen(cell(event)));
  }

  /** `counts` are those of all cells, row after row; `chosen` is a cell, or nothing. */
  show(counts, [digit, guess]) {
    this.cells.flat().forEach((one, at) => {
      const n = counts[at], [row, column] = one.cell, text = !n ? '' : row === column ? String(n) : `✗${n}`;
      if (one.textContent !== text) one.textContent = text;
      one.style.setProperty('--count', n);
      one.classList.toggle('bp-wrong', row !== column && n > 0);
      one.ariaLabel = this.named(row, column, n);
      one.setAttribute('aria-pressed', row === digit && column === guess);
    });
  }

  /** Whether a key led to another cell. */
  key(key) {
    const from = document.activeElement?.cell;
    if (!from || !this.root.contains(document.activeElement) || !(key in BY)) return false;
    const [row, column] = from.map((at, n) => Math.max(0, Math.min(9, at + BY[key][n])));
    this.cells[row][column].focus();
    return true;
  }
}
