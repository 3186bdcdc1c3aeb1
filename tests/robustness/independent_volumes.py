"""Exact shares of ranks for fixed scores, from hulls of polytopes: nothing of `src` is used here.

Every order of the options holds in a polytope of weights: totals fall along it. Its volume comes
from the corners that `scipy.spatial.HalfspaceIntersection` finds and their hull (Qhull), its
middle from a fan of simplices to the facets of the hull. For a handful of options all orders can
be gone through.
"""

from dataclasses import dataclass
from itertools import pairwise, permutations
from math import factorial

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.spatial import ConvexHull, HalfspaceIntersection

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Exact:
    """Exact figures; `ranks` (options, ranks), `better` (options, options), `central` (options,
    criteria), not a number where an option is never first."""

    ranks: Floats
    better: Floats
    central: Floats


def body(rows: Floats) -> tuple[float, Floats]:
    """Volume and middle of all shares u >= 0 that sum to 1 with `rows` @ u >= 0.

    The volume is a share of that of the simplex.
    """
    size = rows.shape[1]
    every = np.vstack([rows, np.eye(size)])
    # The last share is what the others leave: each row becomes a . x + c >= 0.
    slopes, level = every[:, :-1] - every[:, -1:], every[:, -1]
    norms = np.linalg.norm(slopes, axis=1)
    found = linprog(
        np.r_[np.zeros(size - 1), -1.0],
        A_ub=np.c_[-slopes, norms],
        b_ub=level,
        bounds=[*[(None, None)] * (size - 1), (None, None)],
    )
    if found.status != 0 or found.x[-1] < 1e-9:
        return 0.0, np.full(size, np.nan)
    if size == 2:
        rising, falling = slopes[:, 0] > 0, slopes[:, 0] < 0
        low = float((-level[rising] / slopes[rising, 0]).max())
        high = float((-level[falling] / slopes[falling, 0]).min())
        middle = (low + high) / 2
        return high - low, np.array([middle, 1 - middle])
    corners = HalfspaceIntersection(np.c_[-slopes, -level], found.x[:-1]).intersections
    hull = ConvexHull(corners)
    # A fan of simplices from a point inside to every facet.
    arms = corners[hull.simplices] - found.x[:-1]
    sizes = np.abs(np.linalg.det(arms))
    middle = found.x[:-1] + sizes @ arms.sum(axis=1) / (size * sizes.sum())
    return hull.volume * factorial(size - 1), np.r_[middle, 1 - middle.sum()]


def exact(values: Floats, corners: Floats, rows: Floats) -> Exact:
    """Go through all orders of the options.

    Args:
        values: Shape (options, criteria).
        corners: Weights at the corners of a simplex, shape (corners, criteria).
        rows: Cuts of it: `rows` @ weights >= 0, shape (cuts, criteria).
    """
    totals, cuts = values @ corners.T, rows @ corners.T
    count = len(values)
    ranks, better = np.zeros((count, count)), np.zeros((count, count))
    first = np.zeros((count, len(corners)))
    whole, _ = body(cuts)
    for order in permutations(range(count)):
        falls = np.array([totals[a] - totals[b] for a, b in pairwise(order)])
        volume, middle = body(np.vstack([cuts, falls]))
        if volume == 0:
            continue
        for rank, option in enumerate(order):
            ranks[option, rank] += volume / whole
            better[option, list(order[rank + 1 :])] += volume / whole
        first[order[0]] += volume / whole * middle
    with np.errstate(invalid="ignore"):
        central = first / ranks[:, :1] @ corners
    return Exact(ranks, better, central)
