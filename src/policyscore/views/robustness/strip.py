"""How often an option takes each rank, as a strip of shades that needs no colour."""

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from policyscore.views.glyphs import Glyphs

STEPS = (0.005, 0.05, 0.2, 0.5)
"""From which share on a column is drawn in the lightest shade, the next, and so on."""

_WIDEST_RANK = 4


class Strip(NamedTuple):
    """How ranks are laid on columns.

    Attributes:
        ranks: How many ranks there are.
        per: How many ranks share a column; 1 if each has its own.
        wide: How many columns a rank takes; 1 if several share one.
    """

    ranks: int
    per: int
    wide: int

    @property
    def width(self) -> int:
        """Columns that the strip takes."""
        return -(-self.ranks // self.per) * self.wide


def strip_for(ranks: int, room: int) -> Strip:
    """Lay ranks on the columns that there are.

    Args:
        ranks: How many ranks there are, 1 or more.
        room: Columns there are, 1 or more.
    """
    if ranks > room:
        return Strip(ranks, -(-ranks // room), 1)
    return Strip(ranks, 1, min(room // ranks, _WIDEST_RANK))


def draw(acceptability: Sequence[float], strip: Strip, glyphs: Glyphs) -> str:
    """Draw how often each rank is taken.

    Args:
        acceptability: The share of each rank, best first.
        strip: How they are laid on columns.
        glyphs: The characters to draw with.
    """
    starts = range(0, strip.ranks, strip.per)
    shares = (fsum(acceptability[start : start + strip.per]) for start in starts)
    return "".join(shade(share, glyphs) * strip.wide for share in shares)


def shade(share: float, glyphs: Glyphs) -> str:
    """The character for a share."""
    reached = sum(share >= step - 1e-12 for step in STEPS)
    return " " if reached == 0 else glyphs.shades[len(STEPS) - reached]


def axis(strip: Strip) -> str:
    """The first and the last rank above a strip, if there is room for both."""
    last = str(strip.ranks)
    if strip.ranks == 1 or strip.width < len(last) + 2:
        return "1"
    return "1" + last.rjust(strip.width - 1)


def key(strip: Strip, glyphs: Glyphs) -> str:
    """What the strip and its shades mean."""
    first, *more = (f"{shade(step, glyphs)} {100 * step:g}%" for step in STEPS)
    each = f", {strip.per} a column" if strip.per > 1 else ""
    shades = ", ".join([f"{first} of futures or more", *more])
    return f"Strip: ranks 1 to {strip.ranks} from left to right{each}; {shades}."
