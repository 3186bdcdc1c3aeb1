"""Judgements pooled into scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from policyscore.case.distributions import distribution_of, form_of
from policyscore.case.options import UNKNOWN, Judgement
from policyscore.scoring.drawn_scores import central_range, mean_score


@dataclass(frozen=True, slots=True)
class Score:
    """The judgements of one option on one criterion, pooled.

    Attributes:
        score: Mean of the judges' likely scores, weighted by the judges' weights.
        low: Lowest score that any judge holds possible.
        high: Highest score that any judge holds possible.
        unknown: Whether no judge says anything but `unknown`.
        central: Whether a judge gives a distribution, of which low and high take the central 95%.
    """

    score: float
    low: float
    high: float
    unknown: bool
    central: bool = False


def pool(
    judgements: Sequence[Judgement], judge_weights: Sequence[float], ends: tuple[float, float]
) -> Score:
    """Pool judgements by the weighted mean of what each holds likely (linear opinion pool).

    The range is the envelope of the judges' ranges: what any of them holds possible stays
    possible, so that disagreement widens it. Of a distribution, the mean of what is drawn from it
    counts as likely, and its central 95% as possible. Judges of weight 0 are left out of both.

    Args:
        judgements: One or more, each with a likely score, a range, both, a distribution, or
            `unknown`.
        judge_weights: Weight of each judge, 0 or more, not all 0.
        ends: Lowest and highest number of the scale, which `unknown` stands for.

    Returns:
        The pooled score, on the criterion's scale.
    """
    likely: list[float] = []
    weights: list[float] = []
    lows: list[float] = []
    highs: list[float] = []
    unknown, central = True, False
    for judgement, weight in zip(judgements, judge_weights, strict=True):
        if weight == 0:
            continue
        low, high = judgement.low, judgement.high
        if judgement.likely == UNKNOWN:
            low, high = ends
        else:
            unknown = False
        if form_of(judgement):
            distribution = distribution_of(judgement, ends)
            best, (low, high) = mean_score(distribution), central_range(distribution)
            central = True
        elif isinstance(judgement.likely, float):
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
        return Score(likely[0], low, high, unknown, central)
    largest = max(weights)
    shares = [weight / largest for weight in weights]
    mean = fsum(map(_product, shares, likely)) / fsum(shares)
    return Score(min(max(mean, min(likely)), max(likely)), low, high, unknown, central)


def _product(a: float, b: float) -> float:
    return a * b
