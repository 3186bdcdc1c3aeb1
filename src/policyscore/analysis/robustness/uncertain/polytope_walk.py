"""Weights drawn uniformly from a set that ranges and an order leave open, by hit-and-run.

Hit-and-run (Smith 1984, "Efficient Monte Carlo procedures for generating points uniformly
distributed over bounded regions", *Operations Research* 32(6):1296-1308; for weights, Tervonen,
van Valkenhoef, Baştürk & Postmus 2013, "Hit-And-Run enables efficient weight generation for
simulation-based multiple criteria decision analysis", *European Journal of Operational Research*
224(3):552-559) moves from a point of the set to a uniform one on the chord through it in some
direction. Directions may come from any set that spans the space (Bélisle, Romeijn & Smith 1993,
"Hit-and-run algorithms for generating multivariate distributions", *Mathematics of Operations
Research* 18(2):255-266).

**Directions.** An order is first turned into a simplex: its corner k shares all weight among the
names of the first k groups. A step moves weight from one corner, or from one name outside the
order, to another. Most bounds then have no part in a step, and a chord costs a few operations.
Every walk takes the same sequence of pairs, shuffled once and for all; every step leaves the
uniform distribution as it is, so their sequence does, too.

**Burn-in and thinning.** Every draw of scores has a walk of its own, from the same inner point, so
that walks are independent of each other, and errors that are worked out between draws of scores
are honest whatever is left of dependence inside a walk. Without bounds this is the Gibbs sampler
on the simplex, which has mixed after about n log n steps with n corners (Smith 2014, "A Gibbs
sampler on the n-simplex", *Annals of Applied Probability* 24(1):114-130). Bounds slow it; 12 times
as many steps come before the first draw, and twice as many between two draws of a walk. The tests
hold the means against exact centroids and shares against exact volumes, for thin sets too.
"""

from dataclasses import dataclass, field
from math import inf, log

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.uncertain.weight_laws import Take

_BURN_IN = 12
_THINNING = 2
_SHUFFLE = 20130201


@dataclass(frozen=True, slots=True)
class Bounds:
    """Groups of names of equal weight, and what bounds them; chains of falling weight.

    Attributes:
        chains: The groups of each chain by number, the greatest weight first.
        counts: How many names each group has.
        lows: The least weight of a name of each group.
        highs: The greatest; above the low.
        inner: A weight for each group, strictly inside the set.
    """

    chains: tuple[tuple[int, ...], ...]
    counts: tuple[int, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    inner: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """Moving weight from corner `giving` to corner `taking`.

    Attributes:
        taking: The corner that is given weight.
        giving: The corner that it is taken from.
        slopes: How fast each group that matters changes, with its number.
    """

    taking: int
    giving: int
    slopes: tuple[tuple[int, float], ...]


@dataclass(slots=True)
class Walks:
    """Walks through the set, one for each column, all at the inner point to begin with.

    Attributes:
        bounds: The set.
        columns: How many walks.
    """

    bounds: Bounds
    columns: int
    weights: Floats = field(init=False)
    corners: Floats = field(init=False)

    def __post_init__(self) -> None:
        inner = np.array(self.bounds.inner)
        self.weights = np.repeat(inner[:, None], self.columns, axis=1)
        self.corners = np.repeat(_corner_parts(self.bounds, inner)[:, None], self.columns, axis=1)

    def move(self, step: _Step, uniform: Floats) -> None:
        """Move every walk to a uniform point on its chord; `uniform` has shape (columns,)."""
        taking, giving = self.corners[step.taking], self.corners[step.giving]
        least, most = -taking, giving.copy()
        for group, slope in step.slopes:
            here = self.weights[group]
            to_low, to_high = self.bounds.lows[group] - here, self.bounds.highs[group] - here
            to_low /= slope
            to_high /= slope
            first, last = (to_low, to_high) if slope > 0 else (to_high, to_low)
            np.maximum(least, first, out=least)
            np.minimum(most, last, out=most)
        # Rounding may put a walk on an edge; it must never step over it.
        np.minimum(least, 0.0, out=least)
        np.maximum(most, 0.0, out=most)
        shift = least + uniform * (most - least)
        taking += shift
        giving -= shift
        np.maximum(giving, 0.0, out=giving)
        np.maximum(taking, 0.0, out=taking)
        for group, slope in step.slopes:
            here = self.weights[group]
            here += slope * shift
            np.maximum(here, self.bounds.lows[group], out=here)
            np.minimum(here, self.bounds.highs[group], out=here)


def _corner_rows(bounds: Bounds) -> list[dict[int, float]]:
    """What one unit at each corner gives to a name of each group."""
    rows = []
    for chain in bounds.chains:
        names = 0
        for place, group in enumerate(chain):
            names += bounds.counts[group]
            rows.append(dict.fromkeys(chain[: place + 1], 1.0 / names))
    return rows


def _corner_parts(bounds: Bounds, weights: Floats) -> Floats:
    """How much stands at each corner."""
    parts = []
    for chain in bounds.chains:
        names = 0
        for place, group in enumerate(chain):
            names += bounds.counts[group]
            below = weights[chain[place + 1]] if place + 1 < len(chain) else 0.0
            parts.append((weights[group] - below) * names)
    return np.array(parts)


def steps_of(bounds: Bounds) -> list[_Step]:
    """A step for each pair of corners, shuffled."""
    rows = _corner_rows(bounds)
    found = []
    for giving, given in enumerate(rows):
        for taking in range(giving):
            taken = rows[taking]
            slopes = ((g, taken.get(g, 0.0) - given.get(g, 0.0)) for g in {**taken, **given})
            found.append(_Step(taking, giving, tuple((g, s) for g, s in slopes if s != 0)))
    order = np.random.Generator(np.random.PCG64(_SHUFFLE)).permutation(len(found))
    return [found[k] for k in order]


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
        walks = Walks(self.bounds, columns)
        steps = steps_of(self.bounds)
        mixing = steps_to_mix(len(self.bounds.counts))
        place = 0
        for draw in range(per_walk):
            due = (_THINNING if draw else _BURN_IN) * mixing
            while due > 0:
                batch = min(due, per_walk)
                uniform = _some(take, batch, per_walk)
                for k in range(batch):
                    walks.move(steps[place], uniform[k])
                    place = (place + 1) % len(steps)
                due -= batch
            for group, names in enumerate(self.members):
                drawn[list(names), draw] = walks.weights[group]
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


def _some(take: Take, count: int, per_take: int) -> Floats:
    """At least `count` rows of uniform numbers, shape (rows, columns)."""
    taken = take(-(-count // per_take))
    return taken.reshape(-1, taken.shape[2])
