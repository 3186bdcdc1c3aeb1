"""A profile's stated judgements made into a weight for every criterion, flat or top-down."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import fsum
from typing import Any

from policyscore.case.case import leaves
from policyscore.case.header import Group, Header, Tree
from policyscore.case.kinds import Where
from policyscore.case.profiles import Profile
from policyscore.reading.complaints import MOST_FINDINGS
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document, Key
from policyscore.weighing.coverage import check_coverage, members_of
from policyscore.weighing.statements import read_statement, read_within
from policyscore.weighing.ways import WITHIN


@dataclass(frozen=True, slots=True)
class Weights:
    """What matters how much.

    Attributes:
        ways: The ways in which it was stated, the top level's first.
        criteria: Criterion's id to weight, in the order of the case; sums to 1.
        groups: Group's id to the sum of the weights under it.
    """

    ways: tuple[str, ...]
    criteria: dict[str, float]
    groups: dict[str, float]


def derive(
    document: Document, profile: Profile, header: Header
) -> tuple[Weights | None, list[Finding]]:
    """Derive a profile's weights.

    Args:
        document: The weights file.
        profile: What it says.
        header: The case's criteria.

    Returns:
        The weights, or None, and what is wrong with the statements, at all levels.
    """
    walk = _Walk(document, header)
    derived = walk.weigh(profile.stated, (), header.criteria)
    every = leaves(header.criteria)
    if walk.failed() or derived.keys() != every.keys():  # or the reader has complained already
        return None, walk.findings
    criteria = {key: derived[key] for key in every}
    groups = dict(_group_sums(header.criteria, criteria))
    return Weights(tuple(dict.fromkeys(walk.ways)), criteria, groups), walk.findings


def _group_sums(tree: Tree, weights: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    for key, member in tree.items():
        if isinstance(member, Group):
            yield key, fsum(weights[leaf] for leaf in leaves(member.criteria))
            yield from _group_sums(member.criteria, weights)


class _Walk:
    """Walks a profile level by level, collecting the ways used and the findings."""

    def __init__(self, document: Document, header: Header) -> None:
        self.document = document
        self.header = header
        self.findings: list[Finding] = []
        self.ways: list[str] = []

    def add(self, findings: Iterable[Finding]) -> None:
        """Keep findings, though never more than a reader could use."""
        self.findings.extend(islice(findings, MOST_FINDINGS - len(self.findings)))

    def failed(self) -> bool:
        """Whether an error was found."""
        return any(f.severity == "error" for f in self.findings)

    def weigh(self, stated: Mapping[Any, Any], where: Where, tree: Tree) -> dict[str, float]:
        """The weight of every criterion of `tree`, summing to 1; {} once a statement has failed."""
        members = members_of(tree)
        statement, wrong = read_statement(self.document, stated, where)
        self.add(wrong)
        within, wrong = read_within(self.document, stated, where)
        self.add(wrong)
        if statement is not None:
            way, said = statement
            self.ways.append(way.key)
            if within is not None:
                everything = members_of(self.header.criteria)
                self.add(check_coverage(said, way, tree, members, everything, within))
            self.add(way.check(said))
        inside: dict[Key, dict[str, float]] = {}
        for name, inner in (within or {}).items():
            group = members.get(str(name))
            if isinstance(group, Group) and isinstance(inner, dict):
                inside[name] = self.weigh(inner, (*where, WITHIN, name), group.criteria)
        if statement is None or within is None or self.failed():
            return {}
        result: dict[str, float] = {}
        for name, weight in way.weigh(said).items():
            member = members[name]
            if not isinstance(member, Group):
                result[name] = weight
            elif name in inside:
                result.update({leaf: weight * share for leaf, share in inside[name].items()})
            else:  # a group of a single criterion needs no division
                result[next(iter(leaves(member.criteria)))] = weight
        return result
