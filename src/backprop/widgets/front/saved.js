// What a saved page does when it is opened: each place that names a film becomes a card of its kind.

import {KINDS} from './kinds.js';

for (const place of document.querySelectorAll('[data-film]')) {
  const data = JSON.parse(document.getElementById(place.dataset.film).textContent);
  place.replaceChildren(new KINDS[place.dataset.card](data, JSON.parse(place.dataset.state)).root);
}
