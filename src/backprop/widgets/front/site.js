// What a page of the site does: a card's film is fetched when the card comes near, and takes the place of its picture.
// A film is a script, which a page opened as a file may load too.

import {KINDS} from './kinds.js';

const places = new Map();

globalThis.backpropFilm = (name, data) => {
  const place = places.get(name);
  place.replaceChildren(new KINDS[place.dataset.card](data, JSON.parse(place.dataset.state)).root);
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

for (const place of document.querySelectorAll('.bp-place')) {
  places.set(place.dataset.name, place);
  near.observe(place);
}
