"""What weights say of trade-offs: steps on two criteria that are worth the same, in natural units.

With an additive value model, a step from a to b on one criterion is worth as much as one from c to
d on another if w1 (v1(b) - v1(a)) = w2 (v2(d) - v2(c)) (Keeney & Raiffa 1976, *Decisions with
Multiple Objectives*, ch. 3). Who does not agree with such a statement does not mean these weights.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, inf, log10

from policyscore.case.header import Criterion
from policyscore.case.value_functions import value_function, value_points
from policyscore.scoring.swings import Swing, level, whole_swing

MOST_CRITERIA = 4
"""How many of the heaviest criteria are set against each other."""

_PARTS = 5  # at least, of a scale without anchors that serve
_LEAST_GAIN = 5.0  # a step is felt
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class ImpliedTradeOff:
    """A step on one criterion, and what it is worth on another.

    Attributes:
        step: A step for the better on the heavier criterion.
        worth: The step for the better on the other criterion that is worth as much; its whole
            swing, from worst to best, if even that is worth less.
        enough: Whether `worth` is worth as much as `step`.
    """

    step: Swing
    worth: Swing
    enough: bool


def implied_trade_offs(
    criteria: Mapping[str, Criterion], weights: Mapping[str, float]
) -> tuple[ImpliedTradeOff, ...]:
    """Set one step on the heaviest criterion against the three criteria that weigh most after it.

    Args:
        criteria: Criterion's id to criterion.
        weights: Criterion's id to weight; they sum to 1.

    Returns:
        A trade-off for each of the others that weighs anything, heaviest first; none if only one
        criterion counts. All have the same step: between two neighbouring anchors if possible,
        else a round part of the scale, such that as many of the others as possible suffice.
    """
    heaviest = sorted((key for key in criteria if weights[key] > 0), key=lambda k: -weights[k])
    if len(heaviest) < 2:
        return ()
    first, others = heaviest[0], heaviest[1:MOST_CRITERIA]
    ratios = [weights[first] / weights[other] for other in others]
    chosen = _step(criteria[first], ratios)
    if chosen is None:
        return ()
    start, end, gain = chosen
    step = Swing(first, level(criteria[first], start), level(criteria[first], end))
    return tuple(
        _trade_off(step, other, criteria[other], gain * ratio)
        for other, ratio in zip(others, ratios, strict=True)
    )


def _step(criterion: Criterion, ratios: Sequence[float]) -> tuple[float, float, float] | None:
    """The step to set others against: where it starts and ends, and how much value it gains.

    None if the numbers of the scale are too large for any step to be reckoned with.
    """
    low, high = criterion.ends
    middle, value = low / 2 + high / 2, value_function(criterion)

    def merit(step: tuple[float, float, float, int]) -> tuple[float, ...]:
        start, end, gain, kind = step
        suffice = sum(gain * ratio <= 100.0 for ratio in ratios)
        away = abs(start / 2 + end / 2 - middle)
        return (gain < _LEAST_GAIN, -suffice, kind, away, value(start))

    anchors = _gains(criterion, sorted(criterion.scale), 0)
    steps = (*anchors, *_gains(criterion, _round(low, high), 1))
    chosen = min(steps, key=merit, default=None)
    return None if chosen is None else chosen[:3]


def _round(low: float, high: float) -> list[float]:
    """Round numbers from one end of a scale to the other, such as 5, 10, 15, 20."""
    most = high / _PARTS - low / _PARTS
    if not 0 < most < inf:
        return []
    power = 10.0 ** floor(log10(most))
    size = max((x * power for x in (1, 2, 5) if x * power <= most), default=0.0)
    if not size:
        return []
    first = ceil(low / size)
    scores = (float(f"{(first + k) * size:.15g}") for k in range(3 * _PARTS))
    return [score for score in scores if low <= score <= high]


def _gains(
    criterion: Criterion, scores: Sequence[float], kind: int
) -> Iterator[tuple[float, float, float, int]]:
    """The steps for the better between neighbouring scores that gain any value."""
    value = value_function(criterion)
    better = scores if criterion.better == "higher" else scores[::-1]
    for start, end in pairwise(better):
        gain = value(end) - value(start)
        if gain > 0:
            yield start, end, gain, kind


def _trade_off(step: Swing, key: str, criterion: Criterion, gain: float) -> ImpliedTradeOff:
    """What a step that is worth a gain of value on another criterion is on this one."""
    value = value_function(criterion)
    low, high = criterion.ends
    middle = low / 2 + high / 2
    anchors = [score for score in criterion.scale if low < score < high] or [middle]
    whole = whole_swing(key, criterion)
    starts = [*sorted(anchors, key=lambda score: abs(score - middle)), whole.start.score]
    for start in starts:
        wanted = value(start) + gain
        if wanted <= 100.0 + _ROUNDING:
            end = _on_anchor(criterion, score_worth(criterion, min(wanted, 100.0)))
            return ImpliedTradeOff(
                step, Swing(key, level(criterion, start), level(criterion, end)), enough=True
            )
    return ImpliedTradeOff(step, whole, enough=False)


def _on_anchor(criterion: Criterion, score: float) -> float:
    """The anchor that a score misses only by rounding, or else the score."""
    low, high = criterion.ends
    nearest = min(criterion.scale, key=lambda anchor: abs(anchor - score))
    return nearest if abs(nearest - score) <= 1e-13 * (high - low) else score


def score_worth(criterion: Criterion, value: float) -> float:
    """The score that has a value on a criterion's scale; of several, the worst.

    Args:
        criterion: The criterion.
        value: The value, 0 to 100.
    """
    points = value_points(criterion)
    rising = points if criterion.better == "higher" else points[::-1]
    index = bisect_left(rising, value, key=lambda point: point[1])
    if index == 0:
        return rising[0][0]
    (x0, y0), (x1, y1) = rising[index - 1], rising[index]
    share = (value - y0) / (y1 - y0)
    score = x1 if value == y1 else x0 * (1 - share) + x1 * share
    return min(max(score, min(x0, x1)), max(x0, x1))
