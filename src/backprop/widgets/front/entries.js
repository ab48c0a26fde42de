// An array as a table of numbers: its entries are pointed at, and moved among with keys. Two of them can go together.

import {headed, make} from './dom.js';

const BY = {ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0]};

export class Entries {
  /** `rows` are texts, `said` names the table, `differ` says of each entry whether it differs, or is null; if `crossed`, with a cross. */
  constructor({rows, said}, differ, crossed, pointed) {
    this.root = make('div', 'bp-array');
    const table = make('table', 'bp-entries'), head = table.createTHead().insertRow(), body = table.createTBody();
    table.setAttribute('aria-label', said);
    this.root.append(make('div', 'bp-shape', said), table);
    head.append(headed('col', ''), ...(rows[0] ?? []).map((_, c) => headed('col', c)));
    this.cells = rows.map((row, r) => {
      const line = body.insertRow();
      line.append(headed('row', r));
      return row.map((text, c) => {
        const wrong = differ?.[r]?.[c], one = line.insertCell().appendChild(make('button', '', wrong && crossed ? `✗ ${text}` : text));
        one.type = 'button';
        one.place = [r, c];
        one.tabIndex = -1;
        if (wrong) one.classList.add(crossed ? 'bp-differs' : 'bp-right-one');
        return one;
      });
    });
    this.all = this.cells.flat();
    if (this.all.length) this.all[0].tabIndex = 0;
    this.root.addEventListener('focusin', ({target}) => {  // the one with the focus is the tab stop
      if (target.place) for (const one of this.all) one.tabIndex = one === target ? 0 : -1;
    });
    const place = ({target}) => target.closest('button')?.place ?? null;
    for (const happens of ['pointerover', 'focusin', 'click']) this.root.addEventListener(happens, event => pointed(place(event)));
  }

  /** The entry there stands out. */
  mark(place) {
    for (const one of this.all) one.classList.toggle('bp-here', Boolean(place) && one.place.join() === place.join());
  }

  named(words) { for (const one of this.all) one.ariaLabel = words(one.place); }

  /** Whether a key led to another entry. */
  key(key) {
    const from = document.activeElement?.place;
    if (!from || !this.root.contains(document.activeElement) || !(key in BY)) return false;
    const row = Math.max(0, Math.min(this.cells.length - 1, from[0] + BY[key][0]));
    const column = Math.max(0, Math.min(this.cells[row].length - 1, from[1] + BY[key][1]));
    this.cells[row][column].focus();
    return true;
  }
}
