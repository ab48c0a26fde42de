"""The seldom slips of a number: each makes of its part what its id says, and is told where few numbers are as near."""

import numpy as np
import pytest
from step_by_hand import B1, B2, ETA, TARGET, W1, W2, X, assert_made, by_hand, made, sigmoid, step

from backprop import Layer, Network, Quantity
from backprop.exercises import quantity_question
from backprop.exercises.misread import readings
from backprop.exercises.number_slips import rare_slips
from backprop.exercises.rules import Rules

H = by_hand("squared_error")
RIGHT = step("squared_error")
PRODUCTS = H.d2[:, :, None] * H.a1[:, None]
LENGTH = np.sqrt((X**2).sum(axis=1, keepdims=True))


def along(*ways):
    """x with its columns, and with its rows, altered in each way."""
    columns, rows = X.T, X
    return [np.array([way(c) for c in columns]).T for way in ways] + [np.array([way(r) for r in rows]) for way in ways]


def digits(part):
    """A part with one decimal, and with two."""
    return {"rounded-to-one-decimal": [part.round(1)], "rounded-to-two-decimals": [part.round(2)]}


def forms(z, a):
    """Short forms in the place of the slope."""
    e, f = np.exp(z), np.exp(-z)
    with np.errstate(divide="ignore"):  # one z is 0
        of_one_minus = f / (1 - f) ** 2
    return [
        *(a * (1 + a), 1 + a, 1 - 2 * a, a**2, (1 - a) ** 2, a * (1 - a) ** 2, a**2 * (1 - a), a - a**3),
        *(a - a * z, z - z * a, z + z**2, 1 - z, 1 + z**2, z**2, e, f),
        *(f / (1 + f), 1 / (1 + f) ** 2, of_one_minus, np.sqrt(1 - a**2)),
        *((a - a**2) * (1 - 2 * a), e / (1 + f) ** 2, sigmoid(a), np.tanh(z), 1 - np.tanh(a) ** 2),
    ]


def after(*batches, cleared=True):
    """The weights and biases of layer 1 after updates of these examples; gradients not cleared add up."""
    w1, b1, w2, b2 = W1, B1, W2, B2
    before = 0, 0, 0, 0
    for rows in batches:
        x, t = X[rows], TARGET[rows]
        a = sigmoid(x @ w1.T + b1)
        y = sigmoid(a @ w2.T + b2)
        d2 = (y - t) * y * (1 - y)
        d1 = (d2 @ w2) * a * (1 - a)
        own = d1.T @ x, d1.sum(axis=0), d2.T @ a, d2.sum(axis=0)
        before = own if cleared else [g + old for g, old in zip(own, before, strict=True)]
        w1, b1, w2, b2 = (p - ETA * g for p, g in zip((w1, b1, w2, b2), before, strict=True))
    return w2, b2


