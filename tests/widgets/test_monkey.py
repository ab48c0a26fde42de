"""Two thousand random turns at every kind of widget: nothing raised, nothing stale, nothing left behind."""

import asyncio
import gc
import gzip
import json
import math
import sys
import tracemalloc
from functools import cache, lru_cache
from itertools import islice
from unittest.mock import patch

import numpy as np
import pytest
from test_digits import few

import explored
from backprop import Layer, Network, walkthrough
from backprop.examples import worked_example
from backprop.exercises.asked import hint, marked, solution
from backprop.exercises.drill import drill
from backprop.exercises.kinds import NOT_ATTEMPTED, ChoiceQuestion, CodeQuestion
from backprop.exercises.questions import question
from backprop.exercises.reference import REFERENCE
from backprop.exercises.stages import STAGES
from backprop.pictures.film import still
from backprop.pictures.film_rows import film_rows
from backprop.pictures.training_frames import axes
from backprop.story.walkthrough import GRAINS
from backprop.widgets import (
    Ask,
    ChainRuleExplorer,
    DescentExplorer,
    DigitTrainer,
    Drill,
    FunctionExplorer,
    Stepper,
    TrainingPlayer,
)
from backprop.widgets.by_hand import changed
from backprop.widgets.card import PAUSE
from backprop.widgets.digits import Course
from backprop.widgets.editing import form, handles
from backprop.widgets.explorer import Explorer
from backprop.widgets.question import asked_data, unanswered
from backprop.widgets.stepper import PRESETS, at_rest
from caches import caches, empty_caches
from monkey import NONSENSE, Kind, Monkey, number, open_widgets
from trained import fetched, film, refusal

TURNS = 2000
TRACED = 100  # turns whose memory is traced; in between, blocks of memory are counted, which costs nothing
MOST = 10 * 2**20  # bytes that all the turns may leave behind
LARGEST_BLOCK = 512  # bytes: what Python counts as a block


def numbers(text):
    """The finite numbers in a field, or what else it holds."""
    try:
        found = [float(part) for part in text.replace("−", "-").replace(",", " ").split()]
    except (AttributeError, ValueError):
        return text
    return found if all(map(math.isfinite, found)) else text


class Stepping(Kind):
    """What a page says to a stepper; its line of code is read into a walkthrough of its own, and that into a film."""

    def __init__(self, stepper=None):
        super().__init__(stepper or Stepper(*worked_example()))
        self.walk = lru_cache(maxsize=1)(self._walk)
        self.packed = lru_cache(maxsize=1)(self.widget._packed)
        self.sent, self.stale_since = [], None
        self.widget.send = self._heard
        self.widget.observe(lambda _: setattr(self, "stale_since", None), "_film")

    def _walk(self, line):
        return eval(line, {"Stepper": walkthrough, "Network": Network, "Layer": Layer})

    def _heard(self, content, buffers=None):
        self.sent.append(content)
        if "stale" in content:
            self.stale_since = now()

    @property
    def read(self):
        """(the walkthrough by neuron, its grain, the position) that the line of code names."""
        line, _, position = self.widget.code.rpartition(", position=")
        whole, _, grain = line.rpartition(", by=")
        return self.walk(whole + ")"), eval(grain), int(position.removesuffix(")"))

    def shown(self):
        s = self.widget
        return {"film": s._film, "position": s.position, "grain": s.grain, "at rest": s._at_rest}

    def fresh(self):
        walk, grain, position = self.read
        shown = walk.grouped(grain)
        waits = self.stale_since is not None and now() - self.stale_since <= PAUSE
        assert -1 <= position < len(shown)
        return {
            "film": self.widget._film if waits else lambda: self.packed(walk),
            "position": position,
            "grain": grain,
            "at rest": lambda: at_rest(shown, position),
        }

    @property
    def state(self):
        """All that follows from what was taken."""
        return self.widget._film, self.widget.position, self.widget.grain, self.widget._inputs

    def actions(self, rng):
        walk, *_ = self.read
        fields = {field["key"]: field for row in form(walk) for field in row}
        places = [*handles(walk), *fields]
        place, grain = rng.choice(places), rng.choice(GRAINS)
        step = rng.randrange(-1, len(walk.grouped(grain)))
        text = self.typed(rng, place, fields)
        many = [
            (f"edit {place}: {text!r}", lambda: self.edit(place, text)),
            ("another example", lambda: self.tell(example=rng.randrange(len(walk.forward.x)))),
            (f"go to {step} by {grain}", lambda: self.widget.set_state({"position": step, "grain": grain})),
            (f"fetch {step} by {grain}", lambda: self.fetch(step, grain)),
            ("save", lambda: self.tell(save=True)),
        ]
        return [
            *many,
            *many[:1] * 4,
            (f"preset {(preset := rng.choice([*PRESETS]))}", lambda: self.tell(preset=preset)),
            ("reset", lambda: self.tell(reset=True)),
        ]

    def typed(self, rng, place, fields):
        if rng.random() < 0.2:
            return rng.choice(NONSENSE)
        field = fields.get(place, {"text": "0"})
        if "choices" in field:
            return rng.choice([*field["choices"]])
        if place == "rate":
            return f"{rng.choice((0.01, 0.5, 1, 7.5))}"
        pick = (lambda: rng.choice(("0", "1", "0.25"))) if "target" in place else lambda: number(rng)
        return ", ".join(pick() for _ in field["text"].split(","))

    def tell(self, **message):
        """What the page says; of what is refused nothing may come but the answer."""
        before, self.sent = self.state, []
        self.widget._told(message | {"id": 1})
        assert self.sent[-1]["id"] == 1
        if "refused" in self.sent[-1]:
            assert self.sent[-1]["refused"] and len(self.sent) == 1
            assert self.state == before, "a refused input changed more than its message"
        return self.sent[-1]

    def edit(self, place, text):
        refused = self.tell(edit=place, text=text).get("refused")
        walk, grain, position = self.read
        if refused is None:
            assert self.sent[0] == {"stale": True, "still": still(walk.grouped(grain), position)}
            fields = {field["key"]: field["text"] for row in form(walk) for field in row}
            taken = fields.get(place) or handles(walk)[place]["text"]
            assert numbers(taken) == numbers(text), f"refused: nothing; yet {place} is {taken}"
        else:
            assert text not in ("0", "1") or "target" in place or place == "rate", f"refused: {text!r} for {place}"

    def fetch(self, step, grain):
        walk, *_ = self.read
        self.tell(show=step + 1, grain=grain)
        assert self.sent[0] == {"still": still(walk.grouped(grain), step)}

    def settle(self):
        self.tell(reset=True)


