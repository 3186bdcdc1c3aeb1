"""What a judgement says of a score: one number, a range, or a distribution over the scale."""

from dataclasses import dataclass
from math import erfc, sqrt
from typing import Literal

from policyscore.case.options import UNKNOWN, Judgement

FORMS = ("normal", "beta", "samples")
BETA_ENDS = (0.0, 1.0)
Kind = Literal["fixed", "uniform", "triangular", "normal", "beta", "empirical"]


@dataclass(frozen=True, slots=True)
class Distribution:
    """What the scores are drawn from that one judge holds possible.

    A draw beyond the ends of the scale counts as the end that it lies beyond; only those of
    `normal` and `empirical` can.

    Attributes:
        kind: Which parameters there are.
        parameters: `fixed`: the score; `uniform`: low, high; `triangular`: low, likely, high;
            `normal`: mean, standard deviation (above 0); `beta`: its two shapes, low, high;
            `empirical`: the samples, each as probable as any other, in the order of the file.
        ends: Lowest and highest number of the scale.
    """

    kind: Kind
    parameters: tuple[float, ...]
    ends: tuple[float, float]


def form_of(judgement: Judgement) -> str:
    """Which of `FORMS` a judgement is given in; an empty string for any other."""
    if judgement.normal is not None:
        return "normal"
    if judgement.beta is not None:
        return "beta"
    return "" if judgement.samples is None else "samples"


def beta_ends(judgement: Judgement) -> tuple[float, float]:
    """The ends between which a beta distribution is spread: from 0 to 1 unless it says others."""
    if judgement.low is None or judgement.high is None:
        return BETA_ENDS
    return judgement.low, judgement.high


def distribution_of(judgement: Judgement, ends: tuple[float, float]) -> Distribution:
    """Say what the scores of one judge are drawn from.

    Args:
        judgement: A judgement that has passed all checks.
        ends: Lowest and highest number of the scale, which `unknown` spreads over evenly.

    Returns:
        The distribution; a range without width is a fixed score.

    Raises:
        ValueError: If the judgement says nothing of the score.
    """
    if judgement.normal is not None:
        return Distribution("normal", judgement.normal, ends)
    if judgement.beta is not None:
        return Distribution("beta", (*judgement.beta, *beta_ends(judgement)), ends)
    if judgement.samples is not None:
        return Distribution("empirical", judgement.samples, ends)
    likely, low, high = judgement.likely, judgement.low, judgement.high
    if likely == UNKNOWN:
        return Distribution("uniform", ends, ends)
    if low is None or high is None:
        if not isinstance(likely, float):
            raise ValueError("a judgement needs a score, a range, a distribution, or `unknown`")
        return Distribution("fixed", (likely,), ends)
    if low == high:
        return Distribution("fixed", (low,), ends)
    if isinstance(likely, float):
        return Distribution("triangular", (low, likely, high), ends)
    return Distribution("uniform", (low, high), ends)


def share_beyond(distribution: Distribution) -> float:
    """How much of a distribution lies beyond the ends of the scale, from 0 to 1.

    Of a normal distribution by its distribution function, of samples by counting them; every other
    kind is within the scale, or the case would not have passed its checks.
    """
    low, high = distribution.ends
    if distribution.kind == "normal":
        mean, deviation = distribution.parameters
        width = deviation * sqrt(2)
        below, above = (mean - low) / width, (high - mean) / width
        return (erfc(below) + erfc(above)) / 2
    if distribution.kind == "empirical":
        samples = distribution.parameters
        return sum(not low <= sample <= high for sample in samples) / len(samples)
    return 0.0
