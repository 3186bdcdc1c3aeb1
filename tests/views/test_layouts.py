"""Which columns of a ranking fit, and what several rankings side by side are called."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.views.matrix.text import column_names
from policyscore.views.ranking.layout import Layout, layout_for


@settings(max_examples=150, deadline=None)
@given(st.integers(40, 160), st.integers(0, 9_999), st.integers(1, 300), st.integers(1, 64))
def test_a_ranking_is_never_wider_than_the_terminal(
    width: int, rows: int, title: int, ident: int
) -> None:
    layout = layout_for(width, rows, title, ident)
    mark = 2  # before the bar, or instead of it
    assert sum(layout) + 2 + mark <= width
    assert layout.title >= 1
    assert layout.total >= len(" 100.0")
    assert layout.gap >= len(" baseline")
    assert layout.rank >= len(str(rows))
    assert layout.bar == 0 or 12 <= layout.bar <= 50
    assert layout.id in {0, ident + 2}


@settings(max_examples=100, deadline=None)
@given(st.integers(40, 159), st.integers(1, 300), st.integers(1, 64))
def test_a_wider_terminal_never_loses_the_range_or_the_bar(
    width: int, title: int, ident: int
) -> None:
    here, wider = (layout_for(n, 20, title, ident) for n in (width, width + 1))
    assert bool(here.span) <= bool(wider.span)
    assert bool(here.bar) <= bool(wider.bar)


@pytest.mark.parametrize(
    ("width", "layout"),
    [
        (40, Layout(3, 16, 0, 7, 0, 0, 10)),
        (60, Layout(3, 23, 0, 7, 0, 13, 10)),
        (80, Layout(3, 31, 0, 7, 12, 13, 10)),
        (140, Layout(3, 44, 20, 7, 39, 13, 10)),
    ],
)
def test_columns_at_usual_widths(width: int, layout: Layout) -> None:
    assert layout_for(width, 38, 44, 18) == layout


def test_columns_are_named_with_letters_for_ever() -> None:
    names = column_names(26 + 26 * 26 + 1)
    assert names[:3] == ["A", "B", "C"]
    assert names[25:28] == ["Z", "AA", "AB"]
    assert names[-1] == "AAA"
    assert len(set(names)) == len(names)
