"""How often one option beats another when all weights of a simplex are equally likely, exactly.

The share of a simplex on one side of a plane, by the recursion of Varsi (1973), "The
multidimensional content of the frustum of the simplex", *Pacific Journal of Mathematics*
46(1):303-314, in the form of Ali (1973), "Content of the frustum of a simplex", *Pacific Journal
of Mathematics* 48(2):313-322. Each step is a mean of two earlier shares, weighted by the sizes of
a gain and a loss, so nothing is ever subtracted and every share keeps nearly all its digits.

It has a reading that proves it. Uniform weights are exponential times divided by their sum; gains
u and losses v stretch them. Let the last gain and the last loss run out against each other: the
loss ends first with chance u / (u + v), and what is left of the gain is as good as new.
"""

import numpy as np
from numpy.typing import ArrayLike

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.analysis.robustness.exact.ties import merged
from policyscore.scoring.ranking import TIE

MOST_OPTIONS = 2000
_PAIRS = 16384  # differences of so many pairs are laid out at a time
_AT_A_TIME = 1024  # a table of so many pairs stays in the processor's cache


def winning_shares(differences: ArrayLike) -> Floats:
    """The share of the unit simplex on which each row of differences has a positive mean.

    Args:
        differences: Shape (pairs, corners): how much more the one option is worth at each corner.

    Returns:
        Shape (pairs,): from 0 to 1, a half where all differences are 0. The order of the corners
        and a common factor of a row do not change a digit that matters.
    """
    rows = np.sort(np.asarray(differences, dtype=float), axis=1)
    corners = rows.shape[1]
    gains, losses = (rows > 0).sum(axis=1), (rows < 0).sum(axis=1)
    shares = np.where(gains > 0, 1.0, np.where(losses > 0, 0.0, 0.5))
    kind = np.where((gains > 0) & (losses > 0), gains * (corners + 1) + losses, 0)
    order = np.argsort(kind, kind="stable")
    kinds, starts = np.unique(kind[order], return_index=True)
    ends = np.append(starts, len(order))[1:]
    for one, start, end in zip(kinds, starts, ends, strict=True):
        gain, loss = divmod(int(one), corners + 1)
        for at in range(start, end if gain else start, _AT_A_TIME):
            of = order[at : min(at + _AT_A_TIME, end)]
            columns = np.ascontiguousarray(rows[of].T)
            shares[of] = _mixed(columns[corners - gain :], -columns[:loss])
    return shares


def _mixed(gains: Floats, losses: Floats) -> Floats:
    """Shares for pairs with so many gains and losses each, along the diagonals of Ali's table.

    Args:
        gains: Shape (gains, pairs), all above 0.
        losses: Shape (losses, pairs), all above 0.
    """
    up, down = len(gains), len(losses)
    # table[j] is the share won with the first i gains and j losses; i + j grows by 1 a round.
    table = np.zeros((down + 1, gains.shape[1]))
    table[0] = 1.0
    for both in range(2, up + down + 1):
        low, high = max(1, both - up), min(down, both - 1)
        gain = gains[both - high - 1 : both - low][::-1]
        loss = losses[low - 1 : high]
        won = gain * table[low - 1 : high]
        won += loss * table[low : high + 1]
        won /= gain + loss
        table[low : high + 1] = won
    return np.asarray(table[down])


def pairwise_winning(totals: ArrayLike, tie: float = TIE) -> Floats | None:
    """How likely each option is worth more than each other one, all shares of corners alike.

    Args:
        totals: Shape (options, corners): the totals at the corners of the set of weights, which
            must be a simplex.
        tie: Options are tied if they are never further apart.

    Returns:
        Shape (options, options): entry (a, b) is how likely a beats b, ties counted half; with
        (b, a) it sums to 1, and it is a half on the diagonal. None beyond `MOST_OPTIONS` options,
        whose table would be too large.

    Raises:
        ValueError: If totals are not finite numbers in a table.
    """
    found = merged(totals, tie)
    count = len(found.totals)
    if len(found.group) > MOST_OPTIONS:
        return None
    wins = np.full((count, count), 0.5)
    start = 0
    while start < count - 1:
        end = start + max(1, _PAIRS // (count - start))
        one, other = np.triu_indices(min(end, count - 1) - start, 1, count - start)
        one, other = one + start, other + start
        shares = winning_shares(found.totals[one] - found.totals[other])
        wins[one, other] = shares
        wins[other, one] = 1.0 - shares
        start = end
    return spread_out(wins, found.group)


def spread_out(table: Floats, group: Ints) -> Floats:
    """A table of groups by groups as one of options by options."""
    alone = len(table) == len(group)
    if alone and (group == np.arange(len(group))).all():
        return table
    return table[np.ix_(group, group)]


def expected_ranks(winning: ArrayLike) -> Floats:
    """The mean rank of each option: 1 and how likely each other option beats it.

    Args:
        winning: Shape (options, options), as `pairwise_winning` gives it.

    Returns:
        Shape (options,): from 1 to the number of options, tied options at the middle of their
        ranks; the sum is that of all ranks.
    """
    table = np.asarray(winning, dtype=float)
    result: Floats = 0.5 + table.sum(axis=0)
    return result
