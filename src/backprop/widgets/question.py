"""Ask shows one question; Drill shows one after another, with new numbers."""

from html import escape

import ipywidgets as widgets

from backprop.exercises.asked import choices, hint, marked, numbers, solution
from backprop.exercises.drill import KINDS, drill
from backprop.exercises.kinds import NOT_ATTEMPTED, NOT_YET, RIGHT, ChoiceQuestion, CodeQuestion
from backprop.pictures.still import image
from backprop.widgets import controls
from backprop.widgets.page import close_all, page_wide, said, scrolling
from backprop.widgets.parts import tabled
from backprop.words import say

COLOURS = {NOT_ATTEMPTED: "", NOT_YET: "no", RIGHT: "ok"}


class Ask(widgets.VBox):
    """A question with a place for its answer, a verdict, then a hint, then the solution.

    A code question takes the function as ``answer``; run the cell again after a change.
    The solution opens after the hint or after an attempt.
    """

    def __init__(self, question, answer=None):
        self.question = question
        self.prompt = widgets.HTML(_prompt(question))
        self.verdict, self.revealed = widgets.HTML(layout={"min_height": "2.2em"}), widgets.HTML()
        self.field = _field(question)
        names = (say(f"widgets.question.{name}") for name in ("check", "hint", "solution"))
        self.check, self.hint, self.solution = (
            controls.Button(description=name, layout={"width": "7em"}) for name in names
        )
        self.solution.disabled = True
        self.check.on_click(lambda _: self.judge(self.field.value))
        self.hint.on_click(lambda _: self.show_hint())
        self.solution.on_click(lambda _: self.show_solution())
        tools = [self.check, self.hint, self.solution]
        if self.field is None:
            tools, rows = tools[1:], [self.prompt]
        elif isinstance(question, ChoiceQuestion):
            rows = [self.prompt, self.field]
            self.field.observe(lambda change: self._reconsider(), "value")
        else:
            self.field.observe(lambda change: self.judge(change["new"]), "value")
            rows, tools = [self.prompt], [self.field, *tools]
        buttons = widgets.HBox(tools, layout={"flex_flow": "row wrap"})
        super().__init__([*rows, buttons, self.verdict, self.revealed, page_wide()])
        self.judge(answer)

    def judge(self, answer):
        """Show the verdict on an answer."""
        verdict = self.question.check(answer)
        if verdict.state != NOT_ATTEMPTED:
            self.solution.disabled = False
        self.verdict.value = said(f'<span class="{COLOURS[verdict.state]}">{escape(marked(verdict))}</span>')

    def _reconsider(self):
        """Another choice: the verdict on the one before goes away."""
        self.verdict.value = ""

    def show_hint(self):
        """The hint; after it the solution may be opened."""
        self._reveal(*hint(self.question))
        self.solution.disabled = False

    def show_solution(self):
        """The formula with this question's numbers, or the code."""
        self._reveal(*solution(self.question))

    def _reveal(self, head, text, code=False):
        body = f"<pre>{escape(text)}</pre>" if code else escape(text)
        self.revealed.value = said(f"<b>{escape(head)}</b> {body}")

    def _repr_mimebundle_(self, **kwargs):
        """Without a kernel: the question, and how to answer it."""
        bundle = super()._repr_mimebundle_(**kwargs)
        asked = {"name": self.question.name, "prompt": self.question.prompt}
        bundle["text/plain"] = say("widgets.question.plain", widget=type(self).__name__, **asked)
        bundle["text/html"] = _unanswered(self.question)
        return bundle


class Drill(widgets.VBox):
    """Questions without end, each with new numbers; the same ones for the same seed.

    ``only`` are the kinds asked: z, a, output, hidden, gradient, update.
    ``plain`` keeps to sigmoid and cross-entropy.
    """

    def __init__(self, seed=0, only=KINDS, plain=False):
        self.only, self.plain = only, plain
        self.seed = controls.BoundedIntText(seed, min=0, max=10**6, description=say("widgets.seed"))
        self.seed.layout.width = "12em"
        self.next = controls.Button(description=say("widgets.drill.next"))
        self.next.on_click(lambda _: self.advance())
        self.seed.observe(lambda change: self.restart(), "value")
        self.place = widgets.VBox()
        super().__init__([widgets.HBox([self.next, self.seed]), self.place])
        self.restart()

    def restart(self):
        """The first question of this seed."""
        self._questions = drill(self.seed.value, self.only, self.plain)
        self.advance()

    def advance(self):
        """The next question."""
        self.ask = Ask(next(self._questions))
        before, self.place.children = self.place.children, [self.ask]
        close_all(before)

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        asked = {"seed": self.seed.value, "prompt": self.ask.question.prompt}
        bundle["text/plain"] = say("widgets.drill.plain", widget=type(self).__name__, **asked)
        bundle["text/html"] = _unanswered(self.ask.question)
        return bundle


def _unanswered(question):
    """What a reader without a kernel sees: the question, and how to answer it."""
    return f"<div>{_prompt(question, live=False)}<p>{say('widgets.question.run')}</p></div>"


def _prompt(question, live=True):
    """The prompt, its picture and numbers, the choices or the code to start from where there is no field for them."""
    parts, table = [f"<p><b>{escape(question.prompt)}</b></p>"], numbers(question)
    if question.picture and live:
        parts.append(scrolling(question.picture, say("widgets.picture")))
    elif question.picture:
        parts.append(image(question.picture, say("widgets.question.pictured")))
    if table and live:
        parts.append(f"<details><summary>{say('widgets.question.numbers')}</summary>{tabled(table)}</details>")
    elif table:
        parts.append(tabled(table))
    if isinstance(question, CodeQuestion):
        parts.append(f"<pre><code>{escape(question.start)}</code></pre>")
    if not live and isinstance(question, ChoiceQuestion):
        parts.append(f"<ul>{''.join(f'<li>{escape(words)}</li>' for words, _ in choices(question))}</ul>")
    return said("".join(parts)) if live else "".join(parts)


def _field(question):
    if isinstance(question, CodeQuestion):
        return None
    if isinstance(question, ChoiceQuestion):
        return controls.RadioButtons(options=choices(question), value=None, layout={"width": "max-content"})
    number = say("widgets.question.number")
    return controls.Text(placeholder=number, continuous_update=False, layout={"width": "12em"})
