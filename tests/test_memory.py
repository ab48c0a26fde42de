"""A widget used for long keeps no more memory than one used for a while."""

import gc
import random
import tracemalloc

import pytest

from backprop.examples import lecture_network
from backprop.questions import question
from backprop.widgets import Ask, Drill, Stepper, TrainingPlayer


def step(stepper, rng):
    stepper.transport.position = rng.randint(-1, 49)
    stepper.fields["w", 0, 0].value = f"{rng.uniform(-2, 2):.3f}, {rng.uniform(-2, 2):.3f}"


def scrub(player, rng):
    player.transport.position = rng.randint(0, 60)
    player.rate.index = rng.randrange(len(player.rate.options))


def answer(ask, rng):
    ask.field.value = f"{rng.uniform(-1, 1):.4f}"
    ask.hint.click()


def draw(drill, rng):
    drill.next.click()


MAKERS = {
    "Stepper": (lambda: Stepper(*lecture_network()), step),
    "TrainingPlayer": (lambda: TrainingPlayer(updates=60), scrub),
    "Ask": (lambda: Ask(question("04-bias")), answer),
    "Drill": (lambda: Drill(seed=1), draw),
}


@pytest.mark.parametrize("name", MAKERS)
def test_memory_stays_flat_after_warm_up(name):
    make, use = MAKERS[name]
    rng, widget = random.Random(5), make()
    for _ in range(40):
        use(widget, rng)
    gc.collect()
    tracemalloc.start()
    for _ in range(120):
        use(widget, rng)
    gc.collect()
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 10 * 2**20
