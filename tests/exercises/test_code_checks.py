"""The code questions of 00 to 06: right functions are right in any form, and a slip is told, with what it was tried."""

import numpy as np
import pytest

from backprop.engine.network import Layer, Network
from backprop.exercises.kinds import NOT_YET, RIGHT
from backprop.exercises.questions import question
from backprop.exercises.slips import sentence
from backprop.words import say


def s(v):
    return 1 / (1 + np.exp(-v))


def said(name, function):
    verdict = question(name).check(function)
    assert verdict.state == NOT_YET
    return verdict.text


# ------------------------------------------------------------- right functions


def train(network, x, target, learning_rate, updates):
    for _ in range(updates):
        network = network.updated(network.backward(network.forward(x), target), learning_rate)
    return network


def train_by_hand(network, x, target, learning_rate, updates):
    for _ in range(updates):
        backward = network.backward(network.forward(x), target)
        network = Network(
            Layer(layer.weights - learning_rate * w, layer.biases - learning_rate * b, layer.activation)
            for layer, w, b in zip(network.layers, backward.dL_dw, backward.dL_db, strict=True)
        )
    return network


def in_place(theta, gradient, learning_rate):
    theta -= learning_rate * gradient
    return theta


def worked(a, y1, y2, t1, t2, w3, w4):
    return y1 - t1, y2 - t2, a * (1 - a) * (w3 * (y1 - t1) + w4 * (y2 - t2))


def silu(z):
    return z * s(z), s(z) * (1 + z * (1 - s(z)))


def numeric_silu(z):
    def f(v):
        return v * s(v)

    return f(z), (f(z + 1e-5) - f(z - 1e-5)) / 2e-5


RIGHT_ONES = {
    "00-code": [
        lambda theta, gradient, eta: theta - eta * gradient,
        lambda theta, gradient, eta: np.add(theta, -np.multiply(eta, gradient)).tolist(),
        lambda theta, gradient, eta: (theta - eta * gradient).astype(np.float32),
    ],
    "01-code": [lambda g, dg, dh, x: dh(g(x)) * dg(x), lambda g, dg, dh, x: np.array([dg(x) * dh(g(x))])],
    "02-code": [
        lambda feed, w, b: (feed @ w.T + b, s(feed @ w.T + b)),
        lambda feed, w, b: [np.einsum("ni,oi->no", feed, w) + b, s(np.dot(feed, w.T) + b)],
        lambda feed, w, b: {"z": feed @ w.T + b, "a": s(feed @ w.T + b)},
        lambda feed, w, b: (each for each in (feed @ w.T + b, s(feed @ w.T + b))),
        lambda feed, w, b: ((feed @ w.T + b).astype(np.float32), s(feed @ w.T + b).astype(np.float32)),
    ],
    "03-code": [
        lambda d, w, a: a * (1 - a) * (d @ w),
        lambda d, w, a: np.einsum("no,oi,ni,ni->ni", d, w, a, 1 - a),
        lambda d, w, a: [[sum(d[n] * w[:, i]) * (v - v * v) for i, v in enumerate(row)] for n, row in enumerate(a)],
    ],
    "04-code": [worked, lambda *given: list(worked(*given)), lambda *given: np.array(worked(*given))],
    "05-code": [train, train_by_hand],
    "06-code": [silu, numeric_silu, lambda z: tuple(part.astype(np.float32) for part in silu(z))],
}


@pytest.mark.parametrize(("name", "function"), [(name, f) for name, each in RIGHT_ONES.items() for f in each])
def test_a_right_function_is_right_in_any_form(name, function):
    assert str(question(name).check(function)) == "Right. It agrees with the engine."
    assert question(name).check(function).state == RIGHT


# --------------------------------------------------------------------- slips


def layer(z, f=s):
    return lambda feed, w, b: (z(feed, w, b), f(z(feed, w, b)))


def rate_of_its_own(network, x, target, learning_rate, updates):
    return train(network, x, target, 0.3, updates)


