"""Profiles' stated judgements made into a weight for every criterion."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from math import fsum

from policyscore.case.case import leaves
from policyscore.case.header import Group, Header, Tree
from policyscore.case.profiles import Profile
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.group import stated_members
from policyscore.weighing.walking import WHOLE, Walk
from policyscore.weighing.way import Interval


@dataclass(frozen=True, slots=True)
class Weights:
    """What matters how much.

    Attributes:
        ways: The ways in which it was stated, the top level's first.
        criteria: Criterion's id to weight, in the order of the case; sums to 1.
        groups: Group's id to the sum of the weights under it.
        extents: What is weighed by name to the least and greatest weight that the statements
            leave to it, or that members of a group of profiles give it; empty if all are fixed.
        consistency: How well each level's statement agrees with itself, where it could disagree.
        members: Profile's id to its share, if these weights are those of a group of profiles.
        is_open: Whether the statements, or those of a member that counts, leave room for others.
    """

    ways: tuple[str, ...]
    criteria: dict[str, float]
    groups: dict[str, float]
    extents: dict[str, Interval] = field(default_factory=dict)
    consistency: tuple[Consistency, ...] = ()
    members: dict[str, float] = field(default_factory=dict)
    is_open: bool = False


def derive(
    document: Document,
    profile: Profile,
    header: Header,
    known: Mapping[str, Weights],
    profiles: Collection[str] = (),
) -> tuple[Weights | None, list[Finding]]:
    """Derive a profile's weights.

    Args:
        document: The weights file.
        profile: What it says.
        header: The case's criteria.
        known: Profile's id to the weights of those that a group may be made of.
        profiles: Ids of all profiles there are, sound or not; those of `known` if left out.

    Returns:
        The weights, or None, and what is wrong with the statements, at all levels.
    """
    of = {key: known[key].criteria for key in stated_members(profile.stated) if key in known}
    walk = Walk(document, header, profiles or known, of)
    walk.weigh(profile.stated, (), header.criteria, WHOLE)
    every = leaves(header.criteria)
    if walk.failed() or not every.keys() <= walk.shares.keys():  # or it is complained of already
        return None, walk.findings
    criteria = {key: walk.shares[key].weight for key in every}
    extents = {key: share.extent for key, share in walk.shares.items()}
    wide = any(low != high for low, high in extents.values())
    members = walk.members
    weights = Weights(
        tuple(dict.fromkeys(walk.ways)),
        criteria,
        dict(_group_sums(header.criteria, criteria)),
        extents if wide else {},
        tuple(walk.consistency),
        members,
        any(share and known[m].is_open for m, share in members.items()) if members else wide,
    )
    return weights, walk.findings


def _group_sums(tree: Tree, weights: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    for key, member in tree.items():
        if isinstance(member, Group):
            yield key, fsum(weights[leaf] for leaf in leaves(member.criteria))
            yield from _group_sums(member.criteria, weights)
