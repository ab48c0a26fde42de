"""One part of a stage is wrong, and the others are as they should be: what is told is that part, and nothing else."""

import numpy as np
import pytest

from altered import backward, forward, multiply, sigmoid, update
from backprop.exercises import question
from backprop.exercises.kinds import NOT_YET, RIGHT
from backprop.exercises.stages import compare, use
from backprop.exercises.trials import arguments


def told(stage, function):
    comparison = compare(stage, function)
    assert comparison.state == NOT_YET
    return comparison.text


# ------------------------------------------------------------------ what cannot be compared


@pytest.mark.parametrize("slope", [lambda a, z: np.sqrt(z), lambda a, z: np.log(z), lambda a, z: z / 0])
def test_an_entry_that_is_no_number_is_told_and_is_not_said_to_depend_on_anything(slope):
    with np.errstate(all="ignore"):
        said = told("backward", backward(slope=slope))
    assert "Not every entry is a finite number." in said
    assert "changes" not in said


def test_a_random_function_is_told_that_two_calls_differ_and_nothing_else():
    rng = np.random.default_rng()
    for stage, function in (
        ("forward", forward(activation=lambda z: sigmoid(z) * (rng.random(z.shape) < 0.5))),
        ("backward", backward(start=lambda y, t: y - t + rng.normal(size=y.shape))),
        ("update", update(lambda p, g, eta: p - eta * g + rng.normal(size=p.shape))),
    ):
        said = told(stage, function)
        assert "Two calls with the same arguments give different results." in said, said
        assert "changes" not in said


def test_what_is_kept_from_call_to_call_is_told():
    def own(x, weights, biases, z=[], a=[]):  # noqa: B006 the slip itself
        for w, b in zip(weights, biases, strict=True):
            z.append((a[-1] if a else x) @ w.T + b)
            a.append(sigmoid(z[-1]))
        return z, a

    assert "Two calls with the same arguments give different results." in told("forward", own)


def test_float32_on_the_way_is_told_as_six_digits_that_agree():
    for stage, function in (
        ("backward", backward(start=lambda y, t: np.float32(y - t))),
        ("update", update(lambda p, g, eta: p - eta * g.astype(np.float32))),
    ):
        assert "as where a part is rounded to float32 on the way" in told(stage, function)
    assert "float32 on" not in told("backward", backward(start=lambda y, t: y - t + 1e-4))


def test_what_is_cut_at_6_is_not_called_relu_and_relu_is():
    assert "clip(z, 0, 6)" in told("forward", forward(activation=lambda z: np.clip(z, 0, 6)))
    assert "This is ReLU of z." in told("forward", forward(activation=lambda z: np.maximum(z, 0)))


def test_an_update_that_leaves_out_small_gradients_is_not_right():
    said = told("update", update(lambda p, g, eta: p - eta * np.where(np.abs(g) > 1e-3, g, 0)))
    assert "With larger numbers it is right." in said
    assert compare("update", update(lambda p, g, eta: p - eta * g)).state == RIGHT


def test_a_way_back_that_starts_from_the_product_of_y_and_the_target_is_one_slip():
    said = told("backward", backward(start=lambda y, t: y * t))
    assert "The way back starts from y ŷ." in said and "Or:" not in said


@pytest.mark.parametrize("of_zero", [1, -1])
def test_a_sign_that_has_no_zero_is_still_the_sign_of_the_gradient(of_zero):
    said = question("00-code").check(lambda theta, g, eta: theta - np.where(g == 0, of_zero, np.sign(g))).text
    assert "takes the sign of the gradient" in said and "takes 1 in the place" not in said


def test_a_function_that_is_async_is_told_to_be_none():
    async def own(x, weights, biases):
        yield x

    assert "Leave out async." in told("forward", own)


def test_of_an_array_of_float16_nothing_is_told_but_that():
    said = told("forward", forward(activation=lambda z: sigmoid(z).astype(np.float16)))
    assert said.endswith("Return float64 or float32.")


def test_one_array_in_the_place_of_a_list_is_not_counted_by_its_rows():
    assert "dC_dz is one array; expected a list of 3" in told("backward", lambda z, a, target, weights: a[-1] - target)
    right = backward()
    said = told("backward", lambda *given: (right(*given), right(*given)))
    assert said == "dC_dz is 2 lists of arrays; expected one list, an array for each layer."