BOTH = [0, 1]
UPDATES = {
    "updated-twice": after(BOTH, BOTH),
    "updated-three-times": after(BOTH, BOTH, BOTH),
}
NOT_CLEARED = after([0], [1], cleared=False), after(BOTH, BOTH, cleared=False)
ONE_AFTER_ANOTHER = after([0], [1]), after([1], [0])
PARTS = {
    ("fed", 0): {
        "unit-length": [X / np.sqrt((X**2).sum(axis=0)), X / LENGTH],
        "over-largest": along(lambda x: x / abs(x).max(), lambda x: x / x.max()),
        "shares": along(lambda x: x / abs(x).sum(), lambda x: x / x.sum(), lambda x: np.exp(x) / np.exp(x).sum()),
        "centred": along(lambda x: x - x.mean()),
        "standardised": along(
            lambda x: (x - x.mean()) / x.std(),
            lambda x: (x - x.mean()) / (x.std() + 1e-5),
        ),
        "between-ends": along(lambda x: (x - x.min()) / (x.max() - x.min())),
        "squared": [X**2],
        "examples-averaged": [X.mean(axis=0)],
    },
    ("w", 1): {"squared": [W2**2], "input-subtracted": [W2 * (-1, 1), W2 * (1, -1)]},
    ("b", 1): {"squared": [B2**2], "size-alone": [abs(B2)], "bias-of-another-layer-too": [B1 + B2]},
    ("z", 1): {"squared": [H.z2**2], "activation-too-early": [H.y]} | digits(H.z2),
    ("a", 0): {
        "activation-other": [
            *(np.tan(H.z1), np.arctan(H.z1), np.sin(H.z1), np.cos(H.z1), np.sinh(H.z1), np.cosh(H.z1)),
            np.log(1 + np.exp(H.z1)),
        ],
        "activation-formula": [np.maximum(leak * H.z1, H.z1) for leak in (0.1, 0.2, 0.3)],
        "squared": [H.a1**2],
        "inverted": [1 / H.a1],
    }
    | digits(H.a1),
    ("slope", 0): {
        "slope-other": forms(H.z1, H.a1),
        "slope-at-feed": [sigmoid(X) * (1 - sigmoid(X))],
        "slope-root": [np.sqrt(H.s1)],
    }
    | digits(H.s1),
    ("error", 1): digits(H.e),
    ("coming", 0): {"squared": [H.d2**2], "size-alone": [abs(H.d2)]},
    ("back_w", 0): {
        "path-subtracted": [W2 * [[-1], [1]], W2 * [[1], [-1]]],
        "shares": [W2 / W2.sum(axis=0), W2 / W2.sum(axis=1, keepdims=True)],
    },
    ("C", 0): {"of-another-example": [H.C[::-1]], "examples-averaged": [H.C.mean()]},
    ("dC_da", 0): {"size-alone": [abs(H.back)], "slope-too-early": [H.s1 * H.back]} | digits(H.back),
    ("dC_dz", 0): {"squared": [H.d1**2], "size-alone": [abs(H.d1)]} | digits(H.d1),
    ("delta", 1): {"squared": [H.d2**2], "size-alone": [abs(H.d2)]} | digits(H.d2),
    ("feed", 1): {"fed-by-own-layer": [H.y]} | digits(H.a1),
    ("dL_dw", 1): {
        "penalty-added": [H.g2 + rate * W2 for rate in (0.02, 0.05, 0.2, 0.3, 0.4, 0.5, 1)],
        "sign-alone": [np.sign(PRODUCTS).sum(axis=0)],
        "size-alone": [abs(PRODUCTS).sum(axis=0)],
    },
    ("dL_db", 1): {
        "summed-before-multiplied": [H.e.sum(axis=0) * H.s2.sum(axis=0)],
        "penalty-added": [
            H.d2.sum(axis=0) + rate * B2 for rate in (0.001, 0.01, 0.1, 0.02, 0.05, 0.2, 0.3, 0.4, 0.5, 1)
        ],
    },
    ("g_w", 1): {
        "unit-length": [H.g2 / np.linalg.norm(H.g2), H.g2 / np.linalg.norm(H.g2, axis=1, keepdims=True)],
    },
    ("new_w", 1): {id: [w] for id, (w, _) in UPDATES.items()}
    | {"update-each-example": [w for w, _ in ONE_AFTER_ANOTHER]}
    | {"gradients-not-cleared": [w for w, _ in NOT_CLEARED]},
    ("new_b", 1): {id: [b] for id, (_, b) in UPDATES.items()}
    | {"update-each-example": [b for _, b in ONE_AFTER_ANOTHER]}
    | {"gradients-not-cleared": [b for _, b in NOT_CLEARED]},
}


@pytest.mark.parametrize("place", PARTS, ids=lambda place: f"{place[0]} of layer {place[1]}")
def test_a_seldom_slip_makes_of_its_part_what_its_id_says(place):
    part, l = place
    slips = [slip for slip in rare_slips(RIGHT.last) if place in slip.at and set(slip.layers) == {l}]
    assert_made(made(RIGHT, part, l, slips), PARTS[place])


def test_a_large_gradient_is_clipped_at_one_and_tanh_can_be_taken_to_base_ten():
    right = Rules(Network([Layer(W1, B1, "tanh"), Layer(W2, B2, "identity")]), X, 20 * TARGET, "squared_error", ETA)
    g = right("g_w", 1)[0]
    assert abs(g).max() > 1
    slips = [slip for slip in rare_slips(1) if len(slip.layers) == 1]
    np.testing.assert_allclose(made(right, "g_w", 1, slips)["clipped-part"], [np.clip(g, -1, 1)])
    products = right("dC_dz", 1)[0][:, :, None] * right("a", 0)[0][:, None]
    np.testing.assert_allclose(made(right, "dL_dw", 1, slips)["clipped-part"], [np.clip(products, -1, 1).sum(axis=0)])
    z = right("z", 0)[0]
    up, down = 10.0**z, 10.0**-z
    np.testing.assert_allclose(made(right, "a", 0, slips)["base-ten"], [(up - down) / (up + down)])


