"""What is told of recorded runs: their names, the captions, how they ended, and where the one that is shown stands."""

from collections.abc import Sequence

from backprop.engine.descent import History, changes, dead
from backprop.engine.losses import get_loss
from backprop.notation import number
from backprop.story.telling import Table
from backprop.words import say

FACTORS = (0.25, 0.5, 1, 2, 4)  # times the learning rate, in the table of changes
MOST_NAMED = 8  # examples of a batch that are named one by one


def run_name(loss: str, learning_rate: float) -> str:
    """What tells one run from those beside it."""
    return say("story.training.run", loss=get_loss(loss).called, rate=f"{learning_rate:g}")


def apart(histories: Sequence[History]) -> list[str]:
    """What tells these runs apart, and no more: η, or where that is the same their losses."""
    if len({history.learning_rate for history in histories}) > 1:
        return [say("story.training.rate", rate=f"{history.learning_rate:g}") for history in histories]
    return [get_loss(history.loss).called for history in histories]


def caption(names: Sequence[str], history: History, at: int) -> str:
    """What is seen of the runs, and where the one that is shown stands, for a reader without a kernel."""
    return say("story.training.caption", runs="; ".join(names), n=at, L=number(history.losses[at]))


def stopped(name: str, history: History) -> str:
    """That a run ended before its last update, and why; empty for one that did not."""
    if not history.ended:
        return ""
    return say("story.training.stopped", name=name, n=history.updates, why=history.ended)


def ended(names: Sequence[str], histories: Sequence[History]) -> str:
    """Which runs ended before their last update, and why; empty where none did."""
    return " ".join(filter(None, map(stopped, names, histories)))


def rose(history: History) -> str:
    """That L ends above where it began, and why that may be; empty for a run in which it does not."""
    return say("story.training.rose") if history.losses[-1] > history.losses[0] else ""


def progress(done: int, wanted: int, seconds: float) -> str:
    """How far a recording is, and about how many seconds it will take on."""
    return say("story.training.progress", done=done, wanted=wanted, seconds=f"{seconds:.0f}")


def place(history: History, at: int) -> tuple[str, ...]:
    """L after ``at`` updates, the examples of the next one, and how many neurons are dead where some can die."""
    network, batch = history.network(at), history.batches[min(at, history.updates - 1)]
    told = [
        say("story.training.after", n=at, L=number(history.losses[at])),
        say("story.training.batch", size=len(batch), n=len(history.x), examples=named(batch)),
    ]
    if any(layer.f.dies for layer in network.layers):
        hidden = sum(layer.n_out for layer in network.layers[:-1])
        told.append(say("story.training.dead", dead=len(dead(network, history.x)), n=hidden))
    return tuple(told)


def named(batch: Sequence[int]) -> str:
    """The first few examples of a batch, counted from 1."""
    shown = ", ".join(str(n + 1) for n in batch[:MOST_NAMED])
    return say("story.training.and-more", examples=shown) if len(batch) > MOST_NAMED else shown


def heads() -> tuple[str, ...]:
    """The heads of the table of changes."""
    return "η", say("story.training.head.predicted"), say("story.training.head.true")


def table(history: History, at: int) -> Table:
    """Predicted and true change of L over the next update's batch, as η grows."""
    update = history.update(min(at, history.updates - 1))
    rates = [factor * history.learning_rate for factor in FACTORS]
    found = changes(update, history.x, history.target, history.loss, rates)
    return Table(heads(), tuple(tuple(number(value).text for value in row) for row in found))
