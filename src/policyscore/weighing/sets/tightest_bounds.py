"""The least and the greatest that each weight can be, by all ranges, the order and the sum."""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from policyscore.weighing.sets.admissible import AdmissibleWeights, totals


def tightest_bounds(weights: AdmissibleWeights) -> dict[str, tuple[Fraction, Fraction]]:
    """The least and the greatest weight that each name has anywhere in the set.

    Raises:
        ValueError: If the set is empty.
    """
    if weights.is_empty():
        raise ValueError("no weights are admissible")
    unit = weights.unit()
    lows, highs = (int(total * unit) for total in totals(weights.groups()))
    found: dict[str, tuple[Fraction, Fraction]] = {}
    for groups in weights.chains():
        up = [(len(group.names), int(group.low * unit)) for group in groups]
        down = [(len(group.names), -int(group.high * unit)) for group in reversed(groups)]
        greatest = [level / unit for level in _raised(up, unit - lows)]
        least = [-level / unit for level in reversed(_raised(down, highs - unit))]
        for group, low, high in zip(groups, least, greatest, strict=True):
            bound = max(group.low, low), min(group.high, high)
            found.update(dict.fromkeys(group.names, bound))
    return {name: found[name] for name in weights.names}


def _raised(steps: Sequence[tuple[int, int]], spare: int) -> list[Fraction]:
    """How far each step of a falling chain can be raised when `spare` may be added in all.

    A step that is raised takes along those above it, once it has reached them: water poured over
    the step rises over as many of those above as `spare` suffices to cover.

    Args:
        steps: How many names stand on each step, and its level; levels never rise.
        spare: What may be added to the sum over all names, >= 0.
    """
    counts = [0, *accumulate(count for count, _ in steps)]
    sums = [0, *accumulate(count * level for count, level in steps)]
    raised = []
    for end in range(1, len(steps) + 1):

        def dry(top: int, end: int = end) -> bool:
            """Whether filling up to the step `top` takes no more than there is."""
            full = steps[top][1] * (counts[end] - counts[top])
            return full - (sums[end] - sums[top]) <= spare

        top = bisect_left(range(end), True, key=dry)
        raised.append(Fraction(spare + sums[end] - sums[top], counts[end] - counts[top]))
    return raised
