// The stepper in a notebook: a player whose film comes from Python, and whose edits go there.

import {linked} from './link.js';
import {Player} from './player.js';

const silently = {tell: false};

const make = (data, {position, grain}, {set, ask}) => new Player(data, {
  position: position + 1,
  grain,
  moved: (i, grain) => set({position: i - 1, grain}),
  ask,
});

export default linked(make, {
  position: (player, i) => player.go(i + 1, silently),
  grain: (player, grain) => player.regroup(grain, silently),
}, {
  stale: player => { player.waiting = true; },
  still: (player, still) => player.showStill(still),
});
