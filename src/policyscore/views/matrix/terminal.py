"""Several rankings side by side: a matrix of ranks, who is first where, how far they agree."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.agreement import Agreement
from policyscore.scoring.ranking import Ranking
from policyscore.views.figure_table import Column, blocks_of, figure_table
from policyscore.views.figures import rank_column
from policyscore.views.glyphs import glyphs_for
from policyscore.views.matrix.text import (
    Row,
    agreement_lines,
    column_names,
    matrix_key,
    matrix_rows,
)
from policyscore.views.ranking.text import not_shown
from policyscore.views.terminal import item, join, labelled, safe, width_of


def matrix_terminal(
    console: Console,
    case: Case,
    rankings: Sequence[Ranking],
    agreement: Agreement,
    top: int | None,
) -> RenderableType:
    """Lay several rankings out, the options by their mean rank.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        case: The case.
        rankings: The rankings, of the same options.
        agreement: How far they agree.
        top: Options to show, by their best rank anywhere; all if None.
    """
    glyphs = glyphs_for(console.encoding)
    letters = column_names(len(rankings))
    rows = matrix_rows(rankings, agreement, top)
    parts: list[RenderableType] = [safe(case.title, "bold")]
    if case.header.question:
        parts.append(safe(case.header.question))
    for table in _tables(case, letters, rows, width_of(console)):
        parts += [Text(""), table]
    parts += [Text(""), Text(matrix_key(letters, rows), "dim")]
    parts += [Text(line) for line in not_shown(rankings[0], len(rows))]
    parts.append(Text(""))
    for letter, ranking in zip(letters, rankings, strict=True):
        name = join(safe(ranking.title), Text(f"  {ranking.profile}", "dim"))
        parts.append(labelled(Text(f"{letter:>2} "), name))
    titles = {ranking.profile: ranking.title for ranking in rankings}
    if agreement.firsts:
        parts += [Text(""), Text("First somewhere", "bold")]
    for option, profiles in agreement.firsts.items():
        where = ", ".join(titles[p] for p in profiles)
        text = join(safe(case.options[option].title), " under ", safe(where), ".")
        parts.append(item(text, glyphs))
    parts += [Text(""), Text("Agreement", "bold")]
    lines = agreement_lines(agreement, titles, glyphs.minus)
    parts += [item(safe(line), glyphs) for line in lines]
    return Group(*parts)


def _tables(
    case: Case, letters: Sequence[str], rows: Sequence[Row], width: int
) -> list[RenderableType]:
    """The matrix, in several tables one under the other where one would be too wide."""
    titles = [safe(case.options[row.option].title, "bold" if row.best == 1 else "") for row in rows]
    columns = []
    for index, letter in enumerate(letters):
        places = [row.places[index] for row in rows]
        header, *ranks = rank_column(letter, [(p.rank, p.tied) for p in places])
        cells = [Text(rank, _style(p.rank)) for rank, p in zip(ranks, places, strict=True)]
        columns.append(Column(Text(header), cells, right=False))
    means = [Text("-" if row.mean is None else f"{row.mean:.1f}", "dim") for row in rows]
    columns.append(Column(Text("Mean"), means))
    longest = max((title.cell_len for title in titles), default=1)
    blocks = blocks_of(columns, width, longest)
    return [figure_table("Option", titles, block, width) for block in blocks]


def _style(rank: int | None) -> str:
    return "bold green" if rank == 1 else ""
