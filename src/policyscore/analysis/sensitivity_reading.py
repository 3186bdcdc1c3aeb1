"""What a reader asks of an analysis of sensitivity: how fragile, what moved, what comes first."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Literal

from policyscore.analysis.sensitivity.distance_results import NearestWeights
from policyscore.analysis.sensitivity.flip_results import First
from policyscore.analysis.sensitivity.judgement_results import (
    EndFlip,
    ExpertFlip,
    JudgementFlip,
    ScoreFlip,
)
from policyscore.analysis.sensitivity.results import Sensitivity
from policyscore.analysis.sensitivity.weight_results import WeightRange
from policyscore.case.case import Case
from policyscore.case.distributions import distribution_of, form_of
from policyscore.scoring.drawn_scores import central_range
from policyscore.scoring.ranking import rank_options
from policyscore.scoring.totals import Valued
from policyscore.weighing.points import number_shares

FRAGILE_POINTS, FIRM_POINTS = 5.0, 20.0
FRAGILE_SHARE, FIRM_SHARE = 0.05, 0.25
_LEAST_CHANGE = 1e-9
_LESS = 0.999  # of the way to the nearest weights, on which nothing may change yet
_MOST_DECIMALS = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far first place can be trusted.

    Attributes:
        kind: "settled" if no weights and no single judgement change it, or nobody is first.
            "fragile" if a judgement does that stays inside the range its judge gave, or moves by
            5 % of its scale at the most, or if fewer than 5 of 100 points of weight do. "firm" if
            a judgement has to move by 25 % of its scale or more, and 20 points of weight or more.
            "between" otherwise.
        judgements: How many judgements there are.
        deciding: How many of them can change first place alone.
        inside: How many of those without leaving the range that their judge gave.
    """

    kind: Literal["settled", "fragile", "between", "firm"]
    judgements: int
    deciding: int
    inside: int


@dataclass(frozen=True, slots=True)
class Move:
    """How much the weight of one criterion changes.

    Attributes:
        criterion: The criterion's id.
        now: Its weight at present, 0 to 1.
        then: Its weight then.
    """

    criterion: str
    now: float
    then: float

    @property
    def change(self) -> float:
        """What is added to the weight; less than 0 if it falls."""
        return self.then - self.now


def verdict(case: Case, found: Sensitivity) -> Verdict:
    """Judge how far first place can be trusted.

    Args:
        case: The case.
        found: What the analysis found.
    """
    deciding = [j for j in found.judgements if j.nearest is not None]
    inside = sum(is_inside(case, j) for j in deciding)
    share = min((j.share for j in deciding if j.share is not None), default=inf)
    points = inf if found.nearest is None else found.nearest.points
    kind: Literal["settled", "fragile", "between", "firm"] = "between"
    if not found.first or (not deciding and found.nearest is None):
        kind = "settled"
    elif inside or share <= FRAGILE_SHARE or points < FRAGILE_POINTS:
        kind = "fragile"
    elif share >= FIRM_SHARE and points >= FIRM_POINTS:
        kind = "firm"
    return Verdict(kind, len(found.judgements), len(deciding), inside)


def stated_range(case: Case, flip: JudgementFlip) -> tuple[float, float] | None:
    """The range that a judge gave, of a distribution its central 95%; None if they gave none."""
    judgement = case.options[flip.option].scores[flip.criterion][flip.index]
    if form_of(judgement):
        return central_range(distribution_of(judgement, case.criteria[flip.criterion].ends))
    if judgement.low is None or judgement.high is None:
        return None
    return judgement.low, judgement.high


def is_inside(case: Case, flip: JudgementFlip) -> bool:
    """Whether a judgement changes first place without leaving the range that its judge gave.

    Where only a range was given it is that which moves, so none can. What is said to be unknown
    may be anything on the scale.
    """
    if flip.nearest is None or flip.stated == "range":
        return False
    if flip.stated == "unknown":
        return True
    ends = stated_range(case, flip)
    if ends is None:
        return False
    low, high = ends
    # at the very end of the range first place changes only if somebody else is first just there
    return any(
        low < f.at < high or (low <= f.at <= high and f.there == f.first)
        for f in (flip.down, flip.up)
        if f is not None
    )


