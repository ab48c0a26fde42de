"""Widgets: only wiring. What they show is made by the walkthrough, the diagram and the charts."""

from backprop.widgets.chain_rule import ChainRuleExplorer
from backprop.widgets.comparison import Compare
from backprop.widgets.descent import DescentExplorer
from backprop.widgets.digits import DigitTrainer
from backprop.widgets.functions import FunctionExplorer
from backprop.widgets.question import Ask, Drill
from backprop.widgets.stepper import Stepper
from backprop.widgets.training import TrainingPlayer

__all__ = [
    "Ask",
    "ChainRuleExplorer",
    "Compare",
    "DescentExplorer",
    "DigitTrainer",
    "Drill",
    "FunctionExplorer",
    "Stepper",
    "TrainingPlayer",
]
