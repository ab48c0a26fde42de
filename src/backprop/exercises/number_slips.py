"""The misconceptions of one number, each in every place where it can be made: a part of a formula × a kind.

The ids are those of ``slips``. What each does stands beside its formulas: ``number_slips_forward``, ``…_cost``,
``…_backward``, ``…_gradient``, ``…_rare``.
"""

from functools import lru_cache
from itertools import chain

from backprop.exercises import number_slips_backward as backward
from backprop.exercises import number_slips_cost as cost
from backprop.exercises import number_slips_forward as forward
from backprop.exercises import number_slips_gradient as gradient
from backprop.exercises import number_slips_rare as rare
from backprop.exercises.rules import Slip


def every_slip(step):
    """Every slip of a step, in each layer alone, in all hidden layers, and in all: the formulas in their order."""
    layers = step.network.layers
    inputs, neurons = max(layer.n_in for layer in layers), max(layer.n_out for layer in layers)
    return _of_sizes(step.last, inputs, neurons, step.target.shape[1], len(step.x))


@lru_cache(64)
def _of_sizes(last, *sizes):
    return tuple(_placed(last, _tables(last, *sizes)))


def last_slips(last):
    """The slips that are tried alone, where no other gives the number: in each layer, in all hidden, and in all."""
    return _placed(last, rare.LAST)


def rare_slips(last):
    """The slips that are seldom, and told only where few numbers are as near."""
    return _placed(last, rare.tables(last))


def _placed(last, tables):
    return [
        Slip(id, change, at, *fields)
        for slips, parts in tables
        for id, change, *fields in slips
        for at in _places(last, parts)
    ]


def _places(last, parts):
    """The places of parts that there are in every layer; of others, given as (part, layer), those they are."""
    if isinstance(parts[0], tuple):
        return [parts]
    layers = range(last + 1)
    chosen = [(l,) for l in layers]
    chosen += [tuple(layers[:-1])] * (last > 1) + [tuple(layers)] * (last > 0)
    return [tuple((part, l) for part in parts for l in some) for some in chosen]


def _tables(last, inputs, neurons, outputs, examples):
    """(slips, parts) of every formula, in the order in which the formulas are used."""
    inputs, neurons = range(inputs), range(neurons)
    yield forward.FED, ("fed",)
    yield (*forward.WEIGHTS, *chain(*map(forward.of_each_input, inputs))), ("w",)
    yield forward.BIASES, ("b",)
    yield forward.SUM, ("z",)
    yield (*forward.VALUE, *forward.of_another_activation()), ("a",)
    yield cost.of_cost("a", outputs, examples), (("C", 0),)
    yield cost.of_total("C", examples), (("L", 0),)
    yield backward.ERROR, (("error", last),)
    yield backward.SLOPE, ("slope",)
    yield backward.START, (("dC_da", last),)
    yield backward.COMING, ("coming",)
    yield (*backward.BACK_WEIGHTS, *chain(*map(backward.of_each_path, neurons))), ("back_w",)
    yield backward.COMES_BACK, ("dC_da",)
    yield backward.DELTA, ("dC_dz",)
    yield (*gradient.FACTOR, *map(gradient.of_each_example, range(examples if examples > 2 else 0))), ("delta",)
    yield gradient.FEED, ("feed",)
    yield (*gradient.EXAMPLES, *gradient.of_each_between(examples)), ("delta", "feed")
    yield gradient.GRADIENT, ("dL_dw",)
    yield (*gradient.GRADIENT_OF_BIAS, *chain(*map(gradient.of_each_input, inputs))), ("dL_db",)
    yield gradient.SCALES, ("dL_dw", "dL_db")
    yield gradient.OTHER_GRADIENT, ("g_w",)
    yield gradient.OTHER_GRADIENT_OF_BIAS, ("g_b",)
    yield gradient.ODD_GRADIENT, ("g_w", "g_b")
    yield gradient.OTHER_PARAMETER, ("new_w",)
    yield gradient.UPDATE, ("new_w", "new_b")
    yield (("weights-alone-updated", gradient.kept),), ("new_b",)
    yield (("biases-alone-updated", gradient.kept),), ("new_w",)
    yield cost.of_cost("new_a", outputs, examples), (("new_C", 0),)
    yield cost.of_total("new_C", examples), (("new_L", 0),)
