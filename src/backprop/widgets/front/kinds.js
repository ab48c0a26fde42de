// The kinds of card that a page can hold with no kernel.

import {Compared} from './compared.js';
import {CORE} from './core.js';
import {Reader} from './reader.js';
import {Trained} from './trained.js';

export const KINDS = {...CORE, comparison: Compared, digits: Reader, training: Trained};
