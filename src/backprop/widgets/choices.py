"""What a training player is told to train: read, changed a field at a time, and the recordings that it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from backprop import examples
from backprop.engine.activations import ACTIVATIONS, get_activation
from backprop.engine.arrays import as_positive
from backprop.engine.descent import History, record
from backprop.engine.losses import LOSSES
from backprop.engine.network import Network
from backprop.exercises.typed import read_numbers
from backprop.notation import ETA, number
from backprop.pictures.film_rows import row_size
from backprop.story.training import run_name
from backprop.widgets.editing import written
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
MOST_BYTES = 64 * 2**20  # of the recordings of one player, and of their rows on the page
CHUNK = 20  # updates after which a recording can be shown
ALL = "0"  # the batch of all examples, as a field has it


@dataclass(frozen=True, eq=False)
class Choices:
    """Data, network, loss, η, batch and seed of a run, and the runs beside it.

    ``data`` is an id, ``own`` the (x, target) of OWN; ``network`` is one to start from instead of an initial one, or
    None. ``hidden`` and ``beside`` are texts, as they are typed. ``batch`` None is all examples. ``by_hand`` is the id
    of the data that OWN were made of by hand, or empty.
    """

    data: str
    own: tuple | None
    hidden: str
    activation: str
    loss: str
    rate: float
    batch: int | None
    weights: str
    seed: int
    updates: int
    network: Network | None
    beside: str
    by_hand: str = ""

    @classmethod
    def read(cls, data, hidden, activation, loss, learning_rate, batch_size, weights, seed, updates, network, beside):
        """What was handed over. Raises ValueError or TypeError, in a sentence, for what is none of its kind."""
        own = None if isinstance(data, str) else read_pairs(data)
        network = read_network(network)
        return cls(
            data=OWN if own else read_choice("data", data, DATA),
            own=own,
            hidden=_joined(hidden),
            activation=read_choice("activation", activation, hiddens()),
            loss=read_choice("loss", loss, losses(network)),
            rate=as_positive(learning_rate, "learning_rate"),
            batch=None if batch_size is None else read_whole("batch_size", batch_size, 1, MOST_UPDATES),
            weights=read_choice("weights", weights, examples.INITIAL),
            seed=read_whole("seed", seed, 0, MOST_SEEDS),
            updates=read_whole("updates", updates, 1, MOST_UPDATES),
            network=network,
            beside=_joined(beside),
        )

    def edited(self, field: str, text: str) -> "Choices":
        """The same with ``text`` in that field. Raises ValueError or TypeError, in a sentence, for what cannot be read.

        What cannot be trained is refused by ``recordings``.
        """
        return replace(self, **{field: READ[field](self, text)})

    # ------------------------------------------------------- what is recorded

    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """(x, target)"""
        return self.own if self.data == OWN else DATA[self.data]()

    def start(self) -> Network:
        """The network that every run starts from."""
        if (given := self.given_start()) is not None:
            return given
        x, target = self.pairs()
        sizes = x.shape[1], *read_sizes(self.hidden), target.shape[1]
        return examples.initial_network(sizes, self.activation, self.weights, self.seed, OUTPUT)

    def given_start(self) -> Network | None:
        """The network to start from that was handed over, or that belongs to the data; None for an initial one."""
        origin = self.by_hand if self.data == OWN else self.data
        return examples.lecture_network()[0] if self.network is None and origin == LECTURE else self.network

    def runs(self) -> tuple[tuple[str, float], ...]:
        """(loss, η) of every run."""
        return (self.loss, self.rate), *read_beside(self.beside, self.loss, self.rate, losses(self.network))

    def recordings(self) -> tuple[list[Iterator[History]], tuple[str, ...], int]:
        """(recordings, names, how many updates each is to have). Raises ValueError for what cannot be trained.

        Where they would take more than ``MOST_BYTES``, they are to have fewer updates than were wished for.
        """
        (x, target), network, runs = self.pairs(), self.start(), self.runs()
        common = {"batch_size": self.batch, "seed": self.seed}
        first = next(record(network, x, target, *runs[0], updates=1, chunk=1, **common))
        kept = min(self.updates, most_updates(first, len(runs)))
        recordings = [record(network, x, target, *run, updates=kept, chunk=CHUNK, **common) for run in runs]
        return recordings, tuple(run_name(*run) for run in runs), kept

    # ------------------------------------------------------- what is shown

    def form(self) -> list[list[dict]]:
        """Rows of fields, as the page's form needs them."""
        sets = {name: say(f"widgets.training.data.{name}") for name in (*DATA, *([OWN] if self.own else []))}
        sizes = sorted({*BATCHES, *([self.batch] if self.batch else [])})
        batches = {ALL: say("widgets.training.whole")} | {str(n): str(n) for n in sizes}
        kinds = {kind: say(f"widgets.training.weights.{kind}") for kind in examples.INITIAL}
        called = {name: LOSSES[name].called for name in losses(self.network)}
        return [
            [_field("data", self.data, sets), _field("batch", str(self.batch or ALL), batches)],
            [_field("hidden", self.hidden), _field("activation", self.activation, {n: n for n in hiddens()})],
            [_field("loss", self.loss, called), _field("weights", self.weights, kinds)],
            [_field("seed", str(self.seed)), _field("updates", str(self.updates))],
            [_field("beside", self.beside) | {"hint": say("widgets.training.beside-hint")}],
        ]

    def rate_scale(self) -> dict:
        """η as the page's scale needs it."""
        rates = sorted({*RATES, self.rate})
        return {
            "texts": [say("widgets.player.rate", rate=number(rate)) for rate in rates],
            "codes": [written([rate]) for rate in rates],
            "at": rates.index(self.rate),
            "handle": written([self.rate]),
        }

    def code(self, position: int | str) -> str:
        """The line that makes a player of it; your own arrays and network by their names.

        What was changed by hand has no name, and is written out.
        """
        data = "(x, target)" if self.data == OWN else repr(self.data)
        given = "" if self.network is None else ", network=network"
        if self.data == OWN and self.by_hand:
            data = f"({', '.join(str(part.tolist()) for part in self.own)})"
            given = "" if self.given_start() is None else f", network={self.given_start()!r}"
        beside = f", compare={self.beside!r}" if self.beside else ""
        return (
            f"TrainingPlayer({data}, hidden={self.hidden!r}, activation={self.activation!r}, loss={self.loss!r}, "
            f"learning_rate={self.rate:g}, batch_size={self.batch}, weights={self.weights!r}, seed={self.seed}, "
            f"updates={self.updates}{given}{beside}, position={position})"
        )


