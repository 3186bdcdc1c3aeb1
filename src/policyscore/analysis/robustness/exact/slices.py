"""How likely 0, 1, 2 ... of some planes have a point of a simplex on their upper side, exactly.

A simplex of up to three dimensions is cut into slices parallel to the side opposite its first
corner. Between two slices through points where planes meet each other or the sides, the share
asked for is a polynomial of the slice's place, of a degree one below the dimension; so a mean
over one slice (triangles) or two (tetrahedra; Gauss's points) is exact, not an approximation. A
line has its crossings. Where a meeting point is badly conditioned, the shares on its two sides
hardly differ, so rounding stays rounding.
"""

from itertools import combinations
from math import comb

import numpy as np

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.analysis.robustness.exact.crossings import crossings

MOST_CORNERS = 4
_AT_A_TIME = 400_000  # numbers laid out at a time
_GAUSS = {3: np.array([0.5]), 4: np.array([0.5 - 0.75**0.5 / 3, 0.5 + 0.75**0.5 / 3])}


def above_shares(planes: Floats, sizes: Ints, most: int) -> Floats:
    """How likely 0, 1, 2 ... options are above one, all points of a simplex alike.

    Args:
        planes: Shape (others, corners), of 1 to 4 corners: how much more each other is worth at
            each. None is 0 everywhere.
        sizes: Shape (others,): for how many options each of the others stands.
        most: How many options may be above.

    Returns:
        Shape (most + 1,): sums to 1.
    """
    shares = np.zeros(most + 1)
    always = (planes >= 0).all(axis=1)
    base = int(sizes[always].sum())
    mixed = ~always & ~(planes <= 0).all(axis=1)
    _add(planes[None, mixed], sizes[mixed], np.ones(1), shares[base:])
    return shares


def slicing_work(planes: Floats) -> int:
    """About how many numbers `above_shares` has to look at."""
    mixed = int(((planes > 0).any(axis=1) & (planes < 0).any(axis=1)).sum())
    corners = planes.shape[1]
    if corners < 3:
        return mixed
    one_level = comb(mixed + 2, 2) * mixed
    return one_level if corners == 3 else comb(mixed + 3, 3) * one_level


def _add(planes: Floats, sizes: Ints, weights: Floats, shares: Floats) -> None:
    """Add the shares of a batch of simplices, weighted.

    Args:
        planes: Shape (simplices, others, corners).
        sizes: Shape (others,).
        weights: Shape (simplices,).
        shares: What is added to.
    """
    corners = planes.shape[2]
    if not len(sizes) or corners == 1:
        above = (planes[..., 0] > 0) @ sizes if len(sizes) else np.zeros(len(planes), dtype=int)
        shares += np.bincount(above, weights, len(shares))[: len(shares)]
    elif corners == 2:
        places, counts = crossings(planes, sizes)
        parts = np.diff(places, axis=-1) * weights[:, None]
        shares += np.bincount(counts.ravel(), parts.ravel(), len(shares))
    else:
        for batch, weight in _batches(planes, weights):
            _add_slices(batch, sizes, weight, shares)


def _batches(planes: Floats, weights: Floats) -> list[tuple[Floats, Floats]]:
    """The simplices in parts whose meeting points can be laid out at once."""
    others, corners = planes.shape[1:]
    step = max(1, _AT_A_TIME // (comb(others + 2, 2) * others * corners))
    starts = range(0, len(planes), step)
    return [(planes[at : at + step], weights[at : at + step]) for at in starts]


def _add_slices(planes: Floats, sizes: Ints, weights: Floats, shares: Floats) -> None:
    corners = planes.shape[2]
    places = _meeting_places(planes)
    width = np.diff(places, axis=1)
    for point in _GAUSS[corners]:
        at = places[:, :-1] + point * width
        weight = weights[:, None] * width / len(_GAUSS[corners]) * (corners - 1)
        weight *= at ** (corners - 2)
        used = weight.ravel() > 0
        simplex = np.repeat(np.arange(len(planes)), at.shape[1])[used]
        step = max(1, _AT_A_TIME // planes[0].size)
        spots, weighed = at.ravel()[used], weight.ravel()[used]
        for first in range(0, len(spots), step):
            of = slice(first, first + step)
            x = spots[of, None, None]
            of_planes = planes[simplex[of]]
            slices = (1 - x) * of_planes[..., :1] + x * of_planes[..., 1:]
            _add(slices, sizes, weighed[of], shares)


def _meeting_places(planes: Floats) -> Floats:
    """How far from the first corner planes meet each other or the sides, in order.

    Args:
        planes: Shape (simplices, others, corners).

    Returns:
        Shape (simplices, places): from 0, at the corner, to 1, at the side opposite.
    """
    count, _, corners = planes.shape
    sides = np.broadcast_to(np.eye(corners)[1:], (count, corners - 1, corners))
    forms = np.concatenate([planes, sides], axis=1)
    # A factor for each plane changes no meeting point, but keeps the products in range.
    forms = forms / np.abs(forms).max(axis=2, keepdims=True, initial=1e-300)
    chosen = np.array([*combinations(range(forms.shape[1]), corners - 1)], dtype=np.intp)
    points = _common_points(forms[:, chosen])
    with np.errstate(divide="ignore", invalid="ignore"):
        points = points / points.sum(axis=2, keepdims=True)
    inside = np.isfinite(points).all(axis=2) & (points > -1e-9).all(axis=2)
    places = np.sort(np.where(inside, np.clip(1 - points[..., 0], 0.0, 1.0), 0.0), axis=1)
    places = places[:, max(0, places.shape[1] - int(inside.sum(axis=1).max())) :]
    ends = np.zeros((count, 1)), np.ones((count, 1))
    return np.concatenate([ends[0], places, ends[1]], axis=1)


def _common_points(forms: Floats) -> Floats:
    """The points, up to a factor, where as many forms as there are dimensions are all 0.

    Args:
        forms: Shape (..., corners - 1, corners), of 3 or 4 corners.
    """
    if forms.shape[-1] == 3:
        crossed: Floats = np.cross(forms[..., 0, :], forms[..., 1, :])
        return crossed
    parts = [
        (-1) ** left_out * _determinant(np.delete(forms, left_out, axis=-1))
        for left_out in range(4)
    ]
    return np.stack(parts, axis=-1)


def _determinant(rows: Floats) -> Floats:
    """Determinants of tables of three rows."""
    result: Floats = (rows[..., 0, :] * np.cross(rows[..., 1, :], rows[..., 2, :])).sum(axis=-1)
    return result
