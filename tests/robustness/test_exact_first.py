"""First places and central weights as volumes: sampling, hulls, ties, degenerate cases, limits."""

from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from ordered_sets import ordered_weights
from scipy.optimize import linprog
from scipy.spatial import ConvexHull, HalfspaceIntersection

from policyscore.analysis.robustness.exact.first import ExactFirst, exact_first
from policyscore.analysis.robustness.exact.pairwise import pairwise_winning
from policyscore.analysis.robustness.exact.sets import (
    WeightSet,
    any_weights,
    weight_set,
)
from policyscore.analysis.robustness.exact.triangulation import MOST_CORNERS
from policyscore.weighing.sets.admissible import Range, admissible

steady = settings(max_examples=60, deadline=None, derandomize=True)
Table = NDArray[np.float64]


def first(values: Any, weights: WeightSet) -> ExactFirst:
    found = exact_first(np.asarray(values, dtype=float), weights)
    assert found is not None
    return found


def draws(weights: WeightSet, count: int, seed: int) -> Table:
    """Weights of a set, drawn by rejection."""
    random = np.random.default_rng(seed)
    shares = random.dirichlet(np.ones(len(weights.corners)), count)
    if len(weights.cuts):
        shares = shares[(shares @ weights.cuts.T >= 0).all(axis=1)]
    return shares @ weights.corners


def test_two_criteria_are_lengths() -> None:
    # The upper envelope of 100 w, 60 and 100 (1 - w) has its bends at 0.4 and 0.6.
    found = first([[100, 0], [60, 60], [0, 100], [50, 50]], any_weights(2))
    assert found.acceptability == pytest.approx([0.4, 0.2, 0.4, 0], abs=1e-15)
    assert found.central[:3] == pytest.approx(np.array([[0.8, 0.2], [0.5, 0.5], [0.2, 0.8]]))
    assert np.isnan(found.central[3]).all()


def test_a_single_option_and_fixed_weights() -> None:
    found = first([[3.0, 4, 5]], any_weights(3))
    assert found.acceptability.tolist() == [1]
    assert found.central == pytest.approx(np.full((1, 3), 1 / 3))
    point = WeightSet(np.array([[0.25, 0.75]]), np.empty((0, 1)))
    found = first([[1, 0], [0, 1], [0, 1]], point)
    assert found.acceptability.tolist() == [0, 0.5, 0.5]
    assert found.central[1].tolist() == [0.25, 0.75]


@pytest.mark.parametrize(
    ("options", "criteria"), [(5, 2), (8, 3), (12, 4), (10, 5), (9, 6), (8, 7)]
)
def test_any_weights_against_sampling(options: int, criteria: int) -> None:
    values = np.random.default_rng(options).uniform(0, 100, (options, criteria))
    compare(values, any_weights(criteria), draws(any_weights(criteria), 40_000, criteria))


RANGES: dict[str, Range] = {"a": (0.1, 0.5), "b": (None, 0.4), "c": (0.05, 0.3)}


@pytest.mark.parametrize(
    "order", [[], [["a"], ["b"]], [["d"], ["a"], ["c"]], [["a", "b"], ["c"]]], ids=str
)
def test_ranges_and_orders_against_sampling(order: list[list[str]]) -> None:
    values = np.random.default_rng(11).uniform(0, 100, (9, 4))
    weights = weight_set(admissible([*"abcd"], RANGES, order))
    compare(values, weights, draws(weights, 200_000, 2))


def test_a_total_order_of_six_against_sampling() -> None:
    weights = ordered_weights([[3], [1], [0, 5], [2]], 6)
    values = np.random.default_rng(12).uniform(0, 100, (9, 6))
    compare(values, weights, draws(weights, 40_000, 4))


def compare(values: Table, weights: WeightSet, drawn: Table) -> None:
    """Within four standard errors, each share and each central weight."""
    found = first(values, weights)
    best = (drawn @ values.T).argmax(axis=1)
    assert len(drawn) > 2000
    assert found.acceptability.sum() == pytest.approx(1, abs=1e-14)
    for option, share in enumerate(found.acceptability):
        won = drawn[best == option]
        error = (share * (1 - share) / len(drawn)) ** 0.5
        assert abs(len(won) / len(drawn) - share) <= 4 * error + 1e-12
        if len(won) > 50:
            errors = won.std(axis=0) / len(won) ** 0.5
            assert (np.abs(won.mean(axis=0) - found.central[option]) <= 4.5 * errors + 1e-12).all()


@pytest.mark.parametrize("criteria", [3, 4, 5])
def test_volumes_against_hulls_of_intersected_halfspaces(criteria: int) -> None:
    values = np.random.default_rng(20 + criteria).uniform(0, 100, (8, criteria))
    found = first(values, any_weights(criteria))
    whole = np.prod(np.arange(1, criteria))
    for option, share in enumerate(found.acceptability):
        # The last weight is what the others leave.
        rows = np.delete(values - values[option], option, axis=0)
        rows = np.vstack([rows, -np.eye(criteria)])
        less = rows[:, :-1] - rows[:, -1:]
        size = np.linalg.norm(less, axis=1)[:, None]
        inner = linprog(
            [*[0] * (criteria - 1), -1],
            np.hstack([less, size]),
            -rows[:, -1],
            bounds=[(None, None)] * criteria,
        )
        if inner.x[-1] <= 0:
            assert share == 0
            continue
        shape = HalfspaceIntersection(np.hstack([less, rows[:, -1:]]), inner.x[:-1])
        assert share == pytest.approx(ConvexHull(shape.intersections).volume * whole, rel=1e-8)


