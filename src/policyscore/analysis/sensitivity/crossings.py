"""The picture of totals against one weight: lines, and where they cross."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from policyscore.analysis.sensitivity.table import Floats, Places, Standing, make_table, stand
from policyscore.analysis.sensitivity.weight_ends import local_ends, weight_ends
from policyscore.analysis.sensitivity.weight_ranges import end_totals, weight_ranges
from policyscore.analysis.sensitivity.weight_results import Break, Crossing, CrossOver, Line
from policyscore.case.case import Case
from policyscore.scoring.ranking import TIE
from policyscore.scoring.totals import Valued
from policyscore.weighing.weights import Weights

NEAR_TOP = 3
MOST_LINES = 8


def cross_over(
    case: Case,
    valued: Mapping[str, Valued],
    weights: Weights,
    member: str,
    *,
    local: bool = False,
    most: int = MOST_LINES,
) -> CrossOver | None:
    """Totals as the weight of one criterion or group goes from 0 to 1, the others in proportion.

    Args:
        case: The case.
        valued: Its options' values.
        weights: The weights of one profile.
        member: Id of a criterion or group.
        local: Whether it is the weight inside the group that the member is in.
        most: How many lines to show at most: those that come nearest to first place.

    Returns:
        The picture; None if every option misses a requirement.

    Raises:
        KeyError: If there is no such criterion or group, or, if local, it is in no group.
    """
    standing = stand(make_table(valued, tuple(case.criteria)), weights.criteria)
    make = local_ends if local else weight_ends
    found = {e.member: e for e in make(case.header.criteria, weights.criteria)}
    ends = found[member]
    if not standing.first:
        return None
    (ranged,) = weight_ranges(standing, [ends])
    zero, one = (totals[:, 0] for totals in end_totals(standing, [ends]))
    lines = _lines(standing, zero, one, ends.weight, most)
    crossings = [_crossing(a, b, ranged.breaks) for a, b in combinations(lines, 2)]
    kept = sorted((c for c in crossings if c is not None), key=lambda c: (c.at, c.up, c.down))
    return CrossOver(ranged, lines, tuple(kept))


def best_places(zero: Floats, one: Floats) -> list[int]:
    """The best rank that each of m lines has anywhere between weight 0 and 1.

    A line passes one other at most, so counting those above it at 0 and the passings in order of
    their weights gives its rank everywhere.

    Args:
        zero: m; totals at 0.
        one: m; totals at 1.
    """
    best = []
    for at_zero, at_one in zip(zero, one, strict=True):
        above_at_zero, above_at_one = zero - at_zero, one - at_one
        above = above_at_zero > TIE
        overtakes = ~above & (above_at_one > TIE)
        falls_behind = above & (above_at_one < -TIE)
        joins = above & (abs(above_at_one) <= TIE)
        change = np.where(overtakes, 1, np.where(falls_behind, -1, 0))
        moving = np.flatnonzero(change)
        span = above_at_zero[moving] - above_at_one[moving]
        meet = above_at_zero[moving] / span
        # where several meet in one point, those that fall behind are let past first
        order = np.lexsort((change[moving], meet.round(12)))
        passed = np.cumsum(change[moving][order])
        here = int(above.sum())
        least = min(here, here + int(passed.min(initial=0)))
        if joins.any():  # it ties with these at weight 1, where the rank is counted once more
            least = min(least, int((above_at_one > TIE).sum()))
        best.append(least + 1)
    return best


def _lines(
    standing: Standing, zero: Floats, one: Floats, weight: float, most: int
) -> tuple[Line, ...]:
    table = standing.table
    places = np.flatnonzero(table.allowed)
    # who is beaten at both ends by many is never near the top: one look at ranks drops most
    near = [i for i in places if _beaten_by(int(i), places, zero, one) < max(NEAR_TOP, most)]
    best = best_places(zero[near], one[near])
    lines = [
        Line(
            table.options[i],
            float(zero[i]),
            float(zero[i] * (1 - weight) + one[i] * weight),
            float(one[i]),
            rank,
        )
        for i, rank in zip(near, best, strict=True)
        if rank <= NEAR_TOP
    ]
    first = set(standing.first)
    lines.sort(key=lambda line: (line.option not in first, line.best_place, -line.now, line.option))
    return tuple(sorted(lines[:most], key=lambda line: (-round(line.now, 9), line.option)))


def _beaten_by(i: int, places: Places, zero: Floats, one: Floats) -> int:
    return int(((zero[places] > zero[i] + TIE) & (one[places] > one[i] + TIE)).sum())


def _crossing(a: Line, b: Line, breaks: Sequence[Break]) -> Crossing | None:
    """Where two lines cross between 0 and 1, if they do."""
    ahead_at_zero, ahead_at_one = a.at_zero - b.at_zero, a.at_one - b.at_one
    if not min(ahead_at_zero, ahead_at_one) < -TIE or not max(ahead_at_zero, ahead_at_one) > TIE:
        return None
    at = ahead_at_zero / (ahead_at_zero - ahead_at_one)
    down, up = (a, b) if ahead_at_zero > 0 else (b, a)
    total = (1 - at) * a.at_zero + at * a.at_one
    is_first = any(
        abs(at - point.at) <= 1e-12 and {a.option, b.option} <= set(point.there) for point in breaks
    )
    return Crossing(at, up.option, down.option, total, is_first)
