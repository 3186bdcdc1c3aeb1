"""A Hasse diagram drawn with lines of text: a tree in which a node may stand below others, too.

A node is drawn below the lowest of the nodes right above it, so its indentation is its layer; the
others are named beside it by their numbers.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policyscore.analysis.dominance.graph import Node

_STEPS = 3
_PART_FOR_LINES = 3


class Lines(NamedTuple):
    """The characters of a tree's lines, three columns each: down, branch, last branch."""

    down: str
    branch: str
    last: str


FULL = Lines("│  ", "├─ ", "└─ ")
PLAIN = Lines("|  ", "+- ", "+- ")


class Drawn(NamedTuple):
    """A node's place in the drawing.

    Attributes:
        node: Its place among the nodes.
        first: What stands before the first line of its title.
        further: What stands before further lines of its title.
        also: Places of the nodes right above it, but for that under which it is drawn.
        note: What is said of those.
    """

    node: int
    first: str
    further: str
    also: tuple[int, ...]
    note: str


def draw(nodes: Sequence[Node], lines: Lines, width: int) -> list[Drawn]:
    """Draw the nodes that stand above or below another one, from the top.

    Args:
        nodes: The nodes by layer.
        lines: The characters to draw with.
        width: Columns there are; where the layers are too many for a third of them, a number
            stands for the lines, which is the layer counted from 1.
    """
    under: dict[int, list[int]] = {}
    parents: dict[int, int] = {}
    for place, node in enumerate(nodes):
        if node.above:
            parents[place] = max(node.above, key=lambda above: nodes[above].layer)
            under.setdefault(parents[place], []).append(place)
    deepest = max((node.layer for node in nodes), default=0)
    tops = [place for place, node in enumerate(nodes) if not node.above and node.below]
    if deepest * _STEPS > width // _PART_FOR_LINES:
        return list(_numbered(nodes, deepest))
    return [drawn for top in tops for drawn in _below(top, "", "", nodes, under, parents, lines)]


def _below(
    place: int,
    first: str,
    further: str,
    nodes: Sequence[Node],
    under: dict[int, list[int]],
    parents: dict[int, int],
    lines: Lines,
) -> Iterator[Drawn]:
    """A node and all that is drawn below it. No deeper than the columns have room for."""
    children = under.get(place, [])
    also = tuple(above for above in nodes[place].above if above != parents[place])
    yield Drawn(place, first, further + (lines.down if children else ""), also, "also below")
    for child in children:
        last = child == children[-1]
        yield from _below(
            child,
            further + (lines.last if last else lines.branch),
            further + (" " * _STEPS if last else lines.down),
            nodes,
            under,
            parents,
            lines,
        )


def _numbered(nodes: Sequence[Node], deepest: int) -> Iterator[Drawn]:
    """The nodes layer by layer, each with the number of its layer and all that is right above."""
    digits = len(str(deepest + 1))
    for place, node in enumerate(nodes):
        if node.above or node.below:
            yield Drawn(
                place, f"{node.layer + 1:>{digits}}. ", " " * (digits + 2), node.above, "below"
            )
