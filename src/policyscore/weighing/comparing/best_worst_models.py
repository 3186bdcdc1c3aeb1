"""`best-worst`: weights from comparisons of the best name with all, and of all with the worst."""

from dataclasses import dataclass
from fractions import Fraction
from math import fsum, inf, sqrt

from policyscore.weighing.comparing.best_worst_statements import BestWorst, Ratios, best_worst
from policyscore.weighing.comparing.linear_program import UnboundedError, maximise


@dataclass(frozen=True, slots=True)
class LinearWeights:
    """The optimum of the linear model.

    Attributes:
        weights: Name to weight, positive; the best first, the worst last; sums to 1.
        xi: The largest deviation, a difference of weights; 0 if nothing contradicts anything.
    """

    weights: dict[str, Fraction]
    xi: Fraction


@dataclass(frozen=True, slots=True)
class NonlinearWeights:
    """The optima of the nonlinear model.

    Attributes:
        weights: Name to the middle of its interval, normalised to sum to 1; the best first, the
            worst last. With more than three names these weights themselves need not be optimal.
        intervals: Name to the least and the greatest weight that it has in any optimum.
        xi: The largest deviation, a difference of ratios; 0 if nothing contradicts anything.
        unique: Whether there is a single optimum, which all intervals then shrink to.
    """

    weights: dict[str, float]
    intervals: dict[str, tuple[float, float]]
    xi: float
    unique: bool


def linear(best: str, worst: str, best_to_others: Ratios, others_to_worst: Ratios) -> LinearWeights:
    """Derive weights by the linear model (Rezaei 2016, Omega 64:126-130).

    It minimises the largest of |w_best - a_bj w_j| and |w_j - a_jw w_worst| over all names j, the
    weights being positive with the sum 1.

    Scaled so that the largest deviation is 1, this asks for the largest sum of weights. There is
    a single optimum: every other weight stands at its upper bound, which rises with w_best and
    w_worst. So of two optima one would have the larger w_best and the other the larger w_worst.
    Every constraint on these two lets both rise together, and is met with something to spare
    halfway between such optima; so both could rise there, to a larger sum.

    Args:
        best: The name that counts most.
        worst: The one that counts least.
        best_to_others: How many times as much the best counts as each other name, 1 to 1000.
        others_to_worst: How many times as much each name but the worst counts as it, 1 to 1000.

    Returns:
        The weights, exact for exact ratios (a float counts as the fraction that it is).

    Raises:
        ValueError: The statements are not about the same names, or these are more than 30; a
            ratio is not between 1 and 1000; or best over worst is not the same in both.
    """
    stated = best_worst(best, worst, best_to_others, others_to_worst)
    names = (best, *stated.middle, worst)
    rows = _deviations(stated)
    one_each = [Fraction(1)] * len(names)
    try:
        optimum = maximise(one_each, rows, [Fraction(1)] * len(rows))
    except UnboundedError:  # any sum will do without a deviation: nothing contradicts anything
        ratios = [stated.span, *(second for _, second in stated.middle.values()), Fraction(1)]
        return LinearWeights(_shares(names, ratios), Fraction(0))
    return LinearWeights(_shares(names, optimum.point), 1 / optimum.value)


