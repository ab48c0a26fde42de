// The kinds of card that a page can hold with no kernel.

import {Asked} from './asked.js';
import {Compared} from './compared.js';
import {Drilled} from './drilled.js';
import {Explorer} from './explorer.js';
import {Player} from './player.js';
import {Reader} from './reader.js';
import {Trained} from './trained.js';

export const KINDS = {
  comparison: Compared, digits: Reader, drill: Drilled, explorer: Explorer, question: Asked, stepper: Player, training: Trained,
};
