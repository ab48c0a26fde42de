"""The digit trainer: five functions, the real digits, a progress bar, and what was got wrong."""

from html import escape

import ipywidgets as widgets

from backprop.examples import digits, lecun_network
from backprop.exercises.digits import accuracy, confusion, missed, one_of_each, outcome, predict, score, share, train
from backprop.exercises.kinds import told
from backprop.exercises.reference import REFERENCE
from backprop.exercises.stages import STAGES, stood_in
from backprop.pictures.digits import confusion_picture, images_picture
from backprop.pictures.still import image
from backprop.widgets import controls
from backprop.widgets.page import STYLE, Mends, refusal, said
from backprop.widgets.parts import tabled
from backprop.widgets.stored import Stored
from backprop.words import say

SIZES = (64, 32, 10)


class DigitTrainer(Stored, widgets.VBox):
    """Train a 64-32-10 network on the digits with ``functions`` ({stage: function}), or with the engine's; ``train()``.

    ``result`` is a widget of its own: the confusion matrix and the images that were got wrong.
    What your functions raise is told in the widget, and training stops there.
    """

    def __init__(self, functions=None, seed=0, epochs=20, learning_rate=0.05):
        functions = REFERENCE if functions is None else functions
        if missing := [stage for stage in STAGES if stage not in functions]:
            raise ValueError(say("widgets.digits.no-function", stage=repr(missing[0]), stages=", ".join(STAGES)))
        if epochs < 1:
            raise ValueError(say("widgets.digits.no-epochs", epochs=repr(epochs)))
        self.functions, self.seed, self.epochs, self.learning_rate = functions, seed, epochs, learning_rate
        self.data = digits(seed)
        self.network = lecun_network(SIZES, seed)
        self.stood_in = stood_in(functions)
        self._start()
        name = say("widgets.digits.epoch")
        self.bar = widgets.IntProgress(0, min=0, max=epochs, description=name, layout={"width": "24em"})
        self.again = controls.Button(description=say("widgets.digits.train"))
        self.again.on_click(lambda _: self.train())
        self.line = widgets.HTML(said(outcome(self.history)))
        whose = [widgets.HTML(said(escape(self.stood_in, quote=False)))] if self.stood_in else []
        bar = widgets.HBox([self.again, self.bar], layout={"flex_flow": "row wrap"})
        super().__init__([bar, *whose, self.line, widgets.HTML(said(self._sample())), Mends()])
        self.result = DigitResult(self)

    def train(self):
        """Train from the initial weights; the bar moves after every epoch. Returns the held-out accuracy, or None."""
        self._start()
        self.bar.value, rate = 0, self.learning_rate
        try:
            for epoch in train(self.functions, self.data, self.network, rate, epochs=self.epochs, seed=self.seed):
                self.bar.value, self.weights, self.biases, right = epoch
                self.history.append(right)
                self.line.value = said(outcome(self.history))
            self.result.show()
        except Exception as error:  # the learner's own functions: whatever they raise is told
            self.line.value = refusal(told(error))
            return None
        return self.history[-1]

    def _start(self):
        """Back to the initial weights."""
        self.weights = [layer.weights for layer in self.network.layers]
        self.biases = [layer.biases for layer in self.network.layers]
        self.history = []

    @property
    def guesses(self):
        """The digit guessed for each held-out image."""
        return predict(self.functions["forward"], self.data.held_out_x, self.weights, self.biases)

    @property
    def right(self):
        """The share of held-out images that are read right."""
        return accuracy(self.guesses, self.data.held_out_target)

    def plain(self, widget):
        """What is told of the training in the plain text of ``widget``."""
        done = {"n": len(self.history), "share": share(self.history[-1])} if self.history else {}
        name = "widgets.digits.plain" if done else "widgets.digits.plain-untrained"
        return say(name, widget=type(widget).__name__, whose=self.stood_in, **done).strip()

    @property
    def told(self):
        """What is told of the training, as HTML."""
        line = f"{outcome(self.history)} {self.stood_in}".strip()
        return f"<p>{escape(line, quote=False)}</p>"

    @property
    def table(self):
        """Sizes, seed and the share that is right."""
        return tabled(score(self.data, self.seed, self.history))

    def _sample(self):
        """Ten images of the training part, one of each digit."""
        images = self.data.x[one_of_each(self.data.target)]
        return images_picture(images, range(10), say("widgets.digits.sample"))

    def __repr__(self):
        return self.plain(self)

    def _at_rest(self):
        return self._sample(), say("widgets.digits.sample"), self.told + self.table


class DigitResult(Stored, widgets.HTML):
    """What a trainer got right and wrong: the confusion matrix, and the images it did not read.

    Empty until ``show()``, which every training ends with.
    """

    def __init__(self, trainer):
        self.trainer = trainer
        super().__init__()

    def show(self):
        """Show what the trainer's weights read now."""
        matrix, wrong = self.pictures()
        head = say("widgets.digits.missed")
        self.value = STYLE + said(f"{matrix}<p>{head}</p>{wrong}{self.trainer.table}")

    def pictures(self):
        """The confusion matrix and the first images that were got wrong, as SVG."""
        guesses, data = self.trainer.guesses, self.trainer.data
        wrong, captions = missed(guesses, data.held_out_target)
        matrix = confusion_picture(confusion(guesses, data.held_out_target), say("widgets.digits.confusion"))
        return matrix, images_picture(data.held_out_x[wrong], captions, say("widgets.digits.missed"))

    def __repr__(self):
        return self.trainer.plain(self)

    def _at_rest(self):
        (matrix, wrong), head = self.pictures(), say("widgets.digits.missed")
        html = f"<p>{head}</p>{image(wrong, head)}{self.trainer.table}{self.trainer.told}"
        return matrix, say("widgets.digits.confusion"), html
