"""The walkthrough: right order, right numbers, the lecture's letters, every gradient checked."""

import math
import re
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given, settings
from test_gradients import cases

from backprop import Layer, Network, Quantity, walkthrough
from backprop.engine.activations import ACTIVATIONS
from backprop.examples import lecture_network, worked_example
from backprop.notation import ETA, C, L, Letters, new, number, of_example, partial
from backprop.story.lines import Lines
from backprop.story.walkthrough import GRADIENTS, PHASES
from backprop.words import say


def lecture(**options):
    return walkthrough(*lecture_network(), **options)


def worked(**options):
    return walkthrough(*worked_example(), **options)


def lines(walk):
    return {line.makes: line for step in walk for line in step.lines}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(cases())
def test_every_step_needs_only_what_is_already_known(case):
    network, x, target, loss = case
    walk = walkthrough(network, x, target, loss, 0.1, example=len(x) - 1)
    for by in ("neuron", "layer", "phase"):
        known = set(walk.given)
        for step in walk.grouped(by):
            assert set(step.needs) <= known, step
            assert not set(step.makes) & known, "made twice"
            known |= set(step.makes)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(cases())
def test_the_line_of_one_quantity_is_that_of_the_whole_and_what_is_not_made_has_none(case):
    network, x, target, loss = case
    walk = walkthrough(network, x, target, loss, 0.1, example=len(x) - 1)
    for quantity, line in lines(walk).items():
        assert Lines(walk).making(quantity) == line
    layers, first = len(network.layers), network.layers[0]
    for quantity in (
        *walk.given,
        Quantity("z", layers, 0),
        Quantity("a", 0, first.n_out),
        Quantity("dC_dz", -1, 0),
        Quantity("dC_da", 0, -1),
        Quantity("dC_dz", 0, 0, new=True),
        Quantity("dC_dw", 0, 0, first.n_in),
        Quantity("w", 0, 0, first.n_in, new=True),
        Quantity("q", 0, 0),
        *([] if walk.many else [Quantity("L"), Quantity("dL_db", 0, 0)]),
    ):
        assert Lines(walk).making(quantity) is None, quantity


@settings(max_examples=60, deadline=None, derandomize=True)
@given(cases())
def test_every_value_is_the_engines(case):
    network, x, target, loss = case
    n = len(x) - 1
    walk = walkthrough(network, x, target, loss, 0.1, example=n)
    known = walk.known(len(walk) - 1)
    forward = network.forward(x)
    backward = network.backward(forward, target, loss)
    after = network.updated(backward, 0.1)
    again = after.forward(x)
    arrays = {
        "z": [z[n] for z in forward.z],
        "a": [a[n] for a in forward.a],
        "dC_da": [g[n] for g in backward.dC_da],
        "dC_dz": [g[n] for g in backward.dC_dz],
        "dC_dw": [g[n] for g in backward.dC_dw],
        "dC_db": [g[n] for g in backward.dC_db],
        "dL_dw": backward.dL_dw,
        "dL_db": backward.dL_db,
        "new_w": [layer.weights for layer in after.layers],
        "new_b": [layer.biases for layer in after.layers],
        "new_z": [z[n] for z in again.z],
        "new_a": [a[n] for a in again.a],
    }
    single = {
        "C": network.costs(x, target, loss)[n],
        "L": network.loss(x, target, loss),
        "new_C": after.costs(x, target, loss)[n],
        "new_L": after.loss(x, target, loss),
    }
    for quantity, value in known.items():
        name, (l, j, k) = quantity.key.split()[0], quantity.place
        place = j if k is None else (j, k)
        assert value == (single[name] if name in single else arrays[name][l][place]), (name, l, j, k)


@pytest.mark.parametrize("make", [lecture, worked, lambda: worked(example=2), lambda: worked(loss="squared_error")])
def test_every_gradient_agrees_with_its_central_difference(make):
    walk = make()
    checked = 0
    for quantity, value in walk.known(len(walk) - 1).items():
        if quantity.name in GRADIENTS:
            assert value == pytest.approx(walk.numeric(quantity), rel=1e-6, abs=1e-9), quantity
            checked += 1
    assert checked >= 18


