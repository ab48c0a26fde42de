"""What a page with no kernel says of an answer: verdicts on the answers that can be foreseen, made beforehand."""

import numpy as np

from backprop.exercises.asked import marked
from backprop.exercises.kinds import NOT_YET, RIGHT, ChoiceQuestion, CodeQuestion, NumberQuestion, Question, Verdict
from backprop.exercises.numbers_told import BY_HAND
from backprop.words import say

FEWEST = 3  # digits with which a number is foreseen; up to those that are by hand, and then with all


def recorded(question: Question) -> dict:
    """{"choices": a verdict each}, or {"right": [low, high, verdict], "known": [[number, verdict], …], "other": …}.

    A verdict is [state, text with its mark, reason]. Of code nothing can be foreseen: {}.
    """
    if isinstance(question, ChoiceQuestion):
        return {"choices": [_told(question.check(i)) for i in range(len(question.choices))]}
    if isinstance(question, CodeQuestion):
        return {}
    off, answer = question.tolerance, question.answer
    return {
        "right": [answer - off, answer + off, *_told(question.check(answer))],
        "known": [[float(text), *_told(verdict)] for text, verdict in _foreseen(question)],
        "other": [*_told(Verdict(NOT_YET, say("exercises.recorded.other")))[:2], ""],
    }


def _told(verdict):
    return [verdict.state, marked(verdict), verdict.text]


def _foreseen(question: NumberQuestion):
    """(a number as it may be typed, the verdict on it), of all that a known slip gives and that are not right."""
    texts = {}
    for value in map(float, dict(question.wrong).values()):
        if np.isfinite(value):
            texts |= dict.fromkeys([*(f"{value:.{digits}g}" for digits in range(FEWEST, BY_HAND + 1)), repr(value)])
    verdicts = ((text, question.check(text)) for text in texts)
    return [(text, verdict) for text, verdict in verdicts if verdict.state != RIGHT]
