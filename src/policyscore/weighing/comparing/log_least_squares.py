"""Weights that fit stated ratios best: least squares of their logarithms.

Crawford & Williams (1985), "A note on the analysis of subjective judgment matrices", *Journal of
Mathematical Psychology* 29(4):387-405; for incomplete sets Bozoki, Fulop & Ronyai (2010), "On
optimal completion of incomplete pairwise comparison matrices", *Mathematical and Computer
Modelling* 52(1-2):318-333, section 4: a graph's Laplacian system.
"""

from collections.abc import Sequence
from math import exp, fsum, log
from typing import NamedTuple

Ratio = tuple[str, str, float]


class Solved(NamedTuple):
    """Weights that fit a set of ratios.

    Attributes:
        weights: Name to weight, all above 0, summing to 1.
        worst: The number of the ratio that the others contradict most, and the factor by which it
            exceeds what they imply; None if no ratio is implied by others.
    """

    weights: dict[str, float]
    worst: tuple[int, float] | None


def solve(ratios: Sequence[Ratio]) -> Solved:
    """Find the weights whose logarithms fit the ratios best.

    Args:
        ratios: Two names and the weight of the first over that of the second, above 0. They
            connect all names, of which there are few unless the ratios form a tree: it takes
            time in proportion to the cube of their number.
    """
    names = list(dict.fromkeys(name for a, b, _ in ratios for name in (a, b)))
    if len(ratios) == len(names) - 1:
        return Solved(_normalised(_along_tree(ratios)), None)
    index = {name: i for i, name in enumerate(names)}
    inverse = _inverse_of_reduced_laplacian(
        [(index[a], index[b]) for a, b, _ in ratios], len(names)
    )
    right = [0.0] * len(names)
    for a, b, ratio in ratios:
        right[index[a]] += log(ratio)
        right[index[b]] -= log(ratio)
    logs = [fsum(map(float.__mul__, row, right)) for row in inverse]
    worst = None
    for number, (a, b, ratio) in enumerate(ratios):
        i, j = index[a], index[b]
        leverage = inverse[i][i] + inverse[j][j] - 2 * inverse[i][j]
        if leverage > 1 - 1e-9:
            continue  # nothing else connects the two
        deleted = (log(ratio) - (logs[i] - logs[j])) / (1 - leverage)
        if worst is None or abs(deleted) > abs(worst[1]) + 1e-12:
            worst = (number, deleted)
    weights = _normalised({name: logs[i] for name, i in index.items()})
    return Solved(weights, worst and (worst[0], exp(worst[1])))


def _normalised(logs: dict[str, float]) -> dict[str, float]:
    top = max(logs.values())
    raw = {name: exp(x - top) for name, x in logs.items()}
    total = fsum(raw.values())
    return {name: x / total for name, x in raw.items()}


def _along_tree(ratios: Sequence[Ratio]) -> dict[str, float]:
    """Logarithms of the weights, from one name to the next."""
    beside: dict[str, list[tuple[str, float]]] = {}
    for a, b, ratio in ratios:
        beside.setdefault(a, []).append((b, -log(ratio)))
        beside.setdefault(b, []).append((a, log(ratio)))
    start = next(iter(beside))
    found, waiting = {start: 0.0}, [start]
    while waiting:
        here = waiting.pop()
        for name, step in beside[here]:
            if name not in found:
                found[name] = found[here] + step
                waiting.append(name)
    return found


def _inverse_of_reduced_laplacian(edges: Sequence[tuple[int, int]], n: int) -> list[list[float]]:
    """Invert a graph's Laplacian with the last node held at 0, whose row and column are zero."""
    laplacian = [[0.0] * n for _ in range(n)]
    for i, j in edges:
        laplacian[i][i] += 1
        laplacian[j][j] += 1
        laplacian[i][j] -= 1
        laplacian[j][i] -= 1
    m = n - 1
    rows = [laplacian[i][:m] + [float(i == j) for j in range(m)] for i in range(m)]
    for column in range(m):  # positive definite, so no pivoting is needed
        pivot = rows[column][column]
        rows[column] = [x / pivot for x in rows[column]]
        for other in range(m):
            factor = rows[other][column]
            if other != column and factor:
                rows[other] = [
                    x - factor * y for x, y in zip(rows[other], rows[column], strict=True)
                ]
    return [[*row[m:], 0.0] for row in rows] + [[0.0] * n]
