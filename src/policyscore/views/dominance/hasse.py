"""Necessary preference for a terminal: its Hasse diagram, in the numbers of the options' table."""

from collections.abc import Mapping

from rich.console import Console, RenderableType
from rich.text import Text

from policyscore.analysis.dominance.graph import Node
from policyscore.analysis.dominance.results import Dominance
from policyscore.case.case import Case
from policyscore.views.dominance.drawing import FULL, PLAIN, Drawn, draw
from policyscore.views.glyphs import FULL as FULL_GLYPHS
from policyscore.views.glyphs import glyphs_for
from policyscore.views.terminal import join, safe, width_of

_HEAD = "Whatever these weights, each is at least as good as those drawn below it"
_STEPS = "Step by step, whatever these weights, each is at least as good as those below its number"
_NONE = "No option is at least as good as another one whatever these weights."


def hasse_terminal(
    console: Console, case: Case, found: Dominance, numbers: Mapping[str, str]
) -> list[RenderableType]:
    """Lay the diagram out; options that stand above and below nothing are only counted.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        case: The case.
        found: The study.
        numbers: Option's id to the number that it goes by.
    """
    lines = FULL if glyphs_for(console.encoding) is FULL_GLYPHS else PLAIN
    drawn = draw(found.nodes, lines, width_of(console))
    alone = [node for node in found.nodes if not node.above and not node.below]
    single = sum(len(node.options) == 1 for node in alone)
    if single == len(numbers):
        return [Text(_NONE)]
    numbered = any(place.note == "below" for place in drawn)
    parts: list[RenderableType] = [Text(_STEPS if numbered else _HEAD, "bold")]
    parts += [_drawn(console, case, found, place, numbers) for place in drawn]
    parts += [
        safe(f"Equal: {numbers[node.options[0]]} {_title(case, node, numbers)}")
        for node in alone
        if len(node.options) > 1
    ]
    if single:
        parts.append(Text(f"Above or below no other: {single} of {len(numbers)} options.", "dim"))
    return parts


def _title(case: Case, node: Node, numbers: Mapping[str, str]) -> str:
    """The titles of a node's options, those after the first with their numbers."""
    own, *equals = node.options
    others = (f" = {numbers[other]} {case.options[other].title}" for other in equals)
    return case.options[own].title + "".join(others)


def _drawn(
    console: Console, case: Case, found: Dominance, drawn: Drawn, numbers: Mapping[str, str]
) -> Text:
    """One node, its title broken where the columns end."""
    node, digits = found.nodes[drawn.node], len(str(len(numbers)))
    text = safe(_title(case, node, numbers))
    if drawn.also:
        others = sorted(int(numbers[found.nodes[above].options[0]]) for above in drawn.also)
        text.append(f"  ({drawn.note} {', '.join(map(str, others))})", "dim")
    room = width_of(console) - digits - 2 - max(len(drawn.first), len(drawn.further))
    return Text("\n").join(
        join(
            f"{numbers[node.options[0]] if line == 0 else '':>{digits}}  ",
            drawn.first if line == 0 else drawn.further,
            part,
        )
        for line, part in enumerate(text.wrap(console, max(room, 1)))
    )
