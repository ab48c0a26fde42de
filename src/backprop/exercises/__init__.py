"""What is wrong with an answer, and why: the questions, the drill, your own functions beside the engine's."""

from backprop.exercises.digits import accuracy, confusion, predict, train
from backprop.exercises.drill import drill
from backprop.exercises.kinds import (
    ChoiceQuestion,
    CodeQuestion,
    NumberQuestion,
    Question,
    Verdict,
)
from backprop.exercises.printed import Disagreement, agree, reveal, table, tell
from backprop.exercises.questions import question
from backprop.exercises.stages import STAGES, Comparison, StandIn, compare, use
from backprop.exercises.stepwise import quantity_question, step_question

__all__ = [
    "STAGES",
    "ChoiceQuestion",
    "CodeQuestion",
    "Comparison",
    "Disagreement",
    "NumberQuestion",
    "Question",
    "StandIn",
    "Verdict",
    "accuracy",
    "agree",
    "compare",
    "confusion",
    "drill",
    "predict",
    "quantity_question",
    "question",
    "reveal",
    "step_question",
    "table",
    "tell",
    "train",
    "use",
]
