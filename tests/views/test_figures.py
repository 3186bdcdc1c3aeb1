"""Numbers as shown: rounded, signed, in per cent, and parts that add up to their whole."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.views.figures import add_up, number, rank_column, rank_text, shares, signed

PARTS = st.lists(st.floats(-1000, 1000), min_size=1, max_size=20)


@settings(max_examples=100, deadline=None)
@given(PARTS)
def test_rounded_parts_add_up_to_the_rounded_sum(parts: list[float]) -> None:
    assert math.isclose(sum(add_up(parts)), round(math.fsum(parts), 1), abs_tol=1e-9)


@settings(max_examples=100, deadline=None)
@given(PARTS)
def test_no_part_is_moved_by_more_than_a_unit(parts: list[float]) -> None:
    for part, rounded in zip(parts, add_up(parts), strict=True):
        assert abs(part - rounded) <= 0.1 + 1e-9


def test_what_is_left_over_goes_to_the_largest_remainders() -> None:
    assert add_up([1.26, 1.27, 1.27], 1) == [1.2, 1.3, 1.3]
    assert add_up([33.4, 33.3, 33.3], 0) == [34.0, 33.0, 33.0]
    assert add_up([-1.26, -1.27, 2.53], 1) == [-1.2, -1.3, 2.5]


def test_a_total_reads_the_same_alone_and_as_a_sum_of_parts() -> None:
    parts = [27.575, 27.575]  # 55.15, which is a little less than that in a computer
    assert f"{math.fsum(parts):.1f}" == f"{sum(add_up(parts)):.1f}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.0"),
        (-0.0, "0.0"),
        (0.04, "0.0"),
        (-0.04, "0.0"),
        (0.06, "+0.1"),
        (-0.06, "-0.1"),
        (12.34, "+12.3"),
        (-100.0, "-100.0"),
    ],
)
def test_a_difference_has_its_sign_unless_it_rounds_to_nought(value: float, text: str) -> None:
    assert signed(value) == text
    assert signed(value, "−") == text.replace("-", "−")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (40.0, "40"),
        (56.666666, "56.67"),
        (0.1 + 0.2, "0.3"),
        (-2.5, "-2.5"),
        (0.00125, "0.00125"),
        (0.0123456, "0.01235"),
        (1500000.0, "1500000"),
        (12500000.25, "12500000.25"),
        (999999999999.0, "999999999999"),
        (1e15, "1e+15"),
        (1e-7, "1e-07"),
    ],
)
def test_a_score_is_shown_in_full_without_needless_digits(value: float, text: str) -> None:
    assert number(value) == text


@settings(max_examples=100, deadline=None)
@given(st.floats(-1e15, 1e15))
def test_a_score_as_shown_is_close_to_the_score(value: float) -> None:
    assert math.isclose(float(number(value)), value, rel_tol=6e-4, abs_tol=0.005)


def per_cent(*weights: float) -> list[str]:
    return list(shares({f"c{i}": weight for i, weight in enumerate(weights)}).values())


@pytest.mark.parametrize(
    ("weights", "shown"),
    [
        ((1.0,), ["100%"]),
        ((0.5, 0.5), ["50%", "50%"]),
        ((0.334, 0.333, 0.333), ["34%", "33%", "33%"]),
        ((0.125, 0.375, 0.5), ["13%", "37%", "50%"]),
        ((1 / 3, 1 / 3, 1 / 3), ["33%", "33%", "33%"]),
        ((0.125, 0.125, 0.75), ["13%", "13%", "75%"]),
        ((0.001, 0.999), ["<1%", "100%"]),
        ((0.0, 1.0), ["0%", "100%"]),
    ],
)
def test_weights_are_whole_per_cent(weights: tuple[float, ...], shown: list[str]) -> None:
    assert per_cent(*weights) == shown


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 100), min_size=1, max_size=20).filter(any))
def test_equal_weights_read_the_same_and_nothing_above_nought_reads_as_nought(
    points: list[int],
) -> None:
    weights = [point / sum(points) for point in points]
    shown = per_cent(*weights)
    assert len(set(zip(points, shown, strict=True))) == len(set(points))
    assert [text == "0%" for text in shown] == [point == 0 for point in points]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=20, unique=True))
def test_different_weights_add_up_to_a_hundred(points: list[int]) -> None:
    shown = per_cent(*(point / sum(points) for point in points))
    assert sum(int(text.rstrip("%")) for text in shown if text != "<1%") == 100


@pytest.mark.parametrize(
    ("rank", "tied", "text"), [(1, False, "1"), (4, True, "4="), (None, False, "-")]
)
def test_a_rank_says_that_it_is_shared_or_that_there_is_none(
    rank: int | None, tied: bool, text: str
) -> None:
    assert rank_text(rank, tied) == text


def test_ranks_stand_in_line_whether_tied_or_not() -> None:
    ranks = [(9, False), (10, True), (10, True), (None, False)]
    assert rank_column("#", ranks) == [" # ", " 9 ", "10=", "10=", " - "]
    assert rank_column("AA", [(1, False), (2, False)]) == ["AA", " 1", " 2"]
    assert rank_column("#", []) == ["#"]
