"""A wrong number is told by every slip that gives it, and by none that does not."""

import numpy as np
import pytest

from backprop import Layer, Network, Quantity, walkthrough
from backprop.exercises.causes import Causes, same
from backprop.exercises.number_slips import every_slip, rare_slips
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


WIDE = Network(
    [Layer([[0.46, -0.89], [1.03, 0.32]], [-0.23, 0.35], "gelu"), Layer([[0.75, -1.21], [-0.37, 0.82]], [0.1, -0.2])]
)
X, TARGET = [[1.29, -0.55], [0.4, 0.9], [-0.7, 0.3]], [[0.2, 1.0], [0.5, 0.0], [0.9, 1.0]]


def asked_of(quantity, examples, example=0):
    whole = walkthrough(WIDE, X[:examples], TARGET[:examples], "cross_entropy", 0.7, example)
    return whole, step_question("q", "?", whole, quantity)


def test_a_feed_that_is_activated_once_more_is_told_as_that():
    whole, asked = asked_of(Quantity("dC_dw", 1, 1, 0), 1)
    a = whole.forward.a[0]
    [told] = asked.diagnosis(float(whole.backward.dC_dz[1][0, 1] * WIDE.layers[0].f.value(a)[0, 0]))
    assert told.startswith("This applies the activation once more to the a that feeds the weight.")


def test_a_pair_of_which_one_slip_undoes_the_other_is_no_pair():
    _, asked = asked_of(Quantity("dC_dw", 1, 1, 0), 1)
    slips = [*every_slip(asked.wrong._base), *rare_slips(1)]
    pick = {slip.id: slip for slip in slips if slip.at in ((("fed", 1),), (("z", 0),), (("error", 1),), (("w", 1),))}
    undone = pick["fed-by-z"], pick["activation-too-early"]  # layer 1 is then fed by f(z), as it should be
    both = pick["target-swapped"], pick["weights-without-sign"]
    assert asked.wrong._sensible([undone, both]) == [both]


def test_the_old_parameter_is_told_as_that_where_many_slips_make_the_gradient_0():
    layers = [
        Layer([[0.69, -1.07], [0.51, 0.89]], [0.28, -0.17]),
        Layer([[1.19, -0.45], [-0.73, 0.35], [0.58, 0.92]], [0.12, -0.36, 0.21], "relu"),
        Layer([[0.64, -0.97, 0.76], [-1.34, 0.43, 0.54]], [-0.22, 0.39]),
    ]
    whole = walkthrough(Network(layers), [0.79, 1.41], [0.0, 1.0], "cross_entropy", 1.45)
    asked = step_question("q", "?", whole, Quantity("b", 1, 0, new=True))
    assert asked.diagnosis(0.12, 2) == [sentences("en")["exercises.slip.not-updated"]]


def test_what_is_mixed_over_several_examples_is_told():
    averaged = "over the examples, and takes the mean for every example. Each example keeps its own."
    whole, asked = asked_of(Quantity("C"), 3)
    assert asked.diagnosis(float(asked.wrong._base("C").mean())) == [f"This averages the cost C {averaged}"]
    whole, asked = asked_of(Quantity("z", 1, 0), 3)
    a, layer = whole.forward.a, WIDE.layers[1]
    z = layer.weights[0] @ a[0].mean(axis=0) + layer.biases[0]
    assert asked.diagnosis(float(z)) == [f"This averages what feeds the layer {averaged}"]
    whole, asked = asked_of(Quantity("dL_dw", 1, 0, 0), 3)
    turned = (a[1] - np.array(TARGET)[::-1])[:, 0] @ a[0][:, 0]
    assert asked.diagnosis(float(turned)) == ["This takes the target of another example. Each example keeps its own."]


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
