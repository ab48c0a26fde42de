// A comparison in a notebook: all of it comes from Python at once.

import {Compared} from './compared.js';
import {linked} from './link.js';

export default linked((data, state, {ask}) => new Compared(data, state, {ask}), {});
