"""Sets of admissible weights made by Hypothesis, with all their extreme points by brute force."""

from itertools import accumulate, combinations
from typing import Any

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from policyscore.analysis.admissible_sets import AdmissibleSet, Band, Fixed, Leaf, Node, Open
from policyscore.analysis.dominance.arrays import Floats
from policyscore.analysis.dominance.linear_constraints import Constraints, constraints

few = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
CRITERIA = ("a", "b", "c", "d", "e")
EIGHTHS = st.integers(0, 8).map(lambda k: k / 8)
VALUES = st.integers(0, 20).map(lambda k: k * 5.0)


def _shares(draw: st.DrawFn, count: int) -> list[float]:
    parts = [draw(st.integers(1, 6)) for _ in range(count)]
    return [part / sum(parts) for part in parts]


def _fixed(draw: st.DrawFn, members: tuple[Node, ...]) -> Node:
    return Fixed(members, tuple(_shares(draw, len(members))))


def _any(draw: st.DrawFn, members: tuple[Node, ...]) -> Node:
    del draw
    return Open(members, tuple((Band((place,), 0.0, 1.0),) for place in range(len(members))))


def _ordered(draw: st.DrawFn, members: tuple[Node, ...]) -> Node:
    bands = _bands(draw, list(range(len(members))))
    return Open(members, (tuple(Band(band, 0.0, 1.0) for band in bands),))


def _ranges(draw: st.DrawFn, members: tuple[Node, ...]) -> Node:
    """Ranges around some shares, along an order for some of the members."""
    places = list(range(len(members)))
    chained = draw(st.integers(0, len(members)))
    shares = sorted(_shares(draw, len(members)), reverse=True)
    bands = _bands(draw, places[:chained])
    chains = [bands] if bands else []
    chains += [[(place,)] for place in places[chained:]]
    made = []
    for chain in chains:
        means = [sum(shares[place] for place in band) / len(band) for band in chain]
        lows = [mean * draw(EIGHTHS) for mean in means]
        highs = [mean + (1 - mean) * draw(EIGHTHS) for mean in means]
        lows = [*accumulate(lows[::-1], max)][::-1]
        highs = [*accumulate(highs, min)]
        made.append(tuple(map(Band, chain, lows, highs)))
    return Open(members, tuple(made))


def _bands(draw: st.DrawFn, places: list[int]) -> list[tuple[int, ...]]:
    """Places cut into bands of one or two."""
    bands: list[tuple[int, ...]] = []
    while places:
        size = min(draw(st.sampled_from([1, 1, 2])), len(places))
        bands.append(tuple(places[:size]))
        places = places[size:]
    return bands


LEVELS = (_fixed, _any, _ordered, _ranges, _ranges)


def _level(draw: st.DrawFn, members: tuple[Node, ...]) -> Node:
    return members[0] if len(members) == 1 else draw(st.sampled_from(LEVELS))(draw, members)


@st.composite
def _sets(draw: st.DrawFn) -> AdmissibleSet:
    count = draw(st.integers(1, 5))
    leaves: list[Node] = [Leaf(key) for key in CRITERIA[:count]]
    if count > 2 and draw(st.booleans()):
        cut = draw(st.integers(1, count - 1))
        leaves = [_level(draw, tuple(leaves[:cut])), *leaves[cut:]]
    return AdmissibleSet(CRITERIA[:count], _level(draw, tuple(leaves)))


SETS = _sets()


@st.composite
def _tables(draw: st.DrawFn) -> tuple[AdmissibleSet, Floats]:
    admissible = draw(SETS)
    count = len(admissible.criteria)
    rows = draw(st.lists(st.tuples(*[VALUES] * count), min_size=1, max_size=5))
    return admissible, np.array(rows, dtype=float)


TABLES = _tables()


def extreme_points(admissible: AdmissibleSet) -> Floats:
    """All extreme points of a small set, as weights of the criteria; p × m.

    Every choice of as many constraints as there are unknowns is solved as equations; what meets all
    constraints is an extreme point.
    """
    found = constraints(admissible)
    equations, bounds = _as_inequalities(found)
    unknowns = found.weights.shape[1]
    if unknowns == 1:
        return found.weights.T
    points = []
    fixed = [row for row, bound in enumerate(bounds) if bound[0] == bound[1]]
    others = [row for row in range(len(bounds)) if row not in fixed]
    for chosen in combinations(others, max(unknowns - len(fixed), 0)):
        rows = [*fixed, *chosen]
        matrix = equations[rows]
        if np.linalg.matrix_rank(matrix) < unknowns:
            continue
        right = [
            max(bounds[row][0], -1e9) if bounds[row][0] > -1e9 else bounds[row][1] for row in rows
        ]
        point = np.linalg.lstsq(matrix, np.array(right), rcond=None)[0]
        values = equations @ point
        if all(
            low - 1e-9 <= v <= high + 1e-9 for v, (low, high) in zip(values, bounds, strict=True)
        ):
            points.append(found.weights @ point)
    return np.array(points)


def _as_inequalities(found: Constraints) -> tuple[Floats, list[tuple[float, float]]]:
    """The rows and `x >= 0` as one matrix, each with its bounds."""
    unknowns = found.weights.shape[1]
    matrix = np.zeros((len(found.rows) + unknowns, unknowns))
    bounds = []
    for place, row in enumerate(found.rows):
        for unknown, coefficient in row.coefficients.items():
            matrix[place, unknown] += coefficient
        bounds.append((row.low, row.high))
    matrix[len(found.rows) :] = np.eye(unknowns)
    return matrix, bounds + [(0.0, float("inf"))] * unknowns


def by_linear_program(found: Constraints, costs: Floats, **more: Any) -> float:
    """The greatest value of `costs @ weights`, by SciPy."""
    from scipy.optimize import linprog

    matrix, bounds = _as_inequalities(found)
    rows, sides = [], []
    for row, (low, high) in zip(matrix, bounds, strict=True):
        if np.isfinite(high):
            rows.append(row)
            sides.append(high)
        if np.isfinite(low):
            rows.append(-row)
            sides.append(-low)
    done = linprog(-(costs @ found.weights), A_ub=np.array(rows), b_ub=np.array(sides), **more)
    assert done.status == 0, done.message
    return -float(done.fun)
