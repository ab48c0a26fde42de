"""Ask shows one question; Drill shows one after another, with new numbers."""

from html import escape

import ipywidgets as widgets

from backprop.exercises.drill import KINDS, drill
from backprop.exercises.kinds import NOT_ATTEMPTED, NOT_YET, RIGHT, ChoiceQuestion, CodeQuestion
from backprop.widgets import controls, words
from backprop.widgets.page import close_all, html_table, image, page_wide, said, scrolling

MARKS = {NOT_ATTEMPTED: "·", NOT_YET: "✗", RIGHT: "✓"}
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
        self.check = controls.Button(description=words.CHECK, layout={"width": "7em"})
        self.hint = controls.Button(description=words.HINT, layout={"width": "7em"})
        self.solution = controls.Button(description=words.SOLUTION, disabled=True, layout={"width": "7em"})
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
        colour, mark = COLOURS[verdict.state], MARKS[verdict.state]
        words_of_it = escape(str(verdict))
        self.verdict.value = said(f'<span class="{colour}">{mark} {words_of_it}</span>')

    def _reconsider(self):
        """Another choice: the verdict on the one before goes away."""
        self.verdict.value = ""

    def show_hint(self):
        """The hint; after it the solution may be opened."""
        self.revealed.value = said(f"<b>{words.HINT}.</b> {escape(self.question.hint)}")
        self.solution.disabled = False

    def show_solution(self):
        """The formula with this question's numbers, or the code."""
        text = escape(self.question.solution)
        body = f"<pre>{text}</pre>" if isinstance(self.question, CodeQuestion) else text
        self.revealed.value = said(f"<b>{words.SOLUTION}.</b> {body}")

    def _repr_mimebundle_(self, **kwargs):
        """Without a kernel: the question, and how to answer it."""
        bundle = super()._repr_mimebundle_(**kwargs)
        bundle["text/plain"] = f"{type(self).__name__}, {self.question.name}: {self.question.prompt}"
        bundle["text/html"] = f"<div>{_prompt(self.question, live=False)}<p>{words.RUN_TO_ANSWER}</p></div>"
        return bundle


class Drill(widgets.VBox):
    """Questions without end, each with new numbers; the same ones for the same seed.

    ``only`` are the kinds asked: z, a, output, hidden, gradient, update.
    ``plain`` keeps to sigmoid and cross-entropy.
    """

    def __init__(self, seed=0, only=KINDS, plain=False):
        self.only, self.plain = only, plain
        self.seed = controls.BoundedIntText(seed, min=0, max=10**6, description=words.SEED, layout={"width": "12em"})
        self.next = controls.Button(description=words.NEW_NUMBERS)
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
        bundle["text/plain"] = f"Drill, seed {self.seed.value}: {self.ask.question.prompt}"
        question = _prompt(self.ask.question, live=False)
        bundle["text/html"] = f"<div>{question}<p>{words.RUN_TO_ANSWER}</p></div>"
        return bundle


def _prompt(question, live=True):
    """The prompt, its picture and numbers, the choices or the code to start from where there is no field for them."""
    parts = [f"<p><b>{escape(question.prompt)}</b></p>"]
    if question.picture:
        parts.append(scrolling(question.picture, words.PICTURE) if live else image(question.picture, words.PICTURED))
    if question.numbers:
        table = html_table(words.NUMBER_HEADS, question.numbers)
        parts.append(f"<details><summary>{words.NUMBERS}</summary>{table}</details>" if live else table)
    if isinstance(question, CodeQuestion):
        parts.append(f"<pre><code>{escape(question.start)}</code></pre>")
    if not live and isinstance(question, ChoiceQuestion):
        parts.append(
            "<ul>"
            + "".join(f"<li>{escape(question.shown(question.choices[i]))}</li>" for i in question.order)
            + "</ul>"
        )
    return said("".join(parts)) if live else "".join(parts)


def _field(question):
    if isinstance(question, CodeQuestion):
        return None
    if isinstance(question, ChoiceQuestion):
        options = [(question.shown(question.choices[i]), i) for i in question.order]
        return controls.RadioButtons(options=options, value=None, layout={"width": "max-content"})
    return controls.Text(placeholder=words.A_NUMBER, continuous_update=False, layout={"width": "12em"})
