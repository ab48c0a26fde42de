// What a saved page does when it is opened: each place that names a film becomes a player.

import {Player} from './player.js';

for (const place of document.querySelectorAll('[data-film]')) {
  const data = JSON.parse(document.getElementById(place.dataset.film).textContent);
  const {position, grain} = place.dataset;
  place.replaceChildren(new Player(data, {position: Number(position), grain}).root);
}
