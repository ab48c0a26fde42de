// What a page of the site with the digits needs beside site.js.

import {Compared} from './compared.js';
import {CORE} from './core.js';
import {Reader} from './reader.js';

Object.assign(CORE, {comparison: Compared, digits: Reader});
