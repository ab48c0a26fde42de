"""A wrong number is told by every slip that gives it, and by none that does not."""

import numpy as np
import pytest

from backprop import Layer, Network, Quantity, walkthrough
from backprop.exercises.causes import Causes, same
from backprop.exercises.number_slips import every_slip
from backprop.exercises.rules import read
from backprop.exercises.slips import PREFIX
from backprop.exercises.slips_told import spoken
from backprop.exercises.stepwise import step_question
from backprop.words import sentences

OUTPUTS = [("sigmoid", "cross_entropy"), ("softmax", "categorical_cross_entropy"), ("softmax", "squared_error")]
OUTPUTS += [(name, "squared_error") for name in ("sigmoid", "tanh", "relu", "leaky_relu", "gelu", "identity")]
HIDDEN = ("sigmoid", "tanh", "relu", "leaky_relu", "gelu", "identity")


def walk(seed, examples=None):
    rng = np.random.default_rng(seed)
    output, loss = OUTPUTS[seed % len(OUTPUTS)]
    sizes = rng.integers(2, 4, size=rng.integers(2, 5))
    names = [*rng.choice(HIDDEN, size=len(sizes) - 2), output]
    layers = [
        Layer(rng.normal(size=(o, i)), rng.normal(size=o), str(name))
        for i, o, name in zip(sizes, sizes[1:], names, strict=False)
    ]
    n = examples or int(rng.integers(1, 3))
    target = np.eye(sizes[-1])[rng.integers(sizes[-1], size=n)]
    return walkthrough(Network(layers), rng.normal(size=(n, sizes[0])), target, loss, float(rng.uniform(0.1, 0.45)))


def quantities(walk, rng, count=4):
    made = [line.makes for step in walk for line in step.lines]
    if walk.many:
        made = [each for each in made if each.name not in ("dC_dw", "dC_db")]
    return [made[i] for i in rng.choice(len(made), size=count, replace=False)]


@pytest.mark.parametrize("seed", range(27))
def test_every_quantity_of_every_loss_and_output_is_asked_and_each_slip_is_told_by_its_own_reason(seed):
    whole = walk(seed)
    for quantity in quantities(whole, np.random.default_rng(seed)):
        asked = step_question("q", "?", whole, quantity)
        assert asked.check(asked.answer).state == "right" and asked.check(np.float32(asked.answer)).state == "right"
        causes = asked.wrong
        slips, numbers = causes.alone
        for slip, number in [*zip(slips, numbers, strict=True)][:: max(1, len(slips) // 12)]:
            told = asked.diagnosis(number)
            if not number and not told:  # too many slips come to 0
                continue
            assert asked.near(number) or told
            before = {said for said, _ in causes._before_the_update if said in told}
            others = {said for said, _ in causes._of_another_example}
            equal = {s for s, value in zip(slips, numbers, strict=True) if same(value, number)}
            assert set(told) <= {spoken((s,), causes._asked) for s in equal} | before | others
            if not before and slip.id != "sign-flipped":
                alike = [s for s in equal if (s.id, s.fields) == (slip.id, slip.fields)]
                assert any(spoken((s,), causes._asked) in told for s in alike), (quantity, whole.loss)


@pytest.mark.parametrize("seed", range(9))
def test_two_slips_at_once_are_both_named(seed):
    whole, rng, tried = walk(seed), np.random.default_rng(seed), 0
    for quantity in quantities(whole, rng, 3):
        asked = step_question("q", "?", whole, quantity)
        slips, rows, _ = asked.wrong.find_pairs()
        if not len(rows):
            continue
        one, other = (slips[i] for i in rng.choice(rows))
        [number] = asked.wrong.numbers([(one, other)])
        if np.isfinite(number) and not asked.near(number) and abs(number) > 1e-6:
            assert asked.diagnosis(number), (quantity, one, other)
            tried += 1
    assert tried or seed


@pytest.mark.parametrize("seed", range(9))
def test_a_number_that_no_slip_gives_has_no_reason(seed):
    whole, rng = walk(seed), np.random.default_rng(seed)
    for quantity in quantities(whole, rng, 2):
        asked = step_question("q", "?", whole, quantity)
        for number in rng.normal(size=2) * 3 * abs(asked.answer):
            assert asked.near(number) or asked.diagnosis(float(number)) == []


def test_of_two_slips_that_many_pairs_give_those_of_the_formula_asked_for_are_told():
    layers = [Layer([[0.9, -0.4], [0.7, 0.8]], [0.3, -0.3], "gelu"), Layer([[1.2, -0.6], [-0.8, 0.5]], [0.2, -0.4])]
    whole = walkthrough(Network(layers), [[1.2, -0.5], [0.3, 1.4]], [[0, 1], [1, 0]], "cross_entropy", 0.7)
    asked = step_question("q", "?", whole, Quantity("b", 1, 1, new=True))
    old = layers[1].biases[1]
    told = asked.diagnosis(old - (asked.answer - old) / 2)  # b + η g / n
    assert len(told) == 2 and all("This adds the step." in each for each in told)
    assert "mean over the examples" in told[1]


def test_a_plain_factor_is_told_as_one_and_not_as_a_size():
    asked = step_question("q", "?", walk(0, examples=1), Quantity("C"))
    assert asked.remark(asked.answer * 3) == "It is 3 times the answer."


def test_causes_are_found_only_when_they_are_asked_for():
    causes = Causes(walk(3), Quantity("C"))
    assert not {"_possible", "_common by language", "_base"} & vars(causes).keys()
    assert len(causes) > 3 and {"_common by language"} <= vars(causes).keys()


def test_every_slip_of_a_number_has_its_sentence():
    ids = {slip.id for seed in range(9) for slip in every_slip(Causes(walk(seed), Quantity("C"))._base)}
    assert {f"{PREFIX}{each}" for each in ids} <= sentences("en").keys()
    assert np.isfinite(read(Causes(walk(1), Quantity("C"))._base, Quantity("C"), 0))
