"""The digit trainer: four functions, the real digits, a progress bar, and what was got wrong."""

import ipywidgets as widgets
import numpy as np

from backprop.digit_pictures import confusion_picture, images_picture
from backprop.digit_training import accuracy, confusion, predict, share, train
from backprop.examples import digits, glorot_network
from backprop.exercises import told
from backprop.from_scratch import stood_in
from backprop.widgets import words
from backprop.widgets.page import html_table, picture_bundle, refusal, said

SIZES = (64, 32, 10)


class DigitTrainer(widgets.VBox):
    """Train a 64-32-10 network on the digits with ``functions`` ({stage: function}); call ``train()``.

    What your functions raise is told in the widget, and training stops there.
    """

    def __init__(self, functions, seed=0, epochs=20, learning_rate=0.05):
        self.functions, self.seed, self.epochs, self.learning_rate = functions, seed, epochs, learning_rate
        self.data = digits(seed)
        self.network = glorot_network(SIZES, seed)
        self.bar = widgets.IntProgress(0, min=0, max=epochs, description=words.EPOCH, layout={"width": "24em"})
        self.again = widgets.Button(description=words.TRAIN)
        self.again.on_click(lambda _: self.train())
        self.line, self.result = widgets.HTML(), widgets.HTML()
        self.history, self.weights, self.biases = [], None, None
        self.stood_in = stood_in(functions)
        whose = [widgets.HTML(said(self.stood_in))] if self.stood_in else []
        super().__init__([widgets.HBox([self.again, self.bar]), *whose, self.line, self.result])
        self._show()

    def train(self):
        """Train from the initial weights; the bar moves after every epoch. Returns the held-out accuracy, or None."""
        self.bar.value, self.history, self.weights = 0, [], None
        try:
            for epoch, weights, biases, share_right in train(
                self.functions, self.data, self.network, self.learning_rate, epochs=self.epochs, seed=self.seed
            ):
                self.weights, self.biases = weights, biases
                self.history.append(share_right)
                self.bar.value = epoch
                self.line.value = said(words.HELD_OUT.format(epoch, share(share_right)))
        except Exception as error:  # the learner's own functions: whatever they raise is told
            self.line.value = refusal(told(error))
            return None
        self._show()
        return self.history[-1]

    @property
    def guesses(self):
        """The digit guessed for each held-out image."""
        weights = self.weights or [layer.weights for layer in self.network.layers]
        biases = self.biases if self.weights else [layer.biases for layer in self.network.layers]
        return predict(self.functions["forward"], self.data.held_out_x, weights, biases)

    def _show(self):
        self.result.value = said(f"{self._pictures()}{self._table()}") if self.weights else said(self._sample())

    def _sample(self):
        """Ten images of the training part, one of each digit."""
        labels = self.data.target.argmax(axis=1)
        first = [int(np.argmax(labels == digit)) for digit in range(10)]
        return images_picture(self.data.x[first], range(10), words.SAMPLE)

    def _pictures(self):
        labels = self.data.held_out_target.argmax(axis=1)
        wrong = np.flatnonzero(self.guesses != labels)[:20]
        captions = [f"{labels[n]} → {self.guesses[n]}" for n in wrong]
        matrix = confusion(self.guesses, self.data.held_out_target)
        missed = images_picture(self.data.held_out_x[wrong], captions, words.WRONG_ONES) if len(wrong) else ""
        return f"{confusion_picture(matrix, words.CONFUSION)}<p>{words.WRONG_ONES}</p>{missed}"

    def _table(self):
        right = share(accuracy(self.guesses, self.data.held_out_target))
        row = (str(len(self.data.x)), str(len(self.data.held_out_x)), str(self.seed), right)
        return html_table(words.DIGIT_HEADS, [row])

    def _repr_mimebundle_(self, **kwargs):
        trained = self.weights is not None
        matrix = confusion(self.guesses, self.data.held_out_target) if trained else None
        svg = confusion_picture(matrix, words.CONFUSION) if trained else self._sample()
        right = share(accuracy(self.guesses, self.data.held_out_target))
        sentence = (
            f"DigitTrainer, {'after training' if trained else 'before training'}: {right} of held-out images right."
        )
        sentence = f"{sentence} {self.stood_in}".strip()
        bundle = super()._repr_mimebundle_(**kwargs)
        html = f"{self._table()}<p>{self.stood_in}</p>" if self.stood_in else self._table()
        return picture_bundle(bundle, sentence, svg, words.CONFUSION if trained else words.SAMPLE, html)
