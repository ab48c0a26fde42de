// Everything that can be edited, as a form of text fields and choices.

import {committed, make} from './dom.js';

export class Form {
  /**
   * `rows` are lists of {key, label, text} and perhaps choices or a hint; `leftOut` says what has no field; `ask` and
   * `noKernel` as for the editor.
   */
  constructor(rows, leftOut, ask, noKernel) {
    this.ask = ask;
    this.root = make('div', 'bp-form');
    this.fields = new Map();
    this.leftOut = make('div', 'bp-left-out');
    if (!ask) {
      const said = make('div', 'bp-refused');
      said.append(noKernel());
      this.root.append(said);
    }
    this.root.append(this.leftOut);
    this.draw(rows, leftOut);
  }

  /** The rows anew; a field that somebody writes in, or whose answer was refused, is left as it is. */
  draw(rows, leftOut) {
    this.leftOut.textContent = leftOut;
    const keys = rows.flat().map(({key}) => key);
    if (keys.length === this.fields.size && keys.every(key => this.fields.has(key))) {
      for (const {key, text} of rows.flat()) {
        const {input, message} = this.fields.get(key);
        if (input.ownerDocument.activeElement !== input && !message.textContent) input.value = text;
      }
      return;
    }
    this.fields.clear();
    this.root.querySelectorAll('.bp-form-row').forEach(row => row.remove());
    for (const row of rows) {
      const line = make('div', 'bp-form-row');
      for (const one of row) line.append(this.field(one));
      this.leftOut.before(line);
    }
  }

  field({key, label, text, choices, hint}) {
    const place = make('label', 'bp-form-field'), input = make(choices ? 'select' : 'input');
    for (const [id, name] of Object.entries(choices ?? {})) {
      const option = make('option', '', name);
      option.value = id;
      input.append(option);
    }
    input.value = text;
    input.disabled = !this.ask;
    if (!choices) input.spellcheck = false;
    if (hint) input.placeholder = hint;
    const message = make('span', 'bp-refused');
    message.setAttribute('role', 'status');
    committed(input, async text => {
      const {refused} = await this.ask({edit: key, text});
      message.textContent = refused ?? '';
      input.setAttribute('aria-invalid', Boolean(refused));
    });
    place.append(make('span', '', label), input, message);
    this.fields.set(key, {input, message});
    return place;
  }
}
