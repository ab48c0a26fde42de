// Words come from Python as templates; a page puts the fields in, as text.

import {fill} from '../../src/backprop/widgets/front/dom.js';
import {quantityOf} from '../../src/backprop/widgets/front/picture.js';
import {equal} from './check.js';

export const tests = {
  'fields are put in wherever they stand, and a field that is not there stays'() {
    equal(fill('{i} of {n}, {i} again, {other}', {i: 1, n: 0}), '1 of 0, 1 again, {other}');
  },
  'what is put in is no template'() {
    equal(fill('{a}{b}', {a: '{b}', b: 'x'}), '{b}x');
  },
  'of a template in two forms the number chooses'() {
    const forms = {one: '{n} update', other: '{n} updates'};
    equal([1, 0, 2].map(n => fill(forms, {n})), ['1 update', '0 updates', '2 updates']);
    equal(fill({other: '{n} 次'}, {n: 1}), '1 次');
  },
  'a wire stands for its weight, in the network and back'() {
    equal([{edge: 'w 0 1 0'}, {edge: 'back 0 1 0'}, {q: 'z 0 1'}, {given: 'b 0 1'}].map(dataset => quantityOf({dataset})),
      ['w 0 1 0', 'w 0 1 0', 'z 0 1', 'b 0 1']);
  },
};
