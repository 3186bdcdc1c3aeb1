"""The tornado: how far each weight can move while first place holds, drawn on a scale to 100 %."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from policyscore.views.glyphs import Glyphs
from policyscore.views.sensitivity.charts import MARK, axis, interval
from policyscore.views.sensitivity.ranges import RangeList, RangeRow
from policyscore.views.terminal import indented, join, safe

_READABLE_BAR, _WIDEST_BAR, _SHORTEST_TITLE = 24, 40, 16
_WIDEST_TITLE, _WIDEST_TITLE_BESIDE = 44, 32
_NOW, _HOLDS = 7, 13
_FIGURES = 1 + _NOW + 1 + _HOLDS
_BESIDE = 120  # columns from which on who takes over stands beside the bar, not below it
_BAR_BESIDE, _GAP = 22, 2
_HEADER = "Weight of"


def tornado(ranges: RangeList, glyphs: Glyphs, width: int) -> Iterator[RenderableType]:
    """Draw a bar for each weight, with who takes over at its ends.

    Args:
        ranges: The weights, the least room first.
        glyphs: The characters to draw with.
        width: Columns there are.
    """
    yield from (Text(""), Text(ranges.title, "bold"))
    if ranges.rows:
        yield from (
            _beside(ranges, glyphs, width) if width >= _BESIDE else _below(ranges, glyphs, width)
        )
        key = f"{MARK}: the weight now. {glyphs.shades[0]}: the present first place holds there."
        yield Text(key, "dim")
    yield from (safe(note, "dim") for note in ranges.notes)


def _bar(row: RangeRow, width: int, glyphs: Glyphs) -> Text:
    drawn = Text()
    for cell in interval(row.range.low, row.range.weight, row.range.high, width, glyphs):
        style = "bold" if cell == MARK else "green" if cell == glyphs.shades[0] else "dim"
        drawn.append(cell, style)
    return drawn


def _beside(ranges: RangeList, glyphs: Glyphs, width: int) -> Iterator[RenderableType]:
    """One line a weight, who takes over to the right of the figures."""
    longest = max(safe(row.title).cell_len for row in ranges.rows)
    title = min(max(longest, len(_HEADER)), _WIDEST_TITLE_BESIDE)
    now = max(len(row.now) for row in ranges.rows)
    holds = max(len(row.holds) for row in ranges.rows)
    room = width - title - _BAR_BESIDE - now - holds - 5 * _GAP
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim")
    table.add_column(_HEADER, width=title, overflow="fold")
    table.add_column(axis(_BAR_BESIDE), width=_BAR_BESIDE, no_wrap=True)
    table.add_column("Now", width=now, justify="right")
    table.add_column("Holds", width=holds, justify="right")
    table.add_column("First if less", width=room // 2, overflow="fold")
    table.add_column("First if more", width=room - room // 2, overflow="fold")
    for row in ranges.rows:
        bar = _bar(row, _BAR_BESIDE, glyphs)
        table.add_row(safe(row.title), bar, row.now, row.holds, safe(row.down), safe(row.up))
    yield table


def _below(ranges: RangeList, glyphs: Glyphs, width: int) -> Iterator[RenderableType]:
    """Who takes over on a line of its own; so does a title that has no room beside its bar."""
    longest = max(safe(row.title).cell_len for row in ranges.rows)
    room = width - _FIGURES - 1
    title = max(min(longest, _WIDEST_TITLE, room - _READABLE_BAR), 0)
    title = title if title >= min(longest, _SHORTEST_TITLE) else 0
    bar = min(room - title, _WIDEST_BAR)
    head = Text(f"{'':{title}} {axis(bar):{bar}} {'Now':>{_NOW}} {'Holds':>{_HOLDS}}", "dim")
    yield head
    for row in ranges.rows:
        name = safe(row.title)
        if name.cell_len > title:
            yield name
            name = Text()
        name.pad_right(title - name.cell_len)
        figures = f" {row.now:>{_NOW}} {row.holds:>{_HOLDS}}"
        yield join(name, " ", _bar(row, bar, glyphs), figures)
        below = f"below {row.low}: {row.down}" if row.down else ""
        above = f"above {row.high}: {row.up}" if row.up else ""
        yield indented(safe("; ".join(filter(None, (below, above)))))
