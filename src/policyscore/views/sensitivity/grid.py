"""A table of titles and figures on any width of terminal: columns, or rows told as paragraphs."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from policyscore.views.sensitivity.sections import Grid
from policyscore.views.terminal import indented, join, safe

_GAP = 2
_READABLE = 14  # columns in which a title can be read, though broken over lines


def grid_terminal(grid: Grid, width: int) -> RenderableType:
    """Lay a table out; titles are broken over lines, figures never are.

    Args:
        grid: The table.
        width: Columns there are.
    """
    cells = [[safe(cell) for cell in row] for row in grid.rows]
    needs = [
        max([len(name), *(row[i].cell_len for row in cells)]) for i, name in enumerate(grid.header)
    ]
    titles = [i for i, side in enumerate(grid.align) if side == "l"]
    room = width - _GAP * (len(needs) - 1) - sum(n for i, n in enumerate(needs) if i not in titles)
    if room < sum(min(needs[i], _READABLE) for i in titles):
        return _stacked(grid.header, cells)
    widths = dict(enumerate(needs)) | _shared({i: needs[i] for i in titles}, room)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim")
    for i, name in enumerate(grid.header):
        table.add_column(name, overflow="fold", width=widths[i])
        table.columns[i].justify = "right" if grid.align[i] == "r" else "left"
    for row in cells:
        table.add_row(*row)
    return table


def _stacked(header: Sequence[str], cells: Sequence[Sequence[Text]]) -> RenderableType:
    """Each row as its title, and below it what else it says."""
    parts: list[RenderableType] = []
    for title, *rest in cells:
        parts.append(title)
        said = [join(f"{n}: ", c) for n, c in zip(header[1:], rest, strict=True) if c.plain]
        parts.append(indented(Text("; ").join(said)))
    return Group(*parts)


def _shared(needs: dict[int, int], room: int) -> dict[int, int]:
    """Room shared among columns: each has what it needs, or as much as the others that lack it."""
    given: dict[int, int] = {}
    lacking = dict(needs)
    while lacking:
        share = (room - sum(given.values())) // len(lacking)
        fitting = {i: need for i, need in lacking.items() if need <= share}
        if not fitting:
            return given | dict.fromkeys(lacking, share)
        given |= fitting
        lacking = {i: need for i, need in lacking.items() if i not in fitting}
    return given
