"""Draws of weights against what is known of their distributions."""

from itertools import pairwise, product

import numpy as np
import pytest
from scipy import stats
from uncertain_cells import take_from

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.uncertain.simplex_points import exchanges, sort_rows
from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    FixedWeights,
    Law,
    Member,
    NearWeights,
    OneOfWeights,
    OrderedWeights,
    TreeWeights,
)
from policyscore.weighing.order import centroid, weights_by_place

DRAWS = 20_000
UNLIKELY = 4.5  # standard errors; the draws are the same at every run


def drawn(law: Law, seed: int = 1) -> Floats:
    weights = law.draw(take_from(seed, 2, DRAWS // 2)).reshape(len(law.mean_inverses(0.5)), -1)
    assert np.abs(weights.sum(axis=0) - 1).max() < 1e-12
    assert weights.min() >= 0
    return weights


def assert_means(weights: Floats, expected: list[float]) -> None:
    errors = weights.std(axis=1) / np.sqrt(weights.shape[1]) + 1e-12
    assert (np.abs(weights.mean(axis=1) - expected) < UNLIKELY * errors).all()


@pytest.mark.parametrize("names", [1, 2, 3, 4, 9, 40])
def test_any_weights_are_uniform_on_the_simplex(names: int) -> None:
    weights = drawn(AnyWeights(names))
    assert_means(weights, [1 / names] * names)
    if names > 1:
        for each in weights[[0, -1]]:  # each weight has the distribution Beta(1, n - 1)
            assert stats.kstest(each, stats.beta(1, names - 1).cdf).pvalue > 0.001


@pytest.mark.parametrize("names", [2, 3, 4])
def test_any_weights_fill_volumes_that_are_known(names: int) -> None:
    # A corner cut off at t is a simplex (1 - t) times as large.
    weights = drawn(AnyWeights(names))
    for least in (0.25, 0.5, 0.8):
        share = (1 - least) ** (names - 1)
        error = np.sqrt(share * (1 - share) / DRAWS)
        for each in weights:
            assert abs((each > least).mean() - share) < UNLIKELY * error


@pytest.mark.parametrize(
    "places",
    [((0,), (1,), (2,), (3,)), ((2,), (0, 3), (1,)), ((0, 1, 2),), ((1, 2), (0, 3, 4))],
)
def test_ordered_weights_fall_and_have_the_centroid_as_their_mean(
    places: tuple[tuple[int, ...], ...],
) -> None:
    weights = drawn(OrderedWeights(places))
    for before, after in pairwise(places):
        assert (weights[before[0]] >= weights[after[0]]).all()
    for place in places:
        assert (weights[list(place)] == weights[place[0]]).all()
    if all(len(place) == 1 for place in places):
        named = weights_by_place(tuple((str(p[0]),) for p in places), centroid)
        assert_means(weights, [named[str(k)] for k in range(len(weights))])


def test_ordered_weights_are_uniform() -> None:
    # Any two of three ordered weights in the order of the simplex: the largest is above t > 1/2
    # in 3! / 2 corners cut off, of a sixth of the triangle: 3 (1 - t)**2.
    weights = drawn(OrderedWeights(((0,), (1,), (2,))))
    for least in (0.5, 0.6, 0.8):
        share = 3 * (1 - least) ** 2
        error = np.sqrt(share * (1 - share) / DRAWS)
        assert abs((weights[0] > least).mean() - share) < UNLIKELY * error


def test_weights_near_a_profile_follow_a_dirichlet_distribution() -> None:
    mean, concentration = (0.5, 0.3, 0.0, 0.2), 20.0
    weights = drawn(NearWeights(mean, concentration))
    assert (weights[2] == 0).all()
    for each, weight in zip(weights, mean, strict=True):
        if weight:
            beta = stats.beta(weight * concentration, (1 - weight) * concentration)
            assert stats.kstest(each, beta.cdf).pvalue > 0.001
    together = np.corrcoef(weights[0], weights[3])[0, 1]
    assert together == pytest.approx(-np.sqrt(0.5 / 0.5 * 0.2 / 0.8), abs=0.03)


def test_levels_multiply_down_the_tree() -> None:
    inside = OrderedWeights(((0,), (1,)))
    law = TreeWeights(
        FixedWeights((0.4, 0.6)),
        (Member(inside, (2, 0)), Member(FixedWeights((1.0,)), (1,))),
        3,
    )
    weights = drawn(law)
    assert (weights[1] == 0.6).all()
    assert (weights[2] >= weights[0]).all()
    assert_means(weights, [0.1, 0.6, 0.3])
    assert np.isfinite(law.mean_inverses(0.5)).all()


def test_a_law_that_stands_twice_is_drawn_once() -> None:
    inside = AnyWeights(2)
    law = TreeWeights(FixedWeights((0.5, 0.5)), (Member(inside, (0, 1)), Member(inside, (0, 1))), 2)
    once = inside.draw(take_from(3, 1, 100))
    assert (law.draw(take_from(3, 1, 100)) == once).all()


def test_profiles_have_their_shares_of_the_draws() -> None:
    law = OneOfWeights((FixedWeights((1.0, 0.0)), FixedWeights((0.0, 1.0))), (0.3, 0.7))
    weights = drawn(law)
    assert set(weights[0]) == {0.0, 1.0}
    assert abs(weights[0].mean() - 0.3) < UNLIKELY * np.sqrt(0.21 / DRAWS)
    assert law.mean_inverses(0.5) == [np.inf, np.inf]


@pytest.mark.parametrize("count", range(1, 13))
def test_exchanges_sort_all_zeros_and_ones_and_so_everything(count: int) -> None:
    # The zero-one principle: Knuth (1998), section 5.3.4, theorem Z.
    columns = np.array(list(product((0.0, 1.0), repeat=count))).T.copy()
    expected = np.sort(columns, axis=0)
    assert (sort_rows(columns) == expected).all()


@pytest.mark.parametrize("count", [24, 25, 40])
def test_many_rows_are_sorted(count: int) -> None:
    rows = np.random.default_rng(count).random((count, 50))
    expected = np.sort(rows, axis=0)
    assert (sort_rows(rows) == expected).all()
    assert len(exchanges(count)) > count
