// A number as it is typed: the cases stand in tests/exercises/test_typed.py too.

import {read} from '../../src/backprop/widgets/front/typed.js';
import {equal} from './check.js';

export const tests = {
  'a fraction with any slash or in one sign, behind any dash'() {
    const typed = ['−3⁄2', '-3∕2', '˗1.5', '−1½', '- 1½', '½', '⅜', '11½', '-3/2'];
    equal(typed.map(read), [-1.5, -1.5, -1.5, -1.5, -1.5, 0.5, 0.375, 11.5, -1.5]);
  },
  'digits and signs of full width'() {
    const typed = ['−１．５', '－１.５', '－１，５', '－３／２', '－１５ｅ－１', '＋１．５'];
    equal(typed.map(read), [-1.5, -1.5, -1.5, -1.5, -1.5, 1.5]);
  },
  'what could be read in two ways is no number'() {
    equal(['0.1½', '½e3', '½½', '3/½', '½/3', '1 ½'].map(read), [null, null, null, null, null, null]);
  },
};
