// The kinds of card that most pages hold.

import {Asked} from './asked.js';
import {Drilled} from './drilled.js';
import {Explorer} from './explorer.js';
import {Player} from './player.js';

export const CORE = {drill: Drilled, explorer: Explorer, question: Asked, stepper: Player};