def now():
    """The time of the loop that runs; none passes where there is none."""
    try:
        return asyncio.get_running_loop().time()
    except RuntimeError:
        return 0.0


class Recording(Kind):
    """It records until it is done, stopped, or seen by nobody; ``stopped`` is the number of one that was cut short."""

    stopped = None

    def stop(self):
        if self.widget.recording:
            self.stopped = self.widget._number
        self.tell(stop=True)

    def leave(self):
        self.tell(views=1)
        if self.widget.recording:
            self.stopped = self.widget._number
        self.tell(views=-1)
        assert not self.widget.recording


class Training(Recording):
    """The runs that the choices name are recorded anew; a refused choice leaves those of the last good ones."""

    def __init__(self):
        super().__init__(TrainingPlayer(updates=12, compare="0.1"))
        self.recorded = lru_cache(maxsize=1)(self._recorded)
        self.choices, self.below = self.widget.choices, None

    def _recorded(self, choices):
        """(the histories at their end, their names), or None for choices that cannot be trained."""
        try:
            recordings, names, _ = choices.recordings()
            histories = [list(recording)[-1] for recording in recordings]
        except (ValueError, TypeError):
            return None
        return (histories, names) if all(history.updates for history in histories) else None

    @property
    def stepping(self):
        """The steppers that stand below, as a list of their kind: an update that was opened, or none."""
        stepper = self.widget.stepper
        if stepper and (self.below is None or self.below.widget is not stepper):
            self.below = Stepping(stepper)
        return [self.below] if stepper else []

    def shown(self):
        p, data = self.widget, film(self.widget)
        below = {f"below: {name}": value for kind in self.stepping for name, value in kind.shown().items()}
        places = {"position": p.position, "parameter": p.parameter, "shown": p.shown}
        runs = [history.parameters.tobytes() for history in p.histories]
        lists = {"names": [run["name"] for run in data["runs"]], "form": data["form"], "number": p._stand["number"]}
        return below | places | lists | {"runs": runs, "rows": lambda: self.whole(fetched(p)), "stand": p._stand}

    def fresh(self):
        p = self.widget
        histories, names = self.recorded(self.choices)
        partly = p.recording or self.stopped == p._number
        ends = [mine.updates if partly else whole.updates for mine, whole in zip(p.histories, histories, strict=True)]
        rows = min(ends) if p.recording else max(ends) + 1
        assert p._stand["rows"] <= rows and p._stand["wanted"] == (p.wanted if p.recording else max(ends))
        assert not p._stand["said"] or p.recording or p._stand["said"] == p.told
        standing = {} if p.recording else {"axes": axes(p.histories, max(ends), sorted(p._stand["axes"]["followed"]))}
        parameters = histories[0].parameters.shape[1]
        return (
            {f"below: {name}": value for kind in self.stepping for name, value in kind.fresh().items()}
            | {
                "position": max(0, min(p.position, p.last)),
                "parameter": max(0, min(p.parameter, parameters - 1)),
                "shown": max(0, min(p.shown, len(names) - 1)),
                "names": list(names),
                "form": self.choices.form(),
                "number": p._number,
                "runs": [each.parameters[: end + 1].tobytes() for each, end in zip(histories, ends, strict=True)],
                "rows": lambda: self.whole(self.all_rows(p.histories, p._ready)),
            }
            | {"stand": p._stand | standing}
        )

    @staticmethod
    def all_rows(histories, count):
        rows = [film_rows(history, 0, count) for history in histories]
        return [np.concatenate([run[kind] for run in rows], axis=1) for kind in (0, 1)]

    @staticmethod
    def whole(rows):
        return tuple(each.tobytes() for each in rows)

    def settle(self):
        for field, text in (("data", "xor"), ("hidden", ""), ("beside", ""), ("rate", "0.1")):
            self.edit(field, text)
        self.widget.recorder.stop()
        self.tell(again=True)  # which closes the stepper below

    def actions(self, rng):
        p, fields = self.widget, [field for row in self.choices.form() for field in row]
        field = rng.choice([*fields, {"key": "rate"}])
        key, text = field["key"], self.typed(rng, field)
        place = rng.randrange(-2, 20)
        many = [
            (f"edit {key}: {text!r}", lambda: self.edit(key, text)),
            (f"go to {place}", lambda: p.set_state({"position": place})),
            (f"follow {place}", lambda: p.set_state({"parameter": place})),
            (f"show run {place % 4}", lambda: p.set_state({"shown": place % 4})),
            (f"open {place}", lambda: self.tell(open=place)),
            ("stop", self.stop),
            (f"by hand {(message := self.by_hand(rng))}", lambda: self.change(message)),
            ("a view comes and goes", self.leave),
            ("record again", lambda: self.tell(again=True)),
            ("reset", self.reset),
            ("save", lambda: self.tell(save=True)),
        ]
        below = [rng.choice(kind.actions(rng)) for kind in self.stepping]  # a stepper has a monkey of its own
        return [*many, *many[:1] * 4, *below]

    def typed(self, rng, field):
        if rng.random() < 0.2:
            return rng.choice(NONSENSE)
        sense = {"hidden": ("", "2", "3, 2"), "beside": ("", "0.1", "1, 3", "squared_error"), "seed": ("0", "7")}
        sense |= {"rate": ("0.1", "1", "30"), "updates": ("1", "12", "45")}
        return rng.choice([*field["choices"]] if "choices" in field else sense[field["key"]])

    def tell(self, **message):
        """What the page says; what is refused may change nothing."""
        before = {name: value for name, value in self.shown().items() if not callable(value)}
        refused = refusal(self.widget, **message)
        if refused is not None:
            after = {name: value for name, value in self.shown().items() if not callable(value)}
            assert refused and after == before, "a refused input changed more than its message"
        return refused

    def edit(self, field, text):
        self.take(lambda: self.choices.edited(field, text), {"edit": field, "text": text})

    def take(self, wish, message):
        """What the page says, and the choices that are wished for by it."""
        try:
            wished = wish()
        except (ValueError, TypeError):
            wished = None
        if wished and not self._recorded(wished):
            wished = None
        refused = self.tell(**message)
        assert (refused is None) == (wished is not None), f"refused: {refused}; wished: {wished}"
        if wished:
            self.choices = wished

    def by_hand(self, rng):
        """What the page says of an example: sense, mostly."""
        n = rng.choice((0, 1, 2, 3, 4, 99, "<b>"))
        to = rng.choice(([0.3, 0.4], [-1.0, 2], [1e9, 0], ["<b>", 0], [0.5], None))
        kinds = {"example": n, "to": to}, {"example": n, "flip": True}, {"example": n, "remove": True}, {"added": to}
        return rng.choice(kinds)

    def change(self, message):
        self.take(lambda: changed(self.choices, message), message)

    def reset(self):
        self.choices = self.widget._first
        self.tell(reset=True)


