"""How far each end of a scale would have to move for first place to change.

With t the distance between the end and the next point of the value function, a score in the last
segment is worth v1 + (v0 - v1) · (its distance from that point) / t, where v0 is 0 or 100 and v1
the value of that point: one fraction of t. An unknown score, the middle of the scale, moves by half
as much as the end, so that its value is piecewise a fraction or a straight line of t.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, isfinite
from typing import Literal

import numpy as np

from policyscore.analysis.sensitivity.flip_results import Flip, nearer
from policyscore.analysis.sensitivity.judged import Judged, Point, Scale
from policyscore.analysis.sensitivity.judgement_results import EndFlip
from policyscore.analysis.sensitivity.rational import Form
from policyscore.analysis.sensitivity.table import Standing
from policyscore.analysis.sensitivity.ways import Way, first_flip
from policyscore.case.case import Case
from policyscore.scoring.drawn_scores import extent
from policyscore.scoring.totals import Valued

End = Literal["worst", "best"]
_LEAST = 1e-9  # of the present distance: a segment cannot shrink to nothing


@dataclass(frozen=True, slots=True)
class _End:
    """One end of one scale, and the scores on it.

    All places are counted from the next point of the value function, the knee, towards the end,
    in units of the present distance between the two: the knee is at 0, the end at 1, and t is
    where the end moves to.

    Attributes:
        scale: The scale.
        sign: 1 if the end is the high one, -1 if it is the low one.
        knee: The score of the knee.
        unit: The distance of the end from it.
        end_value: The value of the end, 0 or 100.
        points: Places and values of the other points of the value function, the knee's last.
        limits: Places of the requirement's numbers.
        scores: m; places of the pooled scores.
        halves: m; by how much each score moves as the end moves by 1: half its unknown share.
        misses: m; whether an option misses a requirement on another criterion.
        bases: m; totals without this criterion.
        weight: The criterion's weight.
    """

    scale: Scale
    sign: int
    knee: float
    unit: float
    end_value: float
    points: tuple[Point, ...]
    limits: tuple[float, ...]
    scores: tuple[float, ...]
    halves: tuple[float, ...]
    misses: tuple[bool, ...]
    bases: tuple[float, ...]
    weight: float

    def place(self, score: float) -> float:
        """The place of a score."""
        return self.sign * (score - self.knee) / self.unit

    def knots(self, option: int) -> list[float]:
        """Where an option's score passes a point of the value function or a requirement."""
        half = self.halves[option]
        if not half:
            return []
        marks = [*(x for x, _ in self.points), *self.limits]
        return [1 + (x - self.scores[option]) / half for x in marks]

    def form(self, option: int, t: float) -> Form:
        """An option's total on the piece that t is on."""
        half, score = self.halves[option], self.scores[option]
        at = score + half * (t - 1)
        base, knee_value = self.bases[option], self.points[-1][1]
        if at > 0:  # in the last segment: at = near + half · t
            near = score - half
            span = self.weight * (self.end_value - knee_value)
            constant = base + self.weight * knee_value + span * half
            return Form(constant, 0.0, {0.0: span * near} if near and span else {})
        slope, value = self._segment(at)
        rise = self.weight * slope * half
        return Form(base + self.weight * value - rise * t, rise)

    def allowed(self, option: int, t: float) -> bool:
        """Whether an option meets the requirements."""
        half = self.halves[option]
        place = self.scores[option] + (half * (t - 1) if half else 0.0)
        return not self.misses[option] and self.meets(place)

    def meets(self, place: float) -> bool:
        """Whether a score at a place meets this criterion's requirement."""
        least, most = self.place(self.scale.least), self.place(self.scale.most)
        return min(least, most) <= place <= max(least, most)

    def _segment(self, place: float) -> tuple[float, float]:
        """The slope of the value function at a place before the knee, and the value there."""
        for (x0, y0), (x1, y1) in pairwise(self.points):
            if x0 <= place <= x1:
                slope = (y1 - y0) / (x1 - x0)
                return slope, y0 + slope * (place - x0)
        return 0.0, self.points[-1][1]