def from_the_start(network, x, target, learning_rate, updates):
    start = network
    for _ in range(updates):
        backward = network.backward(network.forward(x), target)
        network = Network(
            Layer(layer.weights - learning_rate * w, layer.biases - learning_rate * b)
            for layer, w, b in zip(start.layers, backward.dL_dw, backward.dL_db, strict=True)
        )
    return network


def weights_alone(network, x, target, learning_rate, updates):
    for _ in range(updates):
        backward = network.backward(network.forward(x), target)
        network = Network(
            Layer(layer.weights - learning_rate * w, layer.biases)
            for layer, w in zip(network.layers, backward.dL_dw, strict=True)
        )
    return network


def gradient_of_the_start(network, x, target, learning_rate, updates):
    backward = network.backward(network.forward(x), target)
    return Network(
        Layer(layer.weights - updates * learning_rate * w, layer.biases - updates * learning_rate * b)
        for layer, w, b in zip(network.layers, backward.dL_dw, backward.dL_db, strict=True)
    )


def each_example(network, x, target, learning_rate, updates):
    for _ in range(updates):
        for one, wanted in zip(x, target, strict=True):
            network = network.updated(network.backward(network.forward(one), wanted), learning_rate)
    return network


SLIPS = [
    ("00-code", lambda th, g, eta: th + eta * g, "adds-step"),
    ("00-code", lambda th, g, eta: th - g, "rate-forgotten"),
    ("00-code", lambda th, g, eta: eta * g, "step-alone"),
    ("00-code", lambda th, g, eta: -eta * g, "step-negative"),
    ("00-code", lambda th, g, eta: th - eta**2 * g, "rate-twice"),
    ("00-code", lambda th, g, eta: th - eta * th, "parameter-for-gradient"),
    ("00-code", lambda th, g, eta: th, "not-updated"),
    ("00-code", lambda th, g, eta: th - g / eta, "rate-divides"),
    ("00-code", lambda th, g, eta: th - 2 * eta * g, "factor-two-step"),
    ("01-code", lambda g, dg, dh, x: dh(x) * dg(x), "outer-slope-at-x"),
    ("01-code", lambda g, dg, dh, x: dh(dg(x)) * dg(x), "outer-slope-at-slope"),
    ("01-code", lambda g, dg, dh, x: dh(g(x)) + dg(x), "sum-for-product"),
    ("01-code", lambda g, dg, dh, x: dh(g(x)), "outer-slope-alone"),
    ("01-code", lambda g, dg, dh, x: dg(x), "inner-slope-alone"),
    ("01-code", lambda g, dg, dh, x: dh(g(x)) * dg(g(x)), "inner-slope-at-y"),
    ("01-code", lambda g, dg, dh, x: dh(g(x)) * dg(dh(g(x))), "inner-slope-at-outer-slope"),
    ("02-code", layer(lambda f, w, b: f @ w.T + b, lambda z: s(-z)), "activation-negated"),
    ("02-code", layer(lambda f, w, b: f @ w + b), "weights-transposed-forward"),
    ("02-code", layer(lambda f, w, b: f @ w.T), "bias-forgotten"),
    ("02-code", layer(lambda f, w, b: f @ w.T + b, lambda z: z), "activation-missing"),
    ("03-code", lambda d, w, a: d @ w, "slope-dropped"),
    ("03-code", lambda d, w, a: s(a) * (1 - s(a)) * (d @ w), "slope-at-a"),
    ("03-code", lambda d, w, a: a * (d @ w), "slope-is-a"),
    ("03-code", lambda d, w, a: a * (1 - a) * (d @ w.T), "weights-transposed"),
    ("04-code", lambda a, *v: (2 * (v[0] - v[2]), 2 * (v[1] - v[3]), worked(a, *v)[2] * 2), "factor-two"),
    ("04-code", lambda a, *v: (*worked(a, *v)[:2], a * (1 - a) * v[4] * (v[0] - v[2])), "path-forgotten"),
    ("04-code", lambda a, *v: worked(a, *v)[::-1], "results-order"),
    ("04-code", lambda *v: tuple(-one for one in worked(*v)), "target-swapped"),
    ("05-code", lambda n, x, t, eta, updates: train(n, x, t, eta, 1), "one-update"),
    ("05-code", lambda n, x, t, eta, updates: train(n, x, t, eta, updates - 1), "one-too-few"),
    ("05-code", lambda n, x, t, eta, updates: train(n, x, t, eta, updates + 1), "one-too-many"),
    ("05-code", lambda n, x, t, eta, updates: n, "not-trained"),
    ("05-code", rate_of_its_own, "rate-own"),
    ("05-code", from_the_start, "from-the-start"),
    ("05-code", weights_alone, "weights-alone-updated"),
    ("05-code", gradient_of_the_start, "gradient-of-the-start"),
    ("05-code", each_example, "update-each-example"),
    ("05-code", lambda n, x, t, eta, updates: train_by_hand(n, x, t, -eta, updates), "adds-step"),
    ("06-code", lambda z: (z * s(z), s(z) + s(z) * (1 - s(z))), "second-term-other"),
    ("06-code", lambda z: (z * s(z), s(z) * (1 - s(z))), "factors-slopes-multiplied"),
    ("06-code", lambda z: (z * s(z), s(z)), "second-term-missing"),
    ("06-code", lambda z: (s(z), silu(z)[1]), "value-other"),
    ("06-code", lambda z: silu(z)[::-1], "groups-swapped"),
    ("06-code", lambda z: (z * np.tanh(z), np.tanh(z) + z * (1 - np.tanh(z) ** 2)), "tanh-for-sigma"),
    ("06-code", lambda z: (z * s(z), np.gradient(z * s(z))), "slope-is-differences"),
    ("06-code", lambda z: (z * s(z), np.gradient(z * s(z), z)), "slope-is-differences"),
    ("01-code", lambda g, dg, dh, x: dh(g(x)) ** 2 * dg(x), "outer-slope-squared"),
]


