"""Sets of weights as simplices: the corners of what is open, and the cuts that ranges make in it.

Weights that are uniform on a simplex are a mean of its corners whose shares are uniform on the
unit simplex, so all that is exact here works on the totals of the options at the corners. Any
weights, a total or partial order, and lower bounds are simplices themselves; so are upper bounds
that make lower ones needless. Other ranges cut such a simplex by half-spaces.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from policyscore.analysis.robustness.arrays import Floats
from policyscore.weighing.sets.admissible import AdmissibleWeights, Group

_Chains = list[list[Group]]
_Corner = dict[str, Fraction]


@dataclass(frozen=True, slots=True)
class WeightSet:
    """All weights that are means of `corners` with shares s >= 0, sum 1, `cuts` @ s >= 0.

    Attributes:
        corners: Shape (corners, criteria): weights, each row summing to 1, affinely independent.
        cuts: Shape (cuts, corners); none if the set is a simplex.
    """

    corners: Floats
    cuts: Floats

    @property
    def free(self) -> int:
        """The number of weights that can be chosen freely: the dimension of the set."""
        return len(self.corners) - 1

    @property
    def is_simplex(self) -> bool:
        """Whether nothing is cut off."""
        return not len(self.cuts)

    def totals(self, values: ArrayLike) -> Floats:
        """What each option is worth at each corner.

        Args:
            values: Shape (options, criteria), as a rule from 0 to 100.

        Returns:
            Shape (options, corners).
        """
        result: Floats = np.asarray(values, dtype=float) @ self.corners.T
        return result

    def through(self, inside: ArrayLike, rest: ArrayLike = 0.0) -> "WeightSet":
        """The set as weights of other criteria, as where one level of a tree is open.

        Args:
            inside: Shape (criteria, others): the weights that a weight of 1 gives to the others.
            rest: Shape (others,): what the others weigh besides, from the levels that are fixed.

        Raises:
            ValueError: If the weights at a corner do not sum to 1.
        """
        corners = np.asarray(rest, dtype=float) + self.corners @ np.asarray(inside, dtype=float)
        if not np.allclose(corners.sum(axis=1), 1.0, rtol=0.0, atol=1e-9):
            raise ValueError("weights sum to 1")
        return WeightSet(corners, self.cuts)


def any_weights(criteria: int) -> WeightSet:
    """All weights of a number of criteria from 1.

    Raises:
        ValueError: If there is no criterion.
    """
    if criteria < 1:
        raise ValueError("there is no criterion to weigh")
    return WeightSet(np.eye(criteria), np.empty((0, criteria)))


def weight_set(weights: AdmissibleWeights) -> WeightSet:
    """The weights that ranges and an order allow, by criterion in the order of `names`.

    Raises:
        ValueError: If nothing is admissible.
    """
    if weights.is_empty():
        raise ValueError("no weights are admissible")
    if weights.is_point():
        return WeightSet(_matrix(weights, [_only_point(weights)]), np.empty((0, 1)))
    chains = _free_chains(weights)
    groups = [group for chain in chains for group in chain]
    fixed = {
        name: group.low
        for group in weights.groups()
        for name in group.names
        if group.low == group.high
    }
    room = 1 - sum(fixed.values(), Fraction(0))
    found = []
    for corners in (_from_below(chains, room), _from_above(chains, room)):
        whole = [fixed | corner for corner in corners]
        found.append((whole, _cuts(groups, whole)))
    corners, cuts = min(found, key=lambda pair: len(pair[1]))
    rows = np.array(cuts, dtype=float).reshape(-1, len(corners))
    return WeightSet(_matrix(weights, corners), rows)


def _free_chains(weights: AdmissibleWeights) -> _Chains:
    """What is not fixed, in chains; one ends where bounds say all that the order would."""
    chains: _Chains = []
    for chain in weights.chains():
        free = [group for group in chain if group.low < group.high]
        for above, group in pairwise([None, *free]):
            if above is not None and group is not None and above.low < group.high:
                chains[-1].append(group)
            elif group is not None:
                chains.append([group])
    return chains


def _only_point(weights: AdmissibleWeights) -> _Corner:
    """The only weights that are admissible."""
    groups = [*weights.groups()]
    lows = sum((len(group.names) * group.low for group in groups), Fraction(0))
    highs = sum((len(group.names) * group.high for group in groups), Fraction(0))
    share = (1 - lows) / (highs - lows) if highs > lows else Fraction(0)
    return {
        name: group.low + share * (group.high - group.low)
        for group in groups
        for name in group.names
    }


def _from_below(chains: _Chains, room: Fraction) -> list[_Corner]:
    """Corners if only the order and the least weight of each chain counted."""
    least = {name: chain[-1].low for chain in chains for group in chain for name in group.names}
    spare = room - sum(least.values())
    ends = [chain[: end + 1] for chain in chains for end in range(len(chain))]
    return [_moved(least, end, spare) for end in ends]


def _from_above(chains: _Chains, room: Fraction) -> list[_Corner]:
    """Corners if only the order and the greatest weight of each chain counted."""
    most = {name: chain[0].high for chain in chains for group in chain for name in group.names}
    spare = room - sum(most.values())
    ends = [chain[start:] for chain in chains for start in range(len(chain))]
    return [_moved(most, end, spare) for end in ends]


def _moved(base: _Corner, groups: list[Group], spare: Fraction) -> _Corner:
    names = [name for group in groups for name in group.names]
    return base | {name: base[name] + spare / len(names) for name in names}


def _cuts(groups: list[Group], corners: list[_Corner]) -> list[list[Fraction]]:
    """The bounds that some corner breaks, as rows over corners."""
    rows: list[list[Any]] = []
    for group in groups:
        name = group.names[0]
        rows.append([corner[name] - group.low for corner in corners])
        rows.append([group.high - corner[name] for corner in corners])
    return [row for row in rows if min(row) < 0]


def _matrix(weights: AdmissibleWeights, corners: list[_Corner]) -> Floats:
    rows = [[float(corner[name]) for name in weights.names] for corner in corners]
    return np.array(rows, dtype=float)
