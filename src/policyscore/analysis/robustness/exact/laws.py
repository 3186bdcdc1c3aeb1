"""Laws of weights as sets that exact ways can work on: one open level, or a few points."""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.exact.sets import WeightSet, any_weights, weight_set
from policyscore.analysis.robustness.uncertain.profile_weights import RangedWeights
from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    Law,
    OneOfWeights,
    OrderedWeights,
    TreeWeights,
)

_MOST_CORNERS = 500  # the corners of a simplex are a square table
_MOST_NAMES = 100  # of ranges: bounds are worked out in fractions, each name against each


@dataclass(frozen=True, slots=True)
class WeightPoints:
    """A few weights, each with its share.

    Attributes:
        weights: Shape (points, criteria), each row summing to 1.
        shares: Shape (points,): how often each is drawn; they sum to 1.
    """

    weights: Floats
    shares: Floats


def weight_points(law: Law) -> WeightPoints | None:
    """The weights of a law that has only a few, as several profiles do; None if it has more."""
    if not law.varies:
        return WeightPoints(_certain(law)[None, :], np.ones(1))
    if isinstance(law, OneOfWeights) and not any(each.varies for each in law.laws):
        rows = np.array([_certain(each) for each in law.laws])
        return WeightPoints(rows, np.array(law.shares))
    found = open_set(law)
    if found is not None and not found.free:
        return WeightPoints(found.corners, np.ones(1))
    return None


def open_set(law: Law) -> WeightSet | None:
    """The set on which a law is uniform; None if it is uniform on none that can be laid out.

    That is so if more than one level of a profile, or member of a group, is open: products of
    weights, and sums of weights that are drawn by themselves, are not uniform.
    """
    if not law.varies:
        return WeightSet(_certain(law)[None, :], np.empty((0, 1)))
    match law:
        case AnyWeights(names) if names <= _MOST_CORNERS:
            return any_weights(names)
        case OrderedWeights() if len(law.places) <= _MOST_CORNERS:
            return WeightSet(_ordered_corners(law), np.empty((0, len(law.places))))
        case RangedWeights():
            return _ranged(law)
        case TreeWeights():
            return _open_top(law) if law.top.varies else _open_below(law)
        case _:
            return None


def _certain(law: Law) -> Floats:
    """The weights of a law that does not vary."""
    return law.draw(lambda count: np.zeros((count, 1, 1))).reshape(-1)


def _ordered_corners(law: OrderedWeights) -> Floats:
    """All weight shared by the names of the first place, of the first two, and so on."""
    corners = np.zeros((len(law.places), sum(map(len, law.places))))
    named: list[int] = []
    for corner, place in zip(corners, law.places, strict=True):
        named += place
        corner[named] = 1.0 / len(named)
    return corners


def _ranged(law: RangedWeights) -> WeightSet | None:
    if len(law.names) > _MOST_NAMES:
        return None
    found = weight_set(law.allowed)
    place = {name: number for number, name in enumerate(law.allowed.names)}
    return WeightSet(found.corners[:, [place[name] for name in law.names]], found.cuts)


def _open_top(tree: TreeWeights) -> WeightSet | None:
    """A tree whose top is open and nothing else."""
    top = open_set(tree.top)
    if top is None or any(member.below.varies for member in tree.members):
        return None
    inside = np.zeros((len(tree.members), tree.criteria))
    for row, member in zip(inside, tree.members, strict=True):
        row[list(member.leaves)] = _certain(member.below)
    return top.through(inside)


def _open_below(tree: TreeWeights) -> WeightSet | None:
    """A tree whose top is certain, with one thing open under it. What weighs nothing is not."""
    members = [
        (weight, member)
        for weight, member in zip(_certain(tree.top).tolist(), tree.members, strict=True)
        if weight > 0
    ]
    found = {id(member.below): member for _, member in members if member.below.varies}
    if len(found) > 1:
        return None
    rest = np.zeros(tree.criteria)
    for weight, member in members:
        if not member.below.varies:
            rest[list(member.leaves)] += weight * _certain(member.below)
    if not found:
        return WeightSet(rest[None, :], np.empty((0, 1)))
    (open_one,) = found.values()
    inside = np.zeros((len(open_one.leaves), tree.criteria))
    for weight, member in members:
        if member.below.varies:
            inside[range(len(inside)), list(member.leaves)] += weight
    below = open_set(open_one.below)
    return None if below is None else below.through(inside, rest)
