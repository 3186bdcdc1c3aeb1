"""What is weighed against what: all criteria at once, or the members of each group alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from policyscore.case.case import leaves
from policyscore.case.header import Group, Tree

FLAT_UP_TO = 12  # more criteria than that are hard to hold against one another at once


@dataclass(frozen=True, slots=True)
class Level:
    """Members that are weighed against one another.

    Attributes:
        group: Id of the group they belong to; empty at the top.
        under: Member's id to the criteria that it stands for, in the order of the case.
    """

    group: str
    under: dict[str, tuple[str, ...]]

    @property
    def members(self) -> tuple[str, ...]:
        """The members' ids."""
        return tuple(self.under)

    @property
    def criteria(self) -> tuple[str, ...]:
        """All criteria under the members."""
        return tuple(leaf for under in self.under.values() for leaf in under)

    def key(self, words: str) -> str:
        """Key of a question asked on this level."""
        return f"{self.group} / {words}" if self.group else words

    def question(self, words: str, about: tuple[str, ...] | None = None) -> dict[str, Any]:
        """What every question of this level holds: its key, what it depends on, its group.

        Args:
            words: The key without the group.
            about: The members it depends on; all if None.
        """
        members = self.members if about is None else about
        depends = tuple(leaf for name in members for leaf in self.under[name])
        return {"key": self.key(words), "about": depends, "group": self.group}


def is_best_top_down(tree: Tree) -> bool:
    """Whether criteria are better weighed group by group: there are groups, and many criteria."""
    grouped = any(isinstance(member, Group) for member in tree.values())
    return grouped and len(leaves(tree)) > FLAT_UP_TO


def flat_level(tree: Tree) -> tuple[Level, ...]:
    """All criteria of a tree as one level."""
    return (Level("", {leaf: (leaf,) for leaf in leaves(tree)}),)


def levels_top_down(tree: Tree) -> tuple[Level, ...]:
    """The levels of a tree: each group's inside before the level that the group stands on."""
    return tuple(_levels("", tree))


def _levels(group: str, tree: Tree) -> Iterator[Level]:
    for key, member in tree.items():
        if isinstance(member, Group):
            yield from _levels(key, member.criteria)
    yield Level(
        group,
        {
            key: tuple(leaves(member.criteria)) if isinstance(member, Group) else (key,)
            for key, member in tree.items()
        },
    )
