// A small field with a slider, right beside the number that it changes. Escape takes the change back.

import {button, make} from './dom.js';
import {Latest} from './latest.js';

export class Editor {
  /** `ask({edit, text})` gives a promise of {refused: words} or {}; null where nobody is there: `noKernel()` says so. */
  constructor(card, words, ask, noKernel) {
    this.card = card;
    this.words = words;
    this.ask = ask;
    this.noKernel = noKernel;
    this.latest = new Latest(async message => {
      const {refused} = await this.ask(message);
      if (!this.latest.next && message.edit === this.quantity) this.tell(refused);
    });
    this.root = make('div', 'bp-editor');
    this.root.setAttribute('role', 'dialog');
    this.root.hidden = true;
    this.name = make('label', 'bp-editor-name');
    this.field = make('input');
    this.field.type = 'text';
    this.field.inputMode = 'text';
    this.field.autocomplete = 'off';
    this.field.spellcheck = false;
    this.slider = make('input');
    this.slider.type = 'range';
    this.message = make('div', 'bp-refused');
    this.message.setAttribute('role', 'status');
    this.name.append(make('b'), this.field);
    this.root.append(this.name, button('bp-close', words.close, () => this.close(), 'close'), this.slider, this.message);
    this.field.addEventListener('change', () => this.send(this.field.value));
    this.slider.addEventListener('input', () => {
      this.field.value = this.slider.value;
      this.send(this.slider.value);
    });
    this.root.addEventListener('keydown', event => this.key(event));
    this.root.addEventListener('focusout', event => {
      if (event.relatedTarget && !this.root.contains(event.relatedTarget)) this.hide();
    });
  }

  /** Open for a quantity: `handle` is {text, low, high, step}; `near` is the element beside which it stands. */
  open(quantity, name, handle, near) {
    this.quantity = quantity;
    this.before = this.sent = handle.text;
    this.back = near;
    this.name.firstChild.textContent = name;
    this.root.setAttribute('aria-label', name);
    this.field.value = handle.text;
    const {low, high, step} = handle;
    this.slider.hidden = low === undefined;
    Object.assign(this.slider, {min: low, max: high, step, value: handle.text});
    this.slider.setAttribute('aria-label', name);
    this.message.replaceChildren(this.ask ? '' : this.noKernel());
    this.field.readOnly = this.slider.disabled = !this.ask;
    this.root.hidden = false;
    this.place(near);
    this.field.focus({preventScroll: true});
    this.field.select();
  }

  place(near) {
    const at = near.getBoundingClientRect(), card = this.card.getBoundingClientRect();
    const {offsetWidth: width, offsetHeight: height} = this.root;
    const left = Math.max(8, Math.min(card.width - width - 8, (at.left + at.right) / 2 - card.left - width / 2));
    const below = at.bottom - card.top + 8;
    const top = below + height < card.height ? below : Math.max(8, at.top - card.top - height - 8);
    Object.assign(this.root.style, {left: `${left}px`, top: `${top}px`});
  }

  key(event) {
    if (event.key === 'Escape') {
      if (this.sent !== this.before) this.send(this.before);
      this.close();
    } else if (event.key === 'Enter' && event.target === this.field) {
      if (this.sent === this.field.value) this.close();
      else this.send(this.field.value);
    } else if (event.key === 'Enter' && event.target === this.slider) this.close();
    else if (event.key !== 'Tab') return void event.stopPropagation();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  send(text) {
    if (!this.ask || text === this.sent && !this.message.textContent) return;
    this.sent = text;
    this.latest.send({edit: this.quantity, text});
  }

  tell(refused) {
    this.message.textContent = refused ?? '';
    this.field.setAttribute('aria-invalid', Boolean(refused));
    if (!refused) this.slider.value = this.field.value;
  }

  hide() { this.root.hidden = true; }

  close() {
    this.hide();
    if (this.back?.isConnected) this.back.focus({preventScroll: true});
    else this.card.querySelector('.bp-view [tabindex="0"]')?.focus({preventScroll: true});
  }
}
