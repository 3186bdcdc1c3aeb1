"""Certain scores and a set of weights, all of it equally likely: what of it can be had in time.

How long each part takes is foretold of the numbers of options and of corners of the set, so that
nothing is begun that would only be given up.
"""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats
from policyscore.analysis.robustness.draws.sampling import MOST_PAIRED
from policyscore.analysis.robustness.exact.first import exact_first
from policyscore.analysis.robustness.exact.pairwise import MOST_OPTIONS, expected_ranks
from policyscore.analysis.robustness.exact.parts import (
    ExactParts,
    ranks_with_excluded,
    table_with_excluded,
    with_excluded,
    without_crumbs,
)
from policyscore.analysis.robustness.exact.ranks import exact_pairwise, exact_ranks
from policyscore.analysis.robustness.exact.sets import WeightSet
from policyscore.analysis.robustness.exact.slices import MOST_CORNERS as MOST_RANKED
from policyscore.analysis.robustness.exact.triangulation import MOST_CORNERS as MOST_CUT
from policyscore.analysis.robustness.uncertain.simplex_points import simplex

SECONDS = 0.45
"""What all that is tried may take, on a processor of 2020."""

_PER_PAIR = 1.5e-7  # seconds
_PER_NUMBER = 7e-9  # of Ali's table of a pair
_PER_STEP = 4.5e-7  # of `exact_first`
_PER_SLICE = 2.5e-8  # of the numbers that `exact_ranks` looks at
_MOST_WON = 3.0  # seconds that drawing may be foretold to take
_MOST_WINNERS = {6: 28, 7: 17, 8: 8, 9: 8}  # by the number of corners; with more it takes seconds
_POINTS = 1000  # of the set, of which the winners are looked for


@dataclass(frozen=True, slots=True)
class Tried:
    """What is worth trying.

    Attributes:
        pairs: Whether all pairs can be compared in time.
        first: Whether first places may be had.
        ranks: Whether all ranks may be had.
    """

    pairs: bool
    first: bool
    ranks: bool

    @property
    def anything(self) -> bool:
        """Whether there is anything."""
        return self.pairs or self.first or self.ranks


def worth_trying(options: int, weights: WeightSet) -> Tried:
    """What may be had in time, of the numbers of options and corners alone."""
    corners = len(weights.corners)
    few = options <= MOST_OPTIONS
    return Tried(
        few
        and (weights.is_simplex or corners <= MOST_CUT)
        and _pairs_seconds(options, corners) <= SECONDS,
        few and corners <= MOST_CUT,
        few and corners <= MOST_RANKED,
    )


def _pairs_seconds(options: int, corners: int) -> float:
    return options**2 / 2 * (_PER_PAIR + _PER_NUMBER * corners**2 / 4)


def parts_of_set(values: Floats, excluded: Bools, weights: WeightSet, drawing: float) -> ExactParts:
    """All parts that can be had in time.

    Args:
        values: Shape (options, criteria), from 0 to 100 or the like.
        excluded: Shape (options,): which options miss a requirement.
        weights: The set.
        drawing: How many seconds drawing would take, which are won if all parts are had.
    """
    there = values[~excluded]
    options = len(values)
    out = np.where(excluded, 1.0, 0.0)
    if not len(there):
        nothing = np.zeros((options, options))
        never = np.full(values.shape, np.nan)
        table = nothing if options <= MOST_PAIRED else None
        return ExactParts(out, np.zeros(options), nothing, never[:, 0], table, never)
    tried = worth_trying(len(there), weights)
    left = SECONDS
    first = central = ranks = expected = winning = None
    if tried.pairs:
        most = int(left / _PER_STEP)
        winning = exact_pairwise(there, weights, work=most, numbers=int(left / _PER_NUMBER))
        left -= _pairs_seconds(len(there), len(weights.corners))
    if winning is not None:
        expected = with_excluded(excluded, expected_ranks(winning), np.nan)
        winning = table_with_excluded(excluded, winning)
    if tried.first and not _many_winners(weights.totals(there)):
        found = exact_first(there, weights, work=int(left / _PER_STEP))
        if found is not None:
            first = with_excluded(excluded, without_crumbs(found.acceptability), 0.0)
            central = with_excluded(excluded, found.central, np.nan)
            central[first <= 0] = np.nan
    if tried.ranks:
        won = min(drawing, _MOST_WON) if first is not None else 0.0
        ranks = exact_ranks(there, weights, work=int((left + won) / _PER_SLICE))
        if ranks is not None:
            ranks = ranks_with_excluded(excluded, without_crumbs(ranks))
            if first is None:
                first = ranks[:, 0].copy()
            ranks[:, 0] = first  # which of the two is rounded less is worked out in whole numbers
    return ExactParts(
        out, first, ranks, expected, winning if options <= MOST_PAIRED else None, central
    )


def _many_winners(totals: Floats) -> bool:
    """Whether so many options can be first that the roof over them has too many corners.

    Args:
        totals: Shape (options, corners).
    """
    most = _MOST_WINNERS.get(totals.shape[1])
    if most is None or len(totals) <= most:
        return False
    dice = np.random.Generator(np.random.PCG64(0))
    shares = simplex(dice.random((totals.shape[1] - 1, _POINTS)))
    best = np.zeros((len(totals), _POINTS))
    for column, share in zip(totals.T, shares, strict=True):
        best += column[:, None] * share
    return len(np.unique(best.argmax(axis=0))) > most
