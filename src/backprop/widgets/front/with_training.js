// What a page of the site with a training player needs beside site.js.

import {CORE} from './core.js';
import {Trained} from './trained.js';

CORE.training = Trained;
