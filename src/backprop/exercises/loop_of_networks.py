"""A loop of one's own that takes a network and gives the last one: what can be said of it where no slip explains it.

It is told as a loop of arrays in which every update takes all examples.
"""

import io
import traceback
from contextlib import redirect_stdout
from functools import partial
from numbers import Real

import numpy as np

from backprop.engine.network import Layer, Network
from backprop.exercises import loop_calls, loop_steps
from backprop.exercises.loop_apart import agree, moves, run
from backprop.exercises.slips import sentence
from backprop.exercises.trials import drawn
from backprop.words import say


def told(function):
    """What can be said of such a loop; empty where nothing can."""
    train = of_arrays(function)
    if said := loop_calls.told(train):
        return said
    one_more = makes_one_more(train)
    said = say("exercises.loop.one-more") if one_more else ""
    counted = partial(run, one_fewer(train) if one_more else train)
    for way in (loop_steps.of_the_steps, loop_steps.of_one_update, loop_steps.of_one_example):
        try:
            with redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
                if found := way(counted):
                    return " ".join([said, *found]).strip()
        except Exception:  # what it raises has been told, if it raised where it was tried
            continue
    return said


def of_refusal(error):
    """The sentence that an update goes uphill, where the engine refused its η because it is below 0; else empty."""
    frames = (frame for frame, _ in traceback.walk_tb(error.__traceback__))
    rates = [frame.f_locals["learning_rate"] for frame in frames if frame.f_code is Network.updated.__code__]
    return sentence("adds-step") if any(isinstance(rate, Real) and rate < 0 for rate in rates) else ""


def of_arrays(function):
    """The loop as one that takes and gives arrays: as many updates as there are orders."""

    def train(x, target, weights, biases, learning_rate, batch, orders):
        network = Network([Layer(w, b) for w, b in zip(weights, biases, strict=True)])
        rows = orders[0] if orders else slice(None)
        after = function(network, x[rows], target[rows], learning_rate, len(orders))
        return [layer.weights for layer in after.layers], [layer.biases for layer in after.layers]

    return train


def makes_one_more(train):
    """Whether it makes an update where it is asked for none, and another one where it is asked for one."""
    given = drawn(72, (3, 4, 2), 3, 0.3).trained()
    try:
        with redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
            none, one = (run(train, given, orders=[np.arange(3)][:k]) for k in (0, 1))
        return moves((given, none)) and not agree((one, none))
    except Exception:  # what it raises has been told, if it raised where it was tried
        return False


def one_fewer(train):
    """The loop, asked for one update fewer."""

    def counted(*arguments):
        *others, orders = arguments
        return train(*others, orders[1:])

    return counted
