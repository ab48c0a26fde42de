// One quiet menu: what is needed now and then. Each entry closes it but the one that opens a part of the card.

import {button, make} from './dom.js';

export class Menu {
  /** `entries` is a list of {name, run} or {name, chosen, run} for one that is switched on and off. */
  constructor(words, entries) {
    this.entries = entries;
    this.root = make('div', 'bp-menu');
    this.opener = button('bp-opener', words.menu, () => this.toggle(), 'menu');
    this.opener.setAttribute('aria-expanded', false);
    this.opener.setAttribute('aria-haspopup', 'true');
    this.list = make('div', 'bp-menu-list');
    this.list.hidden = true;
    this.root.append(this.opener, this.list);
    this.root.addEventListener('keydown', event => this.key(event));
    this.root.addEventListener('focusout', event => {
      if (!this.root.contains(event.relatedTarget)) this.toggle(false);
    });
  }

  toggle(open = this.list.hidden) {
    if (open) this.list.replaceChildren(...this.entries().map(entry => this.entry(entry)));
    this.list.hidden = !open;
    this.opener.setAttribute('aria-expanded', open);
    if (open) this.list.querySelector('button')?.focus();
  }

  entry({name, heading, chosen, run}) {
    if (heading) return make('div', 'bp-menu-heading', name);
    const one = button('', name, () => {
      this.toggle(false);
      this.opener.focus();
      run();
    });
    if (chosen !== undefined) one.setAttribute('aria-pressed', chosen);
    return one;
  }

  key(event) {
    const buttons = [...this.list.querySelectorAll('button')], at = buttons.indexOf(event.target);
    if (event.key === 'Escape') {
      this.toggle(false);
      this.opener.focus();
    } else if (event.key === 'ArrowDown' && !this.list.hidden) buttons[(at + 1) % buttons.length].focus();
    else if (event.key === 'ArrowUp' && !this.list.hidden) buttons.at(at - 1).focus();
    else if (![' ', 'Enter'].includes(event.key)) return;
    else return void event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  }
}
