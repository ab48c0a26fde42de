// A question in a notebook: what is answered goes to Python, and what it says of the answer comes back to every view.

import {Asked} from './asked.js';
import {linked} from './link.js';

const make = (data, {_said: said}, {ask}) => new Asked(data, {ask, said});

export default linked(make, {_said: (card, said) => card.tell(said)});
