"""Compare shows what became of one stage of your own backpropagation: your arrays beside the engine's, and where."""

from collections.abc import Callable

from backprop.exercises.side_by_side import Array, arrays, pictures
from backprop.exercises.stages import Comparison, compare
from backprop.exercises.trials import LECTURE
from backprop.widgets.card import Card, compressed
from backprop.widgets.modules import bundle
from backprop.words import say, spoken, templates


class Compare(Card):
    """Your function for ``stage`` beside the engine's: what is wrong and why, all arrays, and the place in the network.

    Raises ValueError for a stage that does not exist.
    """

    _esm = bundle("compare")

    def __init__(self, stage: str, function: Callable | None = None):
        self.found = compare(stage, function)
        super().__init__(_film=compressed(compared(self.found)))

    def recorded(self):
        return str(self.found), "comparison", compared(self.found), {}

    def __repr__(self):
        return say("widgets.plain", widget=type(self).__name__, caption=self.found)

    def _html(self):
        return self.found._repr_html_()


def compared(found: Comparison) -> dict:
    """What a page needs to show a comparison."""
    listed, step = (arrays(found.attempt), found.attempt.step) if found.attempt else ([], None)
    first = next((n for n, array in enumerate(listed) if not array.agrees), -1)
    marked = list(pictures(found, listed[first])) if first >= 0 else []
    return {
        "words": templates("widgets.player.") | templates("widgets.compare."),
        "title": say("widgets.compare.where", stage=found.stage),
        "lang": spoken(),
        "note": "",
        "state": found.state,
        "said": str(found),
        "arrays": [_array(array) for array in listed],
        "first": first,
        "pictures": marked,
        "elsewhere": say("widgets.compare.elsewhere", sizes=step.sizes) if step and step is not LECTURE else "",
    }


def _array(array: Array) -> dict:
    """One array: both as rows of texts, which entries differ, and what each is called in the network's picture."""
    name, shape = f"{array.name}[{array.l}]", array.engine.shape
    mine, engine = array.texts()
    paired = array.differ is not None
    kind = "examples" if array.of_examples else "weights" if len(shape) == 2 else "biases"
    count = {"n": int(array.differ.sum()), "all": array.differ.size} if paired else None
    wide = len(shape) == 2
    return {
        "name": name,
        "agrees": array.agrees,
        "axes": say(f"widgets.compare.axes.{kind}", name=name, layer=array.l + 1),
        "count": say("widgets.compare.count", **count) if paired else "",
        "mine": {"rows": mine, "said": say("widgets.compare.mine", shape=array.mine.shape)},
        "engine": {"rows": engine, "said": say("widgets.compare.engine", shape=shape)},
        "of": kind,
        "differ": [list(map(bool, row)) for row in (array.differ if wide else array.differ[None])] if paired else None,
        "keys": [
            [array.quantity(*((r, c) if wide else (c,))).key for c in range(len(row))] for r, row in enumerate(engine)
        ],
    }
