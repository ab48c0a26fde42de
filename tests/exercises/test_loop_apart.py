"""A loop that no known slip explains is taken apart: what is told of it is found by calling it, and is true of it."""

import numpy as np
import pytest

from backprop import Layer, Network
from backprop.exercises import compare, question
from backprop.exercises.loop_apart import told
from backprop.exercises.reference import REFERENCE, backward, forward, multiply, update
from backprop.words import say


def loop(
    batches=lambda order, size: [order[k : k + size] for k in range(0, len(order), size)],
    gradient=lambda x, target, w, b: multiply(x, forward(x, w, b)[1], backward(*forward(x, w, b), target, w)),
    rate=lambda eta, epoch, update: eta,
    pick=lambda x, target, chosen: (x[chosen], target[chosen]),
):
    def train(x, target, weights, biases, learning_rate, batch, orders):
        updates = 0
        for epoch, order in enumerate(orders):
            for chosen in batches(order, batch):
                found = gradient(*pick(x, target, chosen), weights, biases)
                weights, biases = update(weights, biases, *found, rate(learning_rate, epoch, updates))
                updates += 1
        return weights, biases

    return train


def slope_of_tanh(x, target, weights, biases):
    a = forward(x, weights, biases)[1]
    d = [a[-1] - target]
    for l in reversed(range(len(a) - 1)):
        d.insert(0, (1 - a[l] ** 2) * (d[0] @ weights[l + 1]))
    return multiply(x, a, d)


def without_biases(x, target, weights, biases):
    nothing = [0 * b for b in biases]
    return multiply(x, forward(x, weights, nothing)[1], backward(*forward(x, weights, nothing), target, weights))


def summed_first(x, target, weights, biases):
    z, a = forward(x, weights, biases)
    d = backward(z, a, target, weights)
    return [np.outer(e.sum(axis=0), f.sum(axis=0)) for e, f in zip(d, [x, *a[:-1]], strict=True)], [
        e.sum(axis=0) for e in d
    ]


def beside(x, target, chosen):
    return x[chosen] - 0.5 * x[np.roll(chosen, 1)], target[chosen]


def middle_out(order, size):
    middle = len(order) // 2
    return loop_batches([*order[middle:], *order[:middle]], size)


def loop_batches(order, size):
    return [order[k : k + size] for k in range(0, len(order), size)]


