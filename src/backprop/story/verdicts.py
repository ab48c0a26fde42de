"""A central difference beside a number that is to be a slope, and what it says of that number."""

from dataclasses import dataclass
from math import isfinite

from backprop.engine.numeric import NEAR, RIGHT
from backprop.notation import number
from backprop.words import say


@dataclass(frozen=True)
class Comparison:
    """The central difference, NaN where there is none; ``verdict`` is one of those of ``engine.numeric.verdict``."""

    numeric: float
    verdict: str

    @property
    def agrees(self) -> bool:
        """Whether it agrees, as far as the noise lets it be seen."""
        return self.verdict in (RIGHT, NEAR)

    @property
    def difference(self) -> str:
        """The difference itself, empty where there is none."""
        return say("story.verdict.difference", number=number(self.numeric)) if isfinite(self.numeric) else ""

    @property
    def sentence(self) -> str:
        """The verdict in words."""
        return say(f"story.verdict.{self.verdict}" if isfinite(self.numeric) else "story.verdict.none")
