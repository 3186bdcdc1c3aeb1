"""The linear and the nonlinear model of best-worst comparisons, against SciPy."""

from fractions import Fraction

import pytest
from best_worst_cases import CASES, MANY, Case, comparisons_of, random_case
from hypothesis import given
from scipy.optimize import linprog

from policyscore.weighing.comparing.best_worst_models import _deviations, linear, nonlinear
from policyscore.weighing.comparing.best_worst_statements import best_worst
from policyscore.weighing.comparing.linear_program import maximise


@pytest.mark.parametrize("seed", range(25))
def test_the_linear_model_is_that_of_scipy(seed: int) -> None:
    case = random_case(seed)
    names, pairs = comparisons_of(case)
    rows = []
    for i, j, ratio in pairs:
        for sign in (1, -1):
            row = [0.0] * len(names) + [-1.0]
            row[i], row[j] = sign, -sign * ratio
            rows.append(row)
    theirs = linprog(
        [0.0] * len(names) + [1.0],
        A_ub=rows,
        b_ub=[0.0] * len(rows),
        A_eq=[[1.0] * len(names) + [0.0]],
        b_eq=[1.0],
    )
    found = linear(*case)
    assert list(found.weights) == names
    assert float(found.xi) == pytest.approx(theirs.fun, abs=1e-9)
    weights = [float(x) for x in found.weights.values()]
    assert weights == pytest.approx(list(theirs.x[:-1]), abs=1e-7)
    worst = max(abs(weights[i] - ratio * weights[j]) for i, j, ratio in pairs)
    assert worst == pytest.approx(float(found.xi), abs=1e-12)


@MANY
@given(case=CASES)
def test_the_linear_model_has_a_single_optimum(case: Case) -> None:
    rows = _deviations(best_worst(*case))
    found = linear(*case)
    if found.xi:
        ones = [Fraction(1)] * len(found.weights)
        assert maximise(ones, rows, [Fraction(1)] * len(rows)).unique


def feasible(case: Case, xi: float, objective: list[float]) -> float | None:
    """The least value of an objective over weights that deviate by xi at most, by SciPy."""
    names, pairs = comparisons_of(case)
    rows = []
    for i, j, ratio in pairs:
        for sign in (1, -1):
            row = [0.0] * len(names)
            row[i] = sign
            row[j] = -sign * ratio - xi
            rows.append(row)
    ones = [[1.0] * len(names)]
    found = linprog(
        objective,
        A_ub=rows,
        b_ub=[0.0] * len(rows),
        A_eq=ones,
        b_eq=[1.0],
        options={"primal_feasibility_tolerance": 1e-10},
    )
    return float(found.fun) if found.status == 0 else None


@pytest.mark.parametrize("seed", range(25))
def test_the_nonlinear_model_is_that_of_a_search_with_scipy(seed: int) -> None:
    """For a given xi the weights are those of a linear program; the least xi by halving."""
    case = random_case(seed)
    found = nonlinear(*case)
    nothing = [0.0] * len(found.weights)
    low, high = 0.0, 9.0
    while high - low > 1e-8:
        middle = (low + high) / 2
        if feasible(case, middle, nothing) is None:
            low = middle
        else:
            high = middle
    assert found.xi == pytest.approx(high, abs=1e-6)
    for k, (least, greatest) in enumerate(found.intervals.values()):
        one = [float(j == k) for j in range(len(nothing))]
        bottom = feasible(case, high + 1e-6, one)
        top = feasible(case, high + 1e-6, [-x for x in one])
        assert bottom is not None
        assert top is not None
        assert (least, greatest) == pytest.approx((bottom, -top), abs=2e-5)
