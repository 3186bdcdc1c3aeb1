"""A study of dominance for a terminal."""

from collections.abc import Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.analysis.dominance.results import Dominance, Standing
from policyscore.case.case import Case
from policyscore.views.dominance.hasse import hasse_terminal
from policyscore.views.dominance.text import (
    dominance_note,
    dominated_lines,
    excluded_lines,
    first_text,
    scope,
    sentences,
    weights_text,
)
from policyscore.views.figure_table import Column, figure_table, fits
from policyscore.views.figures import signed
from policyscore.views.glyphs import Glyphs, glyphs_for
from policyscore.views.terminal import item, join, labelled, safe, width_of

_KEY = (
    "First: whether some of these weights put the option first; tied: only together with another. "
    "Lead: points by which it is then ahead of every option but its equals, or behind the best, "
    "if it cannot be first. Regret: points by which it is behind the best at worst, which is then "
    "the option under Behind."
)


def dominance_terminal(console: Console, case: Case, found: Dominance) -> RenderableType:
    """Lay a study out: what matters in words, the options, the graph, what is dominated.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        case: The case.
        found: The study.
    """
    glyphs = glyphs_for(console.encoding)
    numbers = {s.option: str(n) for n, s in enumerate(found.standings, 1)}
    parts: list[RenderableType] = [safe(case.title, "bold")]
    if case.header.question:
        parts.append(safe(case.header.question))
    parts += [Text(""), *(safe(sentence, "bold") for sentence in sentences(case, found))]
    parts += [Text(""), safe(scope(found))]
    if len(found.standings) > 1:
        parts += [Text(""), _table(console, case, found.standings, numbers, glyphs)]
        parts += [Text(""), Text(_KEY, "dim"), Text("")]
        parts += hasse_terminal(console, case, found, numbers)
        if not found.winners:
            parts += [Text(""), *_witnesses(case, found.standings, numbers)]
    lines = dominated_lines(case, found)
    if lines:
        parts += [Text(""), Text("Dominated whatever one values", "bold")]
        parts += [item(safe(line), glyphs) for line in lines]
        parts.append(Text(dominance_note(found), "dim"))
    if found.excluded:
        parts += [Text(""), *(safe(line) for line in excluded_lines(case, found))]
    return Group(*parts)


def _table(
    console: Console,
    case: Case,
    standings: Sequence[Standing],
    numbers: Mapping[str, str],
    glyphs: Glyphs,
) -> RenderableType:
    """The options, those of least regret first."""
    digits, width = len(str(len(standings))), width_of(console)
    columns = [
        Column(Text("First"), [Text(first_text(s)) for s in standings], right=False),
        Column(Text("Lead"), [Text(_lead(s, glyphs)) for s in standings]),
        Column(Text("Regret"), [Text(f"{s.regret:.1f}") for s in standings]),
        Column(Text("Behind"), [Text(numbers.get(s.against or "", "")) for s in standings]),
    ]
    gap = 2 if fits(columns, width, 2) else 1  # as the table's own
    room = width - digits - 2 - sum(column.width + gap for column in columns)
    names = [_name(console, case, s, numbers[s.option].rjust(digits), room) for s in standings]
    return figure_table(f"{'#':>{digits}}  Option", names, columns, width)


def _name(console: Console, case: Case, s: Standing, number: str, room: int) -> Text:
    """An option's number and title, the title's further lines in line with the first."""
    title = safe(case.options[s.option].title, "dim" if s.first.place == "never" else "")
    first, *further = title.wrap(console, max(room, 1))
    blank = " " * len(number)
    return Text("\n").join([join(f"{number}  ", first), *(join(f"{blank}  ", f) for f in further)])


def _lead(s: Standing, glyphs: Glyphs) -> str:
    return "" if s.first.lead is None else signed(s.first.lead, glyphs.minus)


def _witnesses(
    case: Case, standings: Sequence[Standing], numbers: Mapping[str, str]
) -> list[RenderableType]:
    """For each option that can be first, the weights that speak for it most."""
    digits = len(str(len(standings)))
    parts: list[RenderableType] = [Text("Weights that put each first, by its largest lead", "bold")]
    for s in standings:
        if s.first.place != "never":
            title = safe(case.options[s.option].title)
            text = join(title, ": ", safe(weights_text(case, s.first.weights)))
            parts.append(labelled(Text(f"{numbers[s.option]:>{digits}} "), text))
    return parts
