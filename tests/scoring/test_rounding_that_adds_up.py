"""Figures as shown: rounded parts add up to the rounded whole, none off by a unit or more."""

from math import fsum

import pytest
from generated_cases import CASES, Made, quick
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.views.comparison.text import points_shown
from policyscore.views.figures import add_up

parts = st.lists(st.floats(-100, 100) | st.integers(-1000, 1000).map(lambda n: n / 20), max_size=12)
thorough = settings(max_examples=80, deadline=None, derandomize=True)


@thorough
@given(parts, st.integers(0, 3))
def test_rounded_parts_add_up_to_the_rounded_sum(exact: list[float], decimals: int) -> None:
    shown = add_up(exact, decimals)
    half = 0.5 * 10**-decimals
    assert fsum(shown) == pytest.approx(round(fsum(shown), decimals), abs=1e-9)
    assert abs(fsum(shown) - fsum(exact)) <= half + 1e-9


@thorough
@given(parts, st.integers(0, 3))
def test_no_part_is_off_by_a_unit_or_more(exact: list[float], decimals: int) -> None:
    for part, number in zip(exact, add_up(exact, decimals), strict=True):
        assert abs(part - number) < 10**-decimals + 1e-9
        assert number == round(number, decimals)


@thorough
@given(st.lists(st.integers(-1000, 1000).map(lambda n: n / 10), max_size=12))
def test_what_is_round_already_stays_as_it_is(exact: list[float]) -> None:
    assert add_up(exact, 1) == exact


@pytest.mark.parametrize(
    ("exact", "decimals", "shown"),
    [
        ([33.4, 33.4, 33.2], 0, [34, 33, 33]),
        ([0.05, 0.05], 1, [0.1, 0.0]),
        ([12.34, -2.37, 0.0], 1, [12.4, -2.4, 0.0]),
        ([], 1, []),
    ],
)
def test_the_largest_remainders_are_rounded_up(
    exact: list[float], decimals: int, shown: list[float]
) -> None:
    assert add_up(exact, decimals) == pytest.approx(shown, abs=1e-12)


@quick
@given(CASES)
def test_the_points_that_why_shows_add_up_to_the_gap_it_shows(made: Made) -> None:
    first, second, *_ = made.scores
    comparison = made.decision().why(first, second)
    shown = points_shown(comparison)
    assert abs(fsum(shown.values()) - comparison.gap) <= 0.05 + 1e-9
    for difference in comparison.differences:
        assert abs(shown[difference.criterion] - difference.points) < 0.1 + 1e-9
