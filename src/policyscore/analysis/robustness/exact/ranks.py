"""How often each option takes each rank, for fixed scores and up to three free weights, exactly.

SMAA-2's rank acceptability (Lahdelma & Salminen 2001, "SMAA-2: stochastic multicriteria
acceptability analysis for group decision making", *Operations Research* 49(3):444-454) as volumes.
With one free weight 2,000 options take about a second, with two a hundred, with three twenty: all
planes on which two options tie count, not only those of the best. Pairwise winning indices need no
such room; they are had wherever the set of weights can be taken apart.
"""

import numpy as np
from numpy.typing import ArrayLike

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.exact.pairwise import (
    MOST_OPTIONS,
    pairwise_winning,
    spread_out,
    winning_shares,
)
from policyscore.analysis.robustness.exact.sets import WeightSet
from policyscore.analysis.robustness.exact.slices import MOST_CORNERS, above_shares, slicing_work
from policyscore.analysis.robustness.exact.ties import checked, merged, shared_ranks
from policyscore.analysis.robustness.exact.triangulation import (
    NO_ROOM,
    Pieces,
    simplex_pieces,
)
from policyscore.analysis.robustness.exact.triangulation import (
    WORK as PIECES_WORK,
)
from policyscore.scoring.ranking import TIE

WORK = 120_000_000  # numbers looked at: up to four seconds
_CELLS = 400_000_000  # of Ali's tables for pairs in cut sets: up to three seconds
_AT_A_TIME = 2_000_000


def exact_ranks(
    values: ArrayLike, weights: WeightSet, tie: float = TIE, work: int = WORK
) -> Floats | None:
    """Rank acceptabilities over a set of weights.

    Args:
        values: Shape (options, criteria), as a rule from 0 to 100.
        weights: The set, all of it equally likely.
        tie: Options are tied if they are never further apart; they share their ranks evenly.
        work: How many numbers may be looked at.

    Returns:
        Shape (options, options): how often each option takes each rank from 1; rows and columns
        sum to 1 within rounding. None with more than three free weights, or more work.

    Raises:
        ValueError: If values are not finite numbers in a table, or there is no room for weights.
    """
    if len(weights.corners) > MOST_CORNERS:
        return None
    totals = checked(weights.totals(values))
    pieces = simplex_pieces(weights.cuts)
    if pieces is None or not _can_be_done(totals, pieces, work):
        return None
    acceptability = np.zeros((len(totals), len(totals)))
    for corners, share in zip(pieces.corners, _shares(pieces), strict=True):
        found = merged(totals @ corners.T, tie)
        part = np.zeros((len(found.totals), len(totals)))
        for index, own in enumerate(found.totals):
            others = np.arange(len(found.totals)) != index
            size = int(found.sizes[index])
            planes = found.totals[others] - own
            part[index, : len(totals) - size + 1] = above_shares(
                planes, found.sizes[others], len(totals) - size
            )
            part[index] = shared_ranks(part[index], size)
        part *= share
        for option, group in enumerate(found.group):
            acceptability[option] += part[group]
    return np.clip(acceptability, 0.0, 1.0, out=acceptability)


def _shares(pieces: Pieces) -> Floats:
    """What part of the set each piece is."""
    if not pieces.volume > 0:
        raise ValueError(NO_ROOM)
    return pieces.volumes / pieces.volume


def _can_be_done(totals: Floats, pieces: Pieces, work: int) -> bool:
    """Whether the work is within what is allowed; looks at no more than it must."""
    left = work if len(totals) <= MOST_OPTIONS else -1
    for corners in pieces.corners:
        at_corners = totals @ corners.T
        left -= 8 * len(totals) ** 2
        for own in at_corners:
            if left < 0:
                return False
            left -= slicing_work(at_corners - own)
    return left >= 0


def exact_pairwise(
    values: ArrayLike,
    weights: WeightSet,
    tie: float = TIE,
    work: int = PIECES_WORK,
    numbers: int = _CELLS,
) -> Floats | None:
    """Pairwise winning indices over a set of weights, of any number of criteria.

    Args:
        values: Shape (options, criteria), as a rule from 0 to 100.
        weights: The set, all of it equally likely.
        tie: Options are tied if they are never further apart; ties count half.
        work: How much may be done to take a cut set apart, in steps of about half a microsecond.
        numbers: How many numbers of pairs may be worked out on the simplices of a cut set.

    Returns:
        Shape (options, options): how often each option beats each other. None if the set cannot
        be taken apart into simplices, or all pairs cannot be worked out on each of them, in a few
        seconds, or if there are too many options for a table.

    Raises:
        ValueError: If values are not finite numbers in a table, or there is no room for weights.
    """
    totals = checked(weights.totals(values))
    if weights.is_simplex:
        return pairwise_winning(totals, tie)
    pieces = simplex_pieces(weights.cuts, work)
    if pieces is None:
        return None
    shares = _shares(pieces)
    size = len(weights.corners)
    spots = np.unique(pieces.corners.reshape(-1, size), axis=0)
    if totals.size * len(spots) > numbers or len(totals) > MOST_OPTIONS:
        return None
    found = merged(totals @ spots.T, tie)
    one, other = np.triu_indices(len(found.sizes), 1)
    if len(one) * len(shares) * size * size // 4 > numbers:
        return None
    differences = totals[found.first][one] - totals[found.first][other]
    won = np.zeros(len(one))
    step = max(1, _AT_A_TIME // max(1, differences.size))
    for first in range(0, len(shares), step):
        at = differences @ pieces.corners[first : first + step].transpose(0, 2, 1)
        part = winning_shares(at.reshape(-1, size)).reshape(len(at), len(one))
        won += shares[first : first + step] @ part
    winning = np.full((len(found.sizes), len(found.sizes)), 0.5)
    winning[one, other] = np.clip(won, 0.0, 1.0)
    winning[other, one] = 1.0 - winning[one, other]
    return spread_out(winning, found.group)
