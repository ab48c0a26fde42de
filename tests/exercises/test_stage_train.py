"""The loop of your own: a right one is right however it is written, and a wrong one is told what is wrong with it."""

import numpy as np
import pytest

from backprop.examples import digits, lecun_network
from backprop.exercises.digits import train
from backprop.exercises.kinds import NOT_ATTEMPTED, NOT_YET, RIGHT
from backprop.exercises.questions.from_scratch import SOLUTIONS
from backprop.exercises.reference import REFERENCE
from backprop.exercises.stages import StandIn, compare, use
from backprop.exercises.trials import LECTURE, drawn, others

BODY = SOLUTIONS["train"]
CHOSEN = "chosen = order[start : start + batch]"
STARTS = "range(0, len(order), batch)"
ETA = ", learning_rate)"
RETURN = "\n    return weights, biases"


def written(source):
    names = {"np": np, **REFERENCE}
    exec(source, names)
    return names["my_train"]


def changed(*changes):
    source = BODY
    for old, new in changes:
        head, body = source.split("\n", 1)
        assert old in body
        source = f"{head}\n{body.replace(old, new)}"
    return written(source)


COUNTING = """def my_train(x, target, weights, biases, learning_rate, batch, orders):
    for epoch in range(len(orders)):
        shuffled_x, shuffled_target = x[orders[epoch]], target[orders[epoch]]
        batches = int(np.ceil(len(x) / batch))
        for k in range(batches):
            feed, wanted = shuffled_x[k * batch : (k + 1) * batch], shuffled_target[k * batch : (k + 1) * batch]
            z, a = forward(feed, weights, biases)
            gradients = multiply(feed, a, backward(z, a, wanted, weights))
            weights, biases = update(weights, biases, *gradients, learning_rate)
    return weights, biases"""
WHILE = """def my_train(x, target, weights, biases, learning_rate, batch, orders):
    orders = [list(order) for order in orders]
    while orders:
        order = orders.pop(0)
        while order:
            chosen, order = order[:batch], order[batch:]
            z, a = forward(x[chosen], weights, biases)
            dL_dw, dL_db = multiply(x[chosen], a, backward(z, a, target[chosen], weights))
            weights = [w - learning_rate * g for w, g in zip(weights, dL_dw)]
            biases = [b - learning_rate * g for b, g in zip(biases, dL_db)]
    return weights, biases"""
RIGHTS = {
    "the solution": BODY,
    "counted batches, shuffled beforehand": COUNTING,
    "while": WHILE,
    "split": BODY.replace(STARTS, "np.split(order, range(batch, len(order), batch))")
    .replace("for start in", "for chosen in")
    .replace(f"            {CHOSEN}\n", ""),
    "a dict": BODY.replace("return weights, biases", 'return {"new_w": weights, "new_b": biases}'),
    "float32": BODY.replace(
        "return weights, biases",
        "return [w.astype(np.float32) for w in weights], [b.astype(np.float32) for b in biases]",
    ),
    "it prints": BODY.replace(RETURN, "\n        print(len(order))" + RETURN),
}


@pytest.mark.parametrize("name", RIGHTS)
def test_a_right_loop_is_right_however_it_is_written(name):
    assert compare("train", written(RIGHTS[name])).state == RIGHT


def test_none_and_the_engines_own_loop_are_told_as_what_they_are():
    assert compare("train").state == NOT_ATTEMPTED
    assert "the engine's own function" in compare("train", REFERENCE["train"]).text
    assert "the engine's own function" not in compare("train", written(BODY)).text


def splitting(count):
    """The loop over np.array_split of the order into so many batches."""
    source = BODY.replace(STARTS, f"np.array_split(order, {count})").replace("for start in", "for chosen in")
    return written(source.replace(f"            {CHOSEN}\n", ""))


PILE = """def my_train(x, target, weights, biases, learning_rate, batch, orders):
    pile_w, pile_b = [0 * w for w in weights], [0 * b for b in biases]
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            z, a = forward(x[chosen], weights, biases)
            dL_dw, dL_db = multiply(x[chosen], a, backward(z, a, target[chosen], weights))
            pile_w = [p + g for p, g in zip(pile_w, dL_dw)]
            pile_b = [p + g for p, g in zip(pile_b, dL_db)]
            weights, biases = update(weights, biases, pile_w, pile_b, learning_rate)
    return weights, biases"""
STALE = """def my_train(x, target, weights, biases, learning_rate, batch, orders):
    start_w, start_b = weights, biases
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            z, a = forward(x[chosen], start_w, start_b)
            dL_dw, dL_db = multiply(x[chosen], a, backward(z, a, target[chosen], start_w))
            weights, biases = update(weights, biases, dL_dw, dL_db, learning_rate)
    return weights, biases"""