class Exploring(Kind):
    """What a page says to an explorer; its line of code is read into another one, which is what is to be shown."""

    def __init__(self, explorer, **names):
        super().__init__(explorer)
        self.names, self.anew = names, None
        self.held_since = None
        self.widget.observe(self._film_came, "_film")

    def _film_came(self, change):
        """A film of one place alone is followed by the whole one as soon as nothing else changes."""
        data = json.loads(gzip.decompress(change["new"]))
        whole = any(on for panel in data["panels"] for on, _ in panel["slots"])
        self.held_since = None if whole else now()
        self.held_at = dict(self.widget.place)

    def shown(self):
        return {"film": self.widget._film, "place": dict(self.widget.place)}

    def fresh(self):
        assert self.held_since is None or now() - self.held_since <= PAUSE + 0.01, "the whole film did not come"
        place = {axis: min(at, len(self.widget._scene.axes[axis].values) - 1) for axis, at in self.widget.place.items()}
        return {"film": self.filmed, "place": place}

    def filmed(self):
        """The film, where at its place and at one more it is that of an explorer made from the line of code."""
        widget = self.widget
        if self.anew is None or self.anew.code != widget.code:
            self.settle_anew()
            self.anew = eval(widget.code, {type(widget).__name__: type(widget)} | self.names)
        anew = self.anew
        self.prepared(anew)
        anew.set_state({"place": dict(widget.place)})
        assert anew._at_rest() == widget._at_rest(), "what stands there at rest is stale"
        if self.held_since is not None:  # until the whole film comes, it shows the place where it was asked for
            places = [anew.place] if self.held_at == anew.place else []
        else:
            places = [anew.place, self.elsewhere]
        for place in filter(None, places):
            values = {name: axis.values[place[name]] for name, axis in anew._scene.axes.items()}
            there = anew._packed(anew._scene.held(values))
            assert explored.shown(widget, place) == explored.shown(anew, place, there), "the film is stale"
        return widget._film

    elsewhere = None

    def prepared(self, anew):
        """What the line of code does not say."""

    def settle_anew(self):
        if self.anew:
            self.anew.close()
        self.anew = None

    def actions(self, rng):
        axes = {name: len(axis.values) for name, axis in self.widget._scene.axes.items()}
        self.elsewhere = {axis: rng.randrange(size) for axis, size in axes.items()}
        axis = rng.choice([*axes])
        at = rng.randrange(-2, axes[axis] + 2)
        message, fits = self.edit(rng, self.widget._scene.form)
        if message["edit"] in ("case", *"ghk", "at", "delta", "name", "compare", "target", "z"):
            self.elsewhere = None  # which the axes may no longer have
        return [
            (f"go to {axis} {at}", lambda: self.widget.set_state({"place": self.widget.place | {axis: at}})),
            *[(f"say {message}", lambda: self.tell(fits, **message))] * 3,
            ("save", lambda: self.tell(None, save=True)),
            ("reset", lambda: self.tell(None, reset=True)),
        ]

    def tell(self, fits, **message):
        """What the page says; ``fits()`` asks whether it was taken, and what is refused may change nothing."""
        before = self.shown()
        refused = explored.refusal(self.widget, **message)
        if refused is not None:
            assert refused and self.shown() == before, "a refused input changed more than its message"
            return
        if self.held_since is not None:
            self.held_since = now()  # the whole film waits for what follows again
        if fits:
            assert fits(), f"refused: nothing; yet {message} is not taken: {self.widget.code}"

    def settle(self):
        self.settle_anew()
        self.tell(None, reset=True)