def test_the_numeric_check_tells_right_from_the_slip_of_sigma_prime_twice():
    walk = worked()
    backward, z = walk.backward, walk.forward.z[1]
    slip = backward.dC_dz[1][0, 0] * walk.network.layers[1].f.derivative(z)[0, 0]
    numeric = walk.numeric(Quantity("dC_dz", 1, 0))
    assert backward.dC_dz[1][0, 0] == pytest.approx(numeric, rel=1e-6)
    assert slip != pytest.approx(numeric, rel=0.1)


def test_asking_for_the_numeric_value_of_no_gradient_is_refused():
    with pytest.raises(ValueError) as error:
        lecture().numeric(Quantity("z", 0, 0))
    assert str(error.value) == "z is no gradient; expected one of dC_da, dC_dz, dC_dw, dC_db, dL_dw, dL_db."


def _evaluated(text):
    """The value of a substituted formula of products, sums and quotients."""
    text = text.replace("−", "-").replace("·", "*")
    text = re.sub(r"(\d)×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda m: f"{m[1]}e{m[2].translate(_PLAIN)}", text)
    return eval(text)


_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@pytest.mark.parametrize("make", [lecture, worked])
def test_the_numbers_put_in_give_the_value_shown_to_rounding(make):
    for quantity, line in lines(make()).items():
        if quantity.name in ("z", "dC_dz", "dC_da", "dC_dw", "dC_db", "w", "b"):
            assert _evaluated(line.numbers.text) == pytest.approx(line.value, rel=0.02, abs=0.02), line


def softmaxed(loss):
    layers = Layer([[0.5, -1], [1, 2]], [0.1, 0], "gelu"), Layer([[1, -0.5], [0.25, 1]], [0, 0.2], "softmax")
    return walkthrough(Network(layers), [1, -0.5], [0, 1], loss, 0.1)


def of_all_activations():
    names = ("tanh", "relu", "leaky_relu", "identity")
    layers = [Layer([[0.5, 1], [-1, 0.25]], [0.5, -0.5], name) for name in names]
    return walkthrough(Network(layers), [[1, 2], [-1, 0.5]], [[1, 0], [0, 1]], "squared_error", 0.1, example=1)


WALKS = {
    "the lecture's": lecture,
    "the worked example": lambda: worked(example=1),
    "squared error": lambda: worked(loss="squared_error"),
    "softmax and squared error": lambda: softmaxed("squared_error"),
    "softmax and categorical": lambda: softmaxed("categorical_cross_entropy"),
    "all activations": of_all_activations,
}


def in_letters(walk):
    """{letters: (value, the quantities they stand for)} of everything that a formula of this walkthrough may name."""
    letters, backward, last = walk.letters, walk.backward, len(walk.network.layers) - 1
    named = {line.symbol: (line.value, {line.makes}) for line in lines(walk).values()}
    named[ETA] = walk.learning_rate, set()
    for quantity, value in walk.given.items():
        places = [place for place in quantity.place if place is not None]
        named[getattr(letters, quantity.name)(*places)] = value, {quantity}
    for m in set(range(len(walk.forward.x))) - {walk.example}:  # the shares of the other examples
        cost = of_example(C, m + 1)
        for network, symbol in ((walk.network, cost), (walk.updated, new(cost))):
            named[symbol] = network.costs(walk.forward.x, backward.target, walk.loss)[m], set()
        for l, (dC_dw, dC_db) in enumerate(zip(backward.dC_dw, backward.dC_db, strict=True)):
            for j, k in np.ndindex(dC_dw[m].shape):
                named[partial(cost, letters.w(l, j, k))] = dC_dw[m, j, k], set()
                named[partial(cost, letters.b(l, j))] = dC_db[m, j], set()
    if walk.network.layers[last].activation == "softmax":
        z = walk.forward.z[last]
        for k, j in np.ndindex(*[z.shape[1]] * 2):
            slope = ACTIVATIONS["softmax"].jacobian(z)[walk.example, k, j]
            named[partial(letters.y(k), letters.z(last, j))] = (
                slope,
                {Quantity("z", last, i) for i in range(z.shape[1])},
            )
    return named


@pytest.mark.parametrize("make", WALKS.values(), ids=WALKS)
def test_every_line_is_named_by_the_letters_of_what_it_makes_known(make):
    walk = make()
    cost = of_example(C, walk.example + 1) if len(walk.forward.x) > 1 else C

    def named(quantity):
        name = quantity.name
        below = [place for place in quantity.place if place is not None]
        if name in ("C", "L"):
            return {"C": cost, "L": L}[name]
        if not name.startswith("d"):
            return getattr(walk.letters, name)(*below)
        of, by = name.split("_d")
        return partial({"dC": cost, "dL": L}[of], getattr(walk.letters, by)(*below))

    for quantity, line in lines(walk).items():
        assert line.symbol == (new(named(quantity)) if quantity.new else named(quantity))


AS_PYTHON = {
    "text": {"·": "*", "−": "-", "²": "**2", "½": "0.5*", "[": "(", "]": ")", "ln ": "log"},
    "latex": {r"\cdot": "*", "-": "-", "^2": "**2", r"\tfrac12 ": "0.5*", r"\left[": "(", r"\right]": ")"}
    | {r"\ln ": "log", r"\frac": "", "e^{": "exp(", "}{": ")/(", "{": "(", "}": ")"},
}
NUMBER = {"text": r"[\d.]+(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?", "latex": r"[\d.]+(?: \\times 10\^\{-?\d+\})?"}


def _read(piece, form, named):
    """(the value of a formula in one of its two forms, the letters found in it)."""
    letters, functions, names, found = {getattr(m, form): m for m in named}, {}, {}, []
    for i, (name, f) in enumerate([(each.name, each.symbol) for each in ACTIVATIONS.values()]):
        functions |= {getattr(f, form): f"f{i}", getattr(f, form) + {"text": "′", "latex": "'"}[form]: f"d{i}"}
        if name != "softmax":
            names[f"f{i}"] = lambda z, f=ACTIVATIONS[name]: f.value(np.array([[z]])).item()
            names[f"d{i}"] = lambda z, f=ACTIVATIONS[name]: f.derivative(np.array([[z]])).item()

    def python(match):
        token = match[0]
        if token in letters:
            found.append(letters[token])
            return f"({float(named[letters[token]][0])!r})"
        if token in functions or token in AS_PYTHON[form]:
            return (functions | AS_PYTHON[form])[token]
        mantissa, _, power = token.replace(r" \times ", "×").partition("×10")
        return f"({mantissa}e{power.strip('^{}').translate(_PLAIN) or 0})"

    tokens = sorted([*letters, *functions, *AS_PYTHON[form]], key=len, reverse=True)
    source = re.sub("|".join([*map(re.escape, tokens), NUMBER[form]]), python, getattr(piece, form))
    return eval(source, {"log": lambda v: math.log(v) if v else -1e300, "exp": math.exp, **names}), found


@pytest.mark.parametrize("form", ["text", "latex"])
@pytest.mark.parametrize("make", WALKS.values(), ids=WALKS)
def test_every_formula_gives_its_value_and_needs_exactly_what_its_letters_stand_for(make, form):
    walk = make()
    named = in_letters(walk)
    for line in lines(walk).values():
        value, found = _read(line.formula, form, named)
        assert value == pytest.approx(line.value, rel=1e-9), line
        needed = set().union(*(named[symbol][1] for symbol in found))
        assert needed == set(line.needs), line
        assert _read(line.numbers, form, {})[0] == pytest.approx(line.value, rel=0.02, abs=0.02), line


def test_the_phases_come_in_order_and_grains_hold_the_same_lines():
    walk = lecture()
    assert list(dict.fromkeys(step.phase for step in walk)) == list(PHASES)
    assert [step.phase for step in walk.grouped("phase")] == list(PHASES)
    every = [line for step in walk for line in step.lines]
    for by in ("layer", "phase"):
        assert [line for step in walkthrough(*lecture_network(), by=by) for line in step.lines] == every
        assert [line for step in walk.grouped(by) for line in step.lines] == every
    assert [step.layer for step in walk.grouped("layer") if step.phase == "backward"] == [2, 1, 0]
    assert [step.case for step in walk.grouped("layer") if step.phase == "backward"] == ["output", "hidden", "hidden"]


def test_a_step_of_several_neurons_or_layers_has_no_single_one():
    walk = worked(example=1)
    by_layer = [(step.phase, step.case, step.layer, step.neuron) for step in walk.grouped("layer")]
    assert by_layer == [
        ("forward", None, 0, 0),
        ("forward", None, 1, None),
        ("cost", None, None, None),
        ("backward", "output", 1, None),
        ("backward", "hidden", 0, 0),
        ("gradient", None, 0, 0),
        ("gradient", None, 1, None),
        ("update", None, 0, 0),
        ("update", None, 1, None),
        ("forward-again", None, 0, 0),
        ("forward-again", None, 1, None),
        ("forward-again", None, None, None),
    ]
    by_phase = [(step.phase, step.case, step.layer, step.neuron) for step in walk.grouped("phase")]
    assert by_phase == [(phase, None, None, None) for phase in PHASES]
    assert {step.example for by in ("neuron", "layer", "phase") for step in walk.grouped(by)} == {1}
    assert walk.grouped("layer").grouped("layer").steps == walk.grouped("layer").steps
    backward = [(s.case, s.layer, s.neuron, s.makes[0].name) for s in walk if s.phase == "backward"]
    assert backward == [
        *(("output", 1, j, name) for name in ("dC_da", "dC_dz") for j in (0, 1)),
        *(("hidden", 0, 0, name) for name in ("dC_da", "dC_dz")),
    ]
    assert [(s.layer, s.neuron) for s in walk if s.phase == "update"] == [(0, 0), (1, 0), (1, 1)]


def test_steps_by_layer_cannot_be_split_again():
    with pytest.raises(ValueError, match="build the walkthrough by neuron"):
        lecture(by="layer").grouped("neuron")


def test_what_is_known_grows_from_nothing_to_everything():
    walk = lecture()
    assert walk.known(-1) == {}
    assert list(walk.known(0)) == [Quantity("z", 0, 0)]
    assert len(walk.known(len(walk) - 1)) == len(lines(walk))


def test_the_worked_examples_formulas_use_the_lectures_letters():
    found = lines(worked(example=0))
    assert str(found[Quantity("dC_da", 0, 0)].formula) == "w₃ · ∂C¹/∂z′ + w₄ · ∂C¹/∂z″"
    assert str(found[Quantity("dC_dz", 1, 0)].formula) == "y₁ − ŷ₁"
    assert str(found[Quantity("dL_dw", 1, 0, 0)].formula) == "∂C¹/∂w₃ + ∂C²/∂w₃ + ∂C³/∂w₃"
    one = walkthrough(*[part if i == 0 else part[0] for i, part in enumerate(worked_example())])
    assert lines(one)[Quantity("dC_dw", 0, 0, 0)].symbolic == (
        r"\frac{\partial C}{\partial w_{1}} = x_{1} \cdot \frac{\partial C}{\partial z}"
    )


def test_latex_never_puts_two_superscripts_on_one_letter():
    for walk in (lecture(), worked(example=1)):
        for step in walk:
            for latex in (step.symbolic, step.substituted):
                assert not re.search(r"\^\{[^{}]*\}(_\{[^{}]*\})?\^|'\^", latex), latex
                assert latex.count("{") == latex.count("}")


def test_squared_error_multiplies_by_sigma_prime_and_cross_entropy_does_not():
    squared = lines(worked(loss="squared_error"))[Quantity("dC_dz", 1, 0)]
    assert str(squared.formula) == "σ′(z′) · ∂C¹/∂y₁"


def test_several_examples_show_one_share_and_the_sum():
    shown = str(worked(example=1))
    assert shown.startswith("Forward and backward steps show example 2 of 3.")
    assert "L = C¹ + C² + C³" in shown
    assert "show example" not in str(lecture())
    assert str(of_all_activations()).startswith("Forward and backward steps show example 2 of 2.")


def test_the_table_of_the_lectures_network_is_the_same_everywhere():
    rows = str(lecture()).splitlines()
    assert re.split(r"\s{2,}", rows[24]) == [
        "24",
        "backward",
        "∂C/∂z₁ = σ′(z₁) · ∂C/∂a₁",
        "0.0177 · (−1.19)",
        "−0.0211",
    ]
    assert len(rows) == 1 + len(lines(lecture()))


@pytest.mark.parametrize("make", [lecture, lambda: worked(example=1)])
def test_the_table_stands_in_columns_and_numbers_each_step_once(make):
    walk = make()
    rows = str(walk).splitlines()
    head = rows[1 if len(walk.forward.x) > 1 else 0]
    starts = [head.index(name) for name in ("step", "phase", "formula", "with numbers", "value")]
    assert head.split() == ["step", "phase", "formula", "with", "numbers", "value"]
    body = rows[rows.index(head) + 1 :]
    cells = [[row[i:j].strip() for i, j in zip(starts, [*starts[1:], None], strict=True)] for row in body]
    expected = [
        [
            str(i) if line is step.lines[0] else "",
            say(f"story.phase.{step.phase}"),
            f"{line.symbol} = {line.formula}",
            str(line.numbers),
        ]
        for i, step in enumerate(walk, 1)
        for line in step.lines
    ]
    assert [row[:4] for row in cells] == expected
    assert [row[4] for row in cells] == [number(line.value).text for step in walk for line in step.lines]
    assert all(row == row.rstrip() and row[i - 2 : i].isspace() for row in body for i in starts[1:])
    assert repr(walk) == str(walk)


def test_unless_told_otherwise_a_walkthrough_shows_the_first_example_with_cross_entropy_and_half_the_gradient():
    walk = worked()
    assert (walk.loss, walk.learning_rate, walk.example, walk.by) == ("cross_entropy", 0.5, 0, "neuron")
    assert str(walk) == str(worked(loss="cross_entropy", learning_rate=0.5, example=np.int64(0), by="neuron"))
    assert type(walk.learning_rate) is float is type(worked(learning_rate=1).learning_rate)
    assert type(worked(example=np.int64(2)).example) is int
    assert walk[1:3] == walk.steps[1:3] and len(walk) == len(walk.steps)


def test_predicted_change_approaches_the_true_one_as_the_learning_rate_shrinks():
    ratios = [
        walk.true_change / walk.predicted_change for walk in (lecture(learning_rate=r) for r in (0.5, 0.05, 5e-4))
    ]
    assert abs(ratios[2] - 1) < abs(ratios[1] - 1) < abs(ratios[0] - 1)
    assert ratios[2] == pytest.approx(1, abs=1e-2)


def test_walkthroughs_and_steps_cannot_be_changed():
    walk = lecture()
    for thing, field in ((walk, "steps"), (walk[0], "lines"), (walk[0].lines[0], "value")):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, field, ())
    with pytest.raises(TypeError):
        walk[0] = walk[1]


