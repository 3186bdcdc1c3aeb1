"""What the schemas of one case know of it; they are made from this and nothing else of the case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from policyscore.case.case import Case, expert_ids, leaves
from policyscore.case.header import Criterion, Group, Tree
from policyscore.editors.wording import anchors_of, of_group, of_scale, of_step
from policyscore.weighing.coverage import members_of
from policyscore.weighing.fingerprint import fingerprint as scale_fingerprint

Titles = tuple[tuple[str, str], ...]  # ids with their titles


@dataclass(frozen=True, slots=True)
class Scale:
    """A criterion, for those who score on it.

    Attributes:
        id: Its id.
        title: Its name for readers.
        says: What it asks, and its anchors.
        low: The lowest number of its scale.
        high: The highest.
        anchors: Numbers of the scale with their words, rising; not all, if there are many.
    """

    id: str
    title: str
    says: str
    low: float
    high: float
    anchors: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A criterion or group, for those who weigh it.

    Attributes:
        id: Its id.
        title: Its name for readers.
        says: The step that is weighed, or what is in the group.
    """

    id: str
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Level:
    """What can be weighed side by side.

    Attributes:
        group: Id of the group that it divides; an empty string for the whole case.
        members: Ids of the criteria and groups in it, at any depth.
        groups: Those of them that are groups.
    """

    group: str
    members: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the schema of `policyscore.yaml` knows."""

    title: str
    options: Titles
    profiles: Titles


@dataclass(frozen=True, slots=True)
class OptionFacts:
    """What the schema of options knows."""

    title: str
    scales: tuple[Scale, ...]
    experts: Titles
    sources: Titles
    options: Titles
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeightsFacts:
    """What the schema of profiles knows; `scales` are criteria with their scales' fingerprints."""

    title: str
    members: tuple[Member, ...]
    levels: tuple[Level, ...]
    scales: Titles
    profiles: Titles


Facts = CaseFacts | OptionFacts | WeightsFacts


def facts_of(case: Case) -> dict[str, Facts]:
    """What the schemas of a case know of it: kind of file to facts."""
    return {
        "case": CaseFacts(case.title, _titles(case.options), _titles(case.profiles)),
        "option": OptionFacts(
            case.title,
            tuple(
                Scale(key, c.title, of_scale(c), *c.ends, anchors_of(c))
                for key, c in case.criteria.items()
            ),
            tuple((key, case.expert(key).title) for key in expert_ids(case.header)),
            _titles(case.header.sources),
            _titles(case.options),
            tuple(sorted({tag for option in case.options.values() for tag in option.tags})),
        ),
        "weights": WeightsFacts(
            case.title,
            tuple(_member(key, m) for key, m in members_of(case.header.criteria).items()),
            (
                _level("", case.header.criteria),
                *(_level(key, group.criteria) for key, group in case.groups.items()),
            ),
            tuple((key, scale_fingerprint(c)) for key, c in case.criteria.items()),
            _titles(case.profiles),
        ),
    }


class _Titled(Protocol):
    @property
    def title(self) -> str: ...


def _titles(things: Mapping[str, _Titled]) -> Titles:
    return tuple((key, thing.title) for key, thing in things.items())


def _member(key: str, member: Group | Criterion) -> Member:
    if isinstance(member, Group):
        titles = (criterion.title for criterion in leaves(member.criteria).values())
        return Member(key, member.title, of_group(titles))
    return Member(key, member.title, of_step(member))


def _level(key: str, tree: Tree) -> Level:
    members = members_of(tree)
    groups = tuple(k for k, member in members.items() if isinstance(member, Group))
    return Level(key, tuple(members), groups)
