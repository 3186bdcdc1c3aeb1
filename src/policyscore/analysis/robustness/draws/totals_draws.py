"""Totals of all options in a chunk of draws: weights times values, added up criterion by criterion.

Totals are rounded to steps of 2**-30, about 1e-9, the difference below which totals tie in a
ranking. What is equal by the rules of arithmetic is then equal in the computer, too; and the last
bits of every total are free to hold the number of its option while totals are sorted.
"""

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats
from policyscore.analysis.robustness.draws.score_draws import SlabDraws

_STEP = 2.0**22  # beside it a float goes in steps of 2**-30
_MOST = 1 << 18  # numbers of an array that is worked on


def add_up(totals: Floats, drawn: SlabDraws, weights: Floats) -> None:
    """Work out the totals of the options of a slab.

    Args:
        totals: Where they go, shape (options, weights per scores, draws of scores).
        drawn: The values, shape (options, criteria, draws of scores or 1).
        weights: Shape (criteria, weights per scores or 1, draws of scores or 1).
    """
    values = drawn.values[:, :, None, :]
    per_option = totals.shape[1] * totals.shape[2]
    some = max(1, _MOST // per_option)
    spare = np.empty((min(some, len(totals)), *totals.shape[1:]))
    for first in range(0, len(totals), some):
        part, of = totals[first : first + some], values[first : first + some]
        np.multiply(of[:, 0], weights[0], out=part)
        product = spare[: len(part)]
        for j in range(1, len(weights)):
            np.multiply(of[:, j], weights[j], out=product)
            part += product
    finish(totals, drawn)


def finish(totals: Floats, drawn: SlabDraws) -> None:
    """Round totals to their steps, and put those of excluded options last.

    Args:
        totals: Shape (options, weights per scores, draws of scores).
        drawn: What they were made of.
    """
    # One is added so that 0 is left for those that are excluded.
    totals += _STEP + 1.0
    totals -= _STEP
    if drawn.excluded is not None:
        np.copyto(totals, 0.0, where=_lanes(drawn.excluded))


def _lanes(excluded: Bools) -> Bools:
    return excluded[:, None, :]
