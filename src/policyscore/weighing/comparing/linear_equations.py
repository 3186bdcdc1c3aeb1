"""As many linear equations as unknowns, solved in floats."""

from collections.abc import Sequence
from math import fsum


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve linear equations by Gaussian elimination with partial pivoting.

    Args:
        matrix: The coefficients, one row an equation; n × n, regular.
        right: The right-hand sides; n.

    Returns:
        The unknowns; n.

    Raises:
        ZeroDivisionError: The matrix is singular.
    """
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    count = len(rows)
    for k in range(count):
        pivot = max(range(k, count), key=lambda i: abs(rows[i][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        first = rows[k]
        for i in range(k + 1, count):
            share = rows[i][k] / first[k]
            rows[i] = [x - share * y for x, y in zip(rows[i], first, strict=True)]
    result = [0.0] * count
    for k in reversed(range(count)):
        row = rows[k]
        known = fsum(x * y for x, y in zip(row[k + 1 : count], result[k + 1 :], strict=True))
        result[k] = (row[count] - known) / row[k]
    return result
