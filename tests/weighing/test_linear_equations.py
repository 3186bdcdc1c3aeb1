"""As many linear equations as unknowns."""

import pytest
from scipy.linalg import solve as solved
from stated_comparisons import random_of

from policyscore.weighing.comparing.linear_equations import solve


def test_rows_are_exchanged_where_a_pivot_is_0_or_tiny() -> None:
    assert solve([[0, 2], [4, 0]], [6, 8]) == [2, 3]
    assert solve([[1e-20, 1], [1, 1]], [1, 2]) == pytest.approx([1, 1], rel=1e-15)


def test_one_equation_and_none() -> None:
    assert solve([[4]], [2]) == [0.5]
    assert solve([], []) == []


@pytest.mark.parametrize("count", [2, 5, 14])
def test_the_solution_is_that_of_scipy(count: int) -> None:
    random = random_of(count)
    matrix = [[random.uniform(-1, 1) for _ in range(count)] for _ in range(count)]
    right = [random.uniform(-1, 1) for _ in range(count)]
    assert solve(matrix, right) == pytest.approx(list(solved(matrix, right)), rel=1e-10)


def test_equations_without_a_single_solution_are_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        solve([[1, 2], [2, 4]], [1, 2])
