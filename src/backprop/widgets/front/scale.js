// A scale: one of several values in order, chosen with a drag, a click, or keys; beside it the value, which may be typed.

import {chip} from './card.js';
import {make} from './dom.js';

export class Scale {
  /** `name` is read aloud; `go(i)` is called with the value that was asked for; `open(near)`, where it can be typed. */
  constructor(name, go, open) {
    this.go = go;
    this.root = make('div', 'bp-scale');
    this.text = open ? chip('', event => open(event.currentTarget)) : make('span');
    this.text.classList.add('bp-scale-text');
    this.rail = make('div', 'bp-scale-rail');
    this.rail.tabIndex = 0;
    this.rail.setAttribute('role', 'slider');
    this.rail.setAttribute('aria-label', name);
    this.rail.setAttribute('aria-valuemin', 0);
    this.track = make('div', 'bp-scale-track');
    this.done = make('i');
    this.thumb = make('div', 'bp-thumb');
    this.rail.append(this.track, this.thumb);
    this.root.append(this.text, this.rail);
    this.rail.addEventListener('pointerdown', event => {
      this.rail.setPointerCapture(event.pointerId);
      this.to(event);
    });
    this.rail.addEventListener('pointermove', event => {
      if (this.rail.hasPointerCapture(event.pointerId)) this.to(event);
    });
    this.rail.addEventListener('keydown', event => this.key(event));
  }

  to(event) {
    const {left, width} = this.track.getBoundingClientRect();
    this.ask(Math.round((event.clientX - left) / width * this.last));
  }

  ask(i) {
    i = Math.max(0, Math.min(this.last, i));
    if (i !== this.at) this.go(i);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = stepped(event.key, this.at, this.last);
    if (to === undefined) return;
    this.ask(to);
    event.preventDefault();
    event.stopPropagation();
  }

  /** `texts` are the values as they are read, `i` the one that is chosen. */
  show(texts, i) {
    this.at = i;
    this.last = texts.length - 1;
    if (this.ticks !== this.last) {
      this.ticks = this.last;
      this.text.style.minWidth = `calc(${Math.max(...texts.map(text => text.length))}ch + 24px)`;
      const few = this.last > 0 && this.last <= 20 ? texts : [];
      this.track.replaceChildren(this.done, ...few.map((_, n) => {
        const tick = make('b');
        tick.style.left = `${100 * n / this.last}%`;
        return tick;
      }));
    }
    const share = `${this.last ? 100 * i / this.last : 0}%`;
    this.thumb.style.left = `calc(6px + (100% - 12px) * ${this.last ? i / this.last : 0})`;
    this.done.style.width = share;
    this.text.textContent = texts[i];
    this.rail.setAttribute('aria-valuemax', this.last);
    this.rail.setAttribute('aria-valuenow', i);
    this.rail.setAttribute('aria-valuetext', texts[i]);
  }
}

/** Where a key leads from i on an axis; undefined for a key that does not. */
export const stepped = (key, i, last) => ({
  ArrowRight: i + 1, ArrowUp: i + 1, ArrowLeft: i - 1, ArrowDown: i - 1,
  PageUp: i + 10, PageDown: i - 10, Home: 0, End: last,
})[key];
