"""Counts gathered part by part, and how far off shares are so far."""

from math import sqrt
from typing import Protocol

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.errors_of_shares import half_width, student
from policyscore.analysis.robustness.draws.even_points import REPLICATES
from policyscore.analysis.robustness.draws.problem import LEAST_REPLICATES, Problem
from policyscore.analysis.robustness.draws.tally import Tally, empty_tally


class Gathering(Protocol):
    """Counts that grow part by part."""

    draws: int

    def add(self, part: Tally) -> None:
        """Add the next part."""

    @property
    def told(self) -> bool:
        """Whether an error can be told at all."""

    @property
    def balanced(self) -> bool:
        """Whether this is a good moment to work out the error, and to stop if it is small."""

    def half_width(self) -> float:
        """The largest half-width of a 95 % interval of an acceptability."""

    def pairwise_half_width(self) -> float:
        """A half-width that no pairwise share's exceeds."""

    def tally(self) -> Tally:
        """All counts, with sums of squares over independent replicates."""


def gathering_of(problem: Problem) -> Gathering:
    """Nothing gathered yet."""
    return _Replicates(problem) if problem.even else _Blocks(problem)


def _empty(problem: Problem) -> Tally:
    return empty_tally(problem.options, problem.criteria, problem.judgements, pairs=problem.pairs)


class _Blocks:
    """Random draws: each block is a replicate."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._sums = _empty(problem)
        self.draws = 0

    def add(self, part: Tally) -> None:
        """Add the next part."""
        self._sums.add(part)
        self.draws = self._sums.draws

    @property
    def told(self) -> bool:
        """From two blocks on."""
        return self._sums.blocks > 1

    @property
    def balanced(self) -> bool:
        """From 16 blocks on."""
        return self._sums.blocks >= LEAST_REPLICATES

    def half_width(self) -> float:
        """By what differs between blocks."""
        sums = self._sums
        independent = self._problem.independent(sums.draws)
        return half_width(sums.ranks, sums.rank_squares, sums.blocks, sums.draws, independent)

    def pairwise_half_width(self) -> float:
        """That of a share of a half of independent draws, the least certain share there is.

        Draws of weights under the same scores depend on each other, but no more than if they were
        one, so only the draws of scores are counted.
        """
        independent = self._problem.independent(self._sums.draws)
        return min(student(max(independent - 1, 1)) * 0.5 / sqrt(max(independent, 1)), 1.0)

    def tally(self) -> Tally:
        """The sums."""
        return self._sums


class _Replicates:
    """Evenly spread points: the parts take turns between replicates, each with its own shift.

    The points of a replicate are most even if their number is a power of two.
    """

    def __init__(self, problem: Problem) -> None:
        self._each = [_empty(problem) for _ in range(REPLICATES)]
        self._parts = 0
        self.draws = 0

    def add(self, part: Tally) -> None:
        """Add the next part."""
        self._each[self._parts % REPLICATES].add(part)
        self._parts += 1
        self.draws += part.draws

    @property
    def told(self) -> bool:
        """From two replicates on."""
        return self._parts > 1

    @property
    def balanced(self) -> bool:
        """Once all replicates have as many points, a power of two."""
        rounds, rest = divmod(self._parts, REPLICATES)
        return rest == 0 and rounds & (rounds - 1) == 0

    def half_width(self) -> float:
        """By what differs between replicates."""
        found = self.tally()
        return half_width(found.ranks, found.rank_squares, found.blocks, found.draws, found.draws)

    def pairwise_half_width(self) -> float:
        """The largest, by what differs between replicates."""
        some = [each for each in self._each if each.draws]
        wins = np.array([each.wins for each in some])
        sums, squares = _joined(wins, np.array([each.draws for each in some]))
        return half_width(sums, squares, len(some), self.draws, self.draws)

    def tally(self) -> Tally:
        """Sums over the replicates that have any points."""
        some = [each for each in self._each if each.draws]
        found = some[0].like()
        for each in some:
            found.add(each)
        draws = np.array([each.draws for each in some])
        found.blocks = len(some)
        _, found.rank_squares = _joined(np.array([each.ranks for each in some]), draws)
        summaries = np.array([each.summaries for each in some])
        _, squares = _joined(summaries, draws)
        ranked = np.array([each.draws - each.ranks[:, -1] for each in some])
        sums = summaries[:, :, 0]
        columns = (sums * sums, squares[:, 1], sums * ranked, ranked * ranked)
        for column, products in enumerate(columns):
            total = products if products.ndim == 1 else np.add.accumulate(products, axis=0)[-1]
            found.summary_products[:, column] = total
        return found


def _joined(each: Floats, draws: Floats) -> tuple[Floats, Floats]:
    """Sums over replicates, and sums of squares as if all of them had as many draws.

    The share of all draws is a ratio of two sums; what its error comes from is how far each
    replicate's count is from that share of its own draws (Cochran 1977, ch. 6).

    Args:
        each: What each replicate counted, shape (replicates, ...).
        draws: How many draws each has, shape (replicates,).
    """
    sums = np.add.accumulate(each, axis=0)[-1]
    share = sums / np.add.accumulate(draws)[-1]
    off = each - share * draws.reshape(-1, *(1,) * share.ndim)
    return sums, np.add.accumulate(off * off, axis=0)[-1] + sums * sums / len(each)
