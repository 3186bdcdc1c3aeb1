"""How far first place is from another answer, as Markdown."""

from policyscore.views.markdown import escape, table
from policyscore.views.sensitivity.left_out import left_out_section
from policyscore.views.sensitivity.lists import (
    nearest_section,
    rivals_section,
)
from policyscore.views.sensitivity.minds import minds_section, profiles_section
from policyscore.views.sensitivity.ranges import range_lists, ranges_section
from policyscore.views.sensitivity.scores import (
    ends_section,
    experts_section,
    judgements_section,
    scores_section,
)
from policyscore.views.sensitivity.sections import Section
from policyscore.views.sensitivity.text import headline, reason
from policyscore.views.sensitivity.words import Scene


def sensitivity_markdown(scene: Scene, invitation: str) -> str:
    """The whole analysis as Markdown, the gravest first.

    Args:
        scene: The case and what was found.
        invitation: How to try the nearest weights, or empty.
    """
    lines = [f"## {escape(scene.case.title)}", ""]
    if scene.case.header.question:
        lines += [escape(scene.case.header.question), ""]
    lines.append(escape(headline(scene)))
    if why := reason(scene):
        lines += ["", f"> {escape(why)}"]
    if scene.found.first:
        for section in _sections(scene, invitation):
            lines += section_markdown(section)
    return "\n".join(lines) + "\n"


def _sections(scene: Scene, invitation: str) -> list[Section]:
    nearest = nearest_section(scene)
    if invitation and not nearest.empty:
        notes = (*nearest.notes, invitation)
        nearest = Section(nearest.title, nearest.lines, nearest.items, nearest.grid, notes)
    return [
        minds_section(scene),
        profiles_section(scene),
        *map(ranges_section, range_lists(scene)),
        nearest,
        rivals_section(scene),
        judgements_section(scene),
        scores_section(scene),
        ends_section(scene),
        experts_section(scene),
        left_out_section(scene),
    ]


def section_markdown(section: Section) -> list[str]:
    """A part as lines of Markdown; none if it is empty."""
    if section.empty:
        return []
    lines = ["", f"### {section.title}"]
    for paragraph in section.lines:
        lines += ["", escape(paragraph)]
    if section.items:
        lines.append("")
    for label, text in section.items:
        start = f"**{escape(label)}** " if label else ""
        lines.append(f"- {start}{escape(text)}")
    if section.grid is not None:
        rows = [[escape(cell) for cell in row] for row in section.grid.rows]
        lines += ["", *table(section.grid.header, section.grid.align, rows)]
    for note in section.notes:
        lines += ["", escape(note)]
    return lines
