"""Rezaei's example: choosing a means of transport by cost, flexibility of load and accessibility.

Rezaei (2015), Omega 53:49-57, for the nonlinear model; Rezaei (2016), Omega 64:126-130, for the
linear one.
"""

from fractions import Fraction

import pytest

from policyscore.weighing.comparing.best_worst_consistency import (
    consistency_index,
    output_consistency,
)
from policyscore.weighing.comparing.best_worst_models import linear, nonlinear

COST_OVER = {"load flexibility": 8, "accessibility": 2}
OVER_LOAD_FLEXIBILITY = {"cost": 8, "accessibility": 5}


def test_the_nonlinear_model() -> None:
    found = nonlinear("cost", "load flexibility", COST_OVER, OVER_LOAD_FLEXIBILITY)
    weights = {"cost": 0.5899, "accessibility": 0.3387, "load flexibility": 0.0714}
    assert found.weights == pytest.approx(weights, abs=0.00006)
    assert found.xi == pytest.approx(0.26, abs=0.005)
    assert found.xi == pytest.approx(0.2583, abs=0.00006)
    assert output_consistency(found.xi, 8) == pytest.approx(0.058, abs=0.0005)


def test_three_names_leave_a_single_optimum() -> None:
    found = nonlinear("cost", "load flexibility", COST_OVER, OVER_LOAD_FLEXIBILITY)
    assert found.unique
    assert all(low == high for low, high in found.intervals.values())


def test_the_linear_model() -> None:
    found = linear("cost", "load flexibility", COST_OVER, OVER_LOAD_FLEXIBILITY)
    weights = {"cost": 0.6071, "accessibility": 0.3214, "load flexibility": 0.0714}
    assert {name: float(x) for name, x in found.weights.items()} == pytest.approx(
        weights, abs=0.00006
    )
    assert float(found.xi) == pytest.approx(0.0357, abs=0.00006)


def test_the_linear_model_is_solved_exactly() -> None:
    found = linear("cost", "load flexibility", COST_OVER, OVER_LOAD_FLEXIBILITY)
    assert list(found.weights.values()) == [Fraction(17, 28), Fraction(9, 28), Fraction(2, 28)]
    assert found.xi == Fraction(1, 28)


def test_the_published_consistency_indices() -> None:
    published = [0.00, 0.44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47, 5.23]
    assert [consistency_index(a) for a in range(1, 10)] == pytest.approx(published, abs=0.005)
    assert [round(consistency_index(a), 2) for a in range(1, 10)] == published