def moves(now: Mapping[str, float], then: Mapping[str, float]) -> tuple[Move, ...]:
    """The criteria whose weight changes, those that gain first, the largest change first.

    Args:
        now: Criterion's id to weight at present.
        then: The same ids to weights then.
    """
    changed = [Move(c, now[c], then[c]) for c in now if abs(then[c] - now[c]) > _LEAST_CHANGE]
    gain = sorted((m for m in changed if m.change > 0), key=lambda m: -m.change)
    lose = sorted((m for m in changed if m.change < 0), key=lambda m: m.change)
    return (*gain, *lose)


def nearest_judgements(found: Sensitivity) -> tuple[JudgementFlip, ...]:
    """The judgements that can change first place, by how far they are from it."""
    deciding = (j for j in found.judgements if j.share is not None)
    return tuple(sorted(deciding, key=lambda j: (j.share or 0.0, j.option, j.criterion, j.index)))


def nearest_pooled(case: Case, found: Sensitivity) -> tuple[ScoreFlip, ...]:
    """The scores pooled from several judgements that can change first place, the nearest first."""
    pooled = (
        s
        for s in found.scores
        if s.share is not None and len(case.options[s.option].scores[s.criterion]) > 1
    )
    return tuple(sorted(pooled, key=lambda s: (s.share or 0.0, s.option, s.criterion)))


def nearest_ends(found: Sensitivity) -> tuple[EndFlip, ...]:
    """The ends of scales that can change first place, by how far they are from it."""
    deciding = (e for e in found.ends if e.share is not None)
    return tuple(sorted(deciding, key=lambda e: e.share or 0.0))


def nearest_experts(found: Sensitivity) -> tuple[ExpertFlip, ...]:
    """The experts whose weight can change first place, by how far it has to move."""
    deciding = ((e, e.nearest) for e in found.experts)
    near = [(abs(flip.at - e.weight), e) for e, flip in deciding if flip is not None]
    return tuple(e for _, e in sorted(near, key=lambda pair: pair[0]))


def room(weight: WeightRange) -> float:
    """How far a weight is from the nearer end of its range, 0 to 1; infinite if it has none."""
    down = weight.weight - weight.low if weight.below else inf
    up = weight.high - weight.weight if weight.above else inf
    return min(down, up)


def tightest(ranges: tuple[WeightRange, ...]) -> tuple[WeightRange, ...]:
    """The weights that can change first place, those with the least room first."""
    return tuple(sorted((r for r in ranges if room(r) < inf), key=room))


def writable_points(
    valued: Mapping[str, Valued], now: Mapping[str, float], nearest: NearestWeights
) -> dict[str, str]:
    """The nearest weights as points of 100, in as few decimals as keep them what they are.

    Ranked under the points, the option is first; with 0.1 % less of the change it is not yet.

    Args:
        valued: Option's id to its values.
        now: Criterion's id to weight at present.
        nearest: The nearest weights.

    Returns:
        Criterion's id to a number in plain decimals; in full where no rounding will do.
    """
    exact = nearest.strict or nearest.weights
    alone = nearest.strict is not None
    before = _first(valued, now)
    wanted = _first(valued, exact)
    for decimals in range(1, _MOST_DECIMALS + 1):
        texts = {c: _decimal(100 * weight, decimals) for c, weight in exact.items()}
        if not any(map(float, texts.values())):
            continue
        then = number_shares({c: float(text) for c, text in texts.items()})
        less = {c: now[c] + _LESS * (then[c] - now[c]) for c in now}
        if _first(valued, then) == wanted and (_first(valued, less) == before or not alone):
            return texts
    return {c: f"{100 * weight:.20f}".rstrip("0").rstrip(".") for c, weight in exact.items()}


def _decimal(number: float, decimals: int) -> str:
    text = f"{number:.{decimals}f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def _first(valued: Mapping[str, Valued], weights: Mapping[str, float]) -> First:
    """Who is first under weights."""
    ranked = rank_options(valued, weights, next(iter(valued.values())))
    return tuple(r.option for r in ranked if r.rank == 1)