@given(
    st.integers(1, 5).flatmap(
        lambda criteria: st.lists(
            st.lists(st.integers(0, 3), min_size=criteria, max_size=criteria),
            min_size=1,
            max_size=7,
        )
    ),
    st.randoms(use_true_random=False),
)
@steady
def test_coarse_scores_where_much_coincides(rows: list[list[int]], random: Random) -> None:
    values = np.array(rows, dtype=float)
    weights = any_weights(values.shape[1])
    found = first(values, weights)
    assert found.acceptability.sum() == pytest.approx(1, abs=1e-13)
    for option, share in enumerate(found.acceptability):
        if share > 1e-12:
            central = found.central[option]
            assert central.sum() == pytest.approx(1)
            # The set where it wins is convex, so it wins at its middle.
            assert values[option] @ central >= (values @ central).max() - 1e-12
        else:
            assert np.isnan(found.central[option]).all()
    mixed = [*range(len(rows))]
    random.shuffle(mixed)
    assert first(values[mixed], weights).acceptability == pytest.approx(
        found.acceptability[mixed], abs=1e-13
    )
    turned = values[:, ::-1]
    assert first(turned, weights).acceptability == pytest.approx(found.acceptability, abs=1e-13)
    if len(rows) == 2:
        winning = pairwise_winning(values)
        assert winning is not None
        assert found.acceptability[0] == pytest.approx(winning[0, 1], abs=1e-14)


def test_duplicates_share_evenly() -> None:
    alone = first([[100, 0, 20], [20, 80, 50]], any_weights(3))
    shared = first([[100, 0, 20], [20, 80, 50], [100, 0, 20 + 1e-12]], any_weights(3))
    assert shared.acceptability[[0, 2]] == pytest.approx([alone.acceptability[0] / 2] * 2)
    assert shared.acceptability[1] == pytest.approx(alone.acceptability[1])
    assert shared.central[2] == pytest.approx(alone.central[0])


def test_one_that_only_touches_the_best_is_never_first() -> None:
    # As good as the best on a whole side of the triangle, or at a corner, but never better.
    found = first([[100, 50, 50], [100, 50, 0], [100, 0, 0], [75, 25, 25]], any_weights(3))
    assert found.acceptability == pytest.approx([1, 0, 0, 0], abs=1e-15)
    assert np.isnan(found.central[1:]).all()


def test_a_share_too_small_to_be_told_from_rounding_has_no_central_weights() -> None:
    found = first([[50, 50, 50], [0, 0, 50 + 1e-8]], any_weights(3))
    assert 0 < found.acceptability[1] < 1e-15
    assert np.isnan(found.central[1]).all()


def test_near_degenerate_differences() -> None:
    values = np.array([[50, 50, 50], [50 + 1e-12, 50 - 1e-12, 50], [0, 100, 0]])
    strict = exact_first(values, any_weights(3), tie=0.0)
    assert strict is not None
    assert strict.acceptability.sum() == pytest.approx(1, abs=1e-15)
    assert strict.acceptability[2] == pytest.approx(0.25, abs=1e-12)
    tied = first(values, any_weights(3))
    assert tied.acceptability == pytest.approx([0.375, 0.375, 0.25], abs=1e-14)


def test_ties_over_the_set_count_even_if_not_beyond_it() -> None:
    # They differ only where the third weight is not 0.3, and it always is.
    weights = weight_set(admissible([*"abc"], {"c": (0.3, 0.3)}))
    found = first([[30, 30, 100], [60, 60, 30]], weights)
    assert found.acceptability.tolist() == [0.5, 0.5]


def test_beyond_its_limits_it_says_nothing() -> None:
    many = np.random.default_rng(0).uniform(0, 100, (100, MOST_CORNERS + 1))
    assert exact_first(many, any_weights(MOST_CORNERS + 1)) is None
    assert exact_first(many[:, :7], any_weights(7), work=10_000) is None


def test_a_thousand_options_and_four_criteria_are_exact() -> None:
    found = first(np.random.default_rng(1).uniform(0, 100, (1000, 4)), any_weights(4))
    assert found.acceptability.sum() == pytest.approx(1, abs=1e-14)


def test_numbers_of_all_sizes_do_not_make_it_slow() -> None:
    values = np.array([[1e-300, 100, 3], [100, 1e-200, 1e-9], [50, 50, 5e-324], [0, 0, 100]])
    found = first(values, any_weights(3))
    plain = first(np.where(values < 1e-8, 0, values), any_weights(3))
    assert found.acceptability == pytest.approx(plain.acceptability, abs=1e-9)


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        exact_first([[1.0, np.nan]], any_weights(2))


def test_cuts_that_leave_nothing_are_refused() -> None:
    for cuts in ([[-1.0, -1.0]], [[1.0, -1.0], [-1.0, 1.0]]):
        with pytest.raises(ValueError, match="no room"):
            exact_first([[1.0, 2.0], [2.0, 1.0]], WeightSet(np.eye(2), np.array(cuts)))
