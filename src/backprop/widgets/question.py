"""Ask shows one question, with a verdict on every answer; Drill shows one after another, with new numbers."""

from collections.abc import Sequence
from html import escape
from itertools import islice

import traitlets

from backprop.exercises.asked import choices, hint, marked, numbers, solution
from backprop.exercises.causes import Causes
from backprop.exercises.drill import KINDS, drill
from backprop.exercises.kinds import NOT_ATTEMPTED, ChoiceQuestion, CodeQuestion, NumberQuestion, Question
from backprop.exercises.recorded import recorded
from backprop.pictures.film import film_before
from backprop.pictures.still import image
from backprop.widgets.card import Card, compressed
from backprop.widgets.choices import MOST_SEEDS
from backprop.widgets.modules import bundle
from backprop.widgets.parts import tabled
from backprop.widgets.reading import read_whole
from backprop.words import say, spoken, templates

ON_A_PAGE = 6  # questions of a drill on a page with no kernel


class Ask(Card):
    """A question with a place for its answer, a verdict, then a hint, then the solution.

    A code question takes the function as ``answer``; run the cell again after a change.
    The solution opens after the hint or after an attempt.
    """

    _esm = bundle("ask")
    _said = traitlets.Dict().tag(sync=True)

    def __init__(self, question: Question, answer: object = None):
        self.question = question
        super().__init__(_film=compressed(asked_data(question)), _said=verdict_on(question, answer))

    def _answer(self, message):
        self._said = said_of(self.question, self._said, message)

    def recorded(self):
        return self.question.prompt, "question", recorded_data(self.question), {}

    def __repr__(self):
        asked = {"name": self.question.name, "prompt": self.question.prompt}
        return say("widgets.question.plain", widget=type(self).__name__, **asked)

    def _html(self):
        return unanswered(self.question)


class Drill(Card):
    """Questions without end, each with new numbers; the same ones for the same seed.

    ``only`` are the kinds asked: z, a, output, hidden, gradient, update.
    ``plain`` keeps to sigmoid and cross-entropy.
    """

    _esm = bundle("drill")
    _said = traitlets.Dict().tag(sync=True)

    def __init__(self, seed: int = 0, only: Sequence[str] = KINDS, plain: bool = False):
        self._only, self._plain = only, plain
        super().__init__(**self._first(seed))

    def _first(self, seed):
        """The first question of a seed, as traits."""
        seed = read_whole("seed", seed, 0, MOST_SEEDS)
        self.seed, self._questions = seed, drill(seed, self._only, self._plain)
        return self._next()

    def _next(self):
        self.question = next(self._questions)
        return {
            "_film": compressed(asked_data(self.question) | {"seed": self.seed}),
            "_said": verdict_on(self.question),
        }

    def restart(self, seed: int | None = None) -> None:
        """The first question of this seed, or of another one. Raises ValueError for what is no seed."""
        self._take(self._first(self.seed if seed is None else seed))

    def advance(self) -> None:
        """The next question."""
        self._take(self._next())

    def _take(self, values):
        """Another question, and nothing said of it: the page gets both at once."""
        with self.hold_sync():
            for name, value in values.items():
                setattr(self, name, value)

    def _answer(self, message):
        if "next" in message:
            self.advance()
        elif "seed" in message:
            self.restart(message["seed"])
        else:
            self._said = said_of(self.question, self._said, message)

    def recorded(self):
        questions = islice(drill(self.seed, self._only, self._plain), ON_A_PAGE)
        first, *others = (recorded_data(question) | {"seed": self.seed} for question in questions)
        return first["prompt"], "drill", first | {"others": others}, {}

    def __repr__(self):
        asked = {"seed": self.seed, "prompt": self.question.prompt}
        return say("widgets.drill.plain", widget=type(self).__name__, **asked)

    def _html(self):
        return unanswered(self.question)


# ------------------------------------------------------- what the page gets


def asked_data(question: Question) -> dict:
    """What a page needs to ask a question; nothing in it gives the answer away."""
    data = {
        "words": templates("widgets.question."),
        "lang": spoken(),
        "prompt": question.prompt,
    }
    if question.picture and isinstance(getattr(question, "wrong", None), Causes):
        data["player"] = film_before(question.wrong.walk, question.wrong.quantity) | {
            "words": templates("widgets.player."),
            "title": say("widgets.question.pictured"),
            "lang": spoken(),
            "edits": {},
            "note": "",
        }
    elif question.picture:
        data["picture"] = question.picture
        data["drawn"] = not isinstance(question.drawing, str)  # by this package; a string may be anybody's
    if table := numbers(question):
        data["numbers"] = {"heads": table.heads, "rows": [[str(cell) for cell in row] for row in table.rows]}
    if isinstance(question, ChoiceQuestion):
        data["choices"] = [[i, words] for words, i in choices(question)]
    if isinstance(question, CodeQuestion):
        data["start"] = question.start
    return data


def recorded_data(question: Question) -> dict:
    """The same for a page with no kernel, which has the answers in it."""
    return asked_data(question) | {
        "recorded": recorded(question),
        "help": {"hint": [*hint(question), False], "solution": [*solution(question)]},
    }


# ------------------------------------------------------- what is said


def said_of(question: Question, before: dict, message: dict) -> dict:
    """What is said after an answer, a wish for the hint or for the solution; ``before`` is what was said until then."""
    if "reveal" in message:
        head, shown, *code = (hint if message["reveal"] == "hint" else solution)(question)
        return before | {"head": head, "shown": shown, "code": any(code), "open": True}
    kept = {name: before[name] for name in ("head", "shown", "code", "open") if name in before}
    return kept | verdict_on(question, message["answer"])


def verdict_on(question: Question, answer: object = None) -> dict:
    """The verdict on an answer, beside which it stands: {state, text, answer}, and whether the solution is open."""
    verdict = question.check(answer)
    found = {"state": verdict.state, "text": marked(verdict), "reason": verdict.text}
    if verdict.state != NOT_ATTEMPTED:
        found["open"] = True
    if isinstance(question, ChoiceQuestion | NumberQuestion):
        found["answer"] = answer
    return found


def unanswered(question: Question) -> str:
    """What a reader without a kernel sees: the question, its picture and numbers, the choices or the code, and how."""
    parts, table = [f"<p><b>{escape(question.prompt)}</b></p>"], numbers(question)
    if question.picture:
        parts.append(image(question.picture, say("widgets.question.pictured")))
    if table:
        parts.append(tabled(table))
    if isinstance(question, CodeQuestion):
        parts.append(f"<pre><code>{escape(question.start)}</code></pre>")
    if isinstance(question, ChoiceQuestion):
        parts.append(f"<ul>{''.join(f'<li>{escape(words)}</li>' for words, _ in choices(question))}</ul>")
    return f"{''.join(parts)}<p>{say('widgets.question.run')}</p>"
