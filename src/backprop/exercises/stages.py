"""Write backpropagation yourself: five functions, each compared with the engine array by array.

The network is all sigmoid with cross-entropy; ``weights`` and ``biases`` are lists, one array a layer, and so
are ``z``, ``a``, ``dC_dz``, ``dL_dw`` and ``dL_db``. Examples stand in rows.

    forward(x, weights, biases)                               -> z, a
    backward(z, a, target, weights)                           -> dC_dz
    multiply(x, a, dC_dz)                                     -> dL_dw, dL_db
    update(weights, biases, dL_dw, dL_db, learning_rate)      -> weights, biases
    train(x, target, weights, biases, learning_rate, batch, orders)      -> weights, biases

``train`` calls the other four. ``orders`` has an array for each epoch: the indices of all examples, shuffled.
"""

import base64
import io
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import wraps
from html import escape

import numpy as np

from backprop.exercises import dependence, diagnosis, loop_apart, reference, stage_train
from backprop.exercises.agreement import agrees, numbers
from backprop.exercises.called import told, with_result
from backprop.exercises.explain import precision, same
from backprop.exercises.kinds import NOT_ATTEMPTED, NOT_YET, RIGHT
from backprop.exercises.readings import LARGEST, in_order
from backprop.exercises.reference import REFERENCE
from backprop.exercises.returned import groups
from backprop.exercises.trials import (
    LEARNING_RATE,
    LECTURE,
    NETWORK,
    RETURNS,
    STAGES,
    TAKES,
    TARGET,
    X,
    again,
    alike,
    arguments,
    copied,
    edges,
    fresh,
    large,
    many,
    others,
    small,
)
from backprop.exercises.watched import PASSES, watched, within
from backprop.pictures.diagram import diagram
from backprop.pictures.layout import SMALLEST, layout
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import walkthrough
from backprop.words import say


@dataclass(frozen=True)
class StandIn:
    """The engine's function in the place of yours; ``state`` is why."""

    stage: str
    state: str

    def __call__(self, *arguments):
        return REFERENCE[self.stage](*arguments)


def use(stage: str, function: Callable | None = None) -> Callable:
    """Your function for this stage where it agrees with the engine; else the engine's stands in, which is said."""
    found = compare(stage, function)
    if found.state == RIGHT:
        return function if _is_plain(function, stage) else _in_lists(stage, function)
    print(say(f"exercises.stages.stood-in.{found.state}", stages=stage))
    return StandIn(stage, found.state)


def _is_plain(function, stage):
    """Whether what a function returns is what the next one takes: a list of arrays, or a tuple of two such lists."""
    with redirect_stdout(io.StringIO()):
        returned = function(*arguments(stage)[0])
    found = [returned] if len(RETURNS[stage]) == 1 else returned
    return isinstance(found, list | tuple) and all(
        isinstance(group, list | tuple) and all(isinstance(array, np.ndarray) for array in group) for group in found
    )


def _in_lists(stage, function):
    """The function with what it returns as lists of arrays, whatever it holds them in."""

    @wraps(function)
    def own(*given):
        layers = next(len(one) for one in given if isinstance(one, list | tuple))
        found, _ = groups(function(*given), RETURNS[stage], layers)
        lists = tuple([np.asarray(array) for array in group] for group in found.values())
        return lists if len(lists) > 1 else lists[0]

    return own


def stood_in(functions):
    """Which of these functions ({stage: function}) are the engine's in the place of yours; empty for none."""
    ones = [function for function in functions.values() if isinstance(function, StandIn)]
    stages = {state: [one.stage for one in ones if one.state == state] for state in (NOT_ATTEMPTED, NOT_YET)}
    return " ".join(
        say(f"exercises.stages.stood-in.{state}", stages=", ".join(names)) for state, names in stages.items() if names
    )


# ------------------------------------------------------------------ comparing


