// What a page of the site does: a card's film is fetched when the card comes near, and takes the place of its picture.
// A film is a script, which a page opened as a file may load too. What scrolls can be reached by keyboard.

import {KINDS} from './kinds.js';

globalThis.backpropFilm = (name, data) => {
  const place = document.querySelector(`[data-name="${name}"]`), Kind = KINDS[place.dataset.card];
  place.replaceChildren(new Kind(data, JSON.parse(place.dataset.state)).root);
  place.classList.add('bp-there');
};

const near = new IntersectionObserver((entries) => {
  for (const {isIntersecting, target} of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    const script = document.createElement('script');
    script.src = target.dataset.film;
    document.head.append(script);
  }
}, {rootMargin: '800px'});

const scrolls = new ResizeObserver((entries) => {
  for (const {target} of entries) {
    if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
  }
});

document.addEventListener('DOMContentLoaded', () => {
  for (const place of document.querySelectorAll('.bp-place:not(.bp-there)')) near.observe(place);
  for (const box of document.querySelectorAll('pre, .bp-picture, .table-wrapper, .cell_output table, div.math'))
    scrolls.observe(box);
});