@pytest.mark.parametrize(("name", "function", "slip"), SLIPS, ids=[f"{name[:2]}-{slip}" for name, _, slip in SLIPS])
def test_a_slip_is_told_by_its_sentence(name, function, slip):
    told, fields = said(name, function), {"neuron": 2, "rate": "0.3", "first": "value", "second": "slope"}
    whats = {"06-second-term-other": "σ(z) (1 − σ(z))", "06-value-other": "σ(z)"}
    assert sentence(slip, **fields, what=whats.get(f"{name[:2]}-{slip}", "")) in told


def test_tanh_in_the_place_of_sigma_is_told_where_the_results_are_exchanged_too():
    told = said("06-code", lambda z: (np.tanh(z) + z * (1 - np.tanh(z) ** 2), z * np.tanh(z)))
    assert sentence("tanh-for-sigma") in told and "return value, then slope" in told


def test_what_holds_near_0_alone_is_not_told_as_a_slope_left_out():
    told = said("03-code", lambda d, w, a: np.where((a > 0.001) & (a < 0.999), 0.2, 0) * (d @ w))
    assert "is multiplied by 0.2, and by 0 where z is far from 0." in told and sentence("slope-dropped") not in told


def test_a_rate_below_0_that_the_engine_refuses_is_told_as_a_step_uphill():
    def uphill(network, x, target, eta, updates):
        return network.updated(network.backward(network.forward(x), target), -eta)

    assert sentence("adds-step") in said("05-code", uphill)
    assert sentence("adds-step") not in said("05-code", lambda n, x, t, eta, updates: uphill(n, x, t, 0 * eta, updates))


def test_two_slips_of_a_loop_are_both_told():
    def first_alone(network, x, target, learning_rate, updates):
        return train(network, x[:1], target[:1], learning_rate, updates - 1)

    told = said("05-code", first_alone)
    assert sentence("first-example-alone") in told and sentence("one-too-few") in told


def test_what_the_notebook_holds_is_not_what_the_function_is_given():
    start = np.array([0.5, -1.0])
    assert "does not depend on theta" in said("00-code", lambda theta, gradient, eta: start - eta * gradient)
    assert "learning rate of its own, 0.3" in said("05-code", rate_of_its_own)


