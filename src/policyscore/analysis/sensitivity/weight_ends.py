"""The weights that a case has when the weight of one member is 0, and when it is 1."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from policyscore.analysis.sensitivity.table import Bools, Floats
from policyscore.analysis.sensitivity.weight_results import Stuck
from policyscore.case.case import leaves
from policyscore.case.header import Group, Tree

_NONE = 1e-15  # rounding of sums of weights that are all 0


@dataclass(frozen=True, slots=True)
class Ends:
    """The weights at the two ends of the way of one member's weight.

    Attributes:
        member: Id of the criterion or group.
        kind: Which of the two it is.
        within: Id of the group whose weight is shared out, or empty for the whole case.
        weight: The member's present weight, as a share of what is shared out.
        at_zero: n; the weights of all criteria with the member's at 0. They sum to 1.
        at_one: n; with the member's at 1.
        stuck: Why the weight cannot move, or empty; both ends are the present weights then.
    """

    member: str
    kind: Literal["criterion", "group"]
    within: str
    weight: float
    at_zero: Floats
    at_one: Floats
    stuck: Stuck


def weight_ends(tree: Tree, weights: Mapping[str, float]) -> list[Ends]:
    """The ends for every criterion, then every group, in the whole case.

    Args:
        tree: The case's criteria and groups.
        weights: Criterion's id to weight, in the order of the tree; they sum to 1.
    """
    criteria = list(weights)
    row = np.array([weights[c] for c in criteria])
    everything = np.ones(len(criteria), dtype=bool)
    members = [(key, "", tuple(leaves(member))) for key, member in _groups(tree)]
    ends = [_ends(c, "criterion", "", _mask(criteria, (c,)), everything, row) for c in criteria]
    ends += [_ends(k, "group", "", _mask(criteria, m), everything, row) for k, _, m in members]
    return ends


def local_ends(tree: Tree, weights: Mapping[str, float]) -> list[Ends]:
    """The ends for the local weight of everything that is inside a group; arguments as above."""
    criteria = list(weights)
    row = np.array([weights[c] for c in criteria])
    ends = []
    for group, members in _groups(tree):
        everything = _mask(criteria, tuple(leaves(members)))
        for key, member in members.items():
            is_group = isinstance(member, Group)
            inside = tuple(leaves(member.criteria)) if isinstance(member, Group) else (key,)
            kind: Literal["criterion", "group"] = "group" if is_group else "criterion"
            ends.append(_ends(key, kind, group, _mask(criteria, inside), everything, row))
    return ends


def _groups(tree: Tree) -> Iterator[tuple[str, Tree]]:
    for key, member in tree.items():
        if isinstance(member, Group):
            yield key, member.criteria
            yield from _groups(member.criteria)


def _mask(criteria: list[str], chosen: tuple[str, ...]) -> Bools:
    wanted = set(chosen)
    return np.array([c in wanted for c in criteria])


def _ends(
    member: str,
    kind: Literal["criterion", "group"],
    within: str,
    inside: Bools,
    everything: Bools,
    weights: Floats,
) -> Ends:
    """The ends of one member.

    Args:
        member: Its id.
        kind: Criterion or group.
        within: Id of the group whose weight is shared out, or empty.
        inside: n; which criteria are the member's.
        everything: n; among which criteria weight is shared out.
        weights: n; the present weights.
    """
    pot = float(weights[everything].sum())
    own, rest = np.where(inside, weights, 0.0), np.where(everything & ~inside, weights, 0.0)
    mine, others = float(own.sum()), float(rest.sum())
    kept = np.where(everything, 0.0, weights)
    if within and pot <= _NONE:
        return Ends(member, kind, within, 0.0, weights, weights, "has-none")
    if others <= _NONE:
        return Ends(member, kind, within, 1.0, weights, weights, "has-all")
    share = min(mine / (mine + others), 1.0)
    if mine <= _NONE:
        if inside.sum() > 1:
            return Ends(member, kind, within, share, weights, weights, "has-none")
        own, mine = inside.astype(float), 1.0
    return Ends(
        member, kind, within, share, kept + rest * (pot / others), kept + own * (pot / mine), ""
    )