def test_arrays_put_into_the_given_lists_are_not_called_changed_in_place():
    def own(weights, biases, dL_dw, dL_db, eta):
        for l in range(len(weights)):
            weights[l] = weights[l] - eta * dL_dw[l]
            biases[l] = biases[l] - eta * dL_db[l]
        return weights, biases

    assert told("update", own).endswith("Put new arrays in a list of your own, not in the one that you were given.")


# ------------------------------------------------------------------ where a function is wrong for large numbers alone


@pytest.mark.parametrize(
    ("stage", "function"),
    [
        ("forward", forward(activation=lambda z: sigmoid(np.clip(z, -5, 5)))),
        ("forward", forward(activation=lambda z: np.clip(sigmoid(z), 0.004, 0.996))),
        ("forward", forward(activation=lambda z: np.clip(sigmoid(z), 1e-7, 1 - 1e-7))),
        ("backward", backward(start=lambda y, t: np.clip(y, 0.05, 0.95) - t)),
        ("backward", backward(come=lambda d, w: np.clip(d @ w, -5, 5))),
        ("update", update(lambda p, g, eta: p - eta * np.clip(g, -5, 5))),
        ("update", update(lambda p, g, eta: np.clip(p - eta * g, -10, 10))),
        ("update", update(lambda p, g, eta: p - eta * g * min(1, 10 / np.linalg.norm(g)))),
    ],
)
def test_a_function_that_cuts_what_is_large_is_told_so_and_nothing_else(stage, function):
    said = told(stage, function)
    assert "right for the lecture's network" in said
    assert said.endswith("it is right. Look for a limit at which something is held, as np.clip, min and max do.")


def test_right_functions_stay_right_where_z_and_the_gradients_are_large():
    def other_sigmoid(z):
        return np.where(z > 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))

    assert compare("forward", forward(activation=other_sigmoid)).state == RIGHT
    assert compare("backward", backward(slope=lambda a, z: a - a**2)).state == RIGHT


# ------------------------------------------------------------------ one part, by its name


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (forward(lambda f, w, b: 2 * (f @ w.T) + b), "The sum of w times a is 2 times what it should be"),
        (forward(lambda f, w, b: f @ w.T / 2 + b), "The sum of w times a is ½ of what it should be"),
        (forward(lambda f, w, b: f @ w.T / 255 + b), "The sum of w times a is 0.00392157 times"),
        (forward(lambda f, w, b: b - f @ w.T), "The sum of w times a has its sign turned round, without the bias."),
        (forward(lambda f, w, b: f @ w.T / len(f) + b), "divided by the number of examples. Leave it whole."),
        (forward(lambda f, w, b: f @ w.T / len(w) + b), "divided by the number of neurons. Leave it whole."),
        (forward(activation=lambda z: 1 / (1 + 2.0**-z)), "The activation takes 2 where e belongs."),
        (forward(activation=lambda z: 1 / (1 + 10.0**-z)), "The activation takes 10 where e belongs."),
    ],
)
def test_a_part_of_going_forward_is_told_and_not_the_whole(function, words):
    said = told("forward", function)
    assert words in said
    assert "Every entry" not in said


@pytest.mark.parametrize(
    ("z", "words"),
    [
        (lambda f, w, b: 2 * (f @ w.T) + 2 * b, "Every entry is 2 times what it should be."),
        (lambda f, w, b: -(f @ w.T) - b, "The sign is turned round."),
        (lambda f, w, b: 2 * (f @ w.T), "This leaves out the bias"),
        (lambda f, w, b: 0 * (f @ w.T + b), "It is 0 everywhere."),
    ],
)
def test_where_the_bias_goes_with_the_sum_the_whole_is_told(z, words):
    assert words in told("forward", forward(z))


def test_another_function_in_the_place_of_z_is_told_where_a_is_right():
    def own(x, weights, biases):
        z, a = forward()(x, weights, biases)
        return [each > 0 for each in z], a

    assert told("forward", own).endswith("This is a step, where z itself belongs: z = Σ w a + b.")


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (backward(come=lambda d, w: d @ w / len(w)), "This is the mean over the paths. Paths add."),
        (backward(start=lambda y, t: y - t + 0.1), "This adds a term that does not belong here: 0.1."),
        (backward(start=lambda y, t: y - 2 * t), "The way back starts from y − ŷ − ŷ."),
        (backward(start=lambda y, t: (y > 0.5) - t), "The way back starts from the rounded y minus ŷ."),
    ],
)
def test_a_part_of_going_back_is_told_by_its_name(function, words):
    assert words in told("backward", function)


def test_a_factor_beside_another_slip_is_not_told_of_every_entry():
    said = told("backward", backward(start=lambda y, t: 2 * (y - t) * y * (1 - y)))
    assert "Every entry" not in said
    assert said.endswith("Besides, a factor 2 is left over, as from a square without its ½.")


