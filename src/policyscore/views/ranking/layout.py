"""How wide the columns of a ranking are, and which of them fit."""

from typing import NamedTuple

_NARROWEST_BAR, _WIDEST_BAR = 12, 50
_BAR_BESIDE_ID = 24
_READABLE_TITLE, _WIDEST_TITLE = 20, 56
_RANGE = len("  100.0-100.0")


class Layout(NamedTuple):
    """Widths of a ranking's columns; 0 for one that is left out.

    Attributes:
        rank: The rank.
        title: The option's title, the only one that is ever broken.
        id: The option's id.
        total: The total.
        bar: The bar.
        span: The range from low to high.
        gap: The gap to the baseline.
    """

    rank: int
    title: int
    id: int
    total: int
    bar: int
    span: int
    gap: int


def layout_for(width: int, rows: int, longest_title: int, longest_id: int) -> Layout:
    """Choose the columns: first the figures, then titles, the bar, and the ids.

    Args:
        width: Columns there are, 40 or more.
        rows: Options to show.
        longest_title: Columns that the longest title takes.
        longest_id: Columns that the longest id takes.
    """
    rank, total, gap = max(3, len(str(rows)) + 1), len("  100.0"), len("  baseline")
    room = width - rank - 2 - total - 2 - gap  # for titles and whatever else fits
    readable = min(longest_title, _READABLE_TITLE)
    span = _RANGE if room - _RANGE >= min(longest_title, 12) else 0
    room -= span
    if not span or room - _NARROWEST_BAR < readable:
        return Layout(rank, max(min(longest_title, room), 1), 0, total, 0, span, gap)
    title = min(longest_title, room - _NARROWEST_BAR, _WIDEST_TITLE)
    ids = longest_id + 2
    if room - title - ids < _BAR_BESIDE_ID:
        ids = 0
    return Layout(rank, title, ids, total, min(room - title - ids, _WIDEST_BAR), span, gap)
