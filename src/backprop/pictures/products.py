"""The products at the foot of the network's picture: ∂z/∂w from the forward pass × ∂C/∂z from the backward pass."""

from backprop.notation import number
from backprop.pictures.layout import STRIP
from backprop.story.quantity import Quantity
from backprop.words import say

PRODUCT = 315  # the width of one product, of which there are two rows


def products(picture, frame):
    """The products of the focused neuron's weights, or of those the step makes, in a frame of a NetworkPicture."""
    width, height = picture.layout.width, picture.layout.height
    known = [place for place in _wanted(picture, frame) if Quantity("dC_dw", *place) in frame.values]
    columns = max(1, int((width - 40) // PRODUCT))
    y, most = height - STRIP + 12, 2 * columns
    columns = min(columns, -(-len(known) // 2))
    middle = sum(picture.across(Quantity("w", *place)) for place in known) / max(1, len(known))
    # Below the wires they are of.
    start = max(20, min(middle - columns * PRODUCT / 2, width - 20 - columns * PRODUCT))
    for place, (l, j, k) in enumerate(known[:most]):
        feed, delta = frame.factors(l, j, k)
        x, row = start + PRODUCT * (place % columns), y + 22 * (place // columns)
        yield (
            f'<text class="l" x="{x:g}" y="{row:g}" data-product="{l} {j} {k}">∂C/∂{picture.letters.w(l, j, k)} = '
            f'<tspan class="hf v">{number(feed)}</tspan> × <tspan class="hb v">{number(delta)}</tspan>'
            f" = {number(frame.values[Quantity('dC_dw', l, j, k)])}</text>"
        )
    if len(known) > most:
        x, row = width - 20, height - 8
        more = say("pictures.more", more=len(known) - most)
        yield f'<text class="s" style="text-anchor:end" x="{x:g}" y="{row:g}">{more}</text>'


def _wanted(picture, frame):
    """(layer, neuron, source) of the weights whose products are asked for."""
    if not frame.step:
        return []
    if frame.focus:
        l, j = frame.focus
        rows = (picture.neuron(frame, l, row) for row, _ in picture.spots(l))
        return [(l, j, k) for k in rows if k is not None]
    return [q.place for q in frame.step.makes if q.name == "dC_dw"]
