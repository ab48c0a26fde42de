"""The digit trainer: four functions, the real digits, a progress bar, and what was got wrong."""

import ipywidgets as widgets
import numpy as np

from backprop.examples import digits, lecun_network
from backprop.exercises.digits import accuracy, confusion, predict, share, train
from backprop.exercises.kinds import told
from backprop.exercises.stages import STAGES, stood_in
from backprop.pictures.digits import confusion_picture, images_picture
from backprop.widgets import controls, words
from backprop.widgets.page import STYLE, html_table, image, page_wide, picture_bundle, refusal, said

SIZES = (64, 32, 10)
MOST_SHOWN = 20  # of the images that were got wrong


class DigitTrainer(widgets.VBox):
    """Train a 64-32-10 network on the digits with ``functions`` ({stage: function}); call ``train()``.

    ``result`` is a widget of its own: the confusion matrix and the images that were got wrong.
    What your functions raise is told in the widget, and training stops there.
    """

    def __init__(self, functions, seed=0, epochs=20, learning_rate=0.05):
        if missing := [stage for stage in STAGES if stage not in functions]:
            raise ValueError(f"functions has no {missing[0]!r}; expected one for each of {', '.join(STAGES)}.")
        if epochs < 1:
            raise ValueError(f"epochs is {epochs!r}; expected a whole number above 0.")
        self.functions, self.seed, self.epochs, self.learning_rate = functions, seed, epochs, learning_rate
        self.data = digits(seed)
        self.network = lecun_network(SIZES, seed)
        self.stood_in = stood_in(functions)
        self._start()
        self.bar = widgets.IntProgress(0, min=0, max=epochs, description=words.EPOCH, layout={"width": "24em"})
        self.again = controls.Button(description=words.TRAIN)
        self.again.on_click(lambda _: self.train())
        self.line = widgets.HTML(said(words.UNTRAINED))
        whose = [widgets.HTML(said(self.stood_in))] if self.stood_in else []
        bar = widgets.HBox([self.again, self.bar], layout={"flex_flow": "row wrap"})
        super().__init__([bar, *whose, self.line, widgets.HTML(said(self._sample())), page_wide()])
        self.result = DigitResult(self)

    def train(self):
        """Train from the initial weights; the bar moves after every epoch. Returns the held-out accuracy, or None."""
        self._start()
        self.bar.value, rate = 0, self.learning_rate
        try:
            for epoch in train(self.functions, self.data, self.network, rate, epochs=self.epochs, seed=self.seed):
                self.bar.value, self.weights, self.biases, right = epoch
                self.history.append(right)
                self.line.value = said(words.HELD_OUT.format(self.bar.value, share(right)))
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

    @property
    def sentence(self):
        """How many are right after how many epochs, and whose functions did it."""
        done = words.HELD_OUT.format(len(self.history), share(self.history[-1])) if self.history else words.UNTRAINED
        return f"{done} {self.stood_in}".strip()

    @property
    def table(self):
        """Sizes, seed and the share that is right."""
        right = share(self.history[-1]) if self.history else ""
        return html_table(words.DIGIT_HEADS, [(len(self.data.x), len(self.data.held_out_x), self.seed, right)])

    def _sample(self):
        """Ten images of the training part, one of each digit."""
        labels = self.data.target.argmax(axis=1)
        first = [int(np.argmax(labels == digit)) for digit in range(10)]
        return images_picture(self.data.x[first], range(10), words.SAMPLE)

    def _repr_mimebundle_(self, **kwargs):
        html = f"<p>{self.sentence}</p>{self.table}"
        sentence = f"{type(self).__name__}, {self.sentence[0].lower()}{self.sentence[1:]}"
        return picture_bundle(super()._repr_mimebundle_(**kwargs), sentence, self._sample(), words.SAMPLE, html)


class DigitResult(widgets.HTML):
    """What a trainer got right and wrong: the confusion matrix, and the images it did not read.

    Empty until ``show()``, which every training ends with.
    """

    def __init__(self, trainer):
        self.trainer = trainer
        super().__init__()

    def show(self):
        """Show what the trainer's weights read now."""
        matrix, missed = self.pictures()
        self.value = STYLE + said(f"{matrix}<p>{words.WRONG_ONES}</p>{missed}{self.trainer.table}")

    def pictures(self):
        """The confusion matrix and the first images that were got wrong, as SVG."""
        trainer = self.trainer
        guesses, labels = trainer.guesses, trainer.data.held_out_target.argmax(axis=1)
        wrong = np.flatnonzero(guesses != labels)[:MOST_SHOWN]
        captions = [f"{labels[n]} → {guesses[n]}" for n in wrong]
        matrix = confusion_picture(confusion(guesses, trainer.data.held_out_target), words.CONFUSION)
        return matrix, images_picture(trainer.data.held_out_x[wrong], captions, words.WRONG_ONES)

    def _repr_mimebundle_(self, **kwargs):
        matrix, missed = self.pictures()
        sentence = f"{type(self).__name__}, {self.trainer.sentence[0].lower()}{self.trainer.sentence[1:]}"
        html = f"<p>{words.WRONG_ONES}</p>{image(missed, words.WRONG_ONES)}{self.trainer.table}"
        html += f"<p>{self.trainer.sentence}</p>"
        return picture_bundle(super()._repr_mimebundle_(**kwargs), sentence, matrix, words.CONFUSION, html)