def test_a_factor_beside_the_mean_over_the_paths_is_told_with_it():
    said = told("backward", backward(start=lambda y, t: 2 * (y - t), come=lambda d, w: d @ w / len(w)))
    assert "Paths add." in said and "Besides, a factor 2" in said


def test_a_guard_against_dividing_by_0_is_no_float32():
    said = told("backward", backward(start=lambda y, t: (-t / (y + 1e-8) + (1 - t) / (1 - y + 1e-8)) * y * (1 - y)))
    assert "A small number is added, about 1e-08" in said


def test_zeros_are_zeros_and_not_rounded():
    def own(z, a, target, weights):
        d = backward()(z, a, target, weights)
        return [np.zeros_like(d[0]), *d[1:]]

    assert told("backward", own).endswith("It is 0 everywhere.")


def test_the_slope_of_the_next_layer_alone_left_out_is_told():
    def own(z, a, target, weights):
        e = a[-1] - target
        back, d = e / (a[-1] * (1 - a[-1])), [e]
        for l in reversed(range(len(a) - 1)):
            back = back @ weights[l + 1]
            d.insert(0, a[l] * (1 - a[l]) * back)
        return d

    assert "the next layer's slope f′(z) is left out" in told("backward", own)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (lambda p, g, eta: -eta * g, "This is the step with its sign turned round. Add the old parameter to it."),
        (lambda p, g, eta: eta * g, "This is the step itself. Subtract it from the old parameter."),
        (lambda p, g, eta: p * eta * g, "This multiplies the old parameter by the step. Subtract the step from it."),
        (lambda p, g, eta: eta * g - p, "The sign is turned round."),
        (lambda p, g, eta: p - p * g, "the gradient times the parameter in the place of the gradient"),
    ],
)
def test_a_step_is_told_by_what_is_wrong_with_it_where_a_bias_is_0_too(step, words):
    said = told("update", update(step))
    assert words in said
    assert "This is the old parameter." not in said


def test_a_step_that_is_right_in_one_network_is_not_told_to_be_twice_as_long():
    for limit in (1, 2):
        said = told("update", update(lambda p, g, eta, limit=limit: p - eta * g * min(1, limit / np.linalg.norm(g))))
        assert "2 times" not in said and "length" not in said


def test_a_factor_near_1_is_told_with_the_digits_that_tell_it_from_1():
    assert "1.00001 times" in told("backward", backward(start=lambda y, t: 1.00001 * (y - t)))


def test_where_one_array_agrees_the_lists_are_not_said_to_be_exchanged():
    said = str(
        question("06-code").check(lambda z: (z * sigmoid(z) + z, sigmoid(z) + z * sigmoid(z) * (1 - sigmoid(z))))
    )
    assert "order" not in said
    assert "a is z·σ(z) + z" in said


# ------------------------------------------------------------------ what fits much is told of what shows it


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (lambda y, t: y - 1, "The way back starts from y − 1."),
        (lambda y, t: 1 - y, "The way back starts from 1 − y."),
        (lambda y, t: (y - t) * (1 - y), "This multiplies by 1 − a."),
        (lambda y, t: (y - t) * y, "This multiplies by a."),
    ],
)
def test_a_start_is_no_other_start_with_another_slope_and_another_sign(start, words):
    said = told("backward", backward(start=start))
    assert words in said
    assert "(1 − a)²" not in said and "a²" not in said and "sign" not in said and "Or:" not in said


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (lambda g: g[:1], "the first gradient, for every entry,"),
        (lambda g: g[-1:], "the last gradient, for every entry,"),
        (lambda g: g.max(), "the largest gradient, for every entry,"),
        (lambda g: g.min(), "the smallest gradient, for every entry,"),
    ],
)
def test_one_gradient_for_every_entry_is_no_step_of_1_times_some_number(step, words):
    said = told("update", update(lambda p, g, eta: p - eta * step(g)))
    assert words in said and "takes 1 in" not in said and "adds the step" not in said and "not the same" not in said


def test_of_a_factor_that_varies_the_sign_is_told_only_where_every_array_has_it():
    varying = "a number that is not the same in every network or layer"
    said = told("multiply", multiply(lambda d, f: d.T @ f * f.mean()))
    assert varying in said and "sign" not in said
    said = told("multiply", multiply(lambda d, f: d.T @ f * -abs(f.mean()), lambda d: -abs(d.mean()) * d.sum(axis=0)))
    assert varying in said and "sign" in said
    said = question("00-code").check(lambda theta, g, eta: theta - eta * g * g.mean()).text
    assert varying in said and "squared" not in said and "adds the step" not in said


