"""Scores made into values: pooled judgements, and piecewise-linear value functions."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from policyscore.case.header import Criterion
from policyscore.case.options import UNKNOWN, Judgement

ValueFunction = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Score:
    """The judgements of one option on one criterion, pooled.

    Attributes:
        score: Mean of the judges' likely scores, weighted by the judges' weights.
        low: Lowest score that any judge holds possible.
        high: Highest score that any judge holds possible.
        unknown: Whether no judge says anything but `unknown`.
    """

    score: float
    low: float
    high: float
    unknown: bool


def pool(
    judgements: Sequence[Judgement], judge_weights: Sequence[float], ends: tuple[float, float]
) -> Score:
    """Pool judgements by the weighted mean of what each holds likely (linear opinion pool).

    The range is the envelope of the judges' ranges: what any of them holds possible stays
    possible, so that disagreement widens it. Judges of weight 0 are left out of both.

    Args:
        judgements: One or more, each with a likely score, a range, both, or `unknown`.
        judge_weights: Weight of each judge, 0 or more, not all 0.
        ends: Lowest and highest number of the scale, which `unknown` stands for.

    Returns:
        The pooled score, on the criterion's scale.
    """
    likely: list[float] = []
    weights: list[float] = []
    lows: list[float] = []
    highs: list[float] = []
    unknown = True
    for judgement, weight in zip(judgements, judge_weights, strict=True):
        if weight == 0:
            continue
        low, high = judgement.low, judgement.high
        if judgement.likely == UNKNOWN:
            low, high = ends
        else:
            unknown = False
        if isinstance(judgement.likely, float):
            best = judgement.likely
            low, high = (best, best) if low is None or high is None else (low, high)
        else:
            if low is None or high is None:
                raise ValueError("a judgement needs a likely score, a range, or `unknown`")
            best = (low + high) / 2
        likely.append(best)
        weights.append(weight)
        lows.append(low)
        highs.append(high)
    if not weights:
        raise ValueError("every judge has weight 0")
    low, high = min(lows), max(highs)
    if len(likely) == 1:
        return Score(likely[0], low, high, unknown)
    largest = max(weights)
    shares = [weight / largest for weight in weights]
    mean = fsum(map(_product, shares, likely)) / fsum(shares)
    return Score(min(max(mean, min(likely)), max(likely)), low, high, unknown)


def _product(a: float, b: float) -> float:
    return a * b


def value_points(criterion: Criterion) -> list[tuple[float, float]]:
    """The points of a criterion's value function, by rising score; linear between the ends."""
    if criterion.value is not None:
        return sorted(criterion.value.items())
    low, high = criterion.ends
    return (
        [(low, 100.0), (high, 0.0)] if criterion.better == "lower" else [(low, 0.0), (high, 100.0)]
    )


def value_function(criterion: Criterion) -> ValueFunction:
    """The value, 0 (worst) to 100 (best), of a score on a criterion's scale.

    Piecewise linear between the stated points (Keeney & Raiffa 1976, ch. 3), exact at each, and
    never rising where the score gets worse, rounding included.
    """
    points = value_points(criterion)
    scores = [x for x, _ in points]
    segments = list(pairwise(points))

    def value(score: float) -> float:
        index = min(max(bisect_right(scores, score) - 1, 0), len(segments) - 1)
        (x0, y0), (x1, y1) = segments[index]
        raw = y0 + (y1 - y0) * ((score - x0) / (x1 - x0))
        return min(max(raw, min(y0, y1)), max(y0, y1))

    return value
