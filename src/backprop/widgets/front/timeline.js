// The timeline: every step from the first to the last, coloured by phase; dragged, or moved with keys.

import {make} from './dom.js';

export class Timeline {
  /** `go(i)` is called with the step that was asked for; `words` are {step, phases: {id: name}}. */
  constructor(film, words, go) {
    this.film = film;
    this.words = words;
    this.rail = make('div', 'bp-rail');
    this.rail.tabIndex = 0;
    this.rail.setAttribute('role', 'slider');
    this.rail.setAttribute('aria-label', words.step);
    this.rail.setAttribute('aria-valuemin', 0);
    this.thumb = make('div', 'bp-thumb');
    const to = event => {
      const {left, width} = this.rail.getBoundingClientRect();
      go(this.film.within((event.clientX - left) / width * this.film.last));
    };
    this.rail.addEventListener('pointerdown', event => {
      this.rail.setPointerCapture(event.pointerId);
      to(event);
    });
    this.rail.addEventListener('pointermove', event => {
      if (this.rail.hasPointerCapture(event.pointerId)) to(event);
    });
    this.draw();
  }

  /** The segments of the grain that is chosen. */
  draw() {
    const {film, rail, thumb} = this;
    rail.setAttribute('aria-valuemax', film.last);
    this.segments = film.phases.map(({phase, first, last}) => {
      const segment = make('div', 'bp-segment');
      segment.dataset.phase = phase;
      segment.style.left = `${100 * (first - 1) / film.last}%`;
      segment.style.width = `${100 * (last - first + 1) / film.last}%`;
      segment.append(make('i'), make('span', '', this.words.phases[phase]));
      return {segment, first, last};
    });
    rail.replaceChildren(...this.segments.map(({segment}) => segment), thumb);
    this.settle();
  }

  /** Where names would lie on one another, the longer phases keep theirs: the headline names them all. */
  settle() {
    const kept = [], names = this.segments.map(({segment}) => segment.lastChild);
    names.forEach(name => { name.hidden = false; });
    const places = names.map(name => name.getBoundingClientRect());
    const order = [...names.keys()].sort((one, other) => size(this.segments[other]) - size(this.segments[one]));
    const {right} = this.rail.getBoundingClientRect();
    for (const i of order) {
      const place = places[i];
      const lies = kept.some(other => place.left < other.right + 6 && place.right + 6 > other.left);
      names[i].hidden = lies || place.right > right + 1;
      if (!names[i].hidden) kept.push(place);
    }
  }

  show(i, told) {
    for (const {segment, first, last} of this.segments) {
      segment.classList.toggle('bp-here', i >= first && i <= last);
      const done = Math.max(0, Math.min(1, (i - first + 1) / (last - first + 1)));
      segment.firstChild.style.width = `${100 * done}%`;
    }
    this.thumb.style.left = `${100 * i / this.film.last}%`;
    this.rail.setAttribute('aria-valuenow', i);
    this.rail.setAttribute('aria-valuetext', told);
  }
}

const size = ({first, last}) => last - first;
