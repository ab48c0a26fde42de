// What stands beside a number that is given when somebody sets out to change it: all its digits, and what it would take.

import {button, make} from './dom.js';

export class Editor {
  constructor(card, words) {
    this.card = card;
    this.root = make('div', 'bp-editor');
    this.root.setAttribute('role', 'dialog');
    this.root.hidden = true;
    const name = make('label', 'bp-editor-name');
    this.name = make('b');
    this.field = make('input');
    this.field.readOnly = true;
    name.append(this.name, this.field);
    const message = make('div', 'bp-refused', words.noKernel);
    message.setAttribute('role', 'status');
    this.root.append(name, button('bp-close', words.close, () => this.close(), 'close'), message);
    this.root.addEventListener('keydown', event => this.key(event));
    this.root.addEventListener('focusout', ({relatedTarget}) => {
      if (relatedTarget && !this.root.contains(relatedTarget)) this.root.hidden = true;
    });
  }

  /** Open beside the element `near`. */
  open(name, text, near) {
    this.back = near;
    this.name.textContent = name;
    this.root.setAttribute('aria-label', name);
    this.field.value = text;
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

  /** Escape closes it, and Enter; no key in it steps. */
  key(event) {
    event.stopPropagation();
    if (event.key !== 'Escape' && !(event.key === 'Enter' && event.target === this.field)) return;
    event.preventDefault();
    this.close();
  }

  close() {
    this.root.hidden = true;
    this.back.focus({preventScroll: true});
  }
}
