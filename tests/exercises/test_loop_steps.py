"""What is told of a loop's updates is read off what it returns; of a right loop nothing is."""

import numpy as np
import pytest

from backprop.exercises import loop_apart, reference
from backprop.exercises.loop_steps import feels_others, of_one_example, of_one_update, of_the_batches, of_the_steps


def loop(rate=lambda eta, k: eta, cut=lambda epoch, n, batch: batch, start=lambda y, t: y - t, memory=0.0, decay=0.0):
    """A loop of which the rate, the batches, where the way back starts and what is kept may be another's."""

    def train(x, target, weights, biases, learning_rate, batch, orders):
        k, kept = 0, None
        for epoch, order in enumerate(orders):
            size = cut(epoch, len(order), batch)
            for s in range(0, len(order), size):
                rows = order[s : s + size]
                _, a = reference.forward(x[rows], weights, biases)
                d = [start(a[-1], target[rows])]
                for l in reversed(range(len(a) - 1)):
                    d.insert(0, a[l] * (1 - a[l]) * (d[0] @ weights[l + 1]))
                dw, db = reference.multiply(x[rows], a, d)
                dw = [g + decay * w for g, w in zip(dw, weights, strict=True)]
                step = [rate(learning_rate, k) * g for g in (*dw, *db)]
                kept = step if kept is None else [one + memory * old for one, old in zip(step, kept, strict=True)]
                weights = [w - g for w, g in zip(weights, kept[: len(dw)], strict=True)]
                biases = [b - g for b, g in zip(biases, kept[len(dw) :], strict=True)]
                k += 1
        return weights, biases

    return lambda given: loop_apart.run(train, given)


WAYS = (of_the_steps, of_the_batches, of_one_update, of_one_example)


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_told_of_a_right_loop(way):
    assert way(loop()) == []


@pytest.mark.parametrize(
    "wrong, said",
    [
        (
            {"rate": lambda eta, k: eta * 0.9**k},
            "the steps, one after another, are 1, 0.9, 0.81, 0.729 times η times the gradient",
        ),
        ({"rate": lambda eta, k: -eta}, "are −1, −1, −1, −1 times"),
        ({"memory": 0.9}, "the step is 1 times η times the gradient, and 0.9 times the step before it"),
    ],
)
def test_the_steps_are_told_one_after_another(wrong, said):
    assert said in " ".join(of_the_steps(loop(**wrong)))


def test_where_the_first_step_alone_is_another_nothing_is_made_of_the_step_before():
    moved = loop(rate=lambda eta, k: eta)

    def train(given):
        return moved(given | {"biases": [0 * b for b in given["biases"]]})

    assert of_the_steps(train) == []


def test_the_places_that_an_update_takes_are_told():
    [said] = of_the_batches(loop(cut=lambda epoch, n, batch: batch + epoch))
    assert "In epoch 2 of 5 examples, with batch = 2, the updates take these places" in said
    assert ": 0 and 1 and 2, then 3 and 4. They are to take 0 and 1, then 2 and 3, then 4." in said


def test_gradients_at_other_weights_are_noticed_and_nothing_is_of_a_right_loop():
    assert feels_others(loop(cut=lambda epoch, n, batch: n))
    assert not feels_others(loop())
    assert not feels_others(loop(rate=lambda eta, k: eta + eta**2))


def test_no_batches_are_told_of_a_loop_that_they_do_not_give():
    assert of_the_batches(loop(start=lambda y, t: 2 * (y - t) ** 3)) == []
    assert of_the_batches(loop(rate=lambda eta, k: eta / (k + 1))) == []


def test_how_often_each_example_counts_in_one_update_is_told():
    def half(x, target, weights, biases, learning_rate, batch, orders):
        return reference.train(x[::2], target[::2], weights, biases, learning_rate, batch, [np.arange(3)])

    assert "the first update counts 1, 0, 1, 0, 1 times" in " ".join(of_one_update(lambda g: loop_apart.run(half, g)))


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"start": lambda y, t: (y - t) * np.abs(y - t)}, "The way back starts from (y − ŷ)·|y − ŷ|"),
        ({"start": lambda y, t: y - np.column_stack([1 - t[:, 0], t[:, 1]])}, "For one neuron of the output"),
        ({"decay": 0.25}, "each update subtracts 0.25 times η times the weights"),
    ],
)
def test_what_is_wrong_within_one_example_is_told(wrong, said):
    assert said in " ".join(of_one_example(loop(**wrong)))
