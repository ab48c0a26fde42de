"""A function that is the engine's own is told apart from one's own: imported or wrapped, in every code question."""

import sys
from itertools import islice

import numpy as np
import pytest

from backprop.engine import ForwardPass, Layer, Network, descend, get_activation, sigmoid
from backprop.exercises.kinds import NOT_YET, RIGHT
from backprop.exercises.questions import TOPICS, question, questions
from backprop.exercises.questions.from_scratch import SOLUTIONS
from backprop.exercises.reference import REFERENCE
from backprop.exercises.stages import STAGES
from backprop.exercises.watched import PASSES, watched, within

OWN = "since this is the engine's own function"


def engine_step(theta, gradient, learning_rate):
    z = np.zeros(theta.size)
    new, _ = REFERENCE["update"]([theta], [z], [gradient], [z], learning_rate)
    return new[0]


def engine_forward(feed, weights, biases):
    passed = Network([Layer(weights, biases)]).forward(feed)
    return passed.z[0], passed.a[0]


def engine_hidden(dC_dz, weights, a):
    """The network's own way back, from an output whose ∂C/∂z is given: y − ŷ with ŷ made to fit."""
    z = np.log(a / (1 - a))
    n_out, n_in = weights.shape
    network = Network([Layer(np.eye(n_in), np.zeros(n_in)), Layer(weights, np.zeros(n_out), "identity")])
    da_dz = sigmoid.derivative(z), np.ones(dC_dz.shape)
    passed = ForwardPass(network, z, (z, a @ weights.T), (a, a @ weights.T), da_dz)
    return network.backward(passed, a @ weights.T - dC_dz, "squared_error").dC_dz[0]


def engine_train(network, x, target, learning_rate, updates):
    for update in islice(descend(network, x, target, learning_rate=learning_rate), updates):
        network = update.after
    return network


def own_forward_with_the_engines_sigma(feed, weights, biases):
    z = feed @ weights.T + biases
    return z, get_activation("sigmoid").value(z)


WRAPPED = [("00-code", engine_step), ("02-code", engine_forward), ("03-code", engine_hidden), ("05-code", engine_train)]


@pytest.mark.parametrize(("name", "function"), WRAPPED, ids=[name for name, _ in WRAPPED])
def test_the_engines_function_wrapped_is_right_and_told_as_the_engines(name, function):
    verdict = question(name).check(function)
    assert verdict.state == RIGHT and OWN in verdict.text


@pytest.mark.parametrize("stage", STAGES)
def test_a_question_of_07_tells_the_engines_stage_as_the_comparison_does(stage):
    assert OWN in question(f"07-{stage}").check(REFERENCE[stage]).text
    names = {"np": np, **{each: REFERENCE[each] for each in STAGES if stage == "train"}}
    exec(SOLUTIONS[stage], names)
    own = question(f"07-{stage}").check(names[f"my_{stage}"])
    assert own.state == RIGHT and OWN not in own.text


CODE = [each for notebook in TOPICS for each in questions(notebook) if hasattr(each, "code")]


@pytest.mark.parametrize("asked", CODE, ids=lambda asked: asked.name)
def test_the_solution_written_out_is_ones_own_in_every_code_question(asked):
    names = {"np": np, **REFERENCE}
    exec(asked.solution, names)
    function = next(one for name, one in names.items() if name.startswith("my_"))
    verdict = asked.check(function)
    assert verdict.state == RIGHT and OWN not in verdict.text


def test_the_engines_sigma_alone_in_a_function_of_ones_own_leaves_it_ones_own():
    verdict = question("02-code").check(own_forward_with_the_engines_sigma)
    assert verdict.state == RIGHT and OWN not in verdict.text


def test_the_engines_function_that_is_wrong_here_is_told_as_wrong():
    def other(feed, weights, biases):
        passed = Network([Layer(weights, biases, "tanh")]).forward(feed)
        return passed.z[0], passed.a[0]

    verdict = question("02-code").check(other)
    assert verdict.state == NOT_YET and OWN not in verdict.text


def test_a_profiler_that_was_set_before_is_set_again_whatever_is_raised():
    def profiler(*_):
        return None

    before = sys.getprofile()
    sys.setprofile(profiler)
    try:
        assert watched(within(PASSES), len, [1, 2]) == (2, False)
        with pytest.raises(TypeError):
            watched(within(PASSES), len, 3)
        assert sys.getprofile() is profiler
    finally:
        sys.setprofile(before)
