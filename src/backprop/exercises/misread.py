"""A given number that was misread, and so is wrong in the whole step: its minus, two of its digits, or its point."""

from itertools import pairwise

import numpy as np

from backprop.engine.network import Layer, Network
from backprop.exercises.rules import Rules, read
from backprop.notation import number
from backprop.words import say

MOST = 60  # given numbers of a step, beyond which none is tried
DIGITS = 6  # of a given number that a learner may have read


def misread(walk, quantity, given):
    """[(sentence, number)]: what a quantity of a walkthrough comes to where one given number is taken for another.

    Arrays that are ``given`` in the place of x do not follow from it, and stay.
    """
    arrays = [walk.forward.x, walk.backward.target]
    arrays += [array for layer in walk.network.layers for array in (layer.weights, layer.biases)]
    if sum(array.size for array in arrays) > MOST:
        return []
    found = []
    for which, array in enumerate(arrays):
        for place, value in np.ndenumerate(array):
            for taken in readings(value):
                step = _step(walk, arrays, which, place, taken).with_given(given)
                found.append((_told(walk, which, place, taken), float(read(step, quantity, walk.example)[0])))
    return found


def readings(value):
    """What a number may be taken for: its sign turned round, its point moved, two neighbouring digits exchanged."""
    if not value:
        return []
    found = [-value, 10 * value, value / 10]
    whole, _, decimals = np.format_float_positional(abs(value), DIGITS, trim="-").partition(".")
    digits = list(whole.lstrip("0") + decimals)
    for k, pair in enumerate(pairwise(digits)):
        exchanged = "".join([*digits[:k], *pair[::-1], *digits[k + 2 :]])
        found.append(np.sign(value) * float(exchanged) / 10 ** len(decimals))
    return [float(one) for one in dict.fromkeys(found) if one != value]


def _step(walk, arrays, which, place, taken):
    """The step with one given number in another's place."""
    arrays = [array.copy() if k == which else array for k, array in enumerate(arrays)]
    arrays[which][place] = taken
    x, target, *parameters = arrays
    layers = zip(parameters[::2], parameters[1::2], walk.network.layers, strict=True)
    network = Network([Layer(weights, biases, layer.f.name) for weights, biases, layer in layers])
    return Rules(network, x, target, walk.loss, walk.learning_rate)


def _told(walk, which, place, taken):
    """What is said of one given number."""
    letters, fields = walk.letters, {"taken": number(taken, DIGITS)}
    if which > 1:
        l, of_bias = divmod(which - 2, 2)
        return say("exercises.number.misread", name=(letters.b if of_bias else letters.w)(l, *place), **fields)
    n, k = place
    fields["name"] = (letters.target if which else letters.x)(k)
    if len(walk.forward.x) == 1:
        return say("exercises.number.misread", **fields)
    return say("exercises.number.misread-in", example=n + 1, **fields)
