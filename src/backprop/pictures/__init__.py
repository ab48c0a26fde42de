"""Pure functions to SVG; and ``figures``, plots at rest in matplotlib."""

from backprop.pictures.diagram import diagram
from backprop.pictures.figures import gradient_cost, show, stacked_shares
from backprop.story.telling import describe

__all__ = ["describe", "diagram", "gradient_cost", "show", "stacked_shares"]
