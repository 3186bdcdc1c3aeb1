"""A profile's weights along the tree of criteria: of the whole, and of the group they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass

from policyscore.case.header import Group, Tree
from policyscore.weighing.way import Interval
from policyscore.weighing.weights import Weights


@dataclass(frozen=True, slots=True)
class WeightRow:
    """What one criterion or group weighs.

    Attributes:
        id: Its id.
        parent: Id of the group it stands in; empty at the top of the tree.
        depth: How many groups it stands in.
        is_group: Whether it is a group.
        weight: Its share of the whole, 0 to 1 (cumulative).
        local: Its share of the group it stands in, 0 to 1; at the top, of the whole. None if
            that group weighs nothing, as any division of nothing is as good as another.
        extent: The least and the greatest share of the whole that the statements leave to it, or
            that members of a group of profiles give it; None where it is fixed.
    """

    id: str
    parent: str
    depth: int
    is_group: bool
    weight: float
    local: float | None
    extent: Interval | None


def weight_rows(tree: Tree, weights: Weights) -> tuple[WeightRow, ...]:
    """Every criterion and group with its weight, in the order of the tree, groups before theirs.

    Args:
        tree: The criteria of the case.
        weights: A profile's weights.
    """
    return tuple(_rows(tree, weights, "", 0, 1.0))


def _rows(
    tree: Tree, weights: Weights, parent: str, depth: int, whole: float
) -> Iterator[WeightRow]:
    for key, member in tree.items():
        is_group = isinstance(member, Group)
        weight = weights.groups[key] if is_group else weights.criteria[key]
        local = None if whole == 0 else weight if depth == 0 else min(weight / whole, 1.0)
        low, high = weights.extents.get(key, (weight, weight))
        extent = (low, high) if low < high else None
        yield WeightRow(key, parent, depth, is_group, weight, local, extent)
        if isinstance(member, Group):
            yield from _rows(member.criteria, weights, key, depth + 1, weight)