def end_distances(
    standing: Standing,
    case: Case,
    valued: Mapping[str, Valued],
    scales: Mapping[str, Scale],
    judged: Iterable[Judged],
) -> tuple[EndFlip, ...]:
    """How far both ends of every scale are from changing first place.

    Args:
        standing: Where the options stand.
        case: The case.
        valued: Option's id to its values.
        scales: Criterion's id to scale.
        judged: Every judgement.
    """
    unknown: dict[tuple[str, str], float] = {}
    held: dict[str, list[float]] = {}
    for one in judged:
        if one.stated == "unknown":
            cell = one.option, one.criterion
            unknown[cell] = unknown.get(cell, 0.0) + one.pool
        else:
            ends = case.criteria[one.criterion].ends
            reach = extent(one.judgement, ends) if one.pool > 0 else ()
            held.setdefault(one.criterion, []).extend([*reach, one.score])
    found: list[EndFlip] = []
    ends_of: tuple[End, ...] = ("worst", "best")
    for c, criterion in enumerate(standing.table.criteria):
        anchors = list(case.criteria[criterion].scale)
        scale = scales[criterion]
        kept = [*held.get(criterion, []), *scale.limits]
        better = case.criteria[criterion].better
        for end in ends_of:
            high = (end == "best") == (better == "higher")
            side = _side(standing, c, valued, scale, unknown, high=high)
            if any(x > scale.high if high else x < scale.low for x in held.get(criterion, [])):
                number = scale.high if high else scale.low
                found.append(EndFlip(criterion, end, number, None, None, number, None, cut=True))
                continue
            limit = _limit(scale, anchors, kept, high=high)
            found.append(_distance(standing, criterion, end, side, limit))
    return tuple(found)


def _limit(scale: Scale, anchors: Sequence[float], kept: Sequence[float], *, high: bool) -> float:
    """How far inward an end may go."""
    inner = [*anchors, *(x for x, _ in scale.points)]
    if high:
        return max([*kept, *(x for x in inner if x < scale.high)])
    return min([*kept, *(x for x in inner if x > scale.low)])


def _side(
    standing: Standing,
    column: int,
    valued: Mapping[str, Valued],
    scale: Scale,
    unknown: Mapping[tuple[str, str], float],
    *,
    high: bool,
) -> _End:
    table = standing.table
    criterion = table.criteria[column]
    inward = scale.points[::-1] if high else scale.points
    (end, end_value), (knee, _) = inward[:2]
    sign, unit = (1 if high else -1), abs(end - knee)
    weight = float(standing.weights[column])

    def place(score: float) -> float:
        return sign * (score - knee) / unit

    return _End(
        scale,
        sign,
        knee,
        unit,
        end_value,
        tuple((place(x), y) for x, y in inward[:0:-1]),
        tuple(place(x) for x in scale.limits),
        tuple(place(valued[o].scores[criterion].score) for o in table.options),
        tuple(unknown.get((o, criterion), 0.0) / 2 for o in table.options),
        tuple(any(miss != criterion for miss in valued[o].misses) for o in table.options),
        tuple((standing.totals - weight * table.values[:, column]).tolist()),
        weight,
    )


def _distance(standing: Standing, criterion: str, end: End, side: _End, limit: float) -> EndFlip:
    number = side.scale.high if side.sign > 0 else side.scale.low
    shortest = max(side.place(limit), _LEAST)
    flips: list[Flip | None] = []
    for stop in (shortest, inf):
        flip = None
        if isfinite(side.unit) and (side.weight > 0 or any(side.halves)):
            found = first_flip(_way(standing, side, stop))
            if found is not None:
                at = side.knee + side.sign * found.at * side.unit
                flip = Flip(at, found.there, found.first) if isfinite(at) else None
        flips.append(flip)
    nearest = nearer(number, flips[0], flips[1])
    length = side.scale.high - side.scale.low
    share = None if nearest is None else abs(nearest.at - number) / length
    return EndFlip(criterion, end, number, flips[0], flips[1], limit, share)


def _way(standing: Standing, side: _End, stop: float) -> Way:
    """The way of one end to a stop."""
    halves, scores = np.array(side.halves), np.array(side.scores)
    bases = np.array(side.bases)
    values = (standing.totals - bases) / side.weight if side.weight > 0 else np.zeros(len(bases))
    knee_value = side.points[-1][1]
    beyond = np.maximum(scores, 0.0)
    ended = np.where(beyond > 0, knee_value + (side.end_value - knee_value) * beyond / stop, values)
    least = np.where(halves > 0, 0.0, np.minimum(values, ended))
    most = np.where(halves > 0, 100.0, np.maximum(values, ended))
    meets = np.array([side.meets(x) for x in scores])
    return Way(
        standing.table.options,
        standing.leaders,
        1.0,
        stop,
        side.knots,
        side.form,
        side.allowed,
        bases + side.weight * least,
        bases + side.weight * most,
        np.array(side.misses) | ((halves == 0) & ~meets),
    )
