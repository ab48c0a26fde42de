// An explorer in a notebook: its film comes from Python, where it stands is kept there, and changes are asked for there.

import {Explorer} from './explorer.js';
import {linked} from './link.js';

const make = (data, {place}, {set, ask}) => new Explorer(data, {place, moved: place => set({place}), ask});

export default linked(make, {place: (explorer, place) => explorer.go(place, {tell: false})});
