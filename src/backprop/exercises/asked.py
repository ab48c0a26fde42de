"""What a card says of a question: the verdict with its mark, the numbers as a table, what is revealed."""

from backprop.exercises.kinds import NOT_ATTEMPTED, NOT_YET, RIGHT, CodeQuestion, Question, Verdict
from backprop.story.telling import Table
from backprop.words import say

MARKED = {
    NOT_ATTEMPTED: "exercises.asked.not-attempted",
    NOT_YET: "exercises.asked.not-yet",
    RIGHT: "exercises.asked.right",
}


def marked(verdict: Verdict) -> str:
    """A verdict behind its mark: wrong and right are told apart by more than a colour."""
    return say(MARKED[verdict.state], verdict=verdict)


def numbers(question: Question) -> Table | None:
    """The numbers of a question's picture, a row a neuron; None where there are none."""
    heads = tuple(say(f"exercises.asked.head.{head}") for head in ("neuron", "weights", "bias", "activation"))
    return Table(heads, tuple(question.numbers)) if question.numbers else None


def choices(question: Question) -> tuple[tuple[str, int], ...]:
    """(words, the choice's index) of a question with choices, in the order in which they are shown."""
    return tuple((question.shown(question.choices[i]), i) for i in question.order)


def hint(question: Question) -> tuple[str, str]:
    """(head, text) of the hint."""
    return say("exercises.asked.hint"), question.hint


def solution(question: Question) -> tuple[str, str, bool]:
    """(head, text, whether the text is code) of the solution."""
    return say("exercises.asked.solution"), question.solution, isinstance(question, CodeQuestion)