@dataclass(frozen=True)
class Comparison:
    """What became of one stage: a state, a sentence, and the first quantity that differs, on the diagram.

    ``by_engine`` where it is right and the engine's own function. ``attempt`` has the arrays, where there are any.
    """

    stage: str
    state: str
    text: str
    quantity: Quantity | None = None
    example: int = 0
    by_engine: bool = False
    attempt: "Attempt | None" = field(default=None, compare=False)

    def __str__(self):
        return say(f"exercises.stages.told.{self.state}", stage=self.stage, text=self.text)

    __repr__ = __str__

    @property
    def picture(self):
        """The diagram with the first quantity that differs marked; empty where there is none."""
        if self.quantity is None:
            return ""
        walk = walkthrough(NETWORK, X, TARGET, learning_rate=LEARNING_RATE, example=self.example)
        at, _ = walk.made[self.quantity]
        return diagram(walk, at, marked=frozenset({drawn(self.quantity)}))

    def _repr_html_(self):
        if not self.picture:
            return f"<p>{escape(str(self))}</p>"
        image = base64.b64encode(self.picture.encode()).decode()
        legible = f"min-width:{SMALLEST * layout(NETWORK.sizes).width:.0f}px"  # on a narrower page it scrolls
        summed = (
            f"<p>{say('exercises.stages.of-one')}</p>" if self.quantity.name in ("dL_dw", "dL_db", "w", "b") else ""
        )
        return (
            f'<p>{escape(str(self))}</p>{summed}<div style="overflow-x:auto"><img style="{legible}" '
            f'src="data:image/svg+xml;base64,{image}" alt="{escape(self.text)}"></div>'
        )


def compare(stage: str, function: Callable | None = None) -> Comparison:
    """Compare your function with the engine, array by array, in the order in which they are found.

    First on the lecture's network, then on others of other sizes. Raises ValueError for a stage that does not
    exist; whatever your function raises is told, not thrown.
    """
    if stage not in STAGES:
        raise ValueError(say("exercises.stages.unknown", stage=repr(stage), stages=", ".join(STAGES)))
    if function is None:
        names = RETURNS[stage]
        told = say("exercises.stages.return", n=len(names), first=names[0], last=names[-1])
        return Comparison(stage, NOT_ATTEMPTED, told)
    if not callable(function):
        return Comparison(stage, NOT_YET, say("exercises.stages.no-function", value=repr(function)))
    function = with_result(function)
    first = attempt(stage, function, LECTURE, watched=True)
    if first.refusal:
        why = _reason_of_refusal(stage, function) if first.raised else ""
        return Comparison(stage, NOT_YET, f"{first.refusal} {why}".strip())
    with redirect_stdout(io.StringIO()):  # what it prints, it has printed once
        tried = [first, *(attempt(stage, function, step) for step in others(stage))]
        if all(map(_holds, tried)):
            if said := _of_rare_steps(stage, function, tried):
                return said
            tried += [attempt(stage, function, step) for step in edges()]
    return _verdict(stage, tried, function)


def _holds(attempt):
    """Whether every array of an attempt is right."""
    return not attempt.refusal and not attempt.differing()


def _of_rare_steps(stage, function, tried):
    """What is said of a function that is right on ordinary steps, and on rarer ones is not; else None."""
    by_example = stage in ("forward", "backward")  # what is summed over more examples is larger
    for step, why in (
        (again(), ""),
        *([(many(), "exercises.code.right-of-few")] if by_example else []),
        (large(), "exercises.code.right-below" if by_example else "exercises.code.right-below-or-of-few"),
        (small(), "exercises.code.right-above"),
    ):
        beyond = attempt(stage, function, step)
        if beyond.own is None or _holds(beyond):
            continue
        if said := _of_two_calls(beyond, function) or _of_earlier(tried, beyond):
            return Comparison(stage, NOT_YET, said, attempt=beyond)
        return _of_a_limit(stage, beyond, why) if why else None
    return None


def _of_earlier(tried, beyond):
    """What is said of a function that gives what it gave for other arguments of the same shapes; else empty."""

    def alike(one):
        pairs = [(one.own[name], beyond.own[name]) for name in beyond.own]
        return all(len(a) == len(b) and all(map(np.array_equal, map(numbers, a), map(numbers, b))) for a, b in pairs)

    return say("exercises.code.of-earlier") if any(map(alike, tried)) else ""


