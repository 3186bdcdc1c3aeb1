"""The centroid of a small polytope from its inequalities alone: corners, triangulation, means.

All in fractions: a corner is where enough inequalities hold with equality (tried one by one), and
a face is cut into simplices from one of its corners to those of its facets without that corner
(Cohen & Hickey 1979).
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import prod

from policyscore.weighing.sets.admissible import AdmissibleWeights

Row = tuple[Fraction, ...]
"""Coefficients and, last, the constant: their sum is >= 0, or = 0."""


def rows_of(weights: AdmissibleWeights) -> tuple[list[Row], list[Row]]:
    """Inequalities and equalities as stated, nothing being tightened."""
    names = weights.names

    def row(constant: Fraction | int, **coefficients: int) -> Row:
        return (*(Fraction(coefficients.get(name, 0)) for name in names), Fraction(constant))

    at_least = [row(-weights.lows[name], **{name: 1}) for name in names]
    at_most = [row(weights.highs[name], **{name: -1}) for name in names]
    ties = [row(0, **{tied[0]: 1, name: -1}) for tied in weights.order for name in tied[1:]]
    falls = [
        row(0, **{above[0]: 1, below[0]: -1})
        for above, below in zip(weights.order, weights.order[1:], strict=False)
    ]
    return [*at_least, *at_most, *falls], [row(-1, **dict.fromkeys(names, 1)), *ties]


def reduced(rows: Sequence[Row]) -> list[list[Fraction]]:
    """Gauss and Jordan's reduced form, without rows of zeros."""
    matrix, done = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((i for i in range(done, len(matrix)) if matrix[i][column]), None)
        if pivot is None:
            continue
        matrix[done], matrix[pivot] = matrix[pivot], matrix[done]
        matrix[done] = [entry / matrix[done][column] for entry in matrix[done]]
        for i, row in enumerate(matrix):
            if i != done and row[column]:
                matrix[i] = [a - row[column] * b for a, b in zip(row, matrix[done], strict=True)]
        done += 1
    return matrix[:done]


def value(row: Row, point: Row) -> Fraction:
    """What an inequality leaves over at a point."""
    return sum((a * x for a, x in zip(row, point, strict=False)), row[-1])


def corners(inequalities: Sequence[Row], equalities: Sequence[Row]) -> list[Row]:
    """All corners, in the order of their coordinates."""
    size = len(equalities[0]) - 1
    found = set()
    for tight in combinations(inequalities, size - len(equalities)):
        solved = reduced([*equalities, *tight])
        if len(solved) == size and all(row[i] for i, row in enumerate(solved)):
            point = tuple(-row[-1] for row in solved)
            if all(value(row, point) >= 0 for row in inequalities):
                found.add(point)
    return sorted(found)


def dimension(points: Sequence[Row]) -> int:
    """The dimension of what the points span."""
    return len(reduced([tuple(a - b for a, b in zip(p, points[0], strict=True)) for p in points]))


def simplices(points: Sequence[Row], inequalities: Sequence[Row]) -> Iterator[list[Row]]:
    """Cut the polytope with these corners into simplices."""
    size = dimension(points)
    if size == 0:
        yield [points[0]]
        return
    facets = {
        tuple(p for p in points if value(row, p) == 0)
        for row in inequalities
        if value(row, points[0]) != 0
    }
    for facet in facets:
        if facet and dimension(facet) == size - 1:
            for simplex in simplices(facet, inequalities):
                yield [points[0], *simplex]


def volume(simplex: Sequence[Row], columns: Sequence[int]) -> Fraction:
    """The volume of a simplex seen along some coordinates, up to a factor for all."""
    matrix = [[p[c] - simplex[0][c] for c in columns] for p in simplex[1:]]
    pivots = []
    while matrix:
        row = next((row for row in matrix if row[0]), None)
        if row is None:
            return Fraction(0)
        matrix.remove(row)
        pivots.append(row[0])
        matrix = [
            [a - other[0] / row[0] * b for a, b in zip(other[1:], row[1:], strict=True)]
            for other in matrix
        ]
    return abs(prod(pivots, start=Fraction(1)))


def centroid_by_cutting(weights: AdmissibleWeights) -> dict[str, Fraction] | None:
    """The centroid, or None for an empty set."""
    inequalities, equalities = rows_of(weights)
    points = corners(inequalities, equalities)
    if not points:
        return None
    spread = reduced([tuple(a - b for a, b in zip(p, points[0], strict=True)) for p in points])
    columns = [next(i for i, entry in enumerate(row) if entry) for row in spread]
    total, sums = Fraction(0), [Fraction(0)] * len(weights.names)
    for simplex in simplices(points, inequalities):
        part = volume(simplex, columns)
        total += part
        for i, coordinates in enumerate(zip(*simplex, strict=True)):
            sums[i] += part * sum(coordinates) / len(simplex)
    return {name: x / total for name, x in zip(weights.names, sums, strict=True)}
