"""Judgements pooled into scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from policyscore.case.options import UNKNOWN, Judgement


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