class Descending(Exploring):
    """A start that is typed, dragged or pushed, and an η that is typed."""

    def __init__(self, explorer=None):
        super().__init__(explorer or DescentExplorer(updates=8))

    def edit(self, rng, form):
        d, text = self.widget, f"{number(rng)}, {number(rng)}"
        rate = rng.choice((0.001, 0.3, 5))
        if rng.random() < 0.2:
            return {"edit": rng.choice(("start", "rate")), "text": rng.choice(NONSENSE)}, None
        at = [rng.uniform(-50, 500), rng.uniform(-50, 400)]
        return rng.choice(
            [
                ({"edit": "start", "text": text}, lambda: list(d.descent.start) == numbers(text)),
                ({"edit": "start", "at": at}, lambda: all(abs(value) <= 6 for value in d.descent.start)),
                ({"edit": "start", "by": rng.choice(([1, 0], [0, -1]))}, None),
                ({"edit": "rate", "text": f"{rate}"}, lambda: d.descent.learning_rate == rate),
            ]
        )


ROOT = (lambda v: math.sqrt(v + 0.5), lambda v: 0.5 / math.sqrt(v + 0.5))  # not defined for every g


class Coarse(ChainRuleExplorer):
    """One whose film is made in a tenth of the time."""

    _steps, _deltas = 5, (0.1, 0.5)