@pytest.mark.parametrize(
    ("options", "kind", "words"),
    [
        ({"example": 3}, ValueError, "example is 3; expected 0 to 2, counted from 0."),
        ({"example": -1}, ValueError, "example is -1; expected 0 to 2, counted from 0."),
        ({"example": True}, TypeError, "example is True; expected a whole number, counted from 0."),
        ({"example": 1.0}, TypeError, "example is 1.0; expected a whole number"),
        ({"by": "weight"}, ValueError, "by is 'weight'; expected one of neuron, layer, phase"),
        ({"learning_rate": 0}, ValueError, "learning_rate is 0"),
    ],
)
def test_bad_options_get_one_clear_sentence(options, kind, words):
    with pytest.raises(kind, match=re.escape(words)):
        worked(**options)


@pytest.mark.parametrize(
    ("value", "text"),
    [(-0.0, "0"), (-0.0211, "−0.0211"), (1e-9, "1×10⁻⁹"), (np.inf, "∞"), (-np.inf, "−∞"), (12345, "1.23×10⁴")],
)
def test_numbers_are_rounded_with_a_true_minus_and_no_minus_zero(value, text):
    assert number(value).text == text


def test_weights_with_two_digit_indices_stay_readable():
    assert Letters((12, 11, 1)).w(0, 10, 11).text == "w⁽¹⁾₁₁,₁₂"