READ = {
    "data": lambda choices, text: read_choice("data", text, [*DATA, *([OWN] if choices.own else [])]),
    "hidden": lambda _, text: text,
    "activation": lambda _, text: read_choice("activation", text, hiddens()),
    "loss": lambda choices, text: read_choice("loss", text, losses(choices.network)),
    "rate": lambda _, text: as_positive(read_numbers(text, 1)[0], ETA.text),
    "batch": lambda _, text: None if text == ALL else read_whole("batch_size", text, 1, MOST_UPDATES),
    "weights": lambda _, text: read_choice("weights", text, examples.INITIAL),
    "seed": lambda _, text: read_whole("seed", text, 0, MOST_SEEDS),
    "updates": lambda _, text: read_whole("updates", text, 1, MOST_UPDATES),
    "beside": lambda _, text: text,
}


def hiddens() -> list[str]:
    """The activations that can stand in a hidden layer."""
    return [name for name, f in ACTIVATIONS.items() if f.hidden]


def losses(network: Network | None) -> list[str]:
    """The losses that take the outputs of a network, or of the one that is made here."""
    output = network.layers[-1].f if network else get_activation(OUTPUT)
    return [name for name, each in LOSSES.items() if each.admits(output)]


def most_updates(first: History, runs: int = 1) -> int:
    """How many updates of so many runs fit into ``MOST_BYTES``, of what Python keeps and of what the page does."""
    kept = 16 * first.parameters.shape[1]  # the parameters and their slopes
    return max(1, MOST_BYTES // (max(kept, row_size(first)) * runs))


def _joined(values):
    """As a field shows them: a text as it is, one number alone, or several."""
    return values if isinstance(values, str) else ", ".join(map(str, np.ravel(values).tolist()))


def _field(key, text, choices=None):
    name = "widgets.seed" if key == "seed" else f"widgets.training.{key}"
    return {"key": key, "label": say(name), "text": text} | ({"choices": choices} if choices else {})
