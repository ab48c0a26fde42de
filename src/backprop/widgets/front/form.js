// Everything that is given, as a form of text fields: all digits, to be read and copied.

import {make} from './dom.js';

/** `rows` are lists of {label, text}. */
export const form = (rows, words) => {
  const root = make('div', 'bp-form');
  root.append(make('div', 'bp-refused', words.noKernel));
  for (const row of rows) {
    const line = make('div', 'bp-form-row');
    for (const {label, text} of row) {
      const place = make('label', 'bp-form-field'), input = make('input');
      input.value = text;
      input.readOnly = true;
      place.append(make('span', '', label), input);
      line.append(place);
    }
    root.append(line);
  }
  return root;
};