def test_of_four_examples_two_can_make_an_update():
    x, t = np.array([[1.0], [2.0], [-0.5], [0.7]]), np.array([[1.0], [0.0], [0.0], [1.0]])
    network = Network([Layer([[0.4]], [0.2])])
    right, after_both = Rules(network, x, t, "squared_error", ETA), network
    for rows in ([0, 1], [2, 3]):
        after_both = after_both.updated(after_both.backward(after_both.forward(x[rows]), t[rows], "squared_error"), ETA)
    slips = [slip for slip in rare_slips(0) if dict(slip.fields).get("size") == "2"]
    np.testing.assert_allclose(made(right, "new_w", 0, slips)["update-each-batch"], [after_both.layers[0].weights])


def test_softmax_can_be_divided_by_all_powers_and_followed_back_along_one_output():
    right = step("categorical_cross_entropy")
    slips = [slip for slip in rare_slips(1) if len(slip.layers) == 1]
    powers = np.exp(right("z", 1)[0])
    np.testing.assert_allclose(made(right, "a", 1, slips)["softmax-over-all"], [powers / powers.sum()])
    network = Network([Layer(W1, B1), Layer(W2, B2, "softmax")])
    right = Rules(network, X, TARGET, "squared_error", ETA)
    y, e = right("a", 1)[0], right("error", 1)[0]
    paths = [np.array([y[:, k] * ((j == k) - y[:, j]) * e[:, k] for j in range(2)]).T for k in range(2)]
    np.testing.assert_allclose(made(right, "dC_dz", 1, slips)["softmax-path-alone"], paths)


def test_of_gelus_slope_the_inner_derivative_can_be_left_out_and_its_sign_turned_round():
    right = Rules(Network([Layer(W1, B1, "gelu"), Layer(W2, B2)]), X, TARGET, "squared_error", ETA)
    forms = {
        slip.fields[0][1]: right.with_slips(slip)("slope", 0)[0]
        for slip in rare_slips(1)
        if slip.id == "slope-other" and slip.at == (("slope", 0),) and "u" in slip.fields[0][1]
    }
    z, scale = right("z", 0)[0], np.sqrt(2 / np.pi)
    tanh = np.tanh(scale * (z + 0.044715 * z**3))
    first, second, du_dz = (1 + tanh) / 2, z * (1 - tanh**2) / 2, scale * (1 + 3 * 0.044715 * z**2)
    np.testing.assert_allclose(right("slope", 0)[0], first + second * du_dz)
    assert len(forms) == 5
    for written, expected in {
        "σ(2u) + z σ′(2u) · 2": first + second,
        "σ(2u) + z σ′(2u) · 2 √(2/π)": first + second * scale,
        "σ(2u) + z σ′(2u) · du/dz": first + second * du_dz / 2,
        "σ(2u) + z σ′(2u)": first + second / 2,
        "σ(2u) − z σ′(2u) · 2 du/dz": first - second * du_dz,
    }.items():
        np.testing.assert_allclose(forms[written], expected, err_msg=written)


def test_the_first_layer_alone_can_be_updated_where_there_are_several_more():
    right = Rules(Network([Layer(W1, B1), Layer(W2, B2), Layer(W2, B1)]), X, TARGET, "squared_error", ETA)
    [slip] = [slip for slip in rare_slips(2) if slip.id == "first-layer-alone-updated"]
    wrong = right.with_slips(slip)
    np.testing.assert_array_equal(wrong("new_w", 0), right("new_w", 0))
    np.testing.assert_array_equal(wrong("new_w", 1)[0], W2)
    np.testing.assert_array_equal(wrong("new_b", 2)[0], B1)


def test_the_last_layer_alone_can_be_updated():
    [slip] = [slip for slip in rare_slips(1) if slip.id == "last-layer-alone-updated"]
    wrong = RIGHT.with_slips(slip)
    np.testing.assert_array_equal(wrong("new_w", 1), RIGHT("new_w", 1))
    np.testing.assert_array_equal(wrong("new_w", 0)[0], W1)
    np.testing.assert_array_equal(wrong("new_b", 0)[0], B1)


