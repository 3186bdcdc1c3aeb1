"""Small linear programs, solved exactly."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from policyscore.weighing.comparing.linear_program import (
    InfeasibleError,
    Optimum,
    UnboundedError,
    maximise,
)

SMALL = st.integers(-4, 4)


def exact(numbers: Sequence[int]) -> list[Fraction]:
    return [Fraction(x) for x in numbers]


def test_a_textbook_program() -> None:
    """Chvátal (1983), Linear Programming, chapter 2."""
    rows = [exact([2, 3, 1]), exact([4, 1, 2]), exact([3, 4, 2])]
    found = maximise(exact([5, 4, 3]), rows, exact([5, 11, 8]))
    assert found == Optimum(Fraction(13), tuple(exact([2, 0, 1])), unique=True)


def test_the_answer_is_exact() -> None:
    found = maximise([Fraction(1)], [[Fraction(3)]], [Fraction(1, 10)])
    assert (found.value, found.point) == (Fraction(1, 30), (Fraction(1, 30),))


def test_a_program_on_which_the_largest_slope_rule_goes_round_for_ever() -> None:
    """Chvátal (1983), chapter 3."""
    half = Fraction(1, 2)
    rows = [
        [half, -11 * half, -5 * half, Fraction(9)],
        [half, -3 * half, -half, Fraction(1)],
        exact([1, 0, 0, 0]),
    ]
    found = maximise(exact([10, -57, -9, -24]), rows, exact([0, 0, 1]))
    assert found.value == 1
    assert list(found.point) == [1, 0, 1, 0]


def test_an_edge_of_optima_is_not_unique() -> None:
    rows = [exact([1, 1]), exact([1, 0])]
    assert not maximise(exact([1, 1]), rows, exact([2, 1])).unique
    assert maximise(exact([2, 1]), rows, exact([2, 1])).unique
    assert not maximise(exact([0, 0]), rows, exact([2, 1])).unique


def test_a_ray_of_optima_is_not_unique() -> None:
    assert not maximise(exact([1, 0]), [exact([1, 0])], exact([1])).unique


def test_a_degenerate_optimum_can_be_unique() -> None:
    """Three constraints meet in one point of the plane."""
    rows = [exact([1, 1]), exact([1, 0]), exact([0, 1])]
    found = maximise(exact([1, 1]), rows, exact([2, 1, 1]))
    assert found.unique
    assert list(found.point) == [1, 1]
    assert maximise(exact([1, 1]), [exact([1, 1])], exact([0])).unique


def test_an_equation_is_two_rows() -> None:
    rows = [exact([1, 1]), exact([-1, -1])]
    found = maximise(exact([-1, -3]), rows, exact([2, -2]))
    assert found == Optimum(Fraction(-2), tuple(exact([2, 0])), unique=True)


def test_equations_that_leave_one_point() -> None:
    rows = [exact([1, 1]), exact([-1, -1]), exact([1, -1]), exact([-1, 1])]
    found = maximise(exact([0, 0]), rows, exact([2, -2, 0, 0]))
    assert found.unique
    assert list(found.point) == [1, 1]


def test_no_point_and_no_end_are_told() -> None:
    with pytest.raises(InfeasibleError):
        maximise(exact([1]), [exact([1]), exact([-1])], exact([1, -2]))
    with pytest.raises(UnboundedError):
        maximise(exact([1, 0]), [exact([-1, 1])], exact([1]))
    with pytest.raises(UnboundedError):
        maximise(exact([1]), [], [])


def test_a_program_without_constraints_can_have_an_optimum() -> None:
    found = maximise(exact([-1, -1]), [], [])
    assert found == Optimum(Fraction(0), tuple(exact([0, 0])), unique=True)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(data=st.data(), unknowns=st.integers(1, 4), count=st.integers(1, 6))
def test_the_optimum_is_that_of_scipy(data: st.DataObject, unknowns: int, count: int) -> None:
    row = st.lists(SMALL, min_size=unknowns, max_size=unknowns)
    objective = data.draw(row)
    rows = data.draw(st.lists(row, min_size=count, max_size=count))
    bounds = data.draw(st.lists(SMALL, min_size=count, max_size=count))
    # A wall around all keeps SciPy from taking "no end" for "no point".
    rows.append([1] * unknowns)
    bounds.append(50)
    theirs = linprog([-x for x in objective], A_ub=rows, b_ub=bounds)
    try:
        found = maximise(exact(objective), [exact(row) for row in rows], exact(bounds))
    except InfeasibleError:
        assert theirs.status == 2
        return
    assert theirs.status == 0
    assert float(found.value) == pytest.approx(-theirs.fun, abs=1e-9)
    assert found.value == sum(c * x for c, x in zip(objective, found.point, strict=True))
    assert all(x >= 0 for x in found.point)
    for row_, bound in zip(rows, bounds, strict=True):
        assert sum(a * x for a, x in zip(row_, found.point, strict=True)) <= bound
    widths = []
    for k in range(unknowns):  # how far each unknown can go where the value is the largest
        one = [float(j == k) for j in range(unknowns)]
        held = [*rows, [-x for x in objective]], [*bounds, -float(found.value) + 1e-10]
        ends = [linprog([s * x for x in one], A_ub=held[0], b_ub=held[1]).fun for s in (1, -1)]
        widths.append(-ends[1] - ends[0])
    assert found.unique == (max(widths) < 1e-6)