class Chaining(Exploring):
    """A case, functions, a point and a nudge; a composition that is not defined everywhere is refused."""

    def __init__(self):
        super().__init__(Coarse(1, "sigmoid", ROOT), h=ROOT, ChainRuleExplorer=Coarse)

    def prepared(self, anew):
        """With the values on its axes that were typed into this one."""
        anew._extra, anew._given = self.widget._extra, self.widget._given
        anew._scene = anew._seen()

    def edit(self, rng, form):
        w = self.widget
        field = rng.choice(form)
        if rng.random() < 0.2:
            return {"edit": rng.choice((field["key"], "at", "delta")), "text": rng.choice(NONSENSE)}, None
        if rng.random() < 0.5:
            text = rng.choice([*field["names"]])
            return {"edit": field["key"], "text": text}, lambda: f"{getattr(w._chosen, field['key'])}" == text
        key, text = rng.choice((("at", number(rng)), ("delta", "0.3"), ("delta", "0.5")))
        return {"edit": key, "text": text}, lambda: [w._values[key]] == numbers(text)


class Looking(Exploring):
    """A curve, another one beside it, a ŷ and a z; what cannot be is refused."""

    def __init__(self):
        class Coarse(FunctionExplorer):
            _steps = 16

        super().__init__(Coarse(), FunctionExplorer=Coarse)

    def prepared(self, anew):
        """With the z on its axis that was typed into this one, and the ŷ that no activation needs."""
        anew._extra = self.widget._extra
        anew.curve, anew.other = self.widget.curve, self.widget.other
        anew._scene = anew._seen()

    def edit(self, rng, form):
        w = self.widget
        if rng.random() < 0.2:
            return {"edit": rng.choice(("name", "compare", "target", "z")), "text": rng.choice(NONSENSE)}, None
        if rng.random() < 0.5:
            field = rng.choice(form[:2])
            text, key = rng.choice([*field["names"]]), field["key"]
            taken = {"name": lambda: w.curve, "compare": lambda: w.other}[key]
            return {"edit": key, "text": text}, lambda: getattr(taken(), "name", "") == text
        key, text = rng.choice((("z", number(rng)), ("target", "0"), ("target", "0.3"), ("target", "1")))
        return {"edit": key, "text": text}, lambda: [w.z if key == "z" else w.curve.target] == numbers(text)


class Asking(Kind):
    """What a page says to a question; the verdict is given anew, and what may stand beside it follows from that."""

    def __init__(self, card):
        super().__init__(card)
        self.card = card
        self.begin()

    def begin(self):
        """A question of which nothing is said."""
        self.answer, self.opened, self.revealed = None, False, {}

    @property
    def question(self):
        return self.card.question

    def tell(self, **message):
        """What the page says; it is never refused."""
        self.card.send = lambda content, buffers=None: self.sent.append(content)
        self.sent = []
        self.card._told(message | {"id": 1})
        assert self.sent == [{"id": 1}]
        if "reveal" in message:
            head, shown, *code = (hint if message["reveal"] == "hint" else solution)(self.question)
            self.opened, self.revealed = True, {"head": head, "shown": shown, "code": any(code)}
        else:
            self.answer = message["answer"]

    def shown(self):
        film = json.loads(gzip.decompress(self.card._film))
        return {"film": film, "said": dict(self.card._said), "html": [self.card._html()], "plain": repr(self.card)}

    def fresh(self):
        verdict = self.question.check(self.answer)
        self.opened |= verdict.state != NOT_ATTEMPTED
        said = {"state": verdict.state, "text": marked(verdict), "reason": verdict.text} | self.revealed
        said |= {"open": True} if self.opened else {}
        said |= {} if isinstance(self.question, CodeQuestion) else {"answer": self.answer}
        data = asked_data(self.question)
        return {
            "film": lambda: json.loads(json.dumps(data)),
            "said": said,
            "html": lambda: [unanswered(self.question)],
            "plain": f"{type(self.card).__name__}, {self.question.name}: {self.question.prompt}",
        }

    def actions(self, rng):
        answer, name = self.typed(rng), rng.choice(("hint", "solution"))
        reveal = f"reveal {name}", lambda: self.tell(reveal=name)
        if answer is None:  # code is judged when its cell is run
            return [reveal]
        return [(f"answer {answer!r}", lambda: self.tell(answer=answer))] * 3 + [reveal]

    def typed(self, rng):
        q = self.question
        if isinstance(q, CodeQuestion):
            return None
        if isinstance(q, ChoiceQuestion):
            return rng.randrange(len(q.choices))
        if rng.random() < 0.2:
            return rng.choice(NONSENSE)
        return f"{rng.choice((q.answer, -q.answer, 10 * q.answer, *q.wrong.values())):.6g}"


