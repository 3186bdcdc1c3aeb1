"""How far first place is from another answer, for a terminal: the gravest first."""

from collections.abc import Iterator
from dataclasses import replace

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.views.glyphs import Glyphs, glyphs_for
from policyscore.views.sensitivity.grid import grid_terminal
from policyscore.views.sensitivity.left_out import left_out_section
from policyscore.views.sensitivity.lists import (
    nearest_section,
    rivals_section,
)
from policyscore.views.sensitivity.minds import minds_section, profiles_section
from policyscore.views.sensitivity.ranges import range_lists
from policyscore.views.sensitivity.scores import (
    ends_section,
    experts_section,
    judgements_section,
    scores_section,
)
from policyscore.views.sensitivity.sections import Section
from policyscore.views.sensitivity.text import headline, reason
from policyscore.views.sensitivity.tornado import tornado
from policyscore.views.sensitivity.words import Scene
from policyscore.views.terminal import indented, item, join, safe, width_of


def sensitivity_terminal(console: Console, scene: Scene, invitation: str) -> RenderableType:
    """Lay the analysis out.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        scene: The case and what was found.
        invitation: How to try the nearest weights, or empty.
    """
    scene = replace(scene, glyphs=glyphs_for(console.encoding))
    width = width_of(console)
    parts: list[RenderableType] = [safe(scene.case.title, "bold")]
    if scene.case.header.question:
        parts.append(safe(scene.case.header.question))
    parts += [Text(""), safe(headline(scene))]
    if why := reason(scene):
        parts.append(indented(safe(why, "dim")))
    if not scene.found.first:
        return Group(*parts)
    for section in (minds_section(scene), profiles_section(scene)):
        parts += section_terminal(section, scene.glyphs, width)
    for ranges in range_lists(scene):
        parts += tornado(ranges, scene.glyphs, width)
    parts += section_terminal(nearest_section(scene), scene.glyphs, width)
    if invitation:
        parts.append(safe(invitation))
    for section in (
        rivals_section(scene),
        judgements_section(scene),
        scores_section(scene),
        ends_section(scene),
        experts_section(scene),
        left_out_section(scene),
    ):
        parts += section_terminal(section, scene.glyphs, width)
    return Group(*parts)


def section_terminal(section: Section, glyphs: Glyphs, width: int) -> Iterator[RenderableType]:
    """Lay a part out; nothing if it is empty."""
    if section.empty:
        return
    yield from (Text(""), Text(section.title, "bold"))
    yield from (safe(line) for line in section.lines)
    for label, text in section.items:
        named = join(safe(label, "bold"), " ") if label else Text()
        yield item(join(named, safe(text)), glyphs)
    if section.grid is not None:
        yield grid_terminal(section.grid, width)
    yield from (safe(note, "dim") for note in section.notes)
