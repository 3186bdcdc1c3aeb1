"""A profile's statements walked level by level, from the top of the tree to its criteria."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from math import fsum
from typing import Any, NamedTuple

from policyscore.case.case import leaves
from policyscore.case.header import Group, Header, Tree
from policyscore.case.kinds import Where
from policyscore.case.naming import quoted
from policyscore.reading import rules
from policyscore.reading.complaints import MOST_FINDINGS
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.coverage import check_coverage, members_of
from policyscore.weighing.group import GROUP, check_members, combine, shares_of
from policyscore.weighing.spoken import spoken
from policyscore.weighing.statements import read_statement, read_within
from policyscore.weighing.way import Interval, Stated, Way
from policyscore.weighing.ways import WITHIN


class Share(NamedTuple):
    """What something weighs, of the whole.

    Attributes:
        weight: Its weight.
        extent: The least and the greatest weight that the statements leave to it.
    """

    weight: float
    extent: Interval

    def part(self, weight: float, extent: Interval | None) -> "Share":
        """What weighs so much within it."""
        low, high = extent or (weight, weight)
        return Share(self.weight * weight, (self.extent[0] * low, self.extent[1] * high))


WHOLE = Share(1.0, (1.0, 1.0))


class Walk:
    """Walks a profile, collecting what is used and found.

    Attributes:
        findings: What is wrong.
        ways: The ways of weighing used, the top level's first.
        consistency: How well each level's statement agrees with itself.
        members: Profile's id to its share, if the profile is that of a group.
        shares: What is weighed by name, criteria and groups, to its share of the whole.
    """

    def __init__(
        self,
        document: Document,
        header: Header,
        profiles: Collection[str],
        known: Mapping[str, Mapping[str, float]],
    ) -> None:
        self.findings: list[Finding] = []
        self.ways: list[str] = []
        self.consistency: list[Consistency] = []
        self.members: dict[str, float] = {}
        self.shares: dict[str, Share] = {}
        self._document = document
        self._everything = members_of(header.criteria)
        self._profiles = profiles
        self._known = known
        self._kept = {"error": 0, "warning": 0}

    def add(self, findings: Iterable[Finding]) -> None:
        """Keep findings, though of no severity more than a reader could use."""
        for finding in findings:
            kept = self._kept[finding.severity]
            if kept < MOST_FINDINGS:
                self._kept[finding.severity] = kept + 1
                self.findings.append(finding)
            elif finding.severity == "error":
                return  # after too many warnings there may still be an error to find

    def failed(self) -> bool:
        """Whether an error was found."""
        return self._kept["error"] > 0

    def weigh(self, stated: Mapping[Any, Any], where: Where, tree: Tree, whole: Share) -> None:
        """Weigh what stands on one level and below it.

        Args:
            stated: The keys of the level.
            where: Its place in the file; () at the top.
            tree: Its criteria and groups.
            whole: What they weigh together.
        """
        document = self._document
        statement, wrong = read_statement(document, stated, where, dict(leaves(tree)))
        self.add(wrong)
        if statement is not None and statement[0] is GROUP:
            self._combine(statement[1], stated)
            return
        within, wrong = read_within(document, stated, where)
        self.add(wrong)
        members = members_of(tree)
        local: dict[str, Share] = {}
        if statement is not None:
            way, said = statement
            self.ways.append(way.key)
            if within is not None:
                self.add(check_coverage(said, way, tree, members, self._everything, within))
            self.add(way.check(said))
            if within is not None and not self.failed():
                local = self._level(way, said, where, whole)
        for name, inner in (within or {}).items():
            group = members.get(str(name))
            if isinstance(group, Group) and isinstance(inner, dict):
                share = local.get(str(name), WHOLE)
                self.weigh(inner, (*where, WITHIN, name), group.criteria, share)
        for name, share in local.items():
            member = members[name]
            self.shares[name] = share
            if isinstance(member, Group) and name not in (within or {}):
                # a group of a single criterion needs no division
                self.shares[next(iter(leaves(member.criteria)))] = share

    def _level(self, way: Way, said: Stated, where: Where, whole: Share) -> dict[str, Share]:
        """What each name of a sound statement weighs."""
        weights, extents = way.weigh(said), way.extents(said) or {}
        for found in way.consistency(said):
            self.consistency.append(replace(found, group=str(where[-1]) if where else ""))
            self.add(_inconsistent(said.document, found))
        return {name: whole.part(weight, extents.get(name)) for name, weight in weights.items()}

    def _combine(self, said: Stated, stated: Mapping[Any, Any]) -> None:
        """Weigh by other profiles' weights."""
        self.ways.append(GROUP.key)
        if len(said.where) > 1 or WITHIN in stated:
            self.add([_misplaced(said, stated)])
        self.add(GROUP.check(said))
        self.add(check_members(said, self._profiles))
        if self.failed() or any(name not in self._known for name in said.content.of):
            return
        self.members = shares_of(said)
        counting = [self._known[name] for name, share in self.members.items() if share]
        combined = combine(self.members, self._known)
        for name, member in self._everything.items():
            under = leaves(member.criteria) if isinstance(member, Group) else (name,)
            of_members = [fsum(weights[leaf] for leaf in under) for weights in counting]
            weight = fsum(combined[leaf] for leaf in under)
            self.shares[name] = Share(weight, (min(of_members), max(of_members)))


def _misplaced(said: Stated, stated: Mapping[Any, Any]) -> Finding:
    """Complain of a group of profiles that is more, or less, than the whole of a profile."""
    if WITHIN in stated:
        message = f"`{GROUP.key}` combines whole profiles, so there is nothing to divide `within`."
        where = (*said.where[:-1], WITHIN)
        return said.document.finding(
            rules.WEIGHING_WAY, where, message, "Delete `within`.", of_key=True
        )
    return said.document.finding(
        rules.WEIGHING_WAY,
        said.where,
        f"`{GROUP.key}` combines whole profiles, so it cannot divide the weight of one group.",
        "State these weights in another way, or combine the profiles as a whole.",
        of_key=True,
    )


def _inconsistent(document: Document, found: Consistency) -> Iterable[Finding]:
    """Warn of a statement that contradicts itself more than is commonly accepted."""
    if not found.acceptable and found.ratio is not None and found.limit is not None:
        worst = spoken(found.worst, quoted)
        yield document.finding(
            rules.INCONSISTENT,
            found.place,
            f"These judgements contradict each other: {found.measure} is {found.ratio:.2f}, over "
            f"{found.limit:.2f}" + (f". {worst[:1].upper()}{worst[1:]}." if worst else "."),
            "Look at it again with the rest in view; keep it if it is what you mean.",
        )
