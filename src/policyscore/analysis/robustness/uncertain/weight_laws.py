"""Laws that uncertain weights follow, and draws from them by exactly rounded operations alone.

A law gives weights of shape (names, draws of weights per draw of scores, draws of scores). The
last two are written `lanes`. Uniform numbers come from `take(count)`, of shape (count, *lanes).
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Protocol

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.uncertain.beta_moments import mean_inverse
from policyscore.analysis.robustness.uncertain.quantile_tables import beta_table
from policyscore.analysis.robustness.uncertain.simplex_points import simplex

Take = Callable[[int], Floats]


class Law(Protocol):
    """Weights of some names that sum to 1, certain or not."""

    @property
    def varies(self) -> bool:
        """Whether there is more than one way to set the weights."""

    def draw(self, take: Take) -> Floats:
        """Draw weights; if they do not vary, of one lane only."""

    def mean_inverses(self, power: float) -> list[float]:
        """For each name the mean of 1 / weight**power, or a bound of it, infinite if it is 0.

        That says how seldom weights are tiny. The power is above 0 and below 1.
        """

    @property
    def apart(self) -> bool:
        """Whether all draws of weights are independent, even under the same draw of scores."""


@dataclass(frozen=True, slots=True)
class FixedWeights:
    """Certain weights."""

    weights: tuple[float, ...]

    @property
    def varies(self) -> bool:
        """Never."""
        return False

    def draw(self, take: Take) -> Floats:
        """The weights, shape (names, 1, 1)."""
        del take
        return np.array(self.weights).reshape(-1, 1, 1)

    def mean_inverses(self, power: float) -> list[float]:
        """Those of the weights themselves."""
        return [float(w**-power) if w > 0 else inf for w in self.weights]

    @property
    def apart(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True)
class AnyWeights:
    """All weights that sum to 1, uniform: the gaps between sorted uniform numbers.

    Devroye (1986), *Non-Uniform Random Variate Generation*, ch. V. Uniform numbers divided by
    their sum would crowd in the middle; exponential ones need a logarithm, which processors round
    differently.

    Attributes:
        names: How many names.
        even: Whether to draw by a continuous map of the cube, for points that fill it evenly.
    """

    names: int
    even: bool = False

    @property
    def varies(self) -> bool:
        """Unless there is one name."""
        return self.names > 1

    def draw(self, take: Take) -> Floats:
        """Draw weights."""
        return simplex(take(self.names - 1), even=self.even)

    def mean_inverses(self, power: float) -> list[float]:
        """Those of a beta distribution."""
        return [mean_inverse(1.0, self.names - 1.0, power)] * self.names

    @property
    def apart(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True)
class OrderedWeights:
    """All weights that sum to 1 and fall along an order, uniform; those at one place are equal.

    The set is a simplex; its corner k shares all weight equally among the names at the first k
    places. A uniform point of the standard simplex, taken as a mixture of the corners, is uniform
    in it (Barron & Barrett 1996; Tervonen & Lahdelma 2007, sec. 3.2).

    Attributes:
        places: The names at each place by number, the greatest weight first.
        even: As for `AnyWeights`.
    """

    places: tuple[tuple[int, ...], ...]
    even: bool = False

    @property
    def varies(self) -> bool:
        """Unless there is one place."""
        return len(self.places) > 1

    def draw(self, take: Take) -> Floats:
        """Draw weights."""
        counts = np.add.accumulate([len(place) for place in self.places])
        parts = simplex(take(len(self.places) - 1), even=self.even) / counts.reshape(-1, 1, 1)
        falling = np.add.accumulate(parts[::-1], axis=0)[::-1]
        place_of = {name: k for k, place in enumerate(self.places) for name in place}
        return np.asarray(falling[[place_of[name] for name in range(len(place_of))]])

    def mean_inverses(self, power: float) -> list[float]:
        """Of a weight as if all that it can have stood at the last corner, where it is least."""
        count, whole = len(self.places), sum(map(len, self.places))
        least = [mean_inverse(count - k, k, power) * whole**power for k in range(count)]
        place_of = {name: k for k, place in enumerate(self.places) for name in place}
        return [least[place_of[name]] for name in range(whole)]

    @property
    def apart(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True)
class NearWeights:
    """Weights scattered around given ones by a Dirichlet distribution, by breaking a stick.

    Attributes:
        weights: The mean; a name of weight 0 keeps it.
        concentration: How closely the draws stay to the mean, above 0: the variance of a weight w
            is w (1 - w) / (concentration + 1).
    """

    weights: tuple[float, ...]
    concentration: float

    @property
    def varies(self) -> bool:
        """Unless one name has all the weight."""
        return sum(weight > 0 for weight in self.weights) > 1

    def draw(self, take: Take) -> Floats:
        """Draw weights."""
        names = [k for k, weight in enumerate(self.weights) if weight > 0]
        uniform = take(len(names) - 1)
        drawn = np.zeros((len(self.weights), *uniform.shape[1:]))
        left = np.ones(uniform.shape[1:])
        for k, name in enumerate(names[:-1]):
            rest = sum(self.weights[later] for later in names[k + 1 :])
            table = beta_table(self.weights[name] * self.concentration, rest * self.concentration)
            share = table.draw(uniform[k])
            np.multiply(left, share, out=drawn[name])
            left *= 1.0 - share
        drawn[names[-1]] = left
        return drawn

    def mean_inverses(self, power: float) -> list[float]:
        """Those of beta distributions."""
        whole = sum(self.weights)
        return [
            mean_inverse(w * self.concentration, (whole - w) * self.concentration, power)
            for w in self.weights
        ]

    @property
    def apart(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True)
class OneOfWeights:
    """Weights by one of several laws, each with its share of the draws.

    Attributes:
        laws: The laws, of the same names.
        shares: How often each is drawn; they sum to 1.
    """

    laws: tuple[Law, ...]
    shares: tuple[float, ...]

    @property
    def varies(self) -> bool:
        """Always."""
        return True

    def draw(self, take: Take) -> Floats:
        """Draw weights."""
        chosen = take(1)[0]
        upto = np.add.accumulate(self.shares)
        upto[-1] = 2.0
        which = np.searchsorted(upto, chosen, side="right")
        first = self.laws[0].draw(take)
        drawn = np.broadcast_to(first, (len(first), *chosen.shape)).copy()
        for k, law in enumerate(self.laws[1:], start=1):
            np.copyto(drawn, law.draw(take), where=which == k)
        return drawn

    def mean_inverses(self, power: float) -> list[float]:
        """The means of those of the laws that are ever drawn."""
        drawn = [each for each in zip(self.laws, self.shares, strict=True) if each[1] > 0]
        parts = [[share * x for x in law.mean_inverses(power)] for law, share in drawn]
        return [sum(each) for each in zip(*parts, strict=True)]

    @property
    def apart(self) -> bool:
        """If those of each law are."""
        return all(law.apart for law in self.laws)


@dataclass(frozen=True, slots=True)
class Member:
    """What stands under one name of a level.

    Attributes:
        below: The law inside it.
        leaves: The criteria, by number, that the law's names stand for.
    """

    below: Law
    leaves: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TreeWeights:
    """Weights of criteria from independent levels: products of the weights down the tree.

    Attributes:
        top: The law of the top level.
        members: What stands under each of its names.
        criteria: How many criteria there are.
    """

    top: Law
    members: tuple[Member, ...]
    criteria: int

    @property
    def varies(self) -> bool:
        """If any level does."""
        return self.top.varies or any(member.below.varies for member in self.members)

    def draw(self, take: Take) -> Floats:
        """Draw weights. A law that stands at several places is drawn once."""
        top = self.top.draw(take)
        drawn: dict[int, Floats] = {}
        sums: dict[int, Floats] = {}
        for weight, member in zip(top, self.members, strict=True):
            law = member.below
            if id(law) not in drawn:
                drawn[id(law)] = law.draw(take)
            for leaf, inside in zip(member.leaves, drawn[id(law)], strict=True):
                part = weight * inside
                sums[leaf] = sums[leaf] + part if leaf in sums else part
        lanes = np.broadcast_shapes(*(part.shape for part in sums.values()))
        found = np.zeros((self.criteria, *lanes))
        for leaf, part in sums.items():
            found[leaf] = part
        return found

    def mean_inverses(self, power: float) -> list[float]:
        """Those of the greatest product of weights that leads down to each; levels are apart."""
        found = [inf] * self.criteria
        for above, member in zip(self.top.mean_inverses(power), self.members, strict=True):
            for leaf, inside in zip(member.leaves, member.below.mean_inverses(power), strict=True):
                found[leaf] = min(found[leaf], above * inside)
        return found

    @property
    def apart(self) -> bool:
        """If those of each level are."""
        return self.top.apart and all(member.below.apart for member in self.members)