def _of_a_limit(stage, beyond, why):
    """What is said of a function that is right but for large numbers, or for small ones: ``why`` is its sentence."""
    name, l, complaint = beyond.differing()
    text = say("exercises.stages.differs", array=f"{name}[{l}]", layer=l + 1, how=complaint)
    text = say("exercises.stages.elsewhere", sizes=beyond.step.sizes, why=f"{text} {say(why)}")
    return Comparison(stage, NOT_YET, text, attempt=beyond)


@dataclass(frozen=True)
class Attempt:
    """A function called once: what it was given, what it returned, and what can be said of its form."""

    stage: str
    step: object
    given: dict
    own: dict | None = None
    refusal: str = ""
    raised: bool = False
    changed: str = ""
    by_list: bool = False  # other arrays were put in the lists it was given; else their numbers changed
    by_engine: bool = False

    def told_of_change(self, also=False):
        """What is said of arguments that the function changes; empty where it changes none."""
        if not self.changed:
            return ""
        said = say("exercises.stages.changes" if also else "exercises.stages.changed", names=self.changed)
        return f"{said} {say('exercises.stages.new-lists' if self.by_list else 'exercises.stages.new-arrays')}"

    def differing(self):
        """(name, l) of the first array that differs, and how; None where none does."""
        for name, l in in_order(self.stage, self.own):
            complaint = agrees(f"{name}[{l}]", self.own[name][l], self.given[name][l])
            if complaint:
                return name, l, complaint
        return None


def attempt(stage, function, step, watched=False):
    """Call your function once, on copies, and put what it returned in order; ``watched`` for the engine's own."""
    given = step.of(stage)
    handed = [copied(given[name]) for name in TAKES[stage]]
    before = [list(one) if isinstance(one, list) else one for one in handed]
    try:
        returned, by_engine = _called(stage, function, handed) if watched else (function(*handed), False)
        own, complaint = groups(returned, RETURNS[stage], len(step.network.layers), given)
    except (Exception, SystemExit) as error:  # the learner's own code: whatever it raises is told
        return Attempt(stage, step, given, refusal=told(error), raised=True)
    changed = [name for name, now in zip(TAKES[stage], handed, strict=True) if not _kept(now, given[name])]
    lists = [name for name, now, was in zip(TAKES[stage], handed, before, strict=True) if _other_arrays(now, was)]
    given["one_array"] = bool(own) and stage == "forward" and all(map(np.shares_memory, own["z"], own["a"]))
    own = own and {name: [copied(array) for array in group] for name, group in own.items()}
    by_list = set(changed) <= set(lists)
    return Attempt(stage, step, given, own, complaint or "", False, ", ".join(changed), by_list, by_engine)


def _called(stage, function, handed):
    """What the function returns, and whether the engine's own function ran while it did.

    A loop may call the engine's other functions, where these stand in.
    """
    loop = reference.train.__code__
    return watched((lambda code: code is loop) if stage == "train" else within(PASSES), function, *handed)


def _kept(now, was):
    """Whether an argument is what it was."""
    if not isinstance(was, list):
        return np.array_equal(now, was)
    return isinstance(now, list) and len(now) == len(was) and all(map(np.array_equal, now, was))


def _other_arrays(now, was):
    """Whether a list that was given holds other arrays than it did."""
    return isinstance(was, list) and (len(now) != len(was) or any(a is not b for a, b in zip(now, was, strict=True)))


def _reason_of_refusal(stage, function):
    """Where a product of other shapes raised: what is wrong, found on networks where every shape is alike."""
    with redirect_stdout(io.StringIO()):
        tried = [attempt(stage, function, step) for step in alike()]
    if any(each.refusal for each in tried):
        return ""
    return diagnosis.reason(stage, [(each.given, each.own) for each in tried])


def _afresh(stage, function):
    """What the function gives on networks that no explanation was found on; those on which it raises left out."""
    with redirect_stdout(io.StringIO()):
        tried = [attempt(stage, function, step) for step in fresh(stage)]
    return [(each.given, each.own) for each in tried if each.own]