@cache
def series(seed):
    """A drill of our own, and what it has asked so far."""
    return drill(seed), []


def drawn(seed, count):
    """The question that a drill asks as its count-th."""
    questions, asked = series(seed)
    asked.extend(islice(questions, max(0, count - len(asked))))
    return asked[count - 1]


class Drilling(Asking):
    """The question is drawn anew from the seed and the count."""

    def __init__(self):
        self.count = 1
        super().__init__(Drill())

    def settle(self):
        """What the comparison has drawn for itself, a walkthrough a question, is not the widget's."""
        series.cache_clear()

    def another(self, seed=None):
        self.card._told({"seed": seed} if seed is not None else {"next": True})
        self.count = 1 if seed is not None else self.count + 1
        self.begin()

    def refuse(self, seed):
        before = self.shown()
        self.card.send = lambda content, buffers=None: self.sent.append(content)
        self.sent = []
        self.card._told({"seed": seed, "id": 1})
        assert "seed" in self.sent[-1]["refused"] and self.shown() == before, f"{seed!r} was taken as a seed"

    def fresh(self):
        found, seed = super().fresh(), self.card.seed
        film = found["film"]
        return found | {
            "film": lambda: film() | {"seed": seed},
            "plain": f"Drill, seed {seed}: {drawn(seed, self.count).prompt}",
        }

    def actions(self, rng):
        seed, nonsense = rng.randrange(20), rng.choice(("", "x", "-1", "1.5", "<b>", "10000000"))
        return [
            *super().actions(rng) * 3,  # a question is used before the next is drawn
            ("next", self.another),
            (f"seed {seed}", lambda: self.another(str(seed))),
            (f"seed {nonsense!r}", lambda: self.refuse(nonsense)),
        ]


class Reading(Recording):
    """On a few images: all rows are read anew with the same functions, whatever they are."""

    def __init__(self):
        super().__init__(few(DigitTrainer(dict(REFERENCE), epochs=3)))
        self.expected = self.of(self.widget.functions)

    def of(self, functions):
        """The course to the end, with what these functions now are."""
        trainer = self.widget
        again = few(DigitTrainer(REFERENCE, epochs=trainer.epochs))
        again.functions = dict(functions)
        again.train()
        course = again.course
        again.close()
        return course

    def shown(self):
        t, course = self.widget, self.widget.course
        return {"position": t.position, "chosen": t.chosen, "stand": t._stand, "told": course.told, "rows": course.rows}

    def fresh(self):
        t, expected, n = self.widget, self.expected, len(self.widget.course.rows)
        whole = not t.recording and t.course.updates and self.stopped != t._number
        assert not whole or n == len(expected.rows)
        assert not t.course.refused or t.course.refused == expected.refused
        stand = {"rows": n, "recording": t.recording, "number": t._number, "refused": t.course.refused}
        return {
            "position": max(0, min(t.epochs, t.position)),
            "chosen": t.chosen,
            "stand": t._stand | ({} if t.recording else stand),
            "told": expected.told[:n],
            "rows": expected.rows[:n],
        }

    def settle(self):
        self.tell(reset=True)

    def actions(self, rng):
        wrong = {
            "one that raises": lambda *args: 1 / 0,
            "no function": 3,
            "one that gives what it takes": lambda *args: (args[0], args[1]),
        }
        stage, name = rng.choice(STAGES), rng.choice(["the engine's", *wrong])
        place, cell = rng.randrange(-2, 9), [rng.randrange(-1, 11) for _ in range(2)]
        return [
            (f"{stage}: {name}", lambda: self.put(stage, wrong.get(name, REFERENCE[stage]))),
            (f"go to {place}", lambda: self.widget.set_state({"position": place})),
            (f"choose {cell}", lambda: self.widget.set_state({"chosen": cell})),
            ("train", lambda: self.tell(train=True)),
            ("stop", self.stop),
            ("a view comes and goes", self.leave),
            ("reset", lambda: self.tell(reset=True)),
            ("fetch", lambda: self.tell(rows=place, number=self.widget._number)),
            ("save", lambda: self.tell(save=True)),
        ]

    def put(self, stage, function):
        """Another function: from the initial weights, with those that there now are."""
        self.widget.functions[stage] = function
        self.tell(reset=True)
        self.expected = self.of(self.widget.functions)

    def tell(self, **message):
        assert refusal(self.widget, **message) is None