def test_a_failure_on_a_later_case_says_on_which():
    told = said("05-code", lambda n, x, t, eta, updates: train(n, x, t, 0.3, updates))
    assert told.startswith("With 1 update, η = 0.05 and a 3-4-2 network: layers[0].weights[0, 0] is ")


@pytest.mark.parametrize("name", [f"0{k}-code" for k in range(7)])
def test_no_code_question_takes_nothing_for_an_answer(name):
    assert said(name, lambda *given: None).startswith("Your function returned nothing: its last line is to be return")


def test_two_numbers_that_print_alike_get_more_digits():
    told = said("00-code", lambda theta, gradient, eta: (theta - eta * gradient) * (1 + 1e-7))
    one, other = told.split(" is ")[1].split(". ")[0].rstrip(".").split("; expected ")
    assert one != other


# ------------------------------------------------- what a case is to tell apart


def targets_turned(network, x, target, learning_rate, updates):
    return train(network, x, target[::-1], learning_rate, updates)


def outputs_mirrored(network, x, target, learning_rate, updates):
    return train(network, x, target[:, ::-1], learning_rate, updates)


def half_as_often(network, x, target, learning_rate, updates):
    return train(network, x, target, learning_rate, updates // 2 + 1)


def test_a_loop_that_takes_the_targets_in_another_order_is_never_right():
    assert "with the target of another example" in said("05-code", targets_turned)
    said("05-code", outputs_mirrored)


def test_another_number_of_updates_is_told_though_it_is_not_one_more_or_less():
    assert "This makes another number of updates than updates says." in said("05-code", half_as_often)


@pytest.mark.parametrize(
    ("name", "function", "words"),
    [
        ("01-code", lambda g, dg, dh, x: (dh(g(x)) + dg(x)) / 2, "This adds the two slopes."),
        ("01-code", lambda g, dg, dh, x: dh(g(x)) * dg(x) * g(x), "This multiplies by g(x) besides."),
        (
            "04-code",
            lambda a, y, v, t, u, w3, w4: (y - t, v - u, a * (1 - a) * w3 * (y - t + v - u)),
            "Every path takes",
        ),
        (
            "04-code",
            lambda a, y, v, t, u, w, k: (y - t, v - u, y * (1 - y) * (w * (y - t) + k * (v - u))),
            "next layer's",
        ),
        ("06-code", lambda z: (z * s(z), s(z) + z * s(z) * (1 - z)), "second term is z σ(z) (1 − z) here."),
        ("00-code", lambda theta, gradient, eta: theta - eta**3 * gradient, "This multiplies by η three times."),
        (
            "02-code",
            layer(lambda f, w, b: f @ w.T + b, lambda z: s(2 * z)),
            "This is σ(2z) in the place of the activation.",
        ),
    ],
)
def test_slips_that_learners_made_have_a_name(name, function, words):
    text = said(name, function)
    assert words in text and "clipped" not in text


# ---------------------------------------------------- two calls that differ, and limits


def noisy(theta, gradient, learning_rate):
    return theta - learning_rate * gradient + 0.01 * np.random.default_rng().normal(size=theta.shape)


def dropping(feed, w, b):
    z = feed @ w.T + b
    return z, s(z) * (np.random.default_rng().random(z.shape) < 0.5)


def growing(z, found=[]):  # noqa: B006 - what grows is what is tried
    found.append(z * s(z))
    return [*found, silu(z)[1]]


def counting():
    calls = []

    def hidden(d, w, a):
        calls.append(1)
        return a * (1 - a) * (d @ w) / len(calls)

    return hidden


def starting_anywhere(network, x, target, learning_rate, updates):
    rate = 1e-3 * np.random.default_rng().random()
    return train(train(network, x, target, rate, 1), x, target, learning_rate, updates)


DIFFERING = [
    ("00-code", noisy),
    ("01-code", lambda g, dg, dh, x: dh(g(x)) * dg(x) * np.random.default_rng().random()),
    ("02-code", dropping),
    ("03-code", counting()),
    ("04-code", lambda *given: tuple(one + np.random.default_rng().random() for one in worked(*given))),
    ("05-code", starting_anywhere),
    ("06-code", growing),
    ("07-share-code", lambda y, target: np.random.default_rng().random()),
]


@pytest.mark.parametrize(("name", "function"), DIFFERING, ids=[name for name, _ in DIFFERING])
def test_of_a_function_whose_calls_differ_that_alone_is_said(name, function):
    assert said(name, function).endswith(say("exercises.code.differs"))


def test_a_wrong_function_whose_calls_are_alike_is_not_called_random():
    for name, function, _ in SLIPS:
        assert say("exercises.code.differs") not in said(name, function)
    assert say("exercises.code.differs") not in said("06-code", lambda z: (z * np.nan, z))


def stopping(network, x, target, learning_rate, updates, least=2.5):
    for _ in range(updates):
        if network.loss(x, target) < least:
            break
        network = train(network, x, target, learning_rate, 1)
    return network


def stopping_where_it_rises(network, x, target, learning_rate, updates):
    for _ in range(updates):
        after = train(network, x, target, learning_rate, 1)
        if after.loss(x, target) > network.loss(x, target):
            break
        network = after
    return network


LIMITED = [
    ("00-code", lambda theta, gradient, eta: theta - eta * np.clip(gradient, -5, 5)),
    ("00-code", lambda theta, gradient, eta: np.clip(theta - eta * gradient, -10, 10)),
    ("02-code", layer(lambda f, w, b: f @ w.T + b, lambda z: s(np.clip(z, -4, 4)))),
    ("02-code", layer(lambda f, w, b: f @ w.T + b, lambda z: s(np.clip(z, -10, 10)))),
    ("02-code", layer(lambda f, w, b: f @ w.T + b, lambda z: np.clip(s(z), 0.005, 0.995))),
    ("03-code", lambda d, w, a: np.clip(a * (1 - a) * (d @ w), -5, 5)),
    ("03-code", lambda d, w, a: np.maximum(a * (1 - a), 0.01) * (d @ w)),
    ("04-code", lambda *given: np.clip(worked(*given), -5, 5)),
    ("05-code", stopping),
    ("05-code", lambda *given: stopping(*given, least=0.01)),
    ("05-code", stopping_where_it_rises),
    ("06-code", lambda z: (z * s(np.clip(z, -4, 4)), silu(z)[1])),
    ("06-code", lambda z: (np.where(abs(z) > 25, 0, z * s(z)), silu(z)[1])),
]


@pytest.mark.parametrize(("name", "function"), LIMITED, ids=[f"{k}-{name}" for k, (name, _) in enumerate(LIMITED)])
def test_a_function_that_holds_numbers_at_a_limit_or_stops_early_is_not_right(name, function):
    told = said(name, function)
    assert "does not depend" not in told


def test_that_a_function_is_right_below_a_limit_is_said():
    assert said("04-code", LIMITED[7][1]).endswith(say("exercises.code.right-below"))
    assert said("05-code", lambda *given: stopping(*given, least=0.01)).endswith(say("exercises.code.right-at-first"))


def test_a_guard_against_overflow_is_no_limit():
    guarded = layer(lambda f, w, b: f @ w.T + b, lambda z: s(np.clip(z, -500, 500)))
    assert question("02-code").check(guarded).state == RIGHT


def silu_in_place(z):
    value = z
    value *= s(z)
    return value, s(z) + z * s(z) * (1 - s(z))


@pytest.mark.parametrize(
    ("name", "function", "words"),
    [
        ("00-code", in_place, "Every array agrees, but your function changes theta, which it was given."),
        ("06-code", silu_in_place, "Your function also changes z, which it was given."),
        ("02-code", lambda f, w, b: (f.__imul__(2) / 2 @ w.T + b, s(f / 2 @ w.T + b)), "changes feed, which it was"),
    ],
)
def test_a_function_that_changes_what_it_is_given_is_told_so(name, function, words):
    assert words in said(name, function)


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("00-code", lambda t, g, e: (t - e * g,)),
        ("02-code", lambda f, w, b: ((f @ w.T + b,), s(f @ w.T + b))),
        ("03-code", lambda d, w, a: (a * (1 - a) * (d @ w),)),
        ("03-code", lambda d, w, a: [a * (1 - a) * (d @ w)]),
    ],
)
def test_right_numbers_in_a_tuple_of_one_are_told_as_that_and_as_nothing_else(name, function):
    assert said(name, function).endswith("A comma at the end of return makes such a tuple: return the array alone.")
    assert "another function" not in said(name, function)


