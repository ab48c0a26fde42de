// What a page of the site does: a card's film is fetched when the card comes near, and takes the place of its picture.
// A film is a script, which a page opened as a file may load too. What scrolls can be reached by keyboard.

import {CORE} from './core.js';

globalThis.backpropFilm = (name, data) => {
  const place = document.querySelector(`[data-name="${name}"]`), Kind = CORE[place.dataset.card];
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

const BOXES = 'pre, .bp-picture, .table-wrapper, .cell_output table, div.math';
const scrolls = new ResizeObserver((entries) => {
  for (const box of new Set(entries.map(({target}) => target.closest(BOXES)))) {
    if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  }
});

document.addEventListener('DOMContentLoaded', () => {
  for (const place of document.querySelectorAll('.bp-place:not(.bp-there)')) near.observe(place);
  for (const box of document.querySelectorAll(BOXES))
    for (const sized of [box, ...box.children]) scrolls.observe(sized);  // a picture grows when it comes
});