KINDS = {
    "Stepper": Stepping,
    "TrainingPlayer": Training,
    "DescentExplorer": Descending,
    "ChainRuleExplorer": Chaining,
    "FunctionExplorer": Looking,
    "Ask for a number": lambda: Asking(Ask(question("04-bias"))),
    "Ask for a choice": lambda: Asking(Ask(question("04-saturated"))),
    "Ask for code": lambda: Asking(Ask(question("04-code"))),
    "Drill": Drilling,
    "DigitTrainer": Reading,
}


@pytest.mark.parametrize("name", KINDS)
def test_two_thousand_turns_leave_nothing_stale_and_nothing_behind(name):
    monkey = Monkey(KINDS[name]())
    monkey.play(TURNS // 10)  # warm-up: what is made once is there
    before = kept_by(monkey)
    monkey.play(TURNS)
    blocks, models = (after - first for after, first in zip(kept_by(monkey), before, strict=True))
    assert models == 0, f"{models} models of widgets were left open"
    assert blocks * LARGEST_BLOCK < MOST
    assert traced(monkey) < MOST * TRACED / TURNS


def test_every_cache_is_bounded():
    """So that emptying it before memory is measured hides no leak."""
    found = {f"{each.__module__}.{each.__qualname__}": each.cache_parameters()["maxsize"] for each in caches()}
    assert found and [name for name, most in found.items() if most is None] == ["backprop.words.sentences"]


def kept_by(monkey):
    """(blocks of memory, models of widgets that are open), both in all; what only the package's caches hold is let go.

    A cache takes thousands of turns to fill, so a run that begins with empty ones would seem to leak.
    """
    monkey.kind.settle()
    empty_caches()
    gc.collect()
    return sys.getallocatedblocks(), len(open_widgets())


def traced(monkey):
    """The bytes that ``TRACED`` more turns leave behind; tracing is slow, so the monkey does not look.

    A few turns come before them: what is shown anew there counts as kept, since what it replaced was never traced.
    """
    tracemalloc.start()
    try:
        kept = []
        for turns in (TRACED // 2, TRACED):
            monkey.play(turns, look=False)
            kept_by(monkey)
            kept.append(tracemalloc.get_traced_memory()[0])
        return kept[1] - kept[0]
    finally:
        tracemalloc.stop()


# ------------------------------------------------------- the monkey can fail


def stepper_that(**broken):
    kind = Stepping(Stepper(*worked_example()))
    for name, method in broken.items():
        setattr(kind.widget, name, method.__get__(kind.widget))
    return kind


def test_a_film_that_is_not_made_anew_is_noticed():
    with pytest.raises(AssertionError, match=r"(?s)Stepper, MONKEY_SEED=\d+, turn \d+: .*film is stale.*last turns"):
        Monkey(stepper_that(_follow=lambda self, asked: None)).play(1000)


def test_a_position_beyond_the_last_step_is_noticed():
    def take(self, inputs, position):
        Stepper._take(self, inputs, position)
        self.position = 99

    with pytest.raises(AssertionError, match="turn"):
        Monkey(stepper_that(_take=take)).play(1000)


@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_part_at_rest_that_is_of_another_step_is_noticed(part):
    before = Stepper(*worked_example())._at_rest()
    rest = lambda self: tuple(before[i] if i == part else new for i, new in enumerate(Stepper._at_rest(self)))  # noqa: E731
    with pytest.raises(AssertionError, match="is stale"):
        Monkey(stepper_that(_at_rest=rest)).play(1000)


def test_an_edit_that_is_not_taken_is_noticed():
    with pytest.raises(AssertionError, match="MONKEY_SEED"):
        Monkey(stepper_that(_take=lambda self, inputs, position: None)).play(1000)


def test_a_refused_edit_that_changes_something_is_noticed():
    def answer(self, message):
        try:
            Stepper._answer(self, message)
        except (ValueError, TypeError):
            self.position = self.position - 1 if self.position > -1 else 0
            raise

    with pytest.raises(AssertionError, match="changed more than its message"):
        Monkey(stepper_that(_answer=answer)).play(400)


def test_what_an_answer_raises_and_what_a_recorder_raises_is_noticed():
    def broken(self, *_):
        raise ZeroDivisionError("on purpose")

    with pytest.raises(AssertionError, match="ZeroDivisionError: on purpose"):
        Monkey(stepper_that(_answer=broken)).play(400)
    kind = Training()  # while it records
    kind.widget._tell, kind.shown, kind.fresh = broken.__get__(kind.widget), dict, dict
    with pytest.raises(AssertionError, match="ZeroDivisionError: on purpose"):
        Monkey(kind).play(1000)


def test_a_training_that_does_not_begin_anew_and_a_row_that_is_of_another_epoch_are_noticed():
    kind = Reading()
    kind.widget._begin = lambda start=False: None
    with pytest.raises(AssertionError, match=r"DigitTrainer, MONKEY_SEED=\d+, turn \d+: .*stale"):
        Monkey(kind).play(400)

    class Twice(Course):
        def take(self, found, target):
            super().take(found, target)
            self.rows[-1] = self.rows[0]

    kind = Reading()
    with patch("backprop.widgets.digits.Course", Twice), pytest.raises(AssertionError, match="rows is stale"):
        Monkey(kind).play(400)


def descent_that(**broken):
    kind = Descending()
    for name, method in broken.items():
        setattr(kind.widget, name, method.__get__(kind.widget))
    return kind


def test_an_explorers_film_that_is_of_another_path_is_noticed():
    def become(self, scene, values, quick=False):
        kept = self._film
        Explorer._become(self, scene, values, quick)
        self._film = kept

    with pytest.raises(AssertionError, match=r"DescentExplorer, MONKEY_SEED=\d+, turn \d+: .*stale"):
        Monkey(descent_that(_become=become)).play(400)


def test_a_film_of_one_place_that_the_whole_one_does_not_follow_is_noticed():
    def become(self, scene, values, quick=False):
        Explorer._become(self, scene, values)

    kind = descent_that(_become=become, _film_soon=lambda self: None)
    with pytest.raises(AssertionError, match="the whole film did not come"):
        Monkey(kind).play(400)


def test_a_start_that_is_not_taken_and_one_that_is_refused_and_changes_something_are_noticed():
    with pytest.raises(AssertionError, match="is not taken"):
        Monkey(descent_that(_take=lambda self, descent: None)).play(400)

    def answer(self, message):
        try:
            DescentExplorer._answer(self, message)
        except ValueError:
            self.position = 0 if self.position else 1
            raise

    with pytest.raises(AssertionError, match="changed more than its message"):
        Monkey(descent_that(_answer=answer)).play(400)


def test_a_place_of_an_explorer_beyond_its_last_is_noticed():
    class Loose(DescentExplorer):
        def _within(self, proposal):
            return proposal["value"]

    with pytest.raises(AssertionError, match="turn"):
        Monkey(Descending(Loose(updates=8))).play(400)


def test_markup_that_is_broken_and_numbers_that_are_none_are_noticed(monkeypatch):
    for text, complaint in (("<b>", "not well formed"), ("nan", "shows nan"), ('<i x="1 inf"/>', "inf")):
        kind = stepper_that()
        kind.shown = kind.fresh = lambda text=text: {"text": text}
        with pytest.raises(AssertionError, match=complaint):
            Monkey(kind).play(4)


def test_memory_that_is_kept_and_widgets_that_are_left_open_are_noticed():
    kept = []
    kind = stepper_that(_told=lambda self, message: kept.append("x" * 100_000) or Stepper._told(self, message))
    assert traced(Monkey(kind)) > MOST * TRACED / TURNS
    trainer, before = Monkey(Training()), len(open_widgets())
    with patch.object(Stepper, "close", lambda self: None):
        trainer.play(200, look=False)
    assert kept_by(trainer)[1] > before


def test_a_seed_repeats_its_run():
    runs = [Monkey(Stepping(), seed=5) for _ in range(2)]
    for monkey in runs:
        monkey.play(60, look=False)
    assert runs[0].did == runs[1].did and runs[0].kind.state[:3] == runs[1].kind.state[:3]
    other = Monkey(Stepping(), seed=6)
    other.play(60, look=False)
    assert other.did != runs[0].did
