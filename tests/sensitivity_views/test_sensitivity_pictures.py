"""The pictures of sensitivity are true to scale."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.analysis.sensitivity.results import CrossOver, Line, WeightRange
from policyscore.views.glyphs import FULL, PLAIN, Glyphs
from policyscore.views.sensitivity.charts import axis, column, interval, lines_picture, marks

SHARES = st.floats(0, 1)
RANGE = WeightRange("c", "criterion", "", 0.5, 0.0, 1.0, (), (), ("a",), (), "")


@pytest.mark.parametrize("glyphs", [FULL, PLAIN])
@settings(max_examples=150, deadline=None, derandomize=True)
@given(ends=st.tuples(SHARES, SHARES, SHARES), width=st.integers(10, 60))
def test_a_bar_begins_and_ends_within_half_a_column_of_the_truth(
    glyphs: Glyphs, ends: tuple[float, float, float], width: int
) -> None:
    low, now, high = sorted(ends)
    bar = interval(low, now, high, width, glyphs)
    assert len(bar) == width
    place = bar.index("|")
    assert place / width - 1e-6 <= now <= (place + 1) / width + 1e-6
    for i, cell in enumerate(bar):
        middle = (i + 0.5) / width
        if cell == glyphs.shades[0]:
            assert low <= middle <= high
        elif cell == glyphs.shades[3]:
            assert middle < low or middle > high


def test_a_bar_of_known_ends_is_drawn_where_it_stands() -> None:
    assert interval(0.2, 0.5, 0.8, 10, PLAIN) == "..###|##.."
    assert interval(0.0, 0.0, 1.0, 10, FULL) == "|█████████"
    assert interval(0.0, 1.0, 1.0, 10, FULL) == "█████████|"
    assert interval(0.5, 0.5, 0.5, 10, PLAIN) == ".....|...."


@pytest.mark.parametrize("width", range(8, 101))
def test_an_axis_is_as_wide_as_its_bar_and_names_its_ends(width: int) -> None:
    drawn = axis(width)
    assert len(drawn) == width
    assert drawn.startswith("0")
    assert drawn.endswith("100%")
    if "50" in drawn:
        assert abs(drawn.index("50") + 1 - width / 2) <= 0.5


def test_marks_stand_in_the_column_of_their_share() -> None:
    assert marks([0.0, 0.55, 1.0], 10, "^") == "^    ^   ^"
    assert [column(share, 4) for share in (0, 0.24, 0.25, 0.5, 0.75, 1)] == [0, 0, 1, 2, 3, 3]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    ends=st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=6),
    width=st.integers(10, 60),
    height=st.integers(5, 25),
)
def test_every_line_stands_within_half_a_row_of_the_truth_or_behind_a_better_one(
    ends: list[tuple[float, float]], width: int, height: int
) -> None:
    lines = tuple(Line(f"o{i}", a, a, b, 1) for i, (a, b) in enumerate(ends))
    rows, low, high = lines_picture(CrossOver(RANGE, lines, ()), width, height)
    assert len(rows) == height
    step = (high - low) / (height - 1)
    for x in range(width):
        weight = (x + 0.5) / width
        totals = [line.at_zero * (1 - weight) + line.at_one * weight for line in lines]
        drawn = {row[x]: high - y * step for y, row in enumerate(rows) if row[x] != " "}
        for letter, level in drawn.items():
            assert abs(totals["ABCDEF".index(letter)] - level) <= step / 2 + 1e-6
        for total in totals:
            assert any(abs(total - level) <= step / 2 + 1e-6 for level in drawn.values())
        best = max(drawn, key=lambda letter: drawn[letter])
        assert totals["ABCDEF".index(best)] >= max(totals) - 1e-6


def test_lines_that_are_all_level_are_drawn_in_the_middle() -> None:
    rows, low, high = lines_picture(CrossOver(RANGE, (Line("a", 50, 50, 50, 1),), ()), 12, 5)
    assert (low, high) == (49, 51)
    assert rows == [" " * 12, " " * 12, "A" * 12, " " * 12, " " * 12]
