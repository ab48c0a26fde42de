// A drill in a notebook: the questions come from Python.

import {Drilled} from './drilled.js';
import {linked} from './link.js';

const make = (data, {_said: said}, {ask}) => new Drilled(data, {ask, said});

export default linked(make, {_said: (card, said) => card.tell(said)});
