"""The score of one option on one criterion at which first place changes, in closed form.

If only one score moves, only one total does, and by the weight times the change in value. It meets
the best of the other totals at one value, and the inverse of the piecewise-linear value function
gives the score. A requirement excludes the option beyond a number or brings it in at one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Literal

from policyscore.analysis.sensitivity.flip_results import First, Flip
from policyscore.analysis.sensitivity.judged import Point, Scale
from policyscore.scoring.ranking import TIE

_Relation = Literal["behind", "level", "ahead"]


@dataclass(frozen=True, slots=True)
class Mover:
    """One option whose score on one criterion moves, among others that stay.

    Attributes:
        option: The option's id.
        score: Its score.
        value: The value of that score, 0 to 100.
        total: Its total.
        weight: The criterion's weight.
        others: The best total of the other options that are not excluded; -inf if there is none.
        other_first: Ids of the options that have it.
        barred: Whether it misses a requirement on another criterion, so that it is never first.
        first: Who is first at present.
    """

    option: str
    score: float
    value: float
    total: float
    weight: float
    others: float
    other_first: First
    barred: bool
    first: First


def score_flips(mover: Mover, scale: Scale) -> tuple[Flip | None, Flip | None]:
    """Where first place changes as the score falls, and as it rises, within the scale."""
    if mover.barred:
        return None, None
    marks = {x for x in scale.limits if scale.low <= x <= scale.high}
    level = _level_scores(mover, scale)
    marks.update(level)
    return (
        _flip(mover, scale, level, sorted((x for x in marks if x < mover.score), reverse=True), 0),
        _flip(mover, scale, level, sorted(x for x in marks if x > mover.score), 1),
    )


def _level_scores(mover: Mover, scale: Scale) -> tuple[float, ...]:
    """The first and the last score at which the option is level with the others; or none."""
    if mover.weight <= 0 or mover.others == -inf:
        return ()
    wanted = mover.value + (mover.others - mover.total) / mover.weight
    if abs(mover.others - mover.total) <= TIE:
        wanted = mover.value
    slack = TIE / mover.weight
    flats = [y0 for (_, y0), (_, y1) in pairwise(scale.points) if y0 == y1]
    wanted = next((y for y in flats if abs(wanted - y) <= slack), wanted)
    if -slack <= wanted <= 100 + slack:
        level = scores_worth(scale.points, min(max(wanted, 0.0), 100.0))
        near = 1e-12 * (scale.high - scale.low)
        known = (mover.score, scale.low, scale.high)  # a tie there is one at this very score
        return tuple(next((y for y in known if abs(x - y) <= near), x) for x in level)
    return ()


def scores_worth(points: Sequence[Point], value: float) -> tuple[float, ...]:
    """The lowest and the highest score of a value; one number twice unless the function is flat.

    Args:
        points: Points of a monotone value function by rising score, with 0 and 100 among them.
        value: A value, 0 to 100.
    """
    found: list[float] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        if min(y0, y1) <= value <= max(y0, y1):
            if y0 == y1:
                found += [x0, x1]
            else:
                share = (value - y0) / (y1 - y0)
                found.append(x0 * (1 - share) + x1 * share)
    return min(found), max(found)


def _flip(
    mover: Mover, scale: Scale, level: tuple[float, ...], marks: Iterable[float], up: Literal[0, 1]
) -> Flip | None:
    """The nearest flip in one direction.

    Args:
        mover: The option.
        scale: Its scale.
        level: The scores between which the option is level with the others; or none.
        marks: Scores at which anything may change, the nearest first.
        up: 1 if the score rises.
    """
    end = scale.high if up else scale.low
    if mover.score == end:
        return None
    at = mover.score
    for mark in (*marks, end):
        beyond = (at + mark) / 2
        if at != mark:
            here = mover.first if at == mover.score else _first(mover, scale, level, at)
            after = _first(mover, scale, level, beyond)
            if here != mover.first or after != mover.first:
                return Flip(at, here, after)
            at = mark
    there = _first(mover, scale, level, end)
    return Flip(end, there, there) if there != mover.first else None


def _first(mover: Mover, scale: Scale, level: tuple[float, ...], score: float) -> First:
    """Who is first if the score is this."""
    relation = _relation(mover, scale, level, score)
    if relation == "ahead":
        return (mover.option,)
    if relation == "behind":
        return mover.other_first
    return tuple(sorted((mover.option, *mover.other_first)))


def _relation(mover: Mover, scale: Scale, level: tuple[float, ...], score: float) -> _Relation:
    """How the option stands to the others if its score is this."""
    if not scale.meets(score):
        return "behind"
    if mover.others == -inf:
        return "ahead"
    if mover.weight <= 0 or not level:
        gap = mover.total - mover.others
        if mover.weight > 0:  # never level, so it is on one side everywhere
            return "ahead" if gap > 0 else "behind"
        return "level" if abs(gap) <= TIE else "ahead" if gap > 0 else "behind"
    if level[0] <= score <= level[1]:
        return "level"
    rising = scale.points[-1][1] > scale.points[0][1]
    return "ahead" if (score > level[1]) == rising else "behind"


def through_pool(
    flip: Flip | None, pooled: float, score: float, pool: float, ends: Point, first: First
) -> Flip | None:
    """The flip of a pooled score as that of one judgement in the pool.

    Args:
        flip: The flip of the pooled score.
        pooled: The pooled score.
        score: The number that the judgement enters the pool with.
        pool: Its share of the pool.
        ends: The ends of the scale, which the judgement cannot leave.
        first: Who is first at present.
    """
    if flip is None or pool <= 0:
        return None
    at = score + (flip.at - pooled) / pool
    if pool == 1:
        at = flip.at
    off = max(ends[0] - at, at - ends[1])
    slack = 1e-12 * (ends[1] - ends[0])
    if off > slack:
        return None
    if off >= -slack and at != score:  # the end of the scale, beyond which nothing lies
        at = ends[0] if at < score else ends[1]
        return Flip(at, flip.there, flip.there) if flip.there != first else None
    return Flip(at, flip.there, flip.first)
