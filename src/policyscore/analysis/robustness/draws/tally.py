"""What is counted over draws, in sums that can be added up in the order of their blocks."""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Floats, Ints


@dataclass(slots=True)
class Tally:
    """Counts over some blocks. In draws with ties a share of a draw counts.

    Attributes:
        blocks: How many blocks.
        draws: How many draws.
        ranks: How often each option took each rank; in the last column, how often it was
            excluded. Shape (options, options + 1).
        rank_squares: The sum over blocks of the squares of that, for errors.
        summaries: For each option the sum of its ranks, and of the weights of its ranks, shape
            (options, 2).
        summary_products: The sums over blocks of the squares of those, and of the sum of ranks
            times the number of draws in which it had one, and of the square of that number.
            Shape (options, 4).
        wins: How often each option was better than each other, shape (options, options), or
            (0, 0) if that is not counted.
        first_weights: The sum of the weights over the draws in which each option was first,
            shape (options, criteria).
        cuts: For each judgement that varies, how many draws of it were cut.
    """

    blocks: int
    draws: int
    ranks: Floats
    rank_squares: Floats
    summaries: Floats
    summary_products: Floats
    wins: Floats
    first_weights: Floats
    cuts: Ints

    def add(self, other: "Tally") -> None:
        """Add the counts of further blocks. The order in which that is done fixes the last bits."""
        self.blocks += other.blocks
        self.draws += other.draws
        self.ranks += other.ranks
        self.rank_squares += other.rank_squares
        self.summaries += other.summaries
        self.summary_products += other.summary_products
        self.wins += other.wins
        self.first_weights += other.first_weights
        self.cuts += other.cuts

    def like(self) -> "Tally":
        """Nothing counted yet, of the same shape."""
        options, criteria = self.first_weights.shape
        return empty_tally(options, criteria, len(self.cuts), pairs=len(self.wins) > 0)


def empty_tally(options: int, criteria: int, judgements: int, *, pairs: bool) -> Tally:
    """Nothing counted yet."""
    met = options if pairs else 0
    return Tally(
        0,
        0,
        np.zeros((options, options + 1)),
        np.zeros((options, options + 1)),
        np.zeros((options, 2)),
        np.zeros((options, 4)),
        np.zeros((met, met)),
        np.zeros((options, criteria)),
        np.zeros(judgements, dtype=np.int64),
    )


def rank_weights(options: int) -> Floats:
    """The weight of each rank in the holistic acceptability, falling in a line from 1 to 0."""
    if options == 1:
        return np.ones(1)
    return 1.0 - np.arange(options) / (options - 1)
