"""Uniform points of the simplex, made of uniform numbers by exactly rounded operations alone."""

from collections.abc import Sequence

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.uncertain.same_bits import root


def simplex(uniform: Floats, *, even: bool = False) -> Floats:
    """Uniform points of the standard simplex, shape (names, *lanes).

    Args:
        uniform: Uniform numbers, shape (names - 1, *lanes); overwritten.
        even: Whether to draw by a continuous map of the cube, by breaking a stick: what is left
            after a piece for one of n names is a root of degree n - 1 of a uniform number.
    """
    if even or not len(uniform):
        return _stick(uniform)
    ordered = sort_rows(uniform)
    drawn = np.empty((len(uniform) + 1, *ordered.shape[1:]))
    drawn[0] = ordered[0]
    np.subtract(ordered[1:], ordered[:-1], out=drawn[1:-1])
    np.subtract(1.0, ordered[-1], out=drawn[-1])
    return drawn


def _stick(uniform: Floats) -> Floats:
    """Pieces of a stick, shape (names, *lanes), from uniform numbers for all names but one."""
    drawn = np.empty((len(uniform) + 1, *uniform.shape[1:]))
    drawn[0] = 1.0
    for k, each in enumerate(uniform):
        np.multiply(drawn[k], root(each, len(uniform) - k), out=drawn[k + 1])
        drawn[k] -= drawn[k + 1]
    return drawn


_NETWORK = 24  # up to so many rows, exchanging whole rows is faster than sorting each column


def sort_rows(rows: Floats) -> Floats:
    """Sort each column of rows, in place, so that row 0 has the least of all.

    A few rows are sorted by Batcher's merge exchange (Knuth 1998, *The Art of Computer
    Programming* 3, algorithm 5.2.2M), which compares whole rows.
    """
    if len(rows) > _NETWORK:
        rows.sort(axis=0)
        return rows
    spare = np.empty(rows.shape[1:])
    for low, high in exchanges(len(rows)):
        np.minimum(rows[low], rows[high], out=spare)
        np.maximum(rows[low], rows[high], out=rows[high])
        rows[low] = spare
    return rows


def exchanges(count: int) -> Sequence[tuple[int, int]]:
    """The pairs of places that merge exchange compares, in its order."""
    found = []
    top = 1 << max((count - 1).bit_length() - 1, 0)
    p = top
    while p > 0:
        q, r, d = top, 0, p
        while True:
            found += [(i, i + d) for i in range(count - d) if i & p == r]
            if q == p:
                break
            d, q, r = q - p, q >> 1, p
        p >>= 1
    return found
