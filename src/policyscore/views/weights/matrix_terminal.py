"""Several profiles' weights side by side for a terminal."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.weight_spread import Spread, weight_spread
from policyscore.scoring.weight_table import WeightTable
from policyscore.views.figure_table import NARROWEST_TITLE, Column, blocks_of, figure_table, fits
from policyscore.views.glyphs import glyphs_for
from policyscore.views.matrix.text import column_names
from policyscore.views.terminal import item, join, labelled, safe, width_of
from policyscore.views.weights.consistency import contradictions
from policyscore.views.weights.figures import percent, shown_weights
from policyscore.views.weights.text import disputed_lines
from policyscore.views.weights.ways import stated_line

_INDENT = 2
_KEY = (
    "In per cent of the whole. *: the largest of its row. "
    "Range: the largest less the smallest, in points."
)


def weights_matrix_terminal(
    console: Console, case: Case, tables: Sequence[WeightTable]
) -> RenderableType:
    """Lay several profiles' weights out side by side.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        case: The case.
        tables: The profiles, two or more.
    """
    glyphs = glyphs_for(console.encoding)
    letters = column_names(len(tables))
    parts: list[RenderableType] = [safe(case.title, "bold")]
    for block in _blocks(console, case, letters, tables):
        parts += [Text(""), block]
    parts += [Text(""), Text(_KEY, "dim"), Text("")]
    for letter, table in zip(letters, tables, strict=True):
        name = join(safe(table.title), Text(f"  {table.profile}", "dim"))
        parts.append(labelled(Text(f"{letter:>2} "), name))
    disputed = disputed_lines(case, tables)
    if disputed:
        parts += [Text(""), Text("They differ most on", "bold")]
        parts += [item(safe(line), glyphs) for line in disputed]
    wrong = [table for table in tables if table.worst and not table.worst.acceptable]
    if wrong:
        parts += [Text(""), Text("Look at these again", "bold")]
    for table in wrong:
        lines = " ".join(contradictions(case, table))
        parts.append(item(join(safe(table.title), ": ", safe(lines)), glyphs))
    parts += [Text(""), Text("Who and why", "bold")]
    for letter, table in zip(letters, tables, strict=True):
        parts.append(labelled(Text(f"{letter:>2} "), _who(case, table)))
    return Group(*parts)


def _who(case: Case, table: WeightTable) -> Text:
    """Whose weights these are, why, and how they were stated."""
    lines = [join("Stated by: ", safe(stated_line(case, table)), ".")]
    lines += [join("Held by: ", safe(table.by))] if table.by else []
    lines += [join("Because: ", safe(table.because))] if table.because else []
    return Text("\n").join(lines)


def _blocks(
    console: Console, case: Case, letters: Sequence[str], tables: Sequence[WeightTable]
) -> list[RenderableType]:
    """The weights, in several tables one under the other where one would be too wide."""
    spreads, width = weight_spread(tables), width_of(console)
    titles = [safe(case.member_title(spread.id)) for spread in spreads]
    columns = []
    for index, (letter, table) in enumerate(zip(letters, tables, strict=True)):
        shown = shown_weights(table.rows)
        cells = [
            Text(
                shown[spread.id].rstrip("%") + ("*" if index in spread.most else " "),
                "bold green" if index in spread.most else _style(spread),
            )
            for spread in spreads
        ]
        columns.append(Column(Text(f"{letter} "), cells))
    ranges = [Text(percent(100 * spread.range, sign=""), "dim") for spread in spreads]
    columns.append(Column(Text("Range"), ranges))
    longest = max(t.cell_len + _INDENT * s.depth for t, s in zip(titles, spreads, strict=True))
    laid_out = []
    for block in blocks_of(columns, width, longest):
        gap = 2 if fits(block, width, 2) else 1
        room = max(width - sum(column.width + gap for column in block), NARROWEST_TITLE)
        broken = [_title(console, *pair, room) for pair in zip(titles, spreads, strict=True)]
        laid_out.append(figure_table("Criterion", broken, block, width))
    return laid_out


def _title(console: Console, title: Text, spread: Spread, room: int) -> Text:
    """A title under the groups that it stands in, its further lines indented as the first."""
    indent = " " * (_INDENT * min(spread.depth, room // (2 * _INDENT)))
    lines = title.wrap(console, room - len(indent), overflow="fold")
    for line in lines:
        line.rstrip()
    return Text("\n").join(join(indent, line, style=_style(spread)) for line in lines)


def _style(spread: Spread) -> str:
    return "bold" if spread.is_group else ""