IN_TURN = """def my_train(x, target, weights, biases, learning_rate, batch, orders):
    weights, biases = list(weights), list(biases)
    for order in orders:
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            for l in range(len(weights)):
                z, a = forward(x[chosen], weights, biases)
                dL_dw, dL_db = multiply(x[chosen], a, backward(z, a, target[chosen], weights))
                weights[l] = weights[l] - learning_rate * dL_dw[l]
                biases[l] = biases[l] - learning_rate * dL_db[l]
    return weights, biases"""
RESET = "    pile_w, pile_b = [0 * w for w in weights], [0 * b for b in biases]\n"
PER_EPOCH = (
    PILE.replace(RESET, "")
    .replace("    for order in orders:\n", f"    for order in orders:\n    {RESET}")
    .replace("            weights, biases = update", "        weights, biases = update")
)
OUTSIDE = BODY.replace("            weights, biases = update", "        weights, biases = update")
UNCHANGED = BODY.replace("            weights, biases = update", "            update")
IN_EPOCH, IN_BATCH = BODY.replace(RETURN, "\n    " + RETURN[1:]), BODY.replace(RETURN, "\n        " + RETURN[1:])
RESTART = BODY.replace("    for order in orders:\n", "    given = weights, biases\n    for order in orders:\n").replace(
    "        for start", "        weights, biases = given\n        for start"
)
WRONG = [
    ("no batches", changed((STARTS, "range(1)"), (CHOSEN, "chosen = order")), "as if all examples were one batch"),
    ("gathered over the epoch", written(PER_EPOCH), "as if all examples were one batch"),
    ("a batch of its own", changed((STARTS, STARTS.replace("batch", "3")), ("+ batch", "+ 3")), "3 examples at a time"),
    ("one at a time", changed((STARTS, STARTS.replace("batch", "1")), ("+ batch", "+ 1")), "after each example"),
    ("as they stand", changed((CHOSEN, "chosen = slice(start, start + batch)")), "the examples as they stand"),
    ("x alone shuffled", changed(("target[chosen]", "target[start : start + batch]")), "target is not"),
    ("target alone shuffled", changed(("x[chosen]", "x[start : start + batch]")), "x is not"),
    ("one order for all", changed((CHOSEN, "chosen = orders[0][start : start + batch]")), "the order of the first"),
    ("short batch dropped", changed((STARTS, "range(0, len(order) - batch + 1, batch)")), "shorter than the others"),
    ("last dropped", changed((STARTS, "range(0, len(order), batch)[:-1]")), "The last batch of each epoch is left out"),
    ("first dropped", changed((STARTS, "range(batch, len(order), batch)")), "The first start is 0"),
    ("the stop is no place", changed((CHOSEN, "chosen = order[start:batch]")), "x is empty"),
    ("one batch an epoch", changed((STARTS, "[0]")), "its first batch alone"),
    ("overlapping", changed((STARTS, "range(len(order))")), "The batches overlap"),
    ("one short", changed(("start + batch]", "start + batch - 1]")), ""),
    ("one more", changed(("start + batch]", "start + batch + 1]")), "one example of the next one too"),
    ("as many as batch", splitting("batch"), "how many batches there are"),
    ("evened", splitting("len(order) // batch"), "as long as one another"),
    ("evened, rounded up", splitting("-(-len(order) // batch)"), "as long as one another"),
    ("update outside", written(OUTSIDE), "Update in the inner loop"),
    ("return in the epochs", written(IN_EPOCH), "This is the first epoch alone"),
    ("return in the batches", written(IN_BATCH), "This is one update, with the first batch"),
    ("epochs begin again", written(RESTART), "The last epoch alone counts"),
    ("not kept", written(UNCHANGED), "Keep what update returns"),
    ("stale gradients", written(STALE), "the gradient of the start"),
    ("gradients pile up", written(PILE), "earlier batches are added in"),
    ("layers in turn", written(IN_TURN), "taken when other layers are already updated"),
    (
        "layers in turn, back",
        written(IN_TURN.replace("in range(len(weights))", "in (2, 1, 0)[-len(weights) :]")),
        "other layers",
    ),
    ("uphill", changed((ETA, ", -learning_rate)")), "adds the step"),
    ("no eta", changed((ETA, ", 1)")), "Multiply it by η first"),
    ("eta of its own", changed((ETA, ", 0.05)")), "learning rate of its own, 0.05"),
    ("mean", changed((ETA, ", learning_rate / len(chosen))")), "the mean over the examples"),
    ("over batch", changed((ETA, ", learning_rate / batch)")), "divides the gradient by batch"),
    ("over all", changed((ETA, ", learning_rate / len(x))")), "number of all examples"),
    ("weights alone", changed(("weights, biases = update", "weights, _ = update")), "Only the weights are updated"),
    ("swapped", changed(("return weights, biases", "return biases, weights")), "the order of the lists is not"),
    ("eta changes", changed((ETA, ", learning_rate / (1 + start))")), "shrinks from update to update"),
    ("squashed", changed((RETURN, RETURN.replace("weights", "[np.sin(w) for w in weights]"))), ""),
    ("own shuffle", changed((CHOSEN, "chosen = np.random.permutation(order)[:batch]")), "different results"),
    (
        "own order",
        changed(("in orders:", "in [np.random.default_rng(9).permutation(len(x)) for _ in orders]:")),
        "does not depend on orders",
    ),
    (
        "two at once",
        changed((CHOSEN, "chosen = np.arange(len(x))[start : start + batch]"), (ETA, ", -learning_rate)")),
        "the examples as they stand",
    ),
    ("nothing", written(BODY.replace(RETURN, "")), "returned nothing"),
    ("three things", changed(("return weights, biases", "return weights, biases, 0")), "Return 2 lists"),
    ("all targets", changed(("target[chosen]", "target")), "raised ValueError"),
]