def test_the_error_can_be_divided_by_the_slope_twice():
    right, other = step("cross_entropy"), by_hand("cross_entropy")
    slips = [slip for slip in rare_slips(1) if slip.id == "divided-twice"]
    np.testing.assert_allclose(made(right, "dC_da", 1, slips)["divided-twice"], [other.e / other.s2**2])


def test_no_term_is_told_to_be_subtracted_where_another_one_is_0():
    """Without the other it is the sign of the whole."""
    right = Rules(Network([Layer(W1, B1)]), [[0.0, 1.0]], [[1.0, 0.0]], "squared_error", ETA)
    slips = [slip for slip in rare_slips(0) if slip.id == "input-subtracted"]
    assert slips and not made(right, "w", 0, slips)


def of_new_w(rate=ETA):
    """A question about a weight after the update, and its old value, gradient and η."""
    network = Network([Layer(W1, B1), Layer(W2, B2)])
    asked = Quantity("w", 1, 1, 0, new=True)
    return quantity_question("q", "?", network, X, TARGET, asked, "squared_error", rate), W2[1, 0], H.g2[1, 0]


def test_a_seldom_slip_is_told_of_a_number_that_it_gives_to_the_last_digit():
    question, w, g = of_new_w(0.317)
    assert str(question.check(w - 0.317 * np.sign(g))) == (
        "Not yet. This takes the sign of the gradient alone. Its size enters too."
    )
    question, *_ = of_new_w()
    assert "after two updates" in str(question.check(float(after(BOTH, BOTH)[0][1, 0])))


def test_a_seldom_slip_is_not_told_of_a_number_of_few_digits_that_others_are_near():
    question, *_ = of_new_w()
    twice = float(after(BOTH, BOTH)[0][1, 0])
    assert "after two updates" not in str(question.check(f"{twice:.2g}"))


def test_a_seldom_slip_is_told_with_one_that_is_often_made_where_all_digits_are_theirs():
    question, w, _ = of_new_w()
    uphill = w + ETA * H.g2[1, 0] / np.linalg.norm(H.g2)
    said = str(question.check(float(uphill)))
    assert "Two things at once." in said
    assert "This adds the step" in said and "divides the gradient by its length" in said
    assert "length" not in str(question.check(f"{uphill:.3g}"))


@pytest.mark.parametrize(
    ("which", "place", "taken", "said"),
    [
        ("w1", (0, 1), -7.0, "This takes −7 for w⁽¹⁾₁₂. Read w⁽¹⁾₁₂ again."),
        ("w2", (1, 0), 0.05, "This takes 0.05 for w⁽²⁾₂₁."),
        ("b1", (1,), -0.05, "This takes −0.05 for b₂."),
        ("x", (0, 1), -0.2, "This takes −0.2 for x₂ of example 1. Read it again."),
        ("t", (1, 1), 10.0, "This takes 10 for ŷ₂ of example 2."),
    ],
)
def test_a_given_number_that_was_misread_is_told(which, place, taken, said):
    given = {"w1": W1.copy(), "b1": B1.copy(), "w2": W2.copy(), "b2": B2.copy(), "x": X.copy(), "t": TARGET.copy()}
    given[which][place] = taken
    network = Network([Layer(given["w1"], given["b1"]), Layer(given["w2"], given["b2"])])
    value = network.backward(network.forward(given["x"]), given["t"], "squared_error").dL_dw[0][0, 0]
    right = Network([Layer(W1, B1), Layer(W2, B2)])
    question = quantity_question("q", "?", right, X, TARGET, Quantity("dL_dw", 0, 0, 0), "squared_error", ETA)
    assert said in str(question.check(float(value)))


def test_a_number_can_be_read_without_its_minus_with_its_digits_exchanged_or_its_point_moved():
    assert readings(-0.27) == pytest.approx([0.27, -2.7, -0.027, -0.72])
    assert readings(1.25) == pytest.approx([-1.25, 12.5, 0.125, 2.15, 1.52])
    assert readings(0.5) == pytest.approx([-0.5, 5, 0.05])
    assert readings(0.0) == []
