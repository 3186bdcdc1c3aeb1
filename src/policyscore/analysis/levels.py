"""What a profile states, level by level, with nothing but what its weights depend on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import fsum
from typing import Any, Union

from pydantic_core import SchemaValidator

from policyscore.case.case import leaves
from policyscore.case.header import Group, Tree
from policyscore.case.profiles import Profile
from policyscore.reading.document import Document
from policyscore.weighing.changes import Content
from policyscore.weighing.coverage import members_of
from policyscore.weighing.group import GROUP
from policyscore.weighing.statements import ways_used
from policyscore.weighing.way import Stated, Way
from policyscore.weighing.ways import WAYS, WITHIN

_NO_FILE = Document("", "", {}, {})
Named = Callable[[str], str]
OF_PROFILE = "@"  # stands before the id of a profile that is a member of a group


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a profile. All ids are those that both versions go by.

    Attributes:
        way: The way in which it is stated.
        stated: What is stated.
        below: Each member: the level inside it, or the criterion it stands for.
        weights: The weight of each member; they sum to 1.
        shares: The weight of each criterion under the level; they sum to 1.
    """

    way: Way
    stated: Stated
    below: dict[str, Union["Level", str]]
    weights: dict[str, float]
    shares: dict[str, float]

    @property
    def content(self) -> Content:
        """What is stated, as it is compared with another statement."""
        return Content(self.stated.content, self.stated.settings)

    def numbers(self) -> dict[str, float] | None:
        """Each member's number, if all that is stated is a number for each."""
        stated = self.stated.content
        if self.way is GROUP:
            return {OF_PROFILE + key: float(number) for key, number in stated.of.items()}
        if not isinstance(stated, dict):
            return None
        if not all(isinstance(number, float | int) for number in stated.values()):
            return None
        if self.way.settings or stated.keys() != self.below.keys():
            return None
        return {key: float(number) for key, number in stated.items()}


def shares_below(below: Level | str) -> dict[str, float]:
    """The weights inside a member of a level; they sum to 1."""
    return {below: 1.0} if isinstance(below, str) else below.shares


def mixed_shares(
    weights: Mapping[str, float], below: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """The weight of each criterion, of the weights of members and the weights inside each."""
    found: dict[str, list[float]] = {}
    for key, weight in weights.items():
        for leaf, share in below[key].items():
            found.setdefault(leaf, []).append(weight * share)
    return {leaf: fsum(parts) for leaf, parts in found.items()}


@dataclass(slots=True)
class LevelReader:
    """Reads the levels of profiles that have passed all checks.

    Attributes:
        tree: The case's criteria and groups.
        profiles: The case's profiles, of which groups are made.
        named: Gives the id that both versions go by.
    """

    tree: Tree
    profiles: Mapping[str, Profile]
    named: Named
    _read: dict[str, Level] = field(default_factory=dict)

    def read(self, stated: Mapping[Any, Any]) -> Level:
        """Read the top level of a profile, and all inside it.

        Args:
            stated: The keys of the profile that state weights.
        """
        return self._level(stated, self.tree)

    def _level(self, stated: Mapping[Any, Any], tree: Tree) -> Level:
        (way,) = ways_used(stated)
        content = way.renamed(way.validator.validate_python(stated[way.key]), self.named)
        settings = {key: self._setting(way, key, stated) for key in way.settings}
        criteria = {self.named(key): criterion for key, criterion in leaves(tree).items()}
        said = Stated(_NO_FILE, (), content, settings, criteria)
        weights = way.weigh(said)
        below: dict[str, Level | str]
        if way is GROUP:
            below = {OF_PROFILE + key: self._member(key) for key in weights}
            weights = {OF_PROFILE + key: weight for key, weight in weights.items()}
        else:
            below = self._below(weights, stated.get(WITHIN, {}), tree)
        inside = {key: shares_below(member) for key, member in below.items()}
        return Level(way, said, below, weights, mixed_shares(weights, inside))

    def _below(
        self, weights: Mapping[str, float], within: Mapping[str, Any], tree: Tree
    ) -> dict[str, Level | str]:
        """What is inside each member of a level."""
        members = {self.named(key): (key, member) for key, member in members_of(tree).items()}
        below: dict[str, Level | str] = {}
        for name in weights:
            key, member = members[name]
            if not isinstance(member, Group):
                below[name] = name
            elif key in within:
                below[name] = self._level(within[key], member.criteria)
            else:
                below[name] = self.named(next(iter(leaves(member.criteria))))
        return below

    def _member(self, profile: str) -> Level:
        """The levels of a profile that is a member of a group."""
        if profile not in self._read:
            self._read[profile] = self.read(self.profiles[profile].stated)
        return self._read[profile]

    def _setting(self, way: Way, key: str, stated: Mapping[Any, Any]) -> Any:
        if key not in stated:
            return way.settings[key].default
        value = SchemaValidator(way.settings[key].schema).validate_python(stated[key])
        return WAYS[key].renamed(value, self.named) if key in WAYS else value
