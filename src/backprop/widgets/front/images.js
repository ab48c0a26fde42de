// Small images of ink on paper, drawn from a byte for each pixel: buttons in a row, of which one can be focused.

import {make} from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const SIDE = 8;  // pixels along each side of an image

export class Images {
  /** `ink` has a letter for each pixel of all images, from 0 to `levels` in base 36. `named(n)` gives the words of one, `pointed(n)` is told. */
  constructor({ink, levels}, label, named, pointed) {
    this.ink = ink;
    this.levels = levels;
    this.named = named;
    this.pointed = pointed;
    this.made = new Map();  // image -> its button, made once
    this.shown = [];
    this.root = make('div', 'bp-images');
    this.root.setAttribute('role', 'group');
    this.root.setAttribute('aria-label', label);
    this.root.addEventListener('pointerover', event => this.at(event));
    this.root.addEventListener('focusin', event => this.at(event));
    this.root.addEventListener('click', event => this.at(event));
  }

  at({target}) {
    const one = target.closest('button');
    if (one) this.pointed(one.image);
  }

  /** One image, as a picture: a path a level of ink. */
  drawn(n) {
    const svg = document.createElementNS(SVG, 'svg'), paths = new Map();
    svg.setAttribute('viewBox', `0 0 ${SIDE} ${SIDE}`);
    svg.setAttribute('aria-hidden', 'true');
    for (let at = 0; at < SIDE * SIDE; at++) {
      const level = parseInt(this.ink[n * SIDE * SIDE + at], 36);
      if (level) paths.set(level, `${paths.get(level) ?? ''}M${at % SIDE} ${Math.floor(at / SIDE)}h1v1h-1z`);
    }
    for (const [level, d] of paths) {
      const path = svg.appendChild(document.createElementNS(SVG, 'path'));
      path.setAttribute('d', d);
      path.setAttribute('opacity', level / this.levels);
    }
    return svg;
  }

  button(n) {
    if (!this.made.has(n)) {
      const one = make('button', 'bp-image');
      one.type = 'button';
      one.image = n;
      one.append(this.drawn(n), make('span'));
      this.made.set(n, one);
    }
    return this.made.get(n);
  }

  /** Show these images, each with {words, wrong}; where the focus was, it stays, or goes to the first. */
  show(list, caption) {
    const focused = this.root.contains(document.activeElement);
    if (list.join() !== this.shown.join()) this.root.replaceChildren(...list.map(n => this.button(n)));
    this.shown = list;
    for (const n of list) {
      const one = this.button(n), {words, wrong} = caption(n);
      if (one.lastChild.textContent !== words) one.lastChild.textContent = words;
      one.classList.toggle('bp-wrong', wrong);
      one.ariaLabel = this.named(n);
    }
    if (focused && !this.root.contains(document.activeElement)) this.root.firstChild?.focus({preventScroll: true});
  }

  /** The image that is looked at: marked, and the one that Tab reaches. */
  mark(n) {
    const stop = this.shown.includes(n) ? n : this.shown[0];
    for (const each of this.shown) {
      const one = this.made.get(each);
      one.tabIndex = each === stop ? 0 : -1;
      if (each === n) one.setAttribute('aria-current', true);
      else one.removeAttribute('aria-current');
    }
  }

  /** Whether a key led to another image. */
  key(key) {
    const all = [...this.root.children], at = all.indexOf(document.activeElement);
    if (at < 0) return false;
    const top = all[0].offsetTop, found = all.findIndex(one => one.offsetTop > top), row = found < 0 ? all.length : found;
    const to = {
      ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + row, ArrowUp: at - row, Home: 0, End: all.length - 1,
    }[key];
    if (to === undefined) return false;
    all[Math.max(0, Math.min(all.length - 1, to))].focus();
    return true;
  }
}
