"""Totals against one weight, as lines that cross: for a terminal, Markdown and CSV."""

from collections.abc import Sequence
from dataclasses import replace

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.analysis.sensitivity.results import Crossing, CrossOver, First, WeightRange
from policyscore.views.csv_text import csv_text
from policyscore.views.glyphs import glyphs_for
from policyscore.views.markdown import escape
from policyscore.views.sensitivity.charts import LETTERS, MARK, axis, lines_picture, marks
from policyscore.views.sensitivity.markdown import section_markdown
from policyscore.views.sensitivity.sections import Grid, Section, left
from policyscore.views.sensitivity.terminal import section_terminal
from policyscore.views.sensitivity.words import Scene, percents
from policyscore.views.terminal import COLOURS, safe, width_of

_HEIGHT, _MARGIN, _NARROWEST, _WIDEST = 21, 7, 20, 100
_BREAK = "^"


def crossover_terminal(console: Console, scene: Scene, picture: CrossOver) -> RenderableType:
    """Lay the picture out, with what its letters are and where its lines cross.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        scene: The case and what was found.
        picture: The lines.
    """
    scene = replace(scene, glyphs=glyphs_for(console.encoding))
    width = width_of(console)
    columns = min(max(width - _MARGIN - 1, _NARROWEST), _WIDEST)
    rows, low, high = lines_picture(picture, columns, _HEIGHT)
    parts: list[RenderableType] = [
        safe(scene.case.title, "bold"),
        safe(_heading(scene, picture)),
        Text(""),
    ]
    for index, row in enumerate(rows):
        total = high - (high - low) * index / (_HEIGHT - 1)
        label = f"{total:.1f}" if index % 5 == 0 else ""
        parts.append(Text(f"{label:>{_MARGIN - 1}} ").append_text(_coloured(row)))
    margin = " " * _MARGIN
    weight = picture.range
    parts.append(Text(f"{margin}{axis(columns)}", "dim"))
    if weight.breaks:
        places = marks([b.at for b in weight.breaks], columns, _BREAK)
        parts.append(Text(f"{margin}{places}", "bold"))
    parts.append(Text(f"{margin}{marks([weight.weight], columns, MARK)}", "bold"))
    key = f"{MARK}: the weight now, {percents(weight.weight)[0]}."
    if weight.breaks:
        key = f"{_BREAK}: first place changes. {key}"
    parts.append(Text(f"{key} Where lines meet, the better one is drawn.", "dim"))
    for section in crossover_sections(scene, picture):
        parts += section_terminal(section, scene.glyphs, width)
    return Group(*parts)


def _coloured(row: str) -> Text:
    drawn = Text()
    for cell in row:
        place = LETTERS.find(cell)
        drawn.append(cell, COLOURS[place % len(COLOURS)] if place >= 0 else "")
    return drawn


def _heading(scene: Scene, picture: CrossOver) -> str:
    title = scene.case.member_title(picture.range.member)
    return (
        f"Totals under {scene.title} as the weight of {title} goes from 0 to 100%, the other "
        "weights keeping their proportions."
    )


def crossover_sections(scene: Scene, picture: CrossOver) -> tuple[Section, ...]:
    """What the lines are, who is first where, and where lines cross."""
    rows = tuple(
        (
            f"{letter}  {scene.case.options[line.option].title}",
            f"{line.at_zero:.1f}",
            f"{line.now:.1f}",
            f"{line.at_one:.1f}",
        )
        for letter, line in zip(LETTERS, picture.lines, strict=False)
    )
    lines = Section("The lines", grid=Grid(("Option", "At 0%", "Now", "At 100%"), "lrrr", rows))
    firsts = tuple(("", text) for text in _firsts(scene, picture.range))
    crossings = Section("")
    if picture.crossings:
        shown = [c for c in picture.crossings if c.is_first or scene.everything]
        notes = left(len(shown), len(picture.crossings), "crossings behind first place")
        grid = _crossings(picture, shown) if shown else None
        crossings = Section("Where lines cross", grid=grid, notes=notes)
    return lines, Section("Who is first", items=firsts), crossings


def _firsts(scene: Scene, weight: WeightRange) -> list[str]:
    """Who is first on each stretch from 0 to 100 %."""
    if weight.stuck:
        why = (
            "it has all the weight"
            if weight.stuck == "has-all"
            else "what should keep its proportions has no weight"
        )
        return [f"The weight cannot move, since {why}: {scene.who(scene.found.first)}."]
    if not weight.breaks:
        return [f"At any weight, from 0 to 100%: {scene.who(weight.start)}."]
    places = percents(0.0, *(b.at for b in weight.breaks), 1.0)
    firsts = [weight.start, *(b.first for b in weight.breaks)]
    return [
        f"From {places[i].removesuffix('%')} to {places[i + 1]}: {scene.who(first)}."
        for i, first in enumerate(firsts)
    ]


def _crossings(picture: CrossOver, chosen: Sequence[Crossing]) -> Grid:
    shown = percents(*(crossing.at for crossing in chosen))
    names = {line.option: x for x, line in zip(LETTERS, picture.lines, strict=False)}
    rows = tuple(
        (
            at,
            f"{names[c.up]} passes {names[c.down]}{' for first place' if c.is_first else ''}",
            f"{c.total:.1f}",
        )
        for at, c in zip(shown, chosen, strict=True)
    )
    return Grid(("Weight", "As it rises", "Total"), "rlr", rows)


def crossover_markdown(scene: Scene, picture: CrossOver) -> str:
    """The picture's figures as Markdown."""
    lines = [f"## {escape(scene.case.title)}", "", escape(_heading(scene, picture))]
    for section in crossover_sections(scene, picture):
        lines += section_markdown(section)
    return "\n".join(lines) + "\n"


def crossover_csv(picture: CrossOver) -> str:
    """The lines as CSV: a row for each weight at which something happens, a column for each total.

    The totals of `now` and of crossings lie on straight lines between those at 0 and 1.
    """
    header = ["weight", "what", "first", *(f"total:{line.option}" for line in picture.lines)]
    weight = picture.range
    events: list[tuple[float, str, First]] = [
        (0.0, "end", weight.start),
        (1.0, "end", weight.breaks[-1].first if weight.breaks else weight.start),
        (weight.weight, "now", ()),
        *((b.at, "first place changes", b.there) for b in weight.breaks),
        *((c.at, "lines cross", ()) for c in picture.crossings if not c.is_first),
    ]
    rows = [
        [at, what, " ".join(first)]
        + [line.at_zero * (1 - at) + line.at_one * at for line in picture.lines]
        for at, what, first in sorted(events, key=lambda e: (e[0], e[1]))
    ]
    return csv_text(header, rows)
