"""How consistent best-worst comparisons are, by what is stated and by what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor, sqrt

from policyscore.weighing.comparing.best_worst_statements import Ratios, best_worst

# Liang, Brunelli & Rezaei (2020), Omega 96:102175, table 3: for best over worst of 3, 4, ..., 9
# the thresholds of 3, 4, ..., 9 names. For 2 they give 0.
THRESHOLDS = {
    2: (0.0,) * 7,
    3: (0.1667,) * 7,
    4: (0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683),
    5: (0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960),
    6: (0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262),
    7: (0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403),
    8: (0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657),
    9: (0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662),
}


@dataclass(frozen=True, slots=True)
class InputConsistency:
    """The input-based consistency of best-worst comparisons.

    Attributes:
        ratio: The largest of `ratios`: 0 fully consistent; 0 if best and worst count the same.
        threshold: Up to which ratio comparisons are acceptable.
        ratios: For each name between best and worst, how far the way through it departs from
            what is stated of best over worst.
        worst_name: The name that has the largest ratio; of equals the first. None if all are 0.
        best_to_other: Best over that name as it would have to be for its ratio to reach the
            threshold, all else kept. None if the name's ratio is within the threshold, or no
            value of at least 1 would do.
        other_to_worst: The same for that name over worst.
    """

    ratio: float
    threshold: float
    ratios: Mapping[str, float]
    worst_name: str | None
    best_to_other: float | None
    other_to_worst: float | None

    @property
    def acceptable(self) -> bool:
        """Whether the ratio is within its threshold."""
        return self.ratio <= self.threshold + 1e-12  # what mends it is rounded


def input_consistency(
    best: str, worst: str, best_to_others: Ratios, others_to_worst: Ratios
) -> InputConsistency:
    """Measure consistency by what is stated (Liang, Brunelli & Rezaei 2020).

    A name j has the ratio |a_bj a_jw - a_bw| / (a_bw² - a_bw).

    Args:
        best: The name that counts most.
        worst: The one that counts least.
        best_to_others: As for `best_worst_models.linear`.
        others_to_worst: As for `best_worst_models.linear`.

    Raises:
        ValueError: As for `best_worst_models.linear`.
    """
    stated = best_worst(best, worst, best_to_others, others_to_worst)
    span = stated.span
    room = span * span - span
    ratios = {
        name: float(abs(first * second - span) / room) if room else 0.0
        for name, (first, second) in stated.middle.items()
    }
    threshold = input_threshold(span, len(ratios) + 2)
    ratio = max(ratios.values(), default=0.0)
    if not ratio:
        return InputConsistency(0.0, threshold, ratios, None, None, None)
    name = max(ratios, key=ratios.__getitem__)
    to_other = to_worst = None
    if ratio > threshold:
        first, second = stated.middle[name]
        allowed = Fraction(threshold) * room
        product = span + (allowed if first * second > span else -allowed)
        to_other, to_worst = _at_least_one(product / second), _at_least_one(product / first)
    return InputConsistency(ratio, threshold, ratios, name, to_other, to_worst)


def _at_least_one(ratio: Fraction) -> float | None:
    return float(ratio) if ratio >= 1 else None


def input_threshold(span: Fraction | float, count: int) -> float:
    """The largest acceptable input-based ratio (Liang, Brunelli & Rezaei 2020).

    The published table has whole numbers from 2 to 9. Between two of them the threshold goes
    straight from one to the other, so that no small change of a statement makes it jump; above 9
    it is that of 9.

    Args:
        span: Best over worst, at least 1.
        count: How many names there are. Above 9 the threshold is that of 9; below 3 there is
            nothing that could contradict anything, and it is 0.
    """
    if count < 3 or span <= 2:
        return 0.0
    column = min(count, 9) - 3
    low = min(floor(span), 9)
    high = min(low + 1, 9)
    below, above = THRESHOLDS[low][column], THRESHOLDS[high][column]
    return below + (above - below) * float(min(span, 9) - low)


def consistency_index(span: float) -> float:
    """The largest deviation that the nonlinear model can come to (Rezaei 2015, table 1).

    Comparisons contradict each other most where a name stands from both best and worst as far as
    they stand from each other. Then (a - xi)² = a + xi, whose smaller root this is: 0, 0.44, 1,
    1.63, 2.30, 3, 3.73, 4.47 and 5.23 for 1 to 9.

    Args:
        span: a, best over worst, at least 1.
    """
    # (1 + 2a - sqrt(1 + 8a)) / 2, written to cancel nothing
    return 2 * span * (span - 1) / (1 + 2 * span + sqrt(1 + 8 * span))


def output_consistency(xi: float, span: float) -> float | None:
    """Measure consistency by the nonlinear model's largest deviation (Rezaei 2015).

    Args:
        xi: The largest deviation, at least 0.
        span: Best over worst, at least 1.

    Returns:
        xi divided by `consistency_index`: 0 if nothing contradicts anything. None if something
        does though best and worst count the same, where nothing is known to measure it with.
    """
    if not xi:
        return 0.0
    index = consistency_index(span)
    return xi / index if index else None
