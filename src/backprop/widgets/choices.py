"""What a training player is told to train: the controls, and the recordings that they ask for."""

import ipywidgets as widgets
import numpy as np

from backprop import examples
from backprop.engine.activations import ACTIVATIONS, get_activation
from backprop.engine.arrays import as_positive
from backprop.engine.descent import record
from backprop.engine.losses import LOSSES
from backprop.story.training import run_name
from backprop.widgets import controls
from backprop.widgets.page import choice_slider
from backprop.widgets.reading import read_beside, read_choice, read_network, read_pairs, read_sizes, read_whole
from backprop.words import say

LECTURE, OWN = "lecture", "own"
DATA = {
    "xor": examples.xor,
    "two_moons": examples.two_moons,
    "circles": examples.circles,
    LECTURE: lambda: tuple(np.atleast_2d(np.array(part, dtype=float)) for part in examples.lecture_network()[1:]),
}
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
BATCHES = (1, 4, 16, 32)
OUTPUT = "sigmoid"
MOST_UPDATES, MOST_SEEDS = 20_000, 10**6
MOST_BYTES = 64 * 2**20  # of the recordings of one player
CHUNK = 20  # updates after which a recording can be shown


class TrainingChoices(widgets.HBox):
    """Data, network, loss, η, batch and seed of a run, and the runs beside it; ``recordings()`` begins them.

    ``data`` is an id or (x, target), ``network`` a network to start from instead of an initial one, or None.
    """

    def __init__(
        self, data, hidden, activation, loss, learning_rate, batch_size, weights, seed, updates, network, beside
    ):
        self.own, self.network = None if isinstance(data, str) else read_pairs(data), read_network(network)
        batch_size = None if batch_size is None else read_whole("batch_size", batch_size, 1, MOST_UPDATES)
        output = network.layers[-1].f if network else get_activation(OUTPUT)
        self.losses = [name for name, each in LOSSES.items() if each.admits(output)]
        hiddens = [name for name, f in ACTIVATIONS.items() if f.hidden]
        sets = [(say(f"widgets.training.data.{name}"), name) for name in (*DATA, *([OWN] if self.own else []))]
        self.data = _dropdown("data", sets, OWN if self.own else read_choice("data", data, DATA))
        self.hidden = _text("hidden", _joined(hidden))
        self.activation = _dropdown("activation", hiddens, read_choice("activation", activation, hiddens))
        self.loss = _dropdown("loss", self.losses, read_choice("loss", loss, self.losses))
        self.rate = choice_slider("η", RATES, as_positive(learning_rate, "learning_rate"))
        sizes = [(str(n), n) for n in sorted({*BATCHES, *([batch_size] if batch_size else [])})]
        self.batch = _dropdown("batch", [(say("widgets.training.whole"), 0), *sizes], batch_size or 0)
        kinds = [(say(f"widgets.training.weights.{kind}"), kind) for kind in examples.INITIAL]
        self.weights = _dropdown("weights", kinds, read_choice("weights", weights, examples.INITIAL))
        seed = read_whole("seed", seed, 0, MOST_SEEDS)
        self.seed = _count(say("widgets.seed"), seed, 0, MOST_SEEDS, "12em")
        updates = read_whole("updates", updates, 1, MOST_UPDATES)
        self.updates = _count(say("widgets.training.updates"), updates, 1, MOST_UPDATES, "13em")
        self.beside = _text("beside", _joined(beside))
        self.beside.placeholder, self.beside.layout.width = say("widgets.training.beside-hint"), "20em"
        self.controls = [self.data, self.hidden, self.activation, self.loss, self.rate, self.batch, self.weights]
        self.controls += [self.seed, self.updates, self.beside]
        super().__init__(self.controls, layout={"flex_flow": "row wrap"})

    def recordings(self):
        """(recordings, names): the chosen run, then those beside it. Raises ValueError for what cannot be trained.

        Where they would take more than ``MOST_BYTES``, fewer updates are recorded, and ``bound`` says how many.
        """
        x, target = self.own if self.data.value == OWN else DATA[self.data.value]()
        network, loss, rate = self._network(x, target), self.loss.value, self.rate.value
        runs = (loss, rate), *read_beside(self.beside.value, loss, rate, self.losses)
        kept = min(self.updates.value, most_updates(network, len(runs)))
        self.bound = kept if kept < self.updates.value else None
        common = {"updates": kept, "batch_size": self.batch.value or None, "seed": self.seed.value}
        recordings = [record(network, x, target, each, eta, chunk=CHUNK, **common) for each, eta in runs]
        return recordings, tuple(run_name(each, eta) for each, eta in runs)

    @property
    def wanted(self):
        """How many updates are being recorded: as many as were wished for, or as fit."""
        return self.bound or self.updates.value

    def _network(self, x, target):
        """The network that every run starts from."""
        if self.network is not None:
            return self.network
        if self.data.value == LECTURE:
            return examples.lecture_network()[0]
        sizes = x.shape[1], *read_sizes(self.hidden.value), target.shape[1]
        return examples.initial_network(sizes, self.activation.value, self.weights.value, self.seed.value, OUTPUT)


def most_updates(network, runs=1):
    """How many updates of so many runs fit into ``MOST_BYTES``: each keeps its parameters and their slopes."""
    parameters = sum(layer.weights.size + layer.biases.size for layer in network.layers)
    return max(1, MOST_BYTES // (16 * parameters * runs))


def _joined(values):
    """As a field shows them: a text as it is, one number alone, or several."""
    return values if isinstance(values, str) else ", ".join(map(str, np.ravel(values).tolist()))


def _dropdown(name, options, value):
    name = say(f"widgets.training.{name}")
    return controls.Dropdown(options=options, value=value, description=name, layout={"width": "17em"})


def _text(name, value):
    name = say(f"widgets.training.{name}")
    return controls.Text(value, description=name, continuous_update=False, layout={"width": "17em"})


def _count(name, value, least, most, width):
    return controls.BoundedIntText(value, min=least, max=most, description=name, layout={"width": width})
