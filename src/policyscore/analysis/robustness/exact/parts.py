"""What is had exactly of a decision, in arrays, part by part."""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints
from policyscore.analysis.robustness.draws.sampling import MOST_PAIRED
from policyscore.analysis.robustness.exact.scores import LEAST_SHARE
from policyscore.analysis.robustness.results import PARTS, Part


@dataclass(frozen=True, slots=True)
class ExactParts:
    """What is had exactly; None stands for what is not.

    Attributes:
        excluded: Shape (options,): how likely each misses a requirement.
        first: Shape (options,): how often each is first.
        ranks: Shape (options, options): how often each takes each rank from 1.
        expected: Shape (options,): the mean rank of each while it has one; not a number where it
            never has.
        pairwise: Shape (options, options): how often each is better than each other, a tie
            counting half; nothing on the diagonal is meant. None beyond `MOST_PAIRED` options.
        central: Shape (options, criteria): the mean weights under which each is first; not a
            number where it never is.
    """

    excluded: Floats
    first: Floats | None = None
    ranks: Floats | None = None
    expected: Floats | None = None
    pairwise: Floats | None = None
    central: Floats | None = None

    @property
    def had(self) -> tuple[Part, ...]:
        """The parts that are exact."""
        given = (self.first, self.ranks, self.expected, self.pairwise, self.central)
        return tuple(part for part, each in zip(PARTS, given, strict=True) if each is not None)

    @property
    def whole(self) -> bool:
        """Whether nothing is left to be drawn."""
        unpaired = {"pairwise"} if len(self.excluded) > MOST_PAIRED else set[str]()
        return {*self.had, *unpaired} == {*PARTS}


def without_crumbs(shares: Floats) -> Floats:
    """Shares without what is only the rounding of others."""
    found: Floats = np.where(shares <= LEAST_SHARE, 0.0, np.minimum(shares, 1.0))
    return found


def mean_ranks(ranks: Floats) -> Floats:
    """The mean rank of each option while it has one; not a number where it never has.

    Args:
        ranks: Shape (options, options): how often each takes each rank from 1.
    """
    ranked = ranks.sum(axis=1)
    sums = ranks @ np.arange(1.0, ranks.shape[1] + 1)
    found: Floats = np.where(ranked > 0, sums / np.where(ranked > 0, ranked, 1.0), np.nan)
    return found


def with_excluded(excluded: Bools, part: Floats, absent: float) -> Floats:
    """A part of the options that meet all requirements as one of all options.

    Args:
        excluded: Shape (options,): which options never meet all.
        part: Shape (options that do,) or (options that do, others).
        absent: What stands for those that do not.
    """
    found = np.full((len(excluded), *part.shape[1:]), absent)
    found[~excluded] = part
    return found


def table_with_excluded(excluded: Bools, table: Floats) -> Floats:
    """A pairwise table with those put back that are excluded: all others are better than they."""
    there: Ints = np.flatnonzero(~excluded)
    found = np.zeros((len(excluded), len(excluded)))
    found[np.ix_(there, np.flatnonzero(excluded))] = 1.0
    found[np.ix_(there, there)] = table
    return found


def ranks_with_excluded(excluded: Bools, ranks: Floats) -> Floats:
    """A table of ranks with those put back that take none."""
    there: Ints = np.flatnonzero(~excluded)
    found = np.zeros((len(excluded), len(excluded)))
    found[np.ix_(there, np.arange(len(there)))] = ranks
    return found
