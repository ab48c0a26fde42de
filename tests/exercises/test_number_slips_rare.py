"""The seldom slips of a number: each makes of its part what its id says, and is told where few numbers are as near."""

import numpy as np
import pytest
from step_by_hand import B1, B2, ETA, TARGET, W1, W2, X, assert_made, by_hand, made, sigmoid, step

from backprop import Layer, Network, Quantity
from backprop.exercises import quantity_question
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
    ]


def after(*batches):
    """The weights and biases of layer 1 after updates of these examples."""
    w1, b1, w2, b2 = W1, B1, W2, B2
    for rows in batches:
        x, t = X[rows], TARGET[rows]
        a = sigmoid(x @ w1.T + b1)
        y = sigmoid(a @ w2.T + b2)
        d2 = (y - t) * y * (1 - y)
        d1 = (d2 @ w2) * a * (1 - a)
        w1, b1 = w1 - ETA * d1.T @ x, b1 - ETA * d1.sum(axis=0)
        w2, b2 = w2 - ETA * d2.T @ a, b2 - ETA * d2.sum(axis=0)
    return w2, b2


BOTH = [0, 1]
UPDATES = {
    "updated-twice": after(BOTH, BOTH),
    "updated-three-times": after(BOTH, BOTH, BOTH),
}
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
    },
    ("w", 1): {"squared": [W2**2]},
    ("b", 1): {"squared": [B2**2], "size-alone": [abs(B2)]},
    ("z", 1): {"squared": [H.z2**2]} | digits(H.z2),
    ("a", 0): {
        "activation-other": [
            *(np.tan(H.z1), np.arctan(H.z1), np.sin(H.z1), np.cos(H.z1), np.sinh(H.z1), np.cosh(H.z1)),
            np.log(1 + np.exp(H.z1)),
        ],
        "activation-of-size": [sigmoid(abs(H.z1))],
        "activation-of-double": [sigmoid(2 * H.z1)],
        "activation-of-half": [sigmoid(H.z1 / 2)],
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
    ("dC_da", 0): {"size-alone": [abs(H.back)]} | digits(H.back),
    ("dC_dz", 0): {"squared": [H.d1**2], "size-alone": [abs(H.d1)]} | digits(H.d1),
    ("delta", 1): {"squared": [H.d2**2], "size-alone": [abs(H.d2)]} | digits(H.d2),
    ("feed", 1): digits(H.a1),
    ("dL_dw", 1): {
        "penalty-added": [H.g2 + rate * W2 for rate in (0.02, 0.05, 0.2, 0.3, 0.4, 0.5, 1)],
        "sign-alone": [np.sign(PRODUCTS).sum(axis=0)],
        "size-alone": [abs(PRODUCTS).sum(axis=0)],
    },
    ("dL_db", 1): {"summed-before-multiplied": [H.e.sum(axis=0) * H.s2.sum(axis=0)]},
    ("g_w", 1): {
        "unit-length": [H.g2 / np.linalg.norm(H.g2), H.g2 / np.linalg.norm(H.g2, axis=1, keepdims=True)],
        "sign-alone": [np.sign(H.g2)],
    },
    ("new_w", 1): {id: [w] for id, (w, _) in UPDATES.items()}
    | {"update-each-example": [w for w, _ in ONE_AFTER_ANOTHER]},
    ("new_b", 1): {id: [b] for id, (_, b) in UPDATES.items()}
    | {"update-each-example": [b for _, b in ONE_AFTER_ANOTHER]},
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


def of_new_w():
    """A question about a weight after the update, and its old value, gradient and η."""
    network = Network([Layer(W1, B1), Layer(W2, B2)])
    asked = Quantity("w", 1, 1, 0, new=True)
    return quantity_question("q", "?", network, X, TARGET, asked, "squared_error", ETA), W2[1, 0], H.g2[1, 0]


def test_a_seldom_slip_is_told_of_a_number_that_it_gives_to_the_last_digit():
    question, w, g = of_new_w()
    assert str(question.check(w - ETA * np.sign(g))) == (
        "Not yet. This takes the sign of the gradient alone. Its size enters too."
    )
    assert "after two updates" in str(question.check(float(after(BOTH, BOTH)[0][1, 0])))


def test_a_seldom_slip_is_not_told_of_a_number_of_few_digits_that_others_are_near():
    question, *_ = of_new_w()
    twice = float(after(BOTH, BOTH)[0][1, 0])
    assert "after two updates" not in str(question.check(f"{twice:.2g}"))
