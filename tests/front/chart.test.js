// A place on an axis is a share of its length; a long line is drawn at some of its places, the last among them.

import {share, thinned} from '../../src/backprop/widgets/front/chart.js';
import {equal} from './check.js';

export const tests = {
  'a share of an axis, linear or by powers of ten'() {
    equal([share({low: -1, high: 3}, 0), share({low: 0.01, high: 100, log: true}, 1)].map(v => v.toFixed(3)), ['0.250', '0.500']);
  },
  'what is below the least that a log axis has stands at its end'() {
    equal(share({low: 0.01, high: 100, log: true}, 0), 0);
  },
  'few places are all drawn, and of many some and the last'() {
    equal([thinned(3), thinned(0)], [[0, 1, 2, 3], [0]]);
    const many = thinned(20000);
    equal([many.length, many[0], many.at(-1)], [401, 0, 20000]);
  },
};
