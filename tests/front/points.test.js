// Points on a plane stand where Python draws them, and a place in the picture is read back as the point it stands for.

import {inOrder, nearest, nudged, placeOf, pointAt, within} from '../../src/backprop/widgets/front/points.js';
import {equal} from './check.js';

const box = [50, 20, 200, 100], limits = [[-1, 3], [0, 10]];

export const tests = {
  'x₁ goes to the right, and x₂ upwards'() {
    equal([placeOf(box, limits, [-1, 0]), placeOf(box, limits, [3, 10]), placeOf(box, limits, [1, 2.5])],
      [[50, 120], [250, 20], [150, 95]]);
  },
  'a place is read back as the point that stands there, on a thousandth of the axis'() {
    equal(pointAt(box, limits, placeOf(box, limits, [0.123, 7.5])), [0.123, 7.5]);
    equal(pointAt(box, limits, placeOf(box, limits, [0.12345, 7.51234])), [0.123, 7.51]);
    equal(pointAt(box, [[0, 0.002], [0, 5000]], [150, 70]), [0.001, 2500]);
    equal(Object.is(pointAt(box, [[-1, 1], [-1, 1]], [150 - 1e-9, 70])[0], 0), true);
  },
  'a nudge is a hundredth of the axis, and what it does not move keeps its digits'() {
    equal(nudged(limits, [0.123456, 7.654321], [1, 0]), [0.163, 7.654321]);
    equal(nudged(limits, [0.123456, 7.654321], [0, -10]), [0.123456, 6.65]);
  },
  'the nearest within reach is taken, and of none nothing'() {
    const places = [[10, 10], [20, 10], [20, 10]];
    equal([[14, 10], [16, 10], [10, 23], [10, 24]].map(at => nearest(places, at, 13)), [0, 2, 0, -1]);
    equal(nearest([], [0, 0], 13), -1);
  },
  'the order is that of reading, line by line'() {
    equal(inOrder([[90, 50], [10, 55], [50, 10], [10, 90]], 24), [2, 1, 0, 3]);
  },
  'a place outside the plane is taken to its edge'() {
    equal([within(box, [0, 0]), within(box, [100, 50]), within(box, [999, 999])], [[50, 20], [100, 50], [250, 120]]);
  },
};
