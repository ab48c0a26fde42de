// A film chooses among what Python sent: which part stands where, what is known, what needs what.

import {Film} from '../../src/backprop/widgets/front/film.js';
import {equal} from './check.js';

// Three numbers in two steps and a phase: b needs a, c needs a and b; a is given at no step but the first.
const data = {
  grains: {
    neuron: {
      steps: [
        {phase: '', makes: []}, {phase: 'forward', makes: ['a']}, {phase: 'forward', makes: ['b']},
        {phase: 'cost', makes: ['c']},
      ],
      slots: [[0, 0, 1, 4], [0, 2], [0, 0, 2, 5, 3, 6]],
    },
    phase: {
      steps: [{phase: '', makes: []}, {phase: 'forward', makes: ['a', 'b']}, {phase: 'cost', makes: ['c']}],
      slots: [[0, 0, 1, 4], [0, 2], [0, 0, 1, 5, 2, 6]],
    },
  },
  lines: {a: {needs: ['x']}, b: {needs: ['a']}, c: {needs: ['a', 'b']}},
  values: {x: '1', a: '2', b: '3', c: '4'},
};

export const tests = {
  'in each slot stands the last part that came by then'() {
    const film = new Film(data, 'neuron');
    equal([0, 1, 2, 3].map(i => film.stands(i)), [[0, 2, 0], [4, 2, 0], [4, 2, 5], [4, 2, 6]]);
  },
  'a step that is none is the nearest that there is'() {
    const film = new Film(data, 'neuron');
    equal([-4, 1.4, 99, NaN, undefined].map(i => film.within(i)), [0, 1, 3, 0, 0]);
  },
  'a number is known from the step that makes it on, one that is given always'() {
    const film = new Film(data, 'neuron');
    equal([0, 1, 2].map(i => film.known('b', i)), [false, false, true]);
    equal([film.known('x', 0), film.known('nothing', 3), film.madeAt('x')], [true, false, -1]);
  },
  'what a number needs, and what needs it'() {
    const film = new Film(data, 'neuron');
    equal([film.needs('c'), film.neededBy('a'), film.needs('x'), film.neededBy('c')], [['a', 'b'], ['b', 'c'], [], []]);
  },
  'another grain keeps all that is known, and no more than its group'() {
    const film = new Film(data, 'neuron');
    equal([0, 1, 2, 3].map(i => {
      film.grain = 'neuron';
      return film.regroup('phase', i);
    }), [0, 1, 1, 2]);
    film.grain = 'phase';
    equal(film.regroup('neuron', 1), 2);
  },
  'a grain that there is not is the first'() {
    equal(new Film(data, 'word').grain, 'neuron');
  },
  'phases are runs of steps, without the step before the first'() {
    equal(new Film(data, 'neuron').phases,
      [{phase: 'forward', first: 1, last: 2}, {phase: 'cost', first: 3, last: 3}]);
  },
};
