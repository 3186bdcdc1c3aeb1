"""Weights between two versions of a profile: each stated number old or new, as one chooses.

A profile is a tree of levels. Where both versions state a level in the same way, number by
number, each number is a place that can change by itself; otherwise the level changes as a whole.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Union

from policyscore.analysis.edits import Spot
from policyscore.analysis.levels import weigh
from policyscore.weighing.way import Way

IsNew = Callable[[Spot], bool]
Node = Union["Fixed", "Swap", "Mix"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A part of a profile that does not change.

    Attributes:
        shares: The weight of each criterion within it; they sum to 1.
    """

    shares: dict[str, float]

    def at(self, is_new: IsNew) -> dict[str, float]:
        """The weight of each criterion within it."""
        del is_new
        return self.shares


@dataclass(frozen=True, slots=True)
class Swap:
    """A level that changes as a whole.

    Attributes:
        spot: The place that decides.
        old: The old weight of each criterion within it.
        new: The new ones.
    """

    spot: Spot
    old: dict[str, float]
    new: dict[str, float]

    def at(self, is_new: IsNew) -> dict[str, float]:
        """The weight of each criterion within it."""
        return self.new if is_new(self.spot) else self.old


@dataclass(frozen=True, slots=True)
class Mix:
    """A level whose numbers change one by one.

    Attributes:
        way: The way in which it is stated.
        numbers: Each member's place, old number and new number; 0 where a version lacks it. At
            least one member's number is above 0 in both, so that every mixture has weights.
        below: What is inside each member.
    """

    way: Way
    numbers: dict[str, tuple[Spot, float, float]]
    below: dict[str, Node]

    def at(self, is_new: IsNew) -> dict[str, float]:
        """The weight of each criterion within it."""
        stated = {
            key: old if old == new else new if is_new(spot) else old
            for key, (spot, old, new) in self.numbers.items()
        }
        found: dict[str, float] = {}
        for key, weight in weigh(self.way, stated).items():
            for leaf, share in self.below[key].at(is_new).items():
                found[leaf] = found.get(leaf, 0.0) + weight * share
        return found
