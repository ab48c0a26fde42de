"""What the package costs to import and to keep: start time and memory."""

import gc
import gzip
import subprocess
import sys
import tracemalloc
from time import perf_counter

from backprop.engine.descent import record
from backprop.examples import initial_network, lecture_network, random_network, two_moons
from backprop.exercises import question
from backprop.exercises.reference import REFERENCE
from backprop.exercises.side_by_side import MOST as MOST_ENTRIES
from backprop.pictures.digits import packed_readings
from backprop.pictures.film_rows import row_size
from backprop.widgets import (
    Ask,
    ChainRuleExplorer,
    Compare,
    DescentExplorer,
    DigitTrainer,
    Drill,
    FunctionExplorer,
    Stepper,
    TrainingPlayer,
)
from backprop.widgets.choices import MOST_UPDATES as MOST_UPDATES_RECORDED
from backprop.widgets.choices import most_updates
from backprop.widgets.descent import MOST_UPDATES
from backprop.widgets.digits import MOST_EPOCHS
from backprop.widgets.player import MOST_PARAMETERS
from bench.measure import ratio, said, table

MIB = 2**20


def imports(rounds=15):
    """Our import over NumPy's, each in a new interpreter."""

    def seconds(module):
        start = perf_counter()
        subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
        return perf_counter() - start

    pairs = [(seconds("backprop"), seconds("numpy")) for _ in range(rounds)]
    return ratio(*zip(*pairs, strict=True))


def grown(action, warm_up, turns):
    """MiB held after ``action(i)`` for i in ``turns`` that were not held after the warm-up, and the peak between."""
    for i in warm_up:
        action(i)
    gc.collect()
    tracemalloc.start()
    for i in turns:
        action(i)
    gc.collect()
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / MIB, peak / MIB


def thousand_steps():
    """A stepper moved 1,000 times."""
    stepper = Stepper(*lecture_network())
    last = len(stepper.walk) - 1

    def move(i):
        stepper.position = i % (last + 1)

    return grown(move, range(100), range(1000))


def ten_thousand_updates():
    """10,000 recorded updates of 2-8-8-1 on 200 examples, the history kept."""
    kept, (x, target) = [], two_moons(200)

    def train(updates):
        kept[:] = record(initial_network((2, 8, 8, 1)), x, target, learning_rate=0.01, updates=updates, chunk=updates)

    return grown(train, [10], [10_000])


def films():
    """(what, KiB as JSON, KiB sent, ms to make one) of every card's film, and of some at their largest."""
    cards = {
        "Stepper, the lecture's network": lambda: Stepper(*lecture_network()),
        "Stepper, 4-8-8-3": lambda: Stepper(*random_network(sizes=(4, 8, 8, 3))),
        "DescentExplorer, 40 updates": DescentExplorer,
        f"DescentExplorer, {MOST_UPDATES} updates, the most": lambda: DescentExplorer(updates=MOST_UPDATES),
        "ChainRuleExplorer, case 1": ChainRuleExplorer,
        "ChainRuleExplorer, case 2": lambda: ChainRuleExplorer(2),
        "FunctionExplorer": FunctionExplorer,
        "TrainingPlayer, without its rows": TrainingPlayer,
        "DigitTrainer, without its rows": DigitTrainer,
        "Compare, a wrong backward": lambda: Compare("backward", lambda z, a, target, weights: z),
        "Ask, a choice": lambda: Ask(question("04-bias")),
        "Drill, its first question": Drill,
    }
    for what, make in cards.items():
        make()  # what is made once is there
        start = perf_counter()
        sent = make()._film
        yield what, len(gzip.decompress(sent)) / 1024, len(sent) / 1024, 1000 * (perf_counter() - start)


def recordings():
    """(what, bytes of a row, most updates kept) of some recordings on the page."""
    for what, given in {
        "XOR, 2-4-1": {},
        "two moons, 2-4-1, three runs": {"data": "two_moons", "compare": "0.1, 1"},
        "two moons, 2-32-32-1": {"data": "two_moons", "hidden": (32, 32)},
    }.items():
        player = TrainingPlayer(learning_rate=0.01, updates=1, **given)
        runs = len(player.histories)
        most = min(MOST_UPDATES_RECORDED, most_updates(player.history, runs))
        yield what, row_size(player.history) * runs, most
        player.close()
    trainer = DigitTrainer(REFERENCE, epochs=1)
    trainer.train()
    yield "the digits, an epoch", len(packed_readings(trainer.course.rows[1:])), MOST_EPOCHS
    trainer.close()


def page():
    """This part of the results, in Markdown."""
    memory = [("1,000 steps of the stepper", *thousand_steps()), ("10,000 updates of 2-8-8-1", *ten_thousand_updates())]
    return "\n\n".join(
        [
            "## Start",
            f"`import backprop` over `import numpy`, each in a new interpreter: {said(imports())}.",
            "## Memory",
            "MiB more than after a warm-up, as Python counts them; a recorded descent keeps all its parameters.",
            table(["", "held", "peak"], [[what, f"{held:.1f}", f"{peak:.1f}"] for what, held, peak in memory]),
            "## What is sent to the page",
            "The film of a card in KiB, as JSON and as it is sent, and the ms from its arguments to the card.",
            table(["", "JSON", "sent", "ms"], [[what, *(f"{value:.0f}" for value in rest)] for what, *rest in films()]),
            f"Beyond {MOST_PARAMETERS} parameters a stepper has no film: the kernel draws the step that stands there, "
            f"and the card says so. A descent takes at most {MOST_UPDATES:,} updates and refuses more in a sentence; "
            f"Compare shows the first {MOST_ENTRIES} rows and columns of an array. The other films grow no further.",
            "Training sends a row of numbers an update, or an epoch: its bytes, and how many are kept at most.",
            table(["", "a row", "at most"], [[what, f"{size:,}", f"{most:,}"] for what, size, most in recordings()]),
        ]
    )
