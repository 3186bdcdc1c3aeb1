"""Why one option stands above another: the difference, criterion by criterion."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from policyscore.scoring.totals import Valued, total


@dataclass(frozen=True, slots=True)
class Difference:
    """What one criterion adds to the difference of two options.

    Attributes:
        criterion: The criterion's id.
        weight: Its weight.
        first: The first option's value on it.
        second: The second option's value.
        points: Weight times the difference of the values; positive speaks for the first.
    """

    criterion: str
    weight: float
    first: float
    second: float
    points: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two options side by side.

    Attributes:
        first: Id of one option.
        second: Id of the other.
        first_total: What the first is worth.
        second_total: What the second is worth.
        gap: The first's total less the second's: the sum of the differences.
        differences: What each criterion adds, largest first.
    """

    first: str
    second: str
    first_total: float
    second_total: float
    gap: float
    differences: tuple[Difference, ...]


def compare(
    first: str, second: str, valued: Mapping[str, Valued], weights: Mapping[str, float]
) -> Comparison:
    """Take the difference of two options' totals apart.

    Args:
        first: Id of one option.
        second: Id of the other.
        valued: Option's id to its values.
        weights: Criterion's id to weight; they sum to 1.
    """
    a, b = valued[first], valued[second]
    differences = [
        Difference(
            key, weight, a.values[key], b.values[key], weight * (a.values[key] - b.values[key])
        )
        for key, weight in weights.items()
    ]
    differences.sort(key=lambda d: -abs(d.points))
    return Comparison(
        first,
        second,
        total(a, weights).value,
        total(b, weights).value,
        fsum(d.points for d in differences),
        tuple(differences),
    )
