"""The greatest eigenvalue of a positive matrix, its eigenvectors, and what moves them.

Scaled by its right eigenvector and divided by its eigenvalue, a positive matrix is one of shares:
every row sums to 1. All that is asked here becomes a question about those shares, and is answered
by the elimination of Grassmann, Taksar & Heyman (1985, Operations Research 33:1107-1116), which
subtracts nothing and so keeps every entry's full precision.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log
from operator import mul
from typing import NamedTuple

MOST_STEPS = 100

Matrix = Sequence[Sequence[float]]


class Eliminated(NamedTuple):
    """I - B, eliminated from the last row to the first.

    Attributes:
        rows: For each k, row k when those after it were eliminated: its first k entries and its
            spare, divided by their sum, then that sum.
        columns: For each k, the k entries above it in its column at that time.
    """

    rows: list[list[float]]
    columns: list[list[float]]


@dataclass(frozen=True, slots=True)
class Principal:
    """The greatest eigenvalue of a positive matrix, with its right eigenvector.

    Attributes:
        value: The eigenvalue.
        logs: The logs of the eigenvector's entries, up to a constant; n.
        shares: The matrix scaled so that every row sums to 1; n × n.
    """

    value: float
    logs: list[float]
    shares: list[list[float]]


def principal(logs: Matrix, guess: Sequence[float]) -> Principal:
    """Find the greatest eigenvalue and its right eigenvector, by Noda's iteration.

    It converges for every positive matrix, quadratically and from above (Noda 1971, Numerische
    Mathematik 17:382-386); power iteration would need thousands of steps where comparisons
    contradict each other.

    Args:
        logs: The logs of the matrix's entries; n × n.
        guess: The logs of the eigenvector's entries, roughly; n.
    """
    vector = list(guess)
    best = _scaled(logs, vector)
    for _ in range(MOST_STEPS):
        rows, sums = best
        top = max(sums)
        if top - min(sums) <= 4e-16 * top:
            break
        inner = [[x / top for x in row] for row in rows]
        step = _solve_positive(eliminate(inner, [(top - total) / top for total in sums]))
        moved = [own + log(factor) for own, factor in zip(vector, step, strict=True)]
        moved = [own - moved[0] for own in moved]
        following = _scaled(logs, moved)
        if max(following[1]) >= top:  # it falls at every step until only rounding is left
            break
        vector, best = moved, following
    rows, sums = best
    shares = [[x / total for x in row] for row, total in zip(rows, sums, strict=True)]
    return Principal(fsum(sums) / len(sums), vector, shares)


def _scaled(logs: Matrix, vector: list[float]) -> tuple[list[list[float]], list[float]]:
    """The matrix scaled by a vector, and the sums of its rows."""
    rows = [
        [exp(entry + other - own) for entry, other in zip(row, vector, strict=True)]
        for row, own in zip(logs, vector, strict=True)
    ]
    return rows, [fsum(row) for row in rows]


def eliminate(inner: Matrix, spare: Sequence[float]) -> Eliminated:
    """Eliminate I - B, where each row of B with its spare sums to 1.

    Args:
        inner: B, positive; n × n.
        spare: What each row of B lacks to 1; n, not negative.
    """
    rows = [[*row, lacks] for row, lacks in zip(inner, spare, strict=True)]
    reduced: list[list[float]] = []
    columns: list[list[float]] = []
    for k in range(len(rows) - 1, -1, -1):
        row = rows.pop()
        last = row[:k] + row[-1:]
        out = fsum(last)
        if k:
            last = [x / out for x in last]
        reduced.append([*last, out])
        columns.append([above[k] for above in rows])
        rows = [
            [x + above[k] * y for x, y in zip(above[:k] + above[-1:], last, strict=True)]
            for above in rows
        ]
    return Eliminated(reduced[::-1], columns[::-1])


def _solve_positive(eliminated: Eliminated) -> list[float]:
    """Solve (I - B) y = 1 for y up to a factor."""
    reduced, columns = eliminated
    right = [1.0] * len(reduced)
    for k in range(len(reduced) - 1, 0, -1):
        own = right[k] / reduced[k][-1]
        for i, above in enumerate(columns[k]):
            right[i] += above * own
    # Where nothing is spare, I - B is singular, and the first unknown may be anything: it is 1.
    scale = reduced[0][0] / right[0]
    result = [1.0]
    for k in range(1, len(reduced)):
        row = reduced[k]
        result.append(fsum(map(mul, row, result)) + scale * right[k] / row[-1])
    return result


def balance(eliminated: Eliminated) -> list[float]:
    """The left eigenvector of a matrix of shares, summing to 1.

    It is the product of the left and right eigenvectors of the matrix that the shares come from.

    Args:
        eliminated: The matrix of shares, with nothing to spare.
    """
    reduced, columns = eliminated
    result = [1.0]
    for k in range(1, len(columns)):
        result.append(fsum(map(mul, columns[k], result)) / reduced[k][-1])
    total = fsum(result)
    return [x / total for x in result]


def potentials(eliminated: Eliminated, right: Sequence[float]) -> list[float]:
    """Solve (I - P) y = right for y up to a constant, P being a matrix of shares.

    Args:
        eliminated: P, with nothing to spare.
        right: n; its mean under `balance` is 0.
    """
    reduced, columns = eliminated
    values = list(right)
    for k in range(len(reduced) - 1, 0, -1):
        own = values[k] / reduced[k][-1]
        for i, above in enumerate(columns[k]):
            values[i] += above * own
    result = [0.0]
    for k in range(1, len(reduced)):
        row = reduced[k]
        result.append(fsum(map(mul, row, result)) + values[k] / row[-1])
    return result
