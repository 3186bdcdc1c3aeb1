"""Comparisons arranged in a matrix of logarithms, n × n.

Everything is kept in logarithms and scaled before it is exponentiated, so that no contradiction
among ratios, however large, overflows or vanishes.
"""

from collections.abc import Sequence
from math import fsum

from policyscore.weighing.comparing.comparisons import Comparisons, connect, log_ratio
from policyscore.weighing.comparing.linear_equations import solve

Logs = list[list[float | None]]
"""For each pair of places the log of the first over the second; None where nothing is stated."""


def log_matrix(names: Sequence[str], comparisons: Comparisons) -> Logs:
    """Arrange comparisons in a matrix.

    Args:
        names: The names, each once, in the order of rows and columns.
        comparisons: Ratios between 1/1000 and 1000 that connect the names.

    Raises:
        ValueError: A pair is stated twice, a name is compared with itself or with one that is
            not in `names`, a ratio is out of range, or the comparisons do not connect the names.
    """
    place = {name: k for k, name in enumerate(names)}
    count = len(names)
    logs: Logs = [[0.0 if i == j else None for j in range(count)] for i in range(count)]
    for (one, other), ratio in comparisons.items():
        if one not in place or other not in place:
            raise ValueError("A comparison has a name that is not weighed.")
        i, j = place[one], place[other]
        if logs[i][j] is not None:
            raise ValueError("A comparison is of two names, and each pair is stated once.")
        logs[i][j] = log_ratio(ratio)
        logs[j][i] = -log_ratio(ratio)
    if not connect(names, comparisons):
        raise ValueError("The comparisons do not connect the names.")
    return logs


def least_squares(logs: Logs) -> list[float]:
    """The logs of the weights that fit the stated logs best, by least squares.

    Where everything is stated these are the means of the rows, so the weights are the rows'
    geometric means (Crawford & Williams 1985, Journal of Mathematical Psychology 29:387-405).
    Otherwise they solve the Laplacian system of the statements (Bozóki, Fülöp & Rónyai 2010,
    Mathematical and Computer Modelling 52:318-333).

    Args:
        logs: n × n, connected.

    Returns:
        n logs, up to a constant.
    """
    count = len(logs)
    stated = [[x for x in row if x is not None] for row in logs]
    if all(len(row) == count for row in stated):
        return [fsum(row) / count for row in stated]
    # The first log is 0, which leaves n - 1 equations.
    laplacian = [
        [
            len(stated[i]) - 1.0 if i == j else -1.0 * (logs[i][j] is not None)
            for j in range(1, count)
        ]
        for i in range(1, count)
    ]
    return [0.0, *solve(laplacian, [fsum(row) for row in stated[1:]])]
