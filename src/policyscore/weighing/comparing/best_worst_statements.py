"""What is stated in best-worst comparisons, checked and put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from policyscore.weighing.limits import LARGEST_RATIO, MOST_BEST_WORST

Ratios = Mapping[str, Fraction | float]
"""Name to how many times as much one counts as the other, from 1 to 1000."""

LARGEST_DENOMINATOR = 10**16
"""A ratio of larger numbers is rounded, so that it cannot be made to take hours.

No float between 1 and 1000 is changed by that.
"""


@dataclass(frozen=True, slots=True)
class BestWorst:
    """Best-worst comparisons.

    Attributes:
        span: Best over worst.
        middle: For each name between them, best over it and it over worst.
    """

    span: Fraction
    middle: dict[str, tuple[Fraction, Fraction]]


def best_worst(best: str, worst: str, best_to_others: Ratios, others_to_worst: Ratios) -> BestWorst:
    """Put best-worst comparisons together.

    Args:
        best: The name that counts most.
        worst: The one that counts least.
        best_to_others: How many times as much the best counts as each other name, 1 to 1000.
        others_to_worst: How many times as much each name but the worst counts as it, 1 to 1000.

    Raises:
        ValueError: The statements are not about the same names, or these are more than 30; a
            ratio is not between 1 and 1000; or best over worst is not the same in both.
    """
    first = {name: ratio for name, ratio in best_to_others.items() if name != worst}
    second = {name: ratio for name, ratio in others_to_worst.items() if name != best}
    if best == worst or best in first or worst in second or first.keys() != second.keys():
        raise ValueError("Compare the best with all others, and all others with the worst.")
    if worst not in best_to_others or best not in others_to_worst:
        raise ValueError("Say how many times as much the best counts as the worst.")
    if len(first) + 2 > MOST_BEST_WORST:
        raise ValueError(f"No more than {MOST_BEST_WORST} names can be weighed.")
    if not all(
        1 <= x <= LARGEST_RATIO for x in (*best_to_others.values(), *others_to_worst.values())
    ):
        raise ValueError(f"A ratio lies between 1 and {LARGEST_RATIO}.")
    if best_to_others[worst] != others_to_worst[best]:
        raise ValueError("The two statements of best over worst differ.")
    middle = {name: (_exact(first[name]), _exact(second[name])) for name in first}
    return BestWorst(_exact(best_to_others[worst]), middle)


def _exact(ratio: Fraction | float) -> Fraction:
    return Fraction(ratio).limit_denominator(LARGEST_DENOMINATOR)
