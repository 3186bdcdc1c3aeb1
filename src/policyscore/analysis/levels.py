"""What a profile states, level by level, with nothing but what its weights depend on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Union

from policyscore.case.case import leaves
from policyscore.case.header import Group, Tree
from policyscore.reading.document import Document
from policyscore.weighing.coverage import members_of
from policyscore.weighing.way import Stated, Way
from policyscore.weighing.ways import WAYS, WITHIN

_NO_FILE = Document("", "", {}, {})
Named = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a profile.

    Attributes:
        way: The way in which it is stated.
        content: What stands under the way's key, with the ids that its own version uses.
        below: Each member by that id: the level inside it, or the criterion it stands for.
        named: Each member's id in its own version, to the id that both versions go by.
    """

    way: Way
    content: Any
    below: dict[str, Union["Level", str]]
    named: dict[str, str]

    def numbers(self) -> dict[str, float] | None:
        """Each member's number, if the level is stated as a number for each."""
        if not isinstance(self.content, dict):
            return None
        if not all(isinstance(number, float | int) for number in self.content.values()):
            return None
        return {self.named[key]: float(number) for key, number in self.content.items()}

    def inside(self) -> dict[str, Union["Level", str]]:
        """Each member, by the id that both versions go by, to what is below it."""
        return {self.named[key]: below for key, below in self.below.items()}

    def shares(self) -> dict[str, float]:
        """The weight of each criterion under the level; they sum to 1."""
        weights = weigh(self.way, self.content)
        return {
            leaf: weight * share
            for key, weight in weights.items()
            for leaf, share in shares_below(self.below[key]).items()
        }


def weigh(way: Way, content: Any) -> dict[str, float]:
    """What a way of weighing makes of a statement that is known to be right."""
    return way.weigh(Stated(_NO_FILE, (), content))


def shares_below(below: Level | str) -> dict[str, float]:
    """The weights inside a member of a level; they sum to 1."""
    return {below: 1.0} if isinstance(below, str) else below.shares()


def read_level(stated: Mapping[Any, Any], tree: Tree, named: Named) -> Level:
    """Read one level, and those inside it, of a profile that has passed all checks.

    Args:
        stated: The keys of the level.
        tree: The criteria and groups that it is about.
        named: Gives the id that both versions go by.
    """
    way = next(way for key, way in WAYS.items() if key in stated)
    content = way.validator.validate_python(stated[way.key])
    members = members_of(tree)
    within = stated.get(WITHIN, {})
    below: dict[str, Level | str] = {}
    for key in weigh(way, content):
        member = members[key]
        if not isinstance(member, Group):
            below[key] = named(key)
        elif key in within:
            below[key] = read_level(within[key], member.criteria, named)
        else:
            below[key] = named(next(iter(leaves(member.criteria))))
    return Level(way, content, below, {key: named(key) for key in below})