def test_wrong_numbers_in_a_tuple_of_one_are_not_called_right():
    assert "The numbers are right" not in said("03-code", lambda d, w, a: (a * (d @ w),))


@pytest.mark.parametrize(
    ("name", "function", "words"),
    [
        ("02-code", lambda f, w, b: (f @ w.T + b, None), "a is None; expected an array of numbers."),
        ("02-code", lambda f, w, b: (None, s(f @ w.T + b)), "z is None; expected"),
        ("04-code", lambda a, y1, y2, t1, t2, w3, w4: (y1 - t1, None, 0.0), "∂C/∂z″ is None; expected"),
        ("06-code", lambda z: (z * s(z), None), "slope is None; expected"),
        ("06-code", lambda z: (None, None), "returned nothing"),
    ],
)
def test_a_result_that_is_none_is_named_and_the_others_are_not_called_nothing(name, function, words):
    assert words in said(name, function)


@pytest.mark.parametrize(
    ("function", "argument"),
    [
        (lambda g, dg, dh, x: np.cos(g(x)) * dg(x), "dh"),
        (lambda g, dg, dh, x: dh(g(0.7)) * dg(0.7), "x"),
        (lambda g, dg, dh, x: dh(np.tanh(x)) * dg(x), "g"),
        (lambda g, dg, dh, x: dh(g(x)) * (1 - np.tanh(x) ** 2), "dg"),
    ],
)
def test_an_argument_that_the_chain_rule_of_ones_own_ignores_is_named(function, argument):
    assert f"does not depend on {argument}, which" in said("01-code", function)


