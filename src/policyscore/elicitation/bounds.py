"""The least that a weighted mean may come to while some of the weights are still open."""

from collections.abc import Sequence

Interval = tuple[float, float]


def least_mean(numbers: Sequence[float], amounts: Sequence[Interval]) -> float:
    """The least weighted mean of numbers whose weights are in proportion to amounts in intervals.

    A mean is least where each amount is at one of its ends: at the high one for the numbers up to
    some point, at the low one for those above (Karnik & Mendel 2001, "Centroid of a type-2 fuzzy
    set", *Information Sciences* 132:195-220); every such point is tried.

    Args:
        numbers: Any numbers.
        amounts: Least and greatest amount of each, 0 or more; not all of the least are 0.
    """
    pairs = sorted(zip(numbers, amounts, strict=True))
    weight = sum(low for _, (low, _) in pairs)
    whole = sum(number * low for number, (low, _) in pairs)
    best = whole / weight
    for number, (low, high) in pairs:
        weight += high - low
        whole += number * (high - low)
        best = min(best, whole / weight)
    return best


def least_pairing(numbers: Sequence[float], weights: Sequence[float]) -> float:
    """The least sum of products, each number with another of the weights.

    The greatest weights go with the least numbers (rearrangement inequality: Hardy, Littlewood &
    Polya 1934, *Inequalities*, theorem 368).
    """
    rising, falling = sorted(numbers), sorted(weights, reverse=True)
    return sum(number * weight for number, weight in zip(rising, falling, strict=True))
