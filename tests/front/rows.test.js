// Rows of numbers come in pieces, and each number is found where Python put it.

import {Rows} from '../../src/backprop/widgets/front/rows.js';
import {equal} from './check.js';

// Two runs; of each a loss and two parameters, and three shades.
const columns = {floats: {loss: 1, parameters: 2}, bytes: {plane: 2, dead: 1}};
const made = () => new Rows(columns, 2, 9);

/** A piece of rows from `first` on: the float at place p of row i is 100 i + p, and the byte 10 i + p. */
const piece = (first, rows, shift = 0) => {
  const buffer = new ArrayBuffer(shift + rows * (6 * 4 + 6)), view = new DataView(buffer, shift);
  for (let i = 0; i < rows; i++)
    for (let p = 0; p < 6; p++) {
      view.setFloat32((6 * i + p) * 4, 100 * (first + i) + p, true);
      view.setUint8(rows * 24 + 6 * i + p, 10 * (first + i) + p);
    }
  return view;
};

export const tests = {
  'each number stands where it was put, of either run'() {
    const rows = made();
    equal(rows.take(0, piece(0, 3)), true);
    equal([rows.one('loss', 0, 2), rows.one('loss', 1, 2), rows.one('parameters', 1, 1, 1)], [200, 203, 105]);
    equal([[...rows.all('parameters', 0, 1)], [...rows.all('plane', 1, 2)], rows.one('dead', 0, 1)],
      [[101, 102], [23, 24], 12]);
  },
  'pieces follow on one another, wherever they begin in their buffer'() {
    const rows = made();
    rows.take(0, piece(0, 2));
    equal([rows.take(2, piece(2, 3, 7)), rows.count, rows.one('loss', 1, 4), rows.one('dead', 1, 4)], [true, 5, 403, 45]);
  },
  'a piece that came before, or from further on, is let go'() {
    const rows = made();
    rows.take(0, piece(0, 2));
    equal([rows.take(0, piece(5, 2)), rows.take(3, piece(3, 1)), rows.count, rows.one('loss', 0, 0)], [false, false, 2, 0]);
  },
  'an empty piece is none'() {
    equal(made().take(0, new DataView(new ArrayBuffer(0))), false);
  },
};