TOLD = [
    ("inside: the slope", loop(gradient=slope_of_tanh), "This is the slope of tanh"),
    ("inside: forward", loop(gradient=without_biases), "This leaves out the bias"),
    ("inside: the sum", loop(gradient=summed_first), "sums over the examples before it multiplies"),
    ("an epoch at 0.8 eta", loop(rate=lambda eta, epoch, n: eta * 0.8**epoch), "are 1, 0.8, 0.64, 0.512 times η"),
    ("an update at 0.9 eta", loop(rate=lambda eta, epoch, n: eta * 0.9**n), "are 1, 0.9, 0.81, 0.729 times η"),
    ("each but the third", loop(lambda order, size: [order[[k]] for k in (0, 1, 3, 4) if k < len(order)]), "1, 1, 0"),
    ("from the middle", loop(middle_out), "the updates take these places of its order, counted from 0: 2 and 3, then"),
    ("inputs less half of one beside", loop(pick=beside), "not the sum of its examples' updates."),
    ("all but the last", loop(lambda order, size: loop_batches(order[:-1], size)), "count 1, 1, 1, 1, 0 times"),
    ("every batch whole", loop(lambda order, size: [order] * -(-len(order) // size)), "Each update uses all examples"),
    (
        "a target of another batch",
        loop(pick=lambda x, target, chosen: (x[chosen], target[np.roll(chosen, 1) if len(chosen) > 1 else chosen - 1])),
        "An input is taken with the target of another example.",
    ),
]


@pytest.mark.parametrize(("function", "words"), [row[1:] for row in TOLD], ids=[row[0] for row in TOLD])
def test_a_loop_that_no_slip_explains_is_told_what_it_does(function, words):
    assert words in compare("train", function).text


def test_what_one_example_shows_is_not_said_of_a_loop_that_mixes_them_or_leaves_it_out():
    assert "weights" not in compare("train", loop(pick=beside)).text.partition("expected")[2]
    kept_out = loop(lambda order, size: loop_batches(order[:-1], size))
    assert "This is the old parameter" not in compare("train", kept_out).text


def decaying(momentum, share=1.0):
    """A loop whose updates are of a running gradient, of which ``share`` is taken at once."""

    def train(x, target, weights, biases, learning_rate, batch, orders):
        pile = [[0 * p for p in group] for group in (weights, biases)]
        for order in orders:
            for chosen in loop_batches(order, batch):
                z, a = forward(x[chosen], weights, biases)
                found = multiply(x[chosen], a, backward(z, a, target[chosen], weights))
                pile = [
                    [momentum * p + g for p, g in zip(*pair, strict=True)] for pair in zip(pile, found, strict=True)
                ]
                weights, biases = update(weights, biases, *pile, share * learning_rate)
        return weights, biases

    return train


def trailing(x, target, weights, biases, learning_rate, batch, orders):
    """The weights halfway between the last but two updates and the last: a mean that no slip is."""
    seen = [(weights, biases)]
    for order in orders:
        for chosen in loop_batches(order, batch):
            z, a = forward(x[chosen], *seen[-1])
            found = multiply(x[chosen], a, backward(z, a, target[chosen], seen[-1][0]))
            seen.append(update(*seen[-1], *found, learning_rate))
    return tuple(
        [0.3 * p + 0.3 * q + 0.4 * r for p, q, r in zip(*group, strict=True)] for group in zip(*seen[-3:], strict=True)
    )


def test_what_counts_less_is_no_smaller_rate_where_a_smaller_rate_does_not_give_it():
    said = told(trailing)
    assert "learning rate shrinks" not in said and "gradients of earlier batches" not in said
    assert "In the second epoch" not in said  # what is left of the first is not the second's
    assert "count 1, 1, 0.7, 0.7, 0.4 times" in said
    assert told(decaying(0.5)) != said


def test_two_things_at_once_are_both_told():
    said = compare("train", loop(middle_out, slope_of_tanh)).text
    assert "This is the slope of tanh" in said and "With one batch" not in said
    said = compare("train", loop(gradient=slope_of_tanh, rate=lambda eta, epoch, n: eta * 0.8**epoch)).text
    assert "This is the slope of tanh" in said and "counts 0.8 times" in said


@pytest.mark.parametrize("divisor", [2, 3, 4, 5])
def test_gradients_divided_by_a_number_of_ones_own_are_not_divided_by_a_count(divisor):
    def divided(x, target, w, b):
        z, a = forward(x, w, b)
        return [[g / divisor for g in group] for group in multiply(x, a, backward(z, a, target, w))]

    said = compare("train", loop(gradient=divided)).text
    assert "The step is" in said
    assert "number of" not in said and "count" not in said and "Or:" not in said


def test_gradients_of_the_start_from_the_second_epoch_on_are_told_as_those_of_the_start():
    def train(x, target, weights, biases, learning_rate, batch, orders):
        start = weights, biases
        for epoch, order in enumerate(orders):
            for k in range(0, len(order), batch):
                chosen = order[k : k + batch]
                w, b = start if epoch else (weights, biases)
                z, a = forward(x[chosen], w, b)
                found = multiply(x[chosen], a, backward(z, a, target[chosen], w))
                weights, biases = update(weights, biases, *found, learning_rate)
        return weights, biases

    assert "1 times η times that of the start" in compare("train", train).text


@pytest.mark.parametrize("times", [2, -1])
def test_a_loop_that_scales_its_weights_first_is_told_what_comes_back_where_eta_is_0(times):
    right = loop()

    def scaled(x, target, weights, *others):
        return right(x, target, [times * w for w in weights], *others)

    said = compare("train", scaled).text.replace("−", "-")
    assert f"With η = 0 nothing is to change, but the weights come back {times} times what they were." in said


@pytest.mark.parametrize("frozen", [0, 1])
def test_of_a_loop_that_keeps_signs_alone_nothing_is_said_of_how_often_an_example_counts(frozen):
    def signs(x, target, w, b):
        dL_dw, dL_db = multiply(x, forward(x, w, b)[1], backward(*forward(x, w, b), target, w))
        return tuple([np.sign(g) * (l >= frozen) for l, g in enumerate(group)] for group in (dL_dw, dL_db))

    said = compare("train", loop(gradient=signs)).text
    assert "This takes the sign of the gradient in the place of the gradient." in said
    assert "count" not in said and "target" not in said


def test_a_loop_whose_biases_stay_is_told_that_and_not_that_numbers_are_cut():
    def without_biases(x, target, w, b):
        none = [np.zeros_like(each) for each in b]
        z, a = forward(x, w, none)
        return multiply(x, a, backward(z, a, target, w))[0], none

    said = compare("train", loop(gradient=without_biases)).text
    assert "Only the weights are updated." in said and "new_w[0] stays as it is when biases[0] changes." in said
    assert "cut" not in said


def test_weights_updated_on_the_way_are_told_beside_a_slope_that_is_left_out():
    def train(x, target, weights, biases, learning_rate, batch, orders):
        weights, biases = list(weights), list(biases)
        for order in orders:
            for k in range(0, len(order), batch):
                chosen = order[k : k + batch]
                _, a = forward(x[chosen], weights, biases)
                d, feeds = a[-1] - target[chosen], [x[chosen], *a[:-1]]
                for l in reversed(range(len(weights))):
                    weights[l] = weights[l] - learning_rate * d.T @ feeds[l]
                    biases[l] = biases[l] - learning_rate * d.sum(axis=0)
                    d = d @ weights[l]
        return weights, biases

    said = compare("train", train).text
    assert "without f′(z)" in said and "weights that are already updated" in said


def test_a_loop_that_raises_where_each_update_takes_one_example_is_told_so():
    right = loop()

    def shorter(x, target, weights, biases, learning_rate, batch, orders):
        for order in orders:
            for start in range(0, len(order), batch - 1):
                chosen = order[start : start + batch - 1]
                shrunk = [(1 - 0.1 * learning_rate) * w for w in weights]
                after, biases = right(x, target, weights, biases, learning_rate, len(chosen), [chosen])
                weights = [s + a - w for s, a, w in zip(shrunk, after, weights, strict=True)]
        return weights, biases

    assert "With batch = 1: Your function raised ValueError" in compare("train", shorter).text


def test_a_loop_that_is_asked_for_no_update_and_makes_one_is_told_so_beside_its_steps():
    def shrinking(network, x, target, learning_rate, updates):
        for k in range(updates + 1):
            found = network.backward(network.forward(x), target)
            network = network.updated(found, learning_rate * 0.9**k)
        return network

    said = question("05-code").check(shrinking).text
    assert "Asked for no update, it changes the network all the same." in said
    assert "1, 0.9, 0.81, 0.729 times η times the gradient" in said


def test_of_a_right_loop_nothing_is_told():
    for function in (loop(), REFERENCE["train"]):
        assert told(function) == ""


def test_nothing_is_told_of_a_loop_that_raises_or_rounds():
    assert told(lambda *_: 1 / 0) == ""

    def rounding(*arguments):
        return tuple([np.round(array, 2) for array in group] for group in loop()(*arguments))

    assert "counts" not in told(rounding) and "divides" not in told(rounding)


# ------------------------------------------------- what is said before it is taken apart


def from_other(weights=lambda w: w, biases=lambda b: b):
    """A loop that starts from other weights or biases than those it is given."""

    def train(x, target, w, b, *rest):
        return REFERENCE["train"](x, target, [weights(each) for each in w], [biases(each) for each in b], *rest)

    return train


def drawn_like(array):
    return np.random.default_rng(0).normal(size=array.shape)


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (from_other(biases=np.zeros_like), "biases"),
        (from_other(weights=drawn_like), "weights"),
        (from_other(weights=drawn_like, biases=np.ones_like), "weights"),
    ],
)
def test_a_loop_that_starts_elsewhere_is_told_so_and_nothing_of_its_steps(function, name):
    assert told(function) == say("exercises.slip.loop-starts-elsewhere", name=name)
    assert " times η times the gradient" not in compare("train", function).text


def test_a_loop_that_starts_from_what_it_is_given_is_not_said_to_start_elsewhere():
    for _, function, _ in TOLD:
        assert "does not start from" not in told(function)
    assert "does not start from" not in told(from_other(biases=lambda b: 0.5 * b))


def test_a_network_that_starts_elsewhere_is_told_so_too():
    def train(network, x, target, learning_rate, updates):
        network = Network(Layer(layer.weights, 0 * layer.biases) for layer in network.layers)
        for _ in range(updates):
            network = network.updated(network.backward(network.forward(x), target), learning_rate)
        return network

    assert "does not start from the biases it is given" in question("05-code").check(train).text


def test_a_loop_that_shuffles_itself_is_told_that_alone():
    rng = np.random.default_rng(3)
    shuffling = loop(lambda order, size: loop_batches(rng.permutation(order), size))
    assert told(shuffling) == say("exercises.slip.loop-draws-its-own")
    assert compare("train", shuffling).text.endswith(say("exercises.slip.loop-draws-its-own"))


def test_a_loop_that_returns_no_numbers_is_not_called_random():
    def undefined(*arguments):
        weights, biases = REFERENCE["train"](*arguments)
        return [w * np.nan for w in weights], biases

    said = compare("train", undefined).text
    assert "Two calls" not in said and said.endswith(say("exercises.slip.loop-not-finite"))


def never_newest(x, target, weights, biases, learning_rate, batch, orders, by_epoch=False):
    """A loop that never takes the new weights for the old: ``by_epoch``, but at the end of an epoch."""
    for order in orders:
        for chosen in loop_batches(order, batch):
            z, a = forward(x[chosen], weights, biases)
            found = multiply(x[chosen], a, backward(z, a, target[chosen], weights))
            new_w, new_b = update(weights, biases, *found, learning_rate)
        weights, biases = (new_w, new_b) if by_epoch else (weights, biases)
    return new_w, new_b


def test_an_update_whose_result_is_not_taken_up_is_told_as_that():
    said = compare("train", never_newest).text
    assert say("exercises.slip.loop-last-update-alone") in said and "Or:" not in said
    said = compare("train", lambda *arguments: never_newest(*arguments, by_epoch=True)).text
    assert "within the epoch the weights never become the new ones" in said
