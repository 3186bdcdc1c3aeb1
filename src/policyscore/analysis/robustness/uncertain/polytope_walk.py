"""Weights drawn uniformly from a set that ranges and an order leave open, by hit-and-run.

Hit-and-run (Smith 1984, "Efficient Monte Carlo procedures for generating points uniformly
distributed over bounded regions", *Operations Research* 32(6):1296-1308; for weights, Tervonen,
van Valkenhoef, Baştürk & Postmus 2013, "Hit-And-Run enables efficient weight generation for
simulation-based multiple criteria decision analysis", *European Journal of Operational Research*
224(3):552-559) moves from a point of the set to a uniform one on the chord through it in some
direction. Directions may come from any set that spans the space (Bélisle, Romeijn & Smith 1993,
"Hit-and-run algorithms for generating multivariate distributions", *Mathematics of Operations
Research* 18(2):255-266).

**Directions.** Without an order a step moves weight from one name to another, and steps of
disjoint pairs are made at once (`walk_in_rounds`). An order is turned into a simplex: its corner k
shares all weight among the names of the first k groups. A step moves weight from one corner, or
from one name outside the order, to another, and looks at no bound that others imply
(`walk_in_steps`). Weight that moved between neighbours alone would take some n**3 steps from one
end of the order to the other; between any two corners it takes one. Every walk takes the same
sequence of pairs, shuffled once and for all; every step leaves the uniform distribution as it is,
so their sequence does, too.

**Burn-in and thinning.** Every draw of scores has a walk of its own, from the same inner point, so
that walks are independent of each other, and errors that are worked out between draws of scores
are honest whatever is left of dependence inside a walk. Without bounds this is the Gibbs sampler
on the simplex, which has mixed after about n log n steps with n corners (Smith 2014, "A Gibbs
sampler on the n-simplex", *Annals of Applied Probability* 24(1):114-130). Bounds slow it; 12 times
as many steps come before the first draw, and twice as many between two draws of a walk. The tests
hold the means against exact centroids and shares against exact volumes, for thin sets too.
"""

from dataclasses import dataclass
from math import inf, log

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.uncertain.walk_in_rounds import RoundWalks
from policyscore.analysis.robustness.uncertain.walk_in_steps import StepWalks
from policyscore.analysis.robustness.uncertain.weight_bounds import Bounds
from policyscore.analysis.robustness.uncertain.weight_laws import Take

_BURN_IN = 12
_THINNING = 2
SHUFFLE = 20130201
"""What the sequence of steps is shuffled by."""

_AT_ONCE = 64  # rows of uniform numbers


def steps_of_walk(corners: int, draws: int) -> int:
    """How many steps a walk takes for so many draws."""
    return (_BURN_IN + (draws - 1) * _THINNING) * steps_to_mix(corners)


def steps_to_mix(corners: int) -> int:
    """About n log n."""
    return max(int(corners * log(corners)) + 1, corners)


@dataclass(frozen=True, slots=True)
class BoundedWeights:
    """Weights uniform in a set that ranges and an order leave open.

    Attributes:
        bounds: The groups that vary.
        members: The names of each group by number.
        certain: The weight of each name that does not vary, by number.
    """

    bounds: Bounds
    members: tuple[tuple[int, ...], ...]
    certain: tuple[tuple[int, float], ...]

    @property
    def varies(self) -> bool:
        """Always."""
        return True

    def draw(self, take: Take) -> Floats:
        """Draw weights."""
        per_walk, columns = take(0).shape[1:]
        drawn = np.empty((self._names(), per_walk, columns))
        for name, weight in self.certain:
            drawn[name] = weight
        bounds, numbers = self.bounds, _Rows(take, per_walk, columns)
        walks = (StepWalks if bounds.is_ordered else RoundWalks)(bounds, columns, SHUFFLE)
        mixing = steps_to_mix(len(bounds.counts))
        lows, highs = np.array(bounds.lows)[:, None], np.array(bounds.highs)[:, None]
        for draw in range(per_walk):
            steps = (_THINNING if draw else _BURN_IN) * mixing
            for _ in range(-(-steps // walks.rows)):
                walks.move(numbers.next(walks.rows))
            weights = np.minimum(np.maximum(walks.weights(), lows), highs)
            for each, names in zip(weights, self.members, strict=True):
                drawn[list(names), draw] = each
        return drawn

    def _names(self) -> int:
        return sum(map(len, self.members)) + len(self.certain)

    def mean_inverses(self, power: float) -> list[float]:
        """Bounds, for the density of a weight is at most n times its mean in n dimensions.

        That is so in every convex set, by the theorem of Brunn and Minkowski.
        """
        found = [inf] * self._names()
        for name, weight in self.certain:
            found[name] = weight**-power if weight > 0 else inf
        bounds, size = self.bounds, max(len(self.bounds.counts) - 1, 1)
        for names, low, high in zip(self.members, bounds.lows, bounds.highs, strict=True):
            spread = ((high - low) / size) ** -power / (1.0 - power) if high > low else inf
            for name in names:
                found[name] = min(spread, low**-power if low > 0 else inf)
        return found

    @property
    def apart(self) -> bool:
        """Never: what is drawn under the same draw of scores is one walk."""
        return False


class _Rows:
    """Uniform numbers row by row, taken some rows at a time.

    Args:
        take: Gives numbers of shape (count, draws of a walk, columns).
        per_take: How many draws a walk makes.
        columns: How many walks.
    """

    def __init__(self, take: Take, per_take: int, columns: int) -> None:
        self._take, self._per_take = take, per_take
        self._rows = np.empty((0, columns))

    def next(self, count: int) -> Floats:
        """The next rows, shape (count, columns)."""
        if len(self._rows) < count:
            wanted = max(count, _AT_ONCE) - len(self._rows)
            more = self._take(-(-wanted // self._per_take))
            more = more.reshape(-1, more.shape[2])
            self._rows = np.concatenate((self._rows, more)) if len(self._rows) else more
        found, self._rows = self._rows[:count], self._rows[count:]
        return found
