// A number reads as Python writes it: the cases stand in tests/pictures/test_training_frames.py too.

import {signed, written} from '../../src/backprop/widgets/front/numbers.js';
import {equal} from './check.js';

export const CASES = [
  [0, '0'], [-0, '0'], [1, '1'], [-1.5, '−1.5'], [0.46512, '0.465'], [22.8651, '22.9'], [123.4, '123'], [999.6, '1×10³'],
  [1234, '1.23×10³'], [0.00012345, '0.000123'], [0.000012345, '1.23×10⁻⁵'], [-1e-7, '−1×10⁻⁷'], [99.95, '100'],
  [6.02e23, '6.02×10²³'], [Infinity, '∞'], [-Infinity, '−∞'], [0.1, '0.1'], [10, '10'], [100, '100'],
];

export const tests = {
  'three significant digits, a true minus sign, and no −0'() {
    equal(CASES.map(([value]) => written(value)), CASES.map(([, text]) => text));
  },
  'more digits where they are asked for'() {
    equal([written(0.519669123, 6), written(-123456.7, 6), written(2, 6)], ['0.519669', '−123457', '2']);
  },
  'a sign is always written where it is asked for, and none on 0'() {
    equal([signed(1.26, 2), signed(-0.5, 2), signed(0, 2)], ['+1.3', '−0.5', '0']);
  },
};
