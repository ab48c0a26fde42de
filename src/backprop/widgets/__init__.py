"""Widgets: only wiring. What they show is made by the walkthrough, the diagram and the charts."""

<<<<<<< HEAD
from backprop.widgets.chain_rule import ChainRuleExplorer
from backprop.widgets.descent import DescentExplorer
from backprop.widgets.question import Ask, Drill
from backprop.widgets.stepper import Stepper

__all__ = ["Ask", "ChainRuleExplorer", "DescentExplorer", "Drill", "Stepper"]
=======
from backprop.widgets.functions import FunctionExplorer
from backprop.widgets.stepper import Stepper

__all__ = ["FunctionExplorer", "Stepper"]
>>>>>>> e1c964ab6a5f6dc482bfe655aaad6b9241a9f107
