"""One notebook with every widget but the stepper, each in a cell of its own."""

from lab_page import SHOWN

SET_UP = (
    "import numpy as np\n"
    "from backprop.exercises.reference import REFERENCE\n"
    "from backprop.exercises.questions import question\n"
    "from backprop.widgets import *"
)
SOURCES = {
    "number": "Ask(question('04-bias'))",
    "choice": "Ask(question('04-saturated'))",
    "drill": "Drill(seed=0)",
    "digits": "DigitTrainer(REFERENCE, epochs=2)",
    "comparison": "Compare('update', lambda weights, biases, *_: (weights, biases))",
}


class Gallery:
    """The open notebook; ``fresh(name)`` is a widget as it opens."""

    def __init__(self, lab, open_it, name, **size):
        self.notebook = open_it(lab.write(name, SET_UP, *SOURCES.values()), **size)
        self.page = self.notebook.page

    def widget(self, name):
        """The widget as it stands."""
        cell = self.page.locator(".jp-Cell").nth(1 + list(SOURCES).index(name))
        return cell.locator(SHOWN).first

    def fresh(self, name):
        """The widget made anew."""
        return self.notebook.cell(1 + list(SOURCES).index(name))
