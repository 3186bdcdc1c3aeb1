"""Greatest values over sets of weights: against all extreme points, and against SciPy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from weight_sets import SETS, by_linear_program, extreme_points, few

from policyscore.analysis.admissible_sets import AdmissibleSet, Band, Leaf, Open, any_weights
from policyscore.analysis.dominance.arrays import Floats
from policyscore.analysis.dominance.greatest_values import greatest
from policyscore.analysis.dominance.linear_constraints import constraints

COSTS = st.integers(0, 1_000)


def greatest_of(admissible: AdmissibleSet, costs: Floats) -> Floats:
    """The greatest value of each row of costs; p × m."""
    place = {key: index for index, key in enumerate(admissible.criteria)}
    return greatest(admissible.root, lambda key: costs[:, place[key]])


def random_costs(seed: int, admissible: AdmissibleSet, count: int = 6) -> Floats:
    """Costs of both signs, with ties."""
    dice = np.random.default_rng(seed)
    return dice.integers(-10, 11, (count, len(admissible.criteria))).astype(np.float64) * 2.5


@given(SETS, COSTS)
@few
def test_the_greatest_value_is_at_an_extreme_point(admissible: AdmissibleSet, seed: int) -> None:
    costs = random_costs(seed, admissible)
    points = extreme_points(admissible)
    assert len(points)
    assert greatest_of(admissible, costs) == pytest.approx((costs @ points.T).max(axis=1), abs=1e-9)


@given(SETS, COSTS)
@few
def test_the_greatest_value_is_that_of_a_linear_program(
    admissible: AdmissibleSet, seed: int
) -> None:
    costs = random_costs(seed, admissible, 2)
    written = constraints(admissible)
    expected = [by_linear_program(written, row) for row in costs]
    assert greatest_of(admissible, costs) == pytest.approx(expected, abs=1e-7)


@given(SETS)
@few
def test_extreme_points_are_weights(admissible: AdmissibleSet) -> None:
    points = extreme_points(admissible)
    assert points.min() >= -1e-9
    assert points.sum(axis=1) == pytest.approx(np.ones(len(points)))


@pytest.mark.parametrize("count", [2, 7, 20])
def test_a_long_chain_with_ranges_is_as_a_linear_program_says(count: int) -> None:
    keys = tuple(f"c{n}" for n in range(count))
    bands = tuple(
        Band((n,), 0.3 / count * (1 - n / count), (2.5 - 1.4 * n / count) / count)
        for n in range(count)
    )
    admissible = AdmissibleSet(keys, Open(tuple(map(Leaf, keys)), (bands,)))
    costs = np.random.default_rng(count).normal(size=(15, count)) * 50
    written = constraints(admissible)
    expected = [by_linear_program(written, row) for row in costs]
    assert greatest_of(admissible, costs) == pytest.approx(expected, abs=1e-8)


def test_equal_costs_are_worth_the_same_under_any_weights() -> None:
    admissible = any_weights("xyz")
    assert greatest_of(admissible, np.full((3, 3), 7.0)).tolist() == [7.0, 7.0, 7.0]
