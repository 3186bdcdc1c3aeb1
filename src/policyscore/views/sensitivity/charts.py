"""Two pictures in characters, true to scale: an interval on an axis, and lines that cross."""

from collections.abc import Sequence
from math import floor

from policyscore.analysis.sensitivity.results import CrossOver, Line
from policyscore.views.glyphs import Glyphs

MARK = "|"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def column(share: float, width: int) -> int:
    """The column in which a share of the whole stands: the first begins at 0, the last ends at 1.

    Args:
        share: 0 to 1.
        width: Columns for the whole.
    """
    return min(max(floor(share * width + 1e-9), 0), width - 1)


def interval(low: float, now: float, high: float, width: int, glyphs: Glyphs) -> str:
    """An axis from 0 to 1 with an interval filled and one place marked.

    A column is filled if the middle of it lies in the interval, so that no end is off by more
    than half a column.

    Args:
        low: Where the interval begins.
        now: The place to mark.
        high: Where it ends.
        width: Columns for the axis.
        glyphs: The characters to draw with.
    """
    inside, outside = glyphs.shades[0], glyphs.shades[3]
    middles = ((i + 0.5) / width for i in range(width))
    cells = [inside if low <= middle <= high else outside for middle in middles]
    cells[column(now, width)] = MARK
    return "".join(cells)


def axis(width: int, label: str = "%") -> str:
    """The numbers above such an axis: 0, 50 and 100 where they belong, if there is room."""
    end = f"100{label}"
    if width < len(end) + 2:
        return ""
    cells = [" "] * width
    cells[0] = "0"
    cells[width - len(end) :] = end
    middle = width // 2
    if width >= 20:
        cells[middle - 1 : middle + 1] = "50"
    return "".join(cells)


def lines_picture(picture: CrossOver, width: int, height: int) -> tuple[list[str], float, float]:
    """Draw the lines of totals, each by its letter; where several share a place, the best of them.

    A line stands in each column at its total in the middle of that column, in the row whose total
    is the nearest.

    Args:
        picture: The lines; the first has the letter A.
        width: Columns for weights from 0 to 1.
        height: Rows, 2 or more.

    Returns:
        The rows from top to bottom, and the totals that the lowest and the highest row stand for.
    """
    ends = [total for line in picture.lines for total in (line.at_zero, line.at_one)]
    low, high = min(ends), max(ends)
    if high - low < 1e-9:
        low, high = low - 1, high + 1
    canvas = [[" "] * width for _ in range(height)]
    named = list(zip(LETTERS, picture.lines, strict=False))
    for x in range(width):
        weight = (x + 0.5) / width
        for letter, line in sorted(named, key=lambda pair: _total(pair[1], weight)):
            share = (high - _total(line, weight)) / (high - low)
            canvas[round(share * (height - 1))][x] = letter
    return ["".join(row) for row in canvas], low, high


def _total(line: Line, weight: float) -> float:
    return line.at_zero * (1 - weight) + line.at_one * weight


def marks(places: Sequence[float], width: int, sign: str) -> str:
    """A row with a sign at each of some places between 0 and 1."""
    cells = [" "] * width
    for place in places:
        cells[column(place, width)] = sign
    return "".join(cells).rstrip()
