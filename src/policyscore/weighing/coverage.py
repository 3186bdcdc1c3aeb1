"""Whether what is stated about a level of the tree weighs each of its criteria exactly once."""

from collections.abc import Iterator, Mapping
from typing import Any

from policyscore.case.case import groups_in, leaves
from policyscore.case.header import Criterion, Group, Tree
from policyscore.case.kinds import Where
from policyscore.case.naming import MOST_LISTED, listed, quoted, some, there_are
from policyscore.case.suggestions import closest, did_you_mean
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Key
from policyscore.weighing.way import Stated, Way
from policyscore.weighing.ways import WITHIN

Members = dict[str, Group | Criterion]


def members_of(tree: Tree) -> Members:
    """Every group and criterion of a tree by id."""
    return {**dict(groups_in(tree)), **leaves(tree)}


def check_coverage(
    said: Stated,
    way: Way,
    tree: Tree,
    members: Members,
    everything: Members,
    within: Mapping[Key, Any],
) -> Iterator[Finding]:
    """Check that every criterion of a level is weighed exactly once.

    Args:
        said: What is stated about the level.
        way: In which way.
        tree: The level's groups and criteria.
        members: The same and all under them, by id.
        everything: All groups and criteria of the case, by id.
        within: What is stated about the groups of the level.
    """
    covered: dict[str, str] = {}
    meant: set[str | None] = set()
    overlapping: set[str] = set()
    for name, place in way.names(said):
        of_key = _in_key(name, place)
        if name not in members:
            meant.add(closest(name, members))
            yield said.document.finding(
                rules.UNKNOWN_CRITERION,
                place,
                f"{quoted(name)} is not one of the criteria of this group."
                if name in everything
                else f"There is no criterion {quoted(name)}.",
                did_you_mean(name, members) or there_are(list(tree)),
                of_key=of_key,
            )
            continue
        under = _under(name, members)
        if way.only_criteria and isinstance(members[name], Group):
            overlapping.add(name)
            yield said.document.finding(
                rules.COMPARISON,
                place,
                f"`{name}` is a group, and steps are made on criteria.",
                f"Write {listed(under[:MOST_LISTED])} instead.",
                of_key=of_key,
            )
        twice = next((leaf for leaf in under if leaf in covered), None)
        if covered.get(twice or "") == name:
            yield said.document.finding(
                rules.WEIGHED_TWICE,
                place,
                f"`{name}` stands here twice.",
                "Keep one.",
                of_key=of_key,
            )
        elif twice is not None:
            overlapping |= {name, covered[twice]}
            yield said.document.finding(
                rules.WEIGHED_TWICE,
                place,
                _twice(twice, name, covered[twice]),
                "Weigh the group here and its criteria under `within`, or weigh only its criteria.",
                of_key=of_key,
            )
        covered.update(dict.fromkeys(under, name))
    told = {leaf for name in meant if name is not None for leaf in _under(name, members)}
    missing = [leaf for leaf in leaves(tree) if leaf not in covered and leaf not in told]
    if missing:
        yield said.document.finding(
            rules.MISSING_WEIGHT,
            said.where,
            f"There is no weight for {some(missing)}.",
            way.missing,
            of_key=True,
        )
    yield from _check_within(said, way, members, overlapping, meant, within)


def _check_within(
    said: Stated,
    way: Way,
    members: Members,
    overlapping: set[str],
    misspelt: set[str | None],
    within: Mapping[Key, Any],
) -> Iterator[Finding]:
    """Check that the groups that are weighed, and only those, are divided."""
    weighed = {name: place for name, place in way.names(said) if name in members}
    strange = [name for name in within if name not in weighed and name not in misspelt]
    meant = {closest(str(name), weighed) for name in strange}
    for name, place in weighed.items():
        divided = name in within or name in meant or name in overlapping
        if isinstance(members[name], Group) and not divided and len(_under(name, members)) > 1:
            yield said.document.finding(
                rules.MISSING_WEIGHT,
                place,
                f"The weight of `{name}` is not divided among its criteria.",
                f"Add `within: {{{name}: {{swing: ...}}}}`, or weigh its criteria here.",
                of_key=_in_key(name, place),
            )
        elif name in within and not isinstance(members[name], Group):
            yield said.document.finding(
                rules.UNKNOWN_CRITERION,
                (*said.where[:-1], WITHIN, name),
                f"`{name}` is a criterion, not a group, so its weight is not divided.",
                "Delete it here.",
                of_key=True,
            )
    for key in strange:
        yield said.document.finding(
            rules.UNKNOWN_CRITERION,
            (*said.where[:-1], WITHIN, key),
            f"{quoted(key)} stands under `{WITHIN}` but is not weighed under `{way.key}`.",
            did_you_mean(str(key), weighed) or f"Weigh it under `{way.key}`, or delete it here.",
            of_key=True,
        )


def _in_key(name: str, place: Where) -> bool:
    """Whether a name stands in the last key of its place, rather than in the value there."""
    return name in str(place[-1])


def _under(name: str, members: Members) -> tuple[str, ...]:
    """The criteria that a name stands for."""
    member = members[name]
    return tuple(leaves(member.criteria)) if isinstance(member, Group) else (name,)


def _twice(leaf: str, name: str, other: str) -> str:
    """Say that a criterion is weighed under two names."""
    if leaf in (name, other):
        group = other if leaf == name else name
        return f"`{leaf}` is weighed by itself and again as a part of `{group}`."
    return f"`{name}` and `{other}` both weigh `{leaf}`."