def test_an_array_of_zeros_is_no_cut_one_where_no_other_array_is_cut():
    right = backward()

    def own(*given):
        return [d if d.shape[1] < 4 else 0 * d for d in right(*given)]

    said = told("backward", own)
    assert said.endswith("It is 0 everywhere.") and "cut" not in said
    assert "cut to whole numbers" in told("update", update(lambda p, g, eta: np.trunc(p - eta * g)))
    assert "cut to whole numbers" in told("forward", forward(activation=lambda z: np.trunc(sigmoid(z))))


def test_a_step_with_another_eta_is_no_other_function_of_the_gradient():
    said = told("update", lambda w, b, dw, db, eta: update()(w, b, dw, db, max(eta, 0.1)))
    assert "another function of the gradient" not in said


def test_a_result_that_is_transposed_has_no_other_slip():
    def own(weights, biases, dL_dw, dL_db, eta):
        new_w, new_b = update()(weights, biases, dL_dw, dL_db, eta)
        return [w.T for w in new_w], new_b

    assert told("update", own).endswith("It is transposed.")


def test_a_slip_of_the_second_list_alone_is_told_with_its_name():
    said = told("multiply", multiply(lambda d, f: d.T @ f / len(d), lambda d: -d.sum(axis=0)))
    assert "This is the mean over the examples." in said and "Of dL_db: The sign is turned round." in said
    assert "Of d" not in told("multiply", multiply(lambda d, f: -d.T @ f, lambda d: -d.sum(axis=0)))


# ------------------------------------------------------------------ what is right here, and not everywhere


@pytest.mark.parametrize("axis", ["examples", "neurons"])
def test_an_axis_of_one_that_is_lost_is_not_right(axis):
    right = forward()

    def squeezed(*given):
        return tuple([np.squeeze(array) for array in group] for group in right(*given))

    def of_several(x, weights, biases):
        return right(x, weights, biases if len(x) > 1 else [0 * b for b in biases])

    said = told("forward", squeezed if axis == "neurons" else of_several)
    assert "It is right for the lecture's network, not for one of" in said


def test_a_number_of_examples_that_is_fixed_is_told_as_that_and_as_no_limit():
    said = told("forward", lambda x, weights, biases: forward()(x[:10], weights, biases))
    assert said.endswith("With fewer examples it is right. Look for a number of examples that is fixed.")


def test_a_result_of_an_earlier_call_is_told_as_that():
    kept = {}

    def cached(x, weights, biases):
        if x.shape not in kept:
            kept[x.shape] = forward()(x, weights, biases)
        return kept[x.shape]

    assert "With other arguments of the same shapes it returns what it returned before." in told("forward", cached)


def test_a_state_that_is_kept_by_shape_is_told_as_calls_that_differ():
    kept = {"v": None}

    def momentum(weights, biases, dL_dw, dL_db, eta):
        found = [*dL_dw, *dL_db]
        if kept["v"] is None or [v.shape for v in kept["v"]] != [g.shape for g in found]:
            kept["v"] = [0 * g for g in found]
        kept["v"] = [0.9 * v + g for v, g in zip(kept["v"], found, strict=True)]
        new = [p - eta * v for p, v in zip([*weights, *biases], kept["v"], strict=True)]
        return new[: len(weights)], new[len(weights) :]

    assert "Two calls with the same arguments give different results." in told("update", momentum)


def test_texts_are_no_numbers_though_they_can_be_read_as_such():
    said = told("forward", lambda *given: tuple([a.astype(str) for a in group] for group in forward()(*given)))
    assert "expected an array of numbers" in said


@pytest.mark.parametrize(
    ("stage", "function"),
    [
        ("backward", lambda *given: [backward()(*given)]),
        ("forward", lambda *given: dict(zip(("z", "a"), forward()(*given), strict=True))),
        ("multiply", lambda *given: iter(multiply()(*given))),
    ],
)
def test_what_use_gives_returns_lists_of_arrays_in_whatever_form_ones_own_does(stage, function):
    given, right = arguments(stage)
    found = use(stage, function)(*given)
    lists = [found] if len(right) == 1 else found
    assert isinstance(lists, list | tuple) and len(lists) == len(right)
    for mine, expected in zip(lists, right, strict=True):
        assert isinstance(mine, list) and all(map(np.allclose, mine, expected))