@pytest.mark.parametrize(("function", "words"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_loop_is_told_why_and_marked_on_no_diagram_of_one_update(function, words):
    found = compare("train", function)
    assert found.state == NOT_YET and words in found.text
    assert found.quantity is None and found.picture == ""


def averaged(epochs):
    """The means of the weights and biases after each update of the last so many epochs."""

    def train(x, target, weights, biases, learning_rate, batch, orders):
        seen, now = [], (weights, biases)
        for order in orders:
            seen.append([])
            for start in range(0, len(order), batch):
                rows = order[start : start + batch]
                z, a = REFERENCE["forward"](x[rows], *now)
                d = REFERENCE["backward"](z, a, target[rows], now[0])
                now = REFERENCE["update"](*now, *REFERENCE["multiply"](x[rows], a, d), learning_rate)
                seen[-1].append(now)
        last = [each for epoch in seen[-epochs:] for each in epoch]
        return tuple([np.mean(each, axis=0) for each in zip(*group, strict=True)] for group in zip(*last, strict=True))

    return train


def test_a_mean_of_the_weights_is_told_as_of_the_updates_that_it_is_of():
    assert "after each update of the last epoch." in compare("train", averaged(1)).text
    assert "after each update." in compare("train", averaged(99)).text


def test_inputs_that_are_changed_before_they_are_used_are_told():
    whole = changed(("x[chosen]", "((x - x.mean(axis=0)) / x.std(axis=0))[chosen]"))
    assert "This subtracts the mean from x and divides by the standard deviation." in compare("train", whole).text
    ends = changed(("x[chosen]", "((x - x.min()) / np.ptp(x))[chosen]"))
    assert "This shifts and scales x between its smallest and largest." in compare("train", ends).text


def test_two_slips_at_once_are_both_told():
    both = compare("train", next(function for name, function, _ in WRONG if name == "two at once")).text
    assert "the examples as they stand" in both and "adds the step" in both


def test_a_loop_that_no_slip_explains_gets_no_reason_but_what_is_seen_where_eta_is_0():
    found = compare("train", next(function for name, function, _ in WRONG if name == "squashed"))
    seen = "With η = 0 nothing is to change, but other weights come back."
    assert found.text.rpartition("expected ")[2].split(" ", 1)[1].startswith(seen)


def test_a_loop_that_changes_its_arguments_is_told_so():
    source = BODY.replace(
        "    for order in orders:\n", "    for order in orders:\n        order[:] = order.copy()[::1]\n"
    )
    assert compare("train", written(source)).state == RIGHT
    source = BODY.replace(RETURN, "\n    weights_given = orders[0]; weights_given[:] = 0" + RETURN)
    assert "changes orders, which it was given" in compare("train", written(source)).text


def test_the_trials_of_the_loop_tell_its_slips_apart():
    steps = [LECTURE, *others()]
    assert {len(step.x) % step.batch == 0 for step in steps} == {True, False}
    assert len({step.epochs for step in steps}) > 1 and len({step.batch for step in steps}) > 2
    for step in steps:
        given = step.of("train")
        assert all(sorted(order) == [*range(len(step.x))] for order in given["orders"])
        assert any((order != np.arange(len(step.x))).any() for order in given["orders"])
    assert not (LECTURE.of("train")["orders"][0] == LECTURE.of("train")["orders"][1]).all()


def test_the_digits_are_trained_with_your_functions_where_the_engines_loop_stands_in(capsys):
    calls = []

    def counted(*arguments):
        calls.append(1)
        return REFERENCE["update"](*arguments)

    for loop in (use("train"), REFERENCE["train"]):
        calls.clear()
        functions = REFERENCE | {"update": counted, "train": loop}
        next(train(functions, digits(0), lecun_network((64, 32, 10)), batch=500))
        assert len(calls) == 3
    assert isinstance(use("train"), StandIn) and "train: not attempted" in capsys.readouterr().out


def test_a_step_of_the_loop_is_drawn_anew_from_its_seed():
    one, again = drawn(3, (2, 2), 4, 0.1, batch=3), drawn(3, (2, 2), 4, 0.1, batch=3)
    assert all((a == b).all() for a, b in zip(one.of("train")["orders"], again.of("train")["orders"], strict=True))
