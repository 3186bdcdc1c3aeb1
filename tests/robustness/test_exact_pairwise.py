"""Shares of a simplex on one side of a plane: closed forms, symmetries, hard differences."""

from fractions import Fraction
from math import prod
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.analysis.robustness.exact.pairwise import (
    MOST_OPTIONS,
    expected_ranks,
    pairwise_winning,
    winning_shares,
)

steady = settings(max_examples=60, deadline=None, derandomize=True)
ROWS = st.lists(st.integers(-30, 30), min_size=1, max_size=9)


def share(*differences: float) -> float:
    return float(winning_shares([differences])[0])


def by_partial_fractions(differences: list[Fraction]) -> Fraction:
    """The same share where all differences differ, and none is 0: another formula altogether.

    A weighted sum of exponential times is above 0 with the sum, over the positive differences, of
    the products of d / (d - other).
    """
    return sum(
        (
            prod((d / (d - o) for o in differences if o != d), start=Fraction(1))
            for d in differences
            if d > 0
        ),
        Fraction(0),
    )


def test_two_criteria_are_lengths() -> None:
    assert share(3, -1) == 0.75
    assert share(-1, 1) == 0.5
    assert share(1, -99) == pytest.approx(0.01, abs=1e-17)


def test_three_criteria_are_areas() -> None:
    # A triangle cut off at the corner of the gain, with sides 2/3 and 2/5.
    assert share(2, -1, -3) == pytest.approx(2 / 3 * 2 / 5, abs=1e-15)
    assert share(-2, 1, 3) == pytest.approx(1 - 2 / 3 * 2 / 5, abs=1e-15)


@pytest.mark.parametrize(
    ("differences", "expected"),
    [
        ((0, 0, 0), 0.5),
        ((5,), 1),
        ((-5,), 0),
        ((0,), 0.5),
        ((1, 0, 0), 1),
        ((-1, 0), 0),
        ((1, 1, 1), 1),
        ((1, -1, 0, 0), 0.5),
        ((0, 3, 0, -1), 0.75),
    ],
)
def test_zeros_and_dominance(differences: tuple[float, ...], expected: float) -> None:
    assert share(*differences) == expected


@given(st.lists(st.integers(-60, 60).filter(bool), min_size=2, max_size=10, unique=True))
@steady
def test_it_agrees_with_partial_fractions_in_fractions(row: list[int]) -> None:
    assert share(*row) == pytest.approx(
        float(by_partial_fractions([*map(Fraction, row)])), abs=1e-14
    )


@given(ROWS, st.randoms(use_true_random=False))
@steady
def test_order_scale_and_zeros_change_nothing(row: list[int], random: Random) -> None:
    first = share(*row)
    mixed = [*row]
    random.shuffle(mixed)
    assert share(*mixed) == first
    assert share(*(number * 1024 for number in row)) == first
    assert share(*(number / 3 for number in row)) == pytest.approx(first, abs=1e-15)
    assert share(*row, 0, 0) == pytest.approx(first, abs=1e-15)
    assert share(*(-number for number in row)) == pytest.approx(1 - first, abs=1e-15)
    assert 0 <= first <= 1


@pytest.mark.parametrize("tiny", [1e-12, 1e-100, 1e-300])
def test_near_degenerate_planes_keep_their_digits(tiny: float) -> None:
    assert share(tiny, -tiny) == 0.5
    assert share(tiny, -3 * tiny) == pytest.approx(0.25, rel=1e-14)
    assert share(tiny, -1) == pytest.approx(tiny, rel=1e-11)
    assert share(1, 2, -tiny) == pytest.approx(1, abs=1e-15)
    # Nearly equal gains, where formulas that divide by differences of gains break down.
    assert share(1, 1 + 1e-12, -1, -1 - 1e-12) == pytest.approx(0.5, abs=1e-11)


def test_many_equal_gains_and_losses_stay_in_range() -> None:
    assert share(*[1] * 30, *[-1] * 30) == pytest.approx(0.5, abs=1e-14)
    assert share(*[1] * 59, -100) == pytest.approx(1 - (100 / 101) ** 59, abs=1e-14)


@pytest.mark.parametrize("criteria", [2, 3, 4, 6, 10])
def test_it_agrees_with_plain_sampling(criteria: int) -> None:
    random = np.random.default_rng(criteria)
    values = random.uniform(0, 100, (6, criteria))
    draws = random.dirichlet(np.ones(criteria), 40_000) @ values.T
    sampled = (draws[:, :, None] > draws[:, None, :]).mean(axis=0)
    found = pairwise_winning(values)
    assert found is not None
    error = np.sqrt(found * (1 - found) / len(draws)) + 1e-12
    off = np.abs(found - sampled) / error
    np.fill_diagonal(off, 0)
    assert off.max() < 4


def test_the_table_is_whole_whatever_the_number_of_options() -> None:
    random = np.random.default_rng(3)
    for options in (1, 2, 3, 130, 200):
        values = random.integers(0, 9, (options, 3)).astype(float)
        found = pairwise_winning(values)
        assert found is not None
        assert found + found.T == pytest.approx(np.ones((options, options)), abs=1e-15)
        assert expected_ranks(found).sum() == pytest.approx(options * (options + 1) / 2)
        one, other = random.integers(0, options, (2, 40))
        one_by_one = winning_shares(values[one] - values[other])
        assert found[one, other] == pytest.approx(one_by_one, abs=1e-15)


def test_permutations_permute() -> None:
    random = np.random.default_rng(5)
    values = random.uniform(0, 100, (12, 5))
    rows, columns = random.permutation(12), random.permutation(5)
    found, mixed = pairwise_winning(values), pairwise_winning(values[rows][:, columns])
    assert found is not None
    assert mixed is not None
    assert mixed == pytest.approx(found[np.ix_(rows, rows)], abs=1e-15)


def test_duplicates_share_and_ties_are_those_of_the_ranking() -> None:
    values = np.array([[50.0, 20], [50 + 1e-10, 20 - 1e-10], [10, 90], [50, 20 + 1e-6]])
    found = pairwise_winning(values)
    assert found is not None
    assert found[0, 1] == 0.5
    assert (found[0] == found[1]).all()
    assert found[3, 0] == 1
    strict = pairwise_winning(values, tie=0.0)
    assert strict is not None
    assert strict[0, 1] == pytest.approx(0.5, abs=1e-4)
    assert strict[0, 1] != 0.5


def test_expected_ranks_of_a_chain_of_dominance() -> None:
    found = pairwise_winning([[1.0, 1.0], [3.0, 3.0], [2.0, 2.0], [2.0, 2.0]])
    assert found is not None
    assert expected_ranks(found).tolist() == [4, 1, 2.5, 2.5]


def test_no_pairs_have_no_shares() -> None:
    assert len(winning_shares(np.empty((0, 3)))) == 0


def test_beyond_its_limits_it_says_nothing() -> None:
    assert pairwise_winning(np.zeros((MOST_OPTIONS + 1, 1))) is None


@pytest.mark.parametrize("wrong", [[[1.0, np.nan]], [[np.inf]], [1.0, 2.0], [], [[1e200]]])
def test_what_is_no_table_of_totals_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="totals"):
        pairwise_winning(wrong)