def _verdict(stage, tried, function):
    """What is said of all attempts together; the first one has no refusal."""
    ran = [each for each in tried if each.own]
    wrong = next((each for each in ran if each.differing()), None)
    refused = next((each for each in tried if each.refusal), None)
    if wrong is None and refused is None:
        if changed := next((each.told_of_change() for each in tried if each.changed), ""):
            return Comparison(stage, NOT_YET, changed, attempt=tried[0])
        by_engine = any(each.by_engine for each in tried)
        said = say("exercises.stages.engine" if by_engine else "exercises.stages.right")
        return Comparison(stage, RIGHT, said, by_engine=by_engine, attempt=tried[0])
    if wrong is None:
        why = _of_two_calls(tried[0], function) or refused.refusal
        return Comparison(stage, NOT_YET, say("exercises.stages.elsewhere", sizes=refused.step.sizes, why=why))
    name, l, complaint = wrong.differing()
    text = say("exercises.stages.differs", array=f"{name}[{l}]", layer=l + 1, how=complaint)
    why = _why(stage, ran, wrong, (name, l), function)
    text = " ".join(filter(None, (text, why, wrong.told_of_change(also=True))))
    if wrong is not tried[0]:
        text = say("exercises.stages.elsewhere", sizes=wrong.step.sizes, why=text)
        return Comparison(stage, NOT_YET, text, attempt=wrong)
    if stage == "train":  # the diagram shows one update, not what many have made
        return Comparison(stage, NOT_YET, text, attempt=wrong)
    place = _first(name, l, wrong.own[name][l], wrong.given[name][l])
    return Comparison(stage, NOT_YET, text, *place, attempt=wrong)


def _why(stage, ran, wrong, first, function):
    """Why the first wrong array is what it is; where nothing fits it, or it is too large to look at, what agrees."""
    (name, l), pairs = first, [(each.given, each.own) for each in ran]
    own, right = wrong.own[name], wrong.given[name]
    if np.size(own[l]) > LARGEST:
        return diagnosis.difference(stage, pairs)
    if said := _of_two_calls(ran[0], function):
        return said
    if found := diagnosis.reason(stage, pairs, lambda: _afresh(stage, function)):
        return found
    if own[l].dtype == np.float16 and same(own[l], right[l], precision(own[l])):
        return ""  # it has been told
    if stage == "train":
        return f"{loop_apart.told(function)} {stage_train.ignored(function)}".strip()
    made_of = dependence.told(stage, function, name, diagnosis.place(l, len(own)))
    return f"{made_of} {diagnosis.difference(stage, pairs)}".strip()


def _of_two_calls(one, function):
    """What is said of a function that gives other arrays than in an attempt for the same arguments; else empty.

    A loop has a sentence of its own.
    """
    if one.stage == "train":
        return ""
    with redirect_stdout(io.StringIO()):
        again = attempt(one.stage, function, one.step)
    pairs = [pair for name in one.own for pair in zip(one.own[name], (again.own or {}).get(name, ()), strict=False)]
    alike = again.own and all(np.array_equal(*map(numbers, pair), equal_nan=True) for pair in pairs)
    return "" if alike else say("exercises.code.differs")


def _first(name, l, mine, engine):
    """The first entry that differs, as a Quantity and an example."""
    mine = np.asarray(mine, dtype=float)
    if mine.shape != engine.shape:
        place = (0,) * engine.ndim
    else:
        place = tuple(int(i) for i in np.argwhere(~np.isclose(mine, engine, rtol=1e-9, atol=1e-9))[0])
    if name in ("z", "a", "dC_dz"):
        return Quantity(name, l, place[1]), place[0]
    return Quantity(name, l, *place), 0


def drawn(quantity: Quantity) -> Quantity:
    """A bias has no place of its own on the diagram: its neuron's z or ∂C/∂z is marked for it."""
    stand_in = {"dL_db": "dC_dz", "b": "z"}
    if quantity.name not in stand_in:
        return quantity
    return quantity._replace(name=stand_in[quantity.name], new=False)
