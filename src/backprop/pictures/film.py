"""A film: the parts of a walkthrough's picture, each once, and which of them stand at every position.

A page that has it shows any position by itself. Parts are drawn where something they watch changes, and nowhere else.
"""

from backprop.pictures.diagram import network_picture
from backprop.pictures.frame import Frame
from backprop.story.walkthrough import Walkthrough


class Parts:
    """Strings of SVG, each once; the first is empty, for a slot where nothing stands."""

    def __init__(self):
        self._places = {"": 0}

    @property
    def drawn(self) -> list[str]:
        """The parts, in the order in which they were first drawn."""
        return list(self._places)

    def place(self, part: str) -> int:
        """Where this part stands among them."""
        return self._places.setdefault(part, len(self._places))


def slots(walk: Walkthrough, parts: Parts) -> list[list[int]]:
    """For each slot of the picture of ``walk``: [position, part, position, part, …], position 0 before the first step.

    From each position on its part stands there. Several walkthroughs can share ``parts``.
    """
    drawn = network_picture(walk).slots
    watching = _watching(drawn)
    found, before = [[] for _ in drawn], None
    for i in range(-1, len(walk)):
        frame = Frame(walk, i)
        for place in _changed(watching, before, frame, len(drawn)):
            part = parts.place("".join(drawn[place].draw(frame)))
            if not found[place] or found[place][-1] != part:
                found[place] += [i + 1, part]
        before = frame
    return found


def _watching(drawn):
    """{what changes: the slots that are drawn anew for it}."""
    watching = {}
    for place, slot in enumerate(drawn):
        reasons = [
            *slot.watches(),
            *slot.neurons,
            *(["again"] if slot.again else []),
            *(["always"] if slot.always else []),
        ]
        for reason in reasons:
            watching.setdefault(reason, []).append(place)
    return watching


def _changed(watching, before, frame, count):
    """The slots that can look different in this frame from the frame before; at first, all."""
    if before is None:
        return range(count)
    reasons = [*(before.now | frame.now), "always"]
    if before.focus != frame.focus:
        reasons += [focus for focus in (before.focus, frame.focus) if focus]
    if before.again != frame.again:
        reasons.append("again")
    return sorted({place for reason in reasons for place in watching.get(reason, ())})
