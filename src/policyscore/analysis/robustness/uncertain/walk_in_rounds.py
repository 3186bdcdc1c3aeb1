"""Steps of a walk without an order: disjoint pairs of names, many at once.

Weight that moves between two names changes nothing for others, so steps of disjoint pairs are
made side by side. Pairs follow the rounds of a tournament in which each meets each other once
(the circle method); who is who, and the order of the rounds, are shuffled once and for all.
"""

from collections.abc import Sequence

import numpy as np

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.analysis.robustness.uncertain.weight_bounds import Bounds


class RoundWalks:
    """Walks through a set without an order, one for each column, from its inner point.

    Args:
        bounds: The set.
        columns: How many walks.
        seed: What rounds are shuffled by.
    """

    def __init__(self, bounds: Bounds, columns: int, seed: int) -> None:
        self._counts = np.array(bounds.counts, dtype=np.float64)[:, None]
        inner, lows, highs = (
            np.array(each)[:, None] * self._counts
            for each in (bounds.inner, bounds.lows, bounds.highs)
        )
        self._held = np.repeat(inner, columns, axis=1)
        self._rounds = [
            (ones, others, lows[ones], highs[ones], lows[others], highs[others])
            for ones, others in rounds_of(len(bounds.counts), seed)
        ]
        self._next = 0

    @property
    def rows(self) -> int:
        """Steps of a round, each of which takes a row of uniform numbers."""
        return len(self._rounds[0][0])

    def move(self, uniform: Floats) -> None:
        """Make every pair share anew what it has; `uniform` has shape (rows, columns)."""
        ones, others, low, high, other_low, other_high = self._rounds[self._next]
        self._next = (self._next + 1) % len(self._rounds)
        both = self._held[ones]
        both += self._held[others]
        least = both - other_high
        np.maximum(least, low, out=least)
        most = both - other_low
        np.minimum(most, high, out=most)
        # Rounding may make the greatest less than the least where there is no room.
        most -= least
        np.maximum(most, 0.0, out=most)
        most *= uniform
        least += most
        self._held[ones] = least
        both -= least
        self._held[others] = both

    def weights(self) -> Floats:
        """Where the walks are, shape (groups, columns)."""
        return np.asarray(self._held / self._counts)


def rounds_of(count: int, seed: int) -> Sequence[tuple[Ints, Ints]]:
    """Pairs of numbers below `count`, 2 or more, round by round; each pair comes up once."""
    dice = np.random.Generator(np.random.PCG64(seed))
    who = dice.permutation(count)
    places = count + count % 2
    half = places // 2
    found = []
    for turn in dice.permutation(places - 1):
        circle = np.concatenate(([0], (np.arange(places - 1) + turn) % (places - 1) + 1))
        ones, others = circle[:half], circle[half:][::-1]
        met = (ones < count) & (others < count)
        found.append((who[ones[met]], who[others[met]]))
    return found
