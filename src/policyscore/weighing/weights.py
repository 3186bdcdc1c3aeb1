"""A profile's stated judgements made into a weight for every criterion, flat or top-down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import fsum
from typing import Any

from policyscore.case.case import groups_in, leaves
from policyscore.case.explanations import validate_as, what_is
from policyscore.case.header import Criterion, Group, Header, Tree
from policyscore.case.kinds import RecordKind, Where
from policyscore.case.profiles import PROFILE_KEYS, Profile
from policyscore.case.suggestions import did_you_mean
from policyscore.reading import rules
from policyscore.reading.characters import shorten, visible
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.reading.rules import Rule
from policyscore.weighing.way import Stated, Way
from policyscore.weighing.ways import WAYS, WITHIN


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
        The weights, or None, and what is wrong with the statements.
    """
    level = _Level(document, header)
    derived = level.weigh(profile.stated, (), header.criteria, 1.0)
    if any(f.severity == "error" for f in level.findings):
        return None, level.findings
    criteria = {key: derived[key] for key in leaves(header.criteria)}
    groups = dict(_group_sums(header.criteria, criteria))
    return Weights(tuple(dict.fromkeys(level.ways)), criteria, groups), level.findings


def _group_sums(tree: Tree, weights: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    for key, member in tree.items():
        if isinstance(member, Group):
            yield key, fsum(weights[leaf] for leaf in leaves(member.criteria))
            yield from _group_sums(member.criteria, weights)


class _Level:
    """Walks a profile level by level, collecting the weights, the ways used and the findings."""

    def __init__(self, document: Document, header: Header) -> None:
        self.document = document
        self.header = header
        self.findings: list[Finding] = []
        self.ways: list[str] = []

    def weigh(
        self, stated: Mapping[str, Any], where: Where, tree: Tree, share: float
    ) -> dict[str, float]:
        """Share out `share` among the criteria of `tree` as stated; {} where that fails."""
        statement = self.statement(stated, where)
        within = self.within(stated, where)
        if statement is None or within is None:
            return {}
        way, said = statement
        problems = [*self.check_cover(said, way, tree, within), *way.check(said)]
        self.findings.extend(problems)
        if any(f.severity == "error" for f in problems):
            return {}
        self.ways.append(way.key)
        result: dict[str, float] = {}
        for name, weight in way.weigh(said).items():
            member = _members(tree)[name]
            if not isinstance(member, Group):
                result[name] = share * weight
            elif name in within:
                inner = (*where, WITHIN, name)
                result.update(self.weigh(within[name], inner, member.criteria, share * weight))
            else:  # a group of a single criterion needs no division
                result[next(iter(leaves(member.criteria)))] = share * weight
        return result

    def statement(self, stated: Mapping[str, Any], where: Where) -> tuple[Way, Stated] | None:
        """The one way that is used at a level, with what it says."""
        known = [*WAYS, WITHIN]
        strange = [key for key in stated if key not in known]
        for key in strange:
            there = [*PROFILE_KEYS, *known] if not where else known
            self.report(
                rules.UNKNOWN_KEY,
                (*where, key),
                f"`{shorten(visible(str(key)), 40)}` is not a key of a profile.",
                did_you_mean(str(key), there)
                or f"Its keys are {', '.join(f'`{k}`' for k in there)}.",
            )
        used = [key for key in stated if key in WAYS]
        if len(used) > 1:
            self.report(
                rules.WEIGHING_WAY,
                (*where, used[1]),
                f"There are both `{used[0]}` and `{used[1]}` here.",
                "State the weights of one level in one way.",
            )
        elif not used and not strange:
            self.report(
                rules.WEIGHING_WAY,
                where,
                "No weights are stated here.",
                f"Add {' or '.join(f'`{key}:`' for key in WAYS)} with a line for each criterion.",
            )
        if len(used) != 1 or strange:
            return None
        way, place = WAYS[used[0]], (*where, used[0])
        content, wrong = validate_as(
            way.validator, self.document, stated[way.key], _no_record, place
        )
        self.findings.extend(wrong)
        return None if wrong else (way, Stated(self.document, place, content))

    def within(self, stated: Mapping[str, Any], where: Where) -> dict[str, Any] | None:
        """What is stated about the groups of a level."""
        written = stated.get(WITHIN, {})
        place = (*where, WITHIN)
        if not isinstance(written, dict):
            self.report(
                rules.WRONG_TYPE,
                place,
                f"`{WITHIN}` needs `group:` lines, not {what_is(written)}.",
                f"Write `{WITHIN}: {{group: {{swing: ...}}}}`.",
            )
            return None
        for name, inner in written.items():
            if not isinstance(inner, dict):
                self.report(
                    rules.WRONG_TYPE,
                    (*place, name),
                    f"`{shorten(visible(str(name)), 40)}` needs a way of weighing under it, "
                    f"not {what_is(inner)}.",
                    "Write `swing:` or `points:` under it.",
                )
                return None
        return written

    def report(self, rule: Rule, where: Where, message: str, hint: str) -> None:
        """Add a finding about a key."""
        self.findings.append(self.document.finding(rule, where, message, hint, of_key=True))

    def check_cover(
        self, said: Stated, way: Way, tree: Tree, within: Mapping[str, Any]
    ) -> Iterator[Finding]:
        """Check that every criterion of the level is weighed exactly once."""
        members = _members(tree)
        covered: dict[str, str] = {}
        for name, place in way.names(said):
            if name not in members:
                yield self.unknown(name, place, members, tree)
                continue
            member = members[name]
            under = leaves(member.criteria) if isinstance(member, Group) else (name,)
            for leaf in under:
                if leaf in covered:
                    yield said.document.finding(
                        rules.WEIGHED_TWICE,
                        place,
                        f"`{name}` and `{covered[leaf]}` both weigh `{leaf}`.",
                        "Weigh the group, with its criteria under `within`, or the criteria.",
                        of_key=True,
                    )
                    break
            covered.update(dict.fromkeys(under, name))
            if isinstance(member, Group) and name not in within and len(under) > 1:
                yield said.document.finding(
                    rules.MISSING_WEIGHT,
                    place,
                    f"The weight of `{name}` is not divided among its criteria.",
                    f"Add `within: {{{name}: {{swing: ...}}}}`, or weigh its criteria here.",
                    of_key=True,
                )
        missing = [leaf for leaf in leaves(tree) if leaf not in covered]
        if missing:
            listed = ", ".join(f"`{key}`" for key in missing[:12]) + ", ..." * (len(missing) > 12)
            yield said.document.finding(
                rules.MISSING_WEIGHT,
                said.where,
                f"There is no weight for {listed}.",
                "Add a line for each; 0 says that it does not matter.",
                of_key=True,
            )
        weighed = {name for name, _ in way.names(said)}
        for name in within:
            if name not in weighed:
                yield said.document.finding(
                    rules.UNKNOWN_CRITERION,
                    (*said.where[:-1], WITHIN, name),
                    f"`{shorten(visible(str(name)), 40)}` stands under `{WITHIN}` "
                    f"but is not weighed under `{way.key}`.",
                    did_you_mean(str(name), weighed),
                    of_key=True,
                )

    def unknown(self, name: str, place: Where, members: Mapping[str, Any], tree: Tree) -> Finding:
        """Complain of a name that is no criterion here."""
        elsewhere = name in _members(self.header.criteria)
        message = (
            f"`{name}` is not one of the criteria of this group."
            if elsewhere
            else f"There is no criterion `{shorten(visible(name), 40)}`."
        )
        hint = did_you_mean(name, members)
        if not hint and len(tree) <= 12:
            hint = f"There is {', '.join(f'`{key}`' for key in tree)}."
        return self.document.finding(rules.UNKNOWN_CRITERION, place, message, hint, of_key=True)


def _members(tree: Tree) -> dict[str, Group | Criterion]:
    """Every group and criterion of a tree by id."""
    return {**dict(groups_in(tree)), **leaves(tree)}


def _no_record(_: Document, __: Where) -> RecordKind:
    return RecordKind("a way of weighing", {})