def nonlinear(
    best: str, worst: str, best_to_others: Ratios, others_to_worst: Ratios
) -> NonlinearWeights:
    """Derive weights by the nonlinear model (Rezaei 2015, Omega 53:49-57), in closed form.

    It minimises xi, the largest of |w_best / w_j - a_bj| and |w_j / w_worst - a_jw| over all
    names j. With R = w_best / w_worst, every j between them needs

        (a_bj - xi) (a_jw - xi) <= R <= (a_bj + xi) (a_jw + xi), and
        a_bw - xi <= R <= a_bw + xi.

    The least xi is the largest at which one of the lower bounds meets one of the upper bounds,
    and R is where they meet. That leaves each w_j / w_worst an interval of its own, free of the
    others (Rezaei 2016 takes the intervals from 2 n optimisations instead).

    Args:
        best: As for `linear`.
        worst: As for `linear`.
        best_to_others: As for `linear`.
        others_to_worst: As for `linear`.

    Returns:
        The intervals of the weights and their middles, to about 1e-14.

    Raises:
        ValueError: As for `linear`.
    """
    stated = best_worst(best, worst, best_to_others, others_to_worst)
    xi = _least_deviation(stated)
    span = _best_over_worst(stated, xi)
    ratios = {best: (span, span)}
    for name, (first, second) in stated.middle.items():
        to_others, to_worst = float(first), float(second)
        low = max(to_worst - xi, span / (to_others + xi))
        high = min(to_worst + xi, span / (to_others - xi) if to_others > xi else inf)
        # Where the two bounds meet, rounding may have put them a little apart.
        met = high - low <= 1e-12 * high
        ratios[name] = ((low + high) / 2,) * 2 if met else (low, high)
    ratios[worst] = (1.0, 1.0)
    lows = fsum(low for low, _ in ratios.values())
    highs = fsum(high for _, high in ratios.values())
    intervals = {
        name: (low / (highs - high + low), high / (lows - low + high))
        for name, (low, high) in ratios.items()
    }
    total = fsum(low + high for low, high in intervals.values())
    weights = {name: (low + high) / total for name, (low, high) in intervals.items()}
    return NonlinearWeights(
        weights, intervals, xi, all(low == high for low, high in ratios.values())
    )


def _deviations(stated: BestWorst) -> list[list[Fraction]]:
    """The deviations of the linear model and their negatives, as rows of coefficients.

    The columns are the best name, those between, and the worst.
    """
    last = len(stated.middle) + 1
    pairs = [(0, last, stated.span)]
    for j, (first, second) in enumerate(stated.middle.values(), 1):
        pairs += [(0, j, first), (j, last, second)]
    rows = []
    for one, other, ratio in pairs:
        row = [Fraction(0)] * (last + 1)
        row[one], row[other] = Fraction(1), -ratio
        rows += [row, [-x for x in row]]
    return rows


def _shares(
    names: tuple[str, ...], parts: list[Fraction] | tuple[Fraction, ...]
) -> dict[str, Fraction]:
    total = sum(parts, Fraction(0))
    return {name: part / total for name, part in zip(names, parts, strict=True)}


def _least_deviation(stated: BestWorst) -> float:
    """The least xi of the nonlinear model.

    Of two names between best and worst, with the products p and sums s of their two ratios, the
    lower bound of i meets the upper bound of j where p_i - s_i xi = p_j + s_j xi. With the bounds
    of best over worst it is a quadratic equation, whose smaller positive root counts. Roots never
    exceed the ratios that they are subtracted from.
    """
    middle = [(a * b, a + b) for a, b in stated.middle.values()]
    found = [0.0]
    for product, total in middle:
        gap = abs(product - stated.span)
        under = product < stated.span
        # From xi² + (s + 1) xi = gap, or (s + 1) xi - xi² = gap; written to cancel nothing.
        square = (total + 1) ** 2 + (4 if under else -4) * gap
        found.append(2 * float(gap) / (float(total + 1) + sqrt(square)))
        found += [float((product - p) / (total + s)) for p, s in middle]
    return max(found)


def _best_over_worst(stated: BestWorst, xi: float) -> float:
    """R of the nonlinear model: where the highest lower bound meets the lowest upper bound."""
    span = float(stated.span)
    middle = [(float(a), float(b)) for a, b in stated.middle.values()]
    low = max([span - xi, *(max(a - xi, 0.0) * max(b - xi, 0.0) for a, b in middle)])
    high = min([span + xi, *((a + xi) * (b + xi) for a, b in middle)])
    return (low + high) / 2
