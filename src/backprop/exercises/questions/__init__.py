"""The exercises of the series: one module a notebook, each a tuple ``QUESTIONS``."""

import difflib
from importlib import import_module

from backprop.exercises.kinds import Question
from backprop.words import say

__all__ = ["TOPICS", "question", "questions"]

TOPICS = {
    "00": "gradient_descent",
    "01": "chain_rule",
    "02": "forward_pass",
    "03": "backward_pass",
    "04": "worked_example",
    "05": "training",
    "06": "other_functions",
    "07": "from_scratch",
}


def questions(notebook: str) -> tuple[Question, ...]:
    """The questions of a notebook, by its two digits: "04"."""
    if notebook not in TOPICS:
        raise ValueError(say("exercises.no-notebook", notebook=repr(notebook), known=", ".join(TOPICS)))
    return import_module(f"backprop.exercises.questions.{TOPICS[notebook]}").QUESTIONS


def question(name: str) -> Question:
    """The question of that name, such as "04-bias". Raises ValueError with the nearest known name."""
    known = {each.name: each for each in questions(name[:2])}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.3)
    told = say("exercises.no-question", name=repr(name), known=", ".join(known))
    raise ValueError(say("engine.did-you-mean", refusal=told, name=repr(near[0])) if near else told)
