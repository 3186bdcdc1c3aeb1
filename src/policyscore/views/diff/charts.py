"""Two charts in text: ranks before and after joined by lines, and a lead built up edit by edit."""

from collections.abc import Sequence
from itertools import pairwise

from rich.text import Text

from policyscore.views.glyphs import FULL, Glyphs

Ends = tuple[int | None, int | None]


def slopes(ends: Sequence[Ends], rows: int, width: int, glyphs: Glyphs) -> list[str]:
    """Draw a line from each left end to its right end.

    Args:
        ends: The row of each line's left and right end; a line that lacks one is not drawn.
        rows: How many rows there are.
        width: Columns.
        glyphs: Whether plain characters are needed.

    Returns:
        The rows.
    """
    flat, down, up, cross = "─╲╱╳" if glyphs is FULL else "-\\/X"
    canvas = [[" "] * width for _ in range(rows)]
    for left, right in ends:
        if left is None or right is None:
            continue
        last = left
        for x in range(width):
            y = round(left + (right - left) * x / max(width - 1, 1))
            mark = flat if y == last else down if y > last else up
            there = canvas[y][x]
            canvas[y][x] = mark if there in (" ", mark) else cross
            last = y
    return ["".join(row) for row in canvas]


def waterfall(
    start: float, steps: Sequence[float], end: float, width: int, glyphs: Glyphs
) -> list[Text]:
    """Draw a sum as bars, each beginning where the one before it ended.

    Args:
        start: The first level.
        steps: What is added one after the other.
        end: The last level.
        width: Columns.
        glyphs: The characters to fill with.

    Returns:
        A bar for the start, for each step and for the end.
    """
    levels = [start]
    for step in steps:
        levels.append(levels[-1] + step)
    low, high = min(0.0, end, *levels), max(0.0, end, *levels)
    span = high - low or 1.0

    def column(level: float) -> int:
        return round((level - low) / span * (width - 1))

    zero = column(0.0)
    bars = [_bar(zero, column(start), zero, width, glyphs.shades[1], "")]
    for before, after in pairwise(levels):
        style = "green" if after >= before else "red"
        bars.append(_bar(column(before), column(after), zero, width, glyphs.shades[0], style))
    bars.append(_bar(zero, column(end), zero, width, glyphs.shades[1], ""))
    return bars


def _bar(begin: int, end: int, zero: int, width: int, fill: str, style: str) -> Text:
    low, high = min(begin, end), max(begin, end)
    drawn = Text()
    for x in range(width):
        if low <= x < high:
            drawn.append(fill, style)
        elif low == high == x != zero:
            drawn.append(":", "dim")
        elif x == zero:
            drawn.append("|", "dim")
        else:
            drawn.append(" ")
    return drawn