@pytest.mark.parametrize("which", [(True, True), (True, False), (False, True)])
def test_weights_that_are_updated_too_early_are_named_in_the_worked_example(which):
    def own(a, y1, y2, t1, t2, w3, w4):
        e1, e2 = y1 - t1, y2 - t2
        w3, w4 = w3 - 0.5 * a * e1 * which[0], w4 - 0.5 * a * e2 * which[1]
        return e1, e2, a * (1 - a) * (w3 * e1 + w4 * e2)

    assert said("04-code", own).endswith(sentence("weights-updated"))


def test_other_weights_are_not_called_updated():
    def own(a, y1, y2, t1, t2, w3, w4):
        e1, e2 = y1 - t1, y2 - t2
        return e1, e2, a * (1 - a) * ((w3 - 0.5 * e1) * e1 + (w4 - 0.3) * e2)

    assert sentence("weights-updated") not in said("04-code", own)


@pytest.mark.parametrize(
    ("name", "function", "words"),
    [
        ("05-code", lambda *a: [train(*a)], "returned the network in a list or a tuple; expected the network alone."),
        ("05-code", lambda *a: [train(*a), train(*a)], "returned 2 things; expected the last network alone."),
        ("06-code", lambda z: (z * s(z), 3 * s(z)), "da/dz[0] is "),
        ("02-code", lambda f, w, b: (f @ w.T + b, s(f @ w.T + b) * (len(w) != 1)), "inputs and 1 neuron: "),
        ("03-code", lambda d, w, a: a * (1 - a) * (d @ w) * (a.shape[1] != 1), "a layer of 1 neuron before one of 2: "),
    ],
)
def test_what_is_said_of_one_is_said_in_the_singular(name, function, words):
    assert words in said(name, function)


def test_a_gradient_that_is_changed_in_place_is_not_taken_for_one_that_is_ignored():
    def step(theta, gradient, learning_rate):
        gradient *= learning_rate
        return theta + gradient

    told = said("00-code", step)
    assert "changes gradient" in told and "does not depend on" not in told
