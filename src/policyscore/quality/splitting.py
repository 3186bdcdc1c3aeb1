"""PS411: groups of criteria that weigh more only because they have more criteria."""

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from policyscore.case.case import leaves
from policyscore.case.header import Group, Tree
from policyscore.quality.material import Material
from policyscore.quality.names import TITLE, profile_title, short
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.ways import WITHIN

CLEARLY = 1.1
MOST_GROUPS = 50


class Branch(NamedTuple):
    """A group under a profile.

    Attributes:
        title: Its name for readers.
        leaves: How many criteria it has.
        weight: The sum of their weights.
    """

    title: str
    leaves: int
    weight: float

    @property
    def mean(self) -> float:
        """What a criterion of it weighs on average."""
        return self.weight / self.leaves


def check_splitting(material: Material) -> Iterator[Finding]:
    """Find the flat profiles in which the number of criteria turns the order of two groups."""
    case = material.case
    families = list(_families(case.header.criteria))
    if not families:
        return
    for profile, weights in material.weights.items():
        stated = case.profiles[profile].stated
        if WITHIN in stated or weights.members:
            continue
        pairs = [
            pair
            for family in families
            if (
                pair := most_striking(
                    [Branch(title, n, weights.groups[key]) for key, title, n in family]
                )
            )
        ]
        if pairs:
            larger, smaller = max(pairs, key=lambda pair: _strength(*pair))
            yield material.profile_document(profile).finding(
                rules.SPLITTING_BIAS,
                (next(iter(stated)),) if stated else TITLE,
                f"Under {profile_title(case, profile)} {larger.title} weighs {larger.weight:.1%} "
                f"and {smaller.title} {smaller.weight:.1%}, but a criterion of {smaller.title} "
                f"weighs more ({smaller.mean:.1%} on average, against {larger.mean:.1%}), so "
                f"{larger.title} may be worth no more, and only be split into {larger.leaves} "
                f"criteria instead of {smaller.leaves}.",
                "Compare the groups as wholes: weigh them first, then their criteria under "
                "`within`.",
                of_key=True,
            )


def _families(tree: Tree) -> Iterator[list[tuple[str, str, int]]]:
    """Groups under one parent, if two or more: id, title, number of criteria."""
    groups = [(key, member) for key, member in tree.items() if isinstance(member, Group)]
    family = [(key, short(group.title), len(leaves(group.criteria))) for key, group in groups]
    if len({n for _, _, n in family}) > 1:
        yield family[:MOST_GROUPS]
    for _, group in groups:
        yield from _families(group.criteria)


def most_striking(branches: list[Branch]) -> tuple[Branch, Branch] | None:
    """The pair whose order turns most clearly when criteria are compared instead of groups.

    Returns:
        The group of the larger sum and that of the larger mean, or None if no pair turns: the sum
        must be larger, and the mean smaller, by more than a tenth.
    """
    pairs = [pair for pair in permutations(branches, 2) if _strength(*pair) > CLEARLY]
    return max(pairs, key=lambda pair: _strength(*pair), default=None)


def _strength(larger: Branch, smaller: Branch) -> float:
    """How far two groups stand in one order by their sums and in the other by their means."""
    if larger.leaves <= smaller.leaves or larger.weight == 0 or smaller.weight == 0:
        return 0.0
    return min(larger.weight / smaller.weight, smaller.mean / larger.mean)
