"""Pure functions to SVG; and ``figures``, plots at rest in matplotlib."""

from backprop.pictures.diagram import diagram
from backprop.pictures.figures import gradient_cost, show, stacked_shares
from backprop.pictures.numbering import numbering
from backprop.pictures.rectangle import rectangle
from backprop.pictures.still import Still
from backprop.pictures.through_layers import through_layers
from backprop.pictures.to_the_loss import to_the_loss
from backprop.pictures.wide import cost_wide, sigmoid_wide
from backprop.story.telling import describe

__all__ = [
    "Still",
    "cost_wide",
    "describe",
    "diagram",
    "gradient_cost",
    "numbering",
    "rectangle",
    "show",
    "sigmoid_wide",
    "stacked_shares",
    "through_layers",
    "to_the_loss",
]
