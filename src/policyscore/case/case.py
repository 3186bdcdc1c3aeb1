"""A whole case: what the files of one decision say, checked."""

from collections.abc import Iterator
from functools import cached_property
from types import MappingProxyType

from policyscore.case.header import Criterion, Expert, Group, Header, Source, Tree
from policyscore.case.options import CASE_AUTHOR, Option
from policyscore.case.profiles import Profile


class Case:
    """One decision: its criteria, options and profiles.

    A Case has passed all checks: every option scores every criterion, every id that is used
    exists, every score lies on its scale.

    Attributes:
        header: The content of `policyscore.yaml`.
        options: Option's id to option, sorted by id.
        profiles: Profile's id to profile, sorted by id.
    """

    def __init__(
        self, header: Header, options: dict[str, Option], profiles: dict[str, Profile]
    ) -> None:
        self.header = header
        self.options = MappingProxyType(dict(sorted(options.items())))
        self.profiles = MappingProxyType(dict(sorted(profiles.items())))

    @property
    def title(self) -> str:
        """The case's name."""
        return self.header.title

    @property
    def baseline(self) -> str:
        """Id of the option of doing nothing new."""
        return self.header.baseline

    @cached_property
    def criteria(self) -> dict[str, Criterion]:
        """Every criterion by id, in the order of the file."""
        return leaves(self.header.criteria)

    @cached_property
    def groups(self) -> dict[str, Group]:
        """Every group by id, in the order of the file, outer groups first."""
        return dict(groups_in(self.header.criteria))

    @cached_property
    def top_level(self) -> dict[str, tuple[str, ...]]:
        """Each group or criterion at the top of the tree, to the criteria under it."""
        return {
            key: tuple(leaves(member.criteria)) if isinstance(member, Group) else (key,)
            for key, member in self.header.criteria.items()
        }

    def member_title(self, member: str) -> str:
        """Title of a criterion or group."""
        found = self.criteria.get(member) or self.groups[member]
        return found.title

    def expert(self, expert: str) -> Expert:
        """An expert by id; the case's author is one even if not listed."""
        return self.header.experts.get(expert) or Expert("The case's author", 1.0)

    def source(self, source: str) -> Source:
        """A source by id."""
        return self.header.sources[source]


def leaves(tree: Tree) -> dict[str, Criterion]:
    """The criteria of a tree by id, in the order of the file."""
    found: dict[str, Criterion] = {}
    for key, member in tree.items():
        if isinstance(member, Group):
            found.update(leaves(member.criteria))
        else:
            found[key] = member
    return found


def groups_in(tree: Tree) -> Iterator[tuple[str, Group]]:
    """The groups of a tree with their ids, outer groups first."""
    for key, member in tree.items():
        if isinstance(member, Group):
            yield key, member
            yield from groups_in(member.criteria)


def expert_ids(header: Header) -> tuple[str, ...]:
    """Ids that a judgement may be by."""
    return tuple(dict.fromkeys((*header.experts, CASE_AUTHOR)))
