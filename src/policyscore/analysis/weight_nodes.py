"""Weights between two versions of a profile: each part of it old or new, as one chooses.

A profile is a tree of levels. Where every mixture of two statements of a level makes sense, each
part of it is a place that can change by itself; otherwise the level changes as a whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Union

from policyscore.analysis.edits import Spot
from policyscore.analysis.levels import Level, mixed_shares
from policyscore.weighing.points import number_shares

IsNew = Callable[[Spot], bool]
Node = Union["Fixed", "Swap", "Mix", "Parted", "Restated"]


def _below(below: Mapping[str, Node], is_new: IsNew) -> dict[str, dict[str, float]]:
    return {key: node.at(is_new) for key, node in below.items()}


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
    """A level that changes as a whole, with all inside it.

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
        numbers: Each member's place, old number and new number; 0 where a version lacks it. At
            least one member's number is above 0 in both, so that every mixture has weights.
        below: What is inside each member.
    """

    numbers: dict[str, tuple[Spot, float, float]]
    below: dict[str, Node]

    def at(self, is_new: IsNew) -> dict[str, float]:
        """The weight of each criterion within it."""
        stated = {
            key: old if old == new else new if is_new(spot) else old
            for key, (spot, old, new) in self.numbers.items()
        }
        return mixed_shares(number_shares(stated), _below(self.below, is_new))


@dataclass(frozen=True, slots=True)
class Parted:
    """A level whose judgements change one by one.

    Attributes:
        level: The new level.
        spots: Each part that changed to its place.
        mixed: Makes the statement in which only the parts with the keys given have changed.
        below: What is inside each member.
    """

    level: Level
    spots: dict[str, Spot]
    mixed: Callable[[frozenset[str]], Any]
    below: dict[str, Node]
    _found: dict[frozenset[str], Mapping[str, float]] = field(default_factory=dict)

    def at(self, is_new: IsNew) -> dict[str, float]:
        """The weight of each criterion within it."""
        made = frozenset(key for key, spot in self.spots.items() if is_new(spot))
        return mixed_shares(self._weights(made), _below(self.below, is_new))

    def _weights(self, made: frozenset[str]) -> Mapping[str, float]:
        """The weights with some parts changed; worked out once, as it takes milliseconds."""
        if len(made) == len(self.spots):
            return self.level.weights
        if made not in self._found:
            stated = self.level.stated._replace(content=self.mixed(made))
            self._found[made] = self.level.way.weigh(stated)
        return self._found[made]


@dataclass(frozen=True, slots=True)
class Restated:
    """A level whose weights change together, while what is inside its members may stay.

    Attributes:
        spot: The place that decides.
        old: The old weight of each member.
        new: The new ones.
        below: What is inside each member.
    """

    spot: Spot
    old: dict[str, float]
    new: dict[str, float]
    below: dict[str, Node]

    def at(self, is_new: IsNew) -> dict[str, float]:
        """The weight of each criterion within it."""
        weights = self.new if is_new(self.spot) else self.old
        return mixed_shares(weights, _below(self.below, is_new))
