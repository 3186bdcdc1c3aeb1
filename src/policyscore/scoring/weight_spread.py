"""On which criteria profiles differ most."""

from collections.abc import Sequence
from dataclasses import dataclass

from policyscore.scoring.weight_table import WeightTable

SAME = 1e-9
"""Weights no further apart count as the same."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What several profiles give to one criterion or group.

    Attributes:
        id: Its id.
        is_group: Whether it is a group.
        depth: How many groups it stands in.
        weights: Its share of the whole in each profile, 0 to 1, in the order of the profiles.
        most: Which of them give it most, as their positions; empty if all give it the same.
        least: Which of them give it least; empty if all give it the same.
    """

    id: str
    is_group: bool
    depth: int
    weights: tuple[float, ...]
    most: tuple[int, ...]
    least: tuple[int, ...]

    @property
    def range(self) -> float:
        """The greatest share less the least; 0 if all give it the same."""
        return max(self.weights) - min(self.weights) if self.most else 0.0


def weight_spread(tables: Sequence[WeightTable]) -> tuple[Spread, ...]:
    """Put profiles' weights side by side.

    Args:
        tables: The profiles, one or more, of the same case.

    Returns:
        A spread for each criterion and group, in the order of the tree.
    """
    return tuple(
        _spread(row.id, row.is_group, row.depth, [table.rows[index].weight for table in tables])
        for index, row in enumerate(tables[0].rows)
    )


def _spread(key: str, is_group: bool, depth: int, weights: Sequence[float]) -> Spread:
    high, low = max(weights), min(weights)
    same = high - low <= SAME
    most = () if same else tuple(i for i, w in enumerate(weights) if high - w <= SAME)
    least = () if same else tuple(i for i, w in enumerate(weights) if w - low <= SAME)
    return Spread(key, is_group, depth, tuple(weights), most, least)


def most_disputed(spreads: Sequence[Spread], most: int = 3) -> tuple[Spread, ...]:
    """The criteria on which profiles differ most, the most disputed first.

    Args:
        spreads: As `weight_spread` gives them.
        most: How many at the most.
    """
    criteria = [spread for spread in spreads if not spread.is_group and spread.most]
    return tuple(sorted(criteria, key=lambda spread: -spread.range)[:most])
