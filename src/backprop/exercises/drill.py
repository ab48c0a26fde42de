"""Endless questions with new numbers: a random small network, and one quantity of its gradient step."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

import numpy as np

from backprop.engine.activations import get_activation
from backprop.engine.losses import LOSSES, get_loss
from backprop.engine.network import Layer, Network
from backprop.exercises.causes import Causes, same
from backprop.exercises.kinds import NumberQuestion, Question
from backprop.exercises.stepwise import is_clear, line_of, step_question
from backprop.notation import number
from backprop.pictures.diagram import diagram
from backprop.story.quantity import Quantity
from backprop.story.walkthrough import set_out
from backprop.words import say

RATES = (0.1, 0.2, 0.3, 0.4)  # not 0.5 and not 1: there η cannot be told from a half, or from none
KINDS = ("z", "a", "output", "hidden", "gradient", "update")


def drill(seed: int = 0, only: Sequence[str] = KINDS, plain: bool = False) -> Iterator[Question]:
    """Question after question of these kinds, the same ones for the same seed.

    ``plain`` keeps to sigmoid and cross-entropy; without it there are tanh, ReLU, softmax and squared error too.
    Raises ValueError for a kind that does not exist.
    """
    if isinstance(only, str) or not only or not set(only) <= set(KINDS):
        raise ValueError(say("exercises.drill.no-kinds", kinds=repr(only), known=", ".join(KINDS)))
    rng = np.random.default_rng(seed)
    count = 0
    while True:
        count += 1
        question = draw(rng, f"drill-{seed}-{count}", only, plain)
        while not is_clear(question) or by_chance(question):
            question = draw(rng, f"drill-{seed}-{count}", only, plain)
        yield question


def draw(rng, name, only=KINDS, plain=False):
    """One question, clear or not: a network of two or three layers, one or two examples."""
    sizes = [int(rng.integers(1, 4)) for _ in range(rng.integers(3, 5))]
    hidden = str(rng.choice(["sigmoid"] if plain else ["sigmoid", "tanh", "relu"]))
    loss = str(rng.choice(["cross_entropy"] if plain else list(LOSSES)))
    output = get_activation(get_loss(loss).requires or "sigmoid")
    if output.coupled:
        sizes[-1] = max(sizes[-1], 2)
    shapes = list(pairwise(sizes))
    layers = [
        Layer(_tenths(rng, (o, i)), _tenths(rng, o), hidden if l < len(shapes) - 1 else output.name)
        for l, (i, o) in enumerate(shapes)
    ]
    network, n = Network(layers), int(rng.integers(1, 3))
    x, target = _tenths(rng, (n, sizes[0])), rng.integers(0, 2, size=(n, sizes[-1]))
    if output.coupled:  # its targets sum to 1
        target = np.eye(sizes[-1])[rng.integers(sizes[-1], size=n)]
    walk = set_out(network, x, target, loss, float(rng.choice(RATES)))
    wanted = _choose(rng, network, n, only)
    if wanted.name == "w" and abs(walk.backward.dL_dw[wanted.layer][wanted.neuron, wanted.source]) < 1e-6:
        return draw(rng, name, only, plain)  # a weight that does not move is no question
    numbers, prompt = tuple(_numbers(walk)), partial(_prompt, walk, wanted)
    return step_question(name, prompt, walk, wanted, drawing=partial(_drawn, walk, wanted), numbers=numbers)


def by_chance(question: NumberQuestion) -> bool:
    """Whether two causes that differ give one number here: beside it, on numbers a little other, they do not."""
    causes = question.wrong
    here, elsewhere = dict(causes), dict(Causes(_other(causes.walk), causes.quantity))
    one = np.array(list(here.values()))
    other = np.array([elsewhere.get(cause, 0.0) for cause in here])
    alike, apart = same(one[:, None], one), ~same(other[:, None], other)
    return bool((alike & apart).any())


def _other(walk):
    """The same walkthrough with each parameter, each input and η moved a little, none as another."""

    def moved(values, by):
        return values + by * np.cos(1.0 + np.arange(values.size)).reshape(values.shape)

    layers = [Layer(moved(l.weights, 0.013), moved(l.biases, 0.017), l.activation) for l in walk.network.layers]
    x, target, rate = moved(walk.forward.x, 0.011), walk.backward.target, walk.learning_rate * 1.0371
    return set_out(Network(layers), x, target, walk.loss, rate, walk.example)


def _tenths(rng, shape):
    """Numbers a learner can work with: tenths from −2 to 2, none of them 0."""
    return rng.integers(1, 21, size=shape) / 10 * rng.choice([-1, 1], size=shape)


def _choose(rng, network, n, only):
    """A quantity: z, a, ∂C/∂z at the output or hidden, ∂C/∂w (∂L/∂w for several examples), the new w."""
    last = len(network.layers) - 1
    kind = rng.choice(only)
    l = last if kind == "output" else int(rng.integers(0, last)) if kind == "hidden" else int(rng.integers(0, last + 1))
    j, k = int(rng.integers(network.layers[l].n_out)), int(rng.integers(network.layers[l].n_in))
    if kind in ("z", "a"):
        return Quantity(str(kind), l, j)
    if kind in ("output", "hidden"):
        return Quantity("dC_dz", l, j)
    if kind == "gradient":
        return Quantity("dC_dw" if n == 1 else "dL_dw", l, j, k)
    return Quantity("new_w", l, j, k)


def _drawn(walk, wanted):
    """The network before the first step, with the way back where it is needed."""
    return diagram(walk, -1, forward_alone=walk.goes_forward(wanted))


def _numbers(walk):
    """(neuron, its weights, its bias, its activation), a row a neuron: what the picture shows, in words."""
    letters = walk.letters
    for l, layer in enumerate(walk.network.layers):
        for j in range(layer.n_out):
            weights = (f"{letters.w(l, j, k)} = {number(w)}" for k, w in enumerate(layer.weights[j]))
            yield letters.z(l, j).text, ", ".join(weights), number(layer.biases[j]).text, layer.activation


def _prompt(walk, wanted):
    """What is asked, on which examples, with which loss."""

    def row(values):
        return f"({', '.join(number(v).text for v in values)})"

    n = len(walk.forward.x)
    pairs = zip(walk.forward.x, walk.backward.target, strict=True)
    examples = "; ".join(f"x = {row(x)}, ŷ = {row(target)}" for x, target in pairs)
    which = "one" if n == 1 else "first" if wanted.name in ("z", "a") else "both"
    given = {"loss": get_loss(walk.loss).called, "rate": number(walk.learning_rate), "examples": examples}
    return say(f"exercises.drill.{which}", symbol=line_of(walk, wanted).symbol, **given)
