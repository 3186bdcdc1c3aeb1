"""Totals as straight lines of one weight: intervals in which first place holds, and break points.

If the weight of a member (a criterion or a group) is x and the other weights keep their
proportions, every total is a straight line of x between its value at 0 and its value at 1. First
place is the upper envelope of the lines (Triantaphyllou & Sánchez 1997, "A sensitivity analysis
approach for some deterministic multi-criteria decision-making methods", *Decision Sciences*
28(1):151-194, for the crossing of two of them).
"""

from collections.abc import Sequence

import numpy as np

from policyscore.analysis.sensitivity.flip_results import First
from policyscore.analysis.sensitivity.table import Bools, Floats, Table
from policyscore.analysis.sensitivity.weight_results import Break
from policyscore.scoring.ranking import TIE

FEW = 5
_SAME = 1e-12  # weights closer than this are one


def stability_intervals(
    at_zero: Floats, at_one: Floats, now: Floats, leaders: Sequence[int]
) -> tuple[Floats, Floats]:
    """The interval of each weight in which the same options are first.

    Args:
        at_zero: m × p; total of every option with the weight of each of p members at 0.
        at_one: m × p; the same with the weight at 1.
        now: p; the present weights.
        leaders: Places of the options that are first at present, one at least.

    Returns:
        The lowest and the highest weights, p each, from 0 to 1, around the present ones.
    """
    lead = leaders[0]
    ahead_at_zero = at_zero[lead] - at_zero
    ahead_at_one = at_one[lead] - at_one
    fall = ahead_at_zero - ahead_at_one
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = ahead_at_zero / fall
    high = np.where(ahead_at_one < -TIE, crossing, 1.0).min(axis=0)
    low = np.where(ahead_at_zero < -TIE, crossing, 0.0).max(axis=0)
    if len(leaders) > 1:  # a tie holds only as long as its lines are the same
        others = list(leaders[1:])
        apart = (abs(ahead_at_zero[others]) > TIE) | (abs(ahead_at_one[others]) > TIE)
        split = apart.any(axis=0)
        low, high = np.where(split, now, low), np.where(split, now, high)
    return np.clip(low, 0.0, now), np.clip(high, now, 1.0)


def break_points(
    table: Table, allowed: Bools, at_zero: Floats, at_one: Floats
) -> tuple[First, tuple[Break, ...]]:
    """Who is first just above weight 0, and every weight between 0 and 1 at which that changes.

    Args:
        table: The options.
        allowed: m; those that can be first, one at least.
        at_zero: m; their totals with the weight at 0.
        at_one: m; their totals with the weight at 1.
    """
    front = _front(allowed, at_zero, at_one)
    zero, one = at_zero[front], at_one[front]
    lead = _best(zero, one)
    start = _same(table, front, zero, one, lead)
    found: list[Break] = []
    while True:
        ahead, slower = zero[lead] - zero, one - one[lead]
        rising = slower > TIE
        if not rising.any():
            return start, tuple(found)
        meet = np.where(rising, ahead / np.where(rising, ahead + slower, 1.0), 2.0)
        at = float(meet.min())
        if at >= 1 - _SAME:
            return start, tuple(found)
        meeting = np.flatnonzero(meet <= at + _SAME)
        lead = int(meeting[one[meeting].argmax()])
        first = _same(table, front, zero, one, lead)
        if at <= _SAME:
            start = first
            continue
        if found and at <= found[-1].at + _SAME:
            found.pop()
        totals = (1 - at) * at_zero + at * at_one
        best = totals[front].max()
        there = tuple(sorted(table.options[i] for i in front if totals[i] >= best - TIE))
        order = _order(table, allowed, totals, at_one)
        later = (tied for tied in order if not set(tied) & set(first))
        found.append(Break(at, there, first, (first, *later)))


def _front(allowed: Bools, at_zero: Floats, at_one: Floats) -> list[int]:
    """The options of which none other is better by more than a tie at both ends."""
    order = np.lexsort((-at_one, -at_zero))
    order = order[allowed[order]]
    reached = np.maximum.accumulate(at_one[order])
    return [int(i) for i in order[at_one[order] >= reached - TIE]]


def _best(zero: Floats, one: Floats) -> int:
    """Who is first just above weight 0."""
    tied = np.flatnonzero(zero >= zero.max() - TIE)
    return int(tied[one[tied].argmax()])


def _same(table: Table, front: Sequence[int], zero: Floats, one: Floats, lead: int) -> First:
    """Everybody with the line of one option."""
    same = (abs(zero - zero[lead]) <= TIE) & (abs(one - one[lead]) <= TIE)
    return tuple(
        sorted(table.options[i] for i, is_same in zip(front, same, strict=True) if is_same)
    )


def _order(table: Table, allowed: Bools, totals: Floats, at_one: Floats) -> tuple[First, ...]:
    """The first few places just above a weight: who is worth the same there, then by rise."""
    places = np.flatnonzero(allowed)
    if len(places) > 4 * FEW:
        enough = np.partition(totals[places], -2 * FEW)[-2 * FEW]
        places = places[totals[places] >= enough - TIE]
    found: list[list[int]] = []
    for i in sorted(places, key=lambda i: -totals[i]):
        if found and totals[found[-1][0]] - totals[i] <= TIE:
            found[-1].append(int(i))
        else:
            found.append([int(i)])
    order: list[First] = []
    for tied in found:
        left = sorted(tied, key=lambda i: -at_one[i])
        while left:
            same = [i for i in left if at_one[left[0]] - at_one[i] <= TIE]
            order.append(tuple(sorted(table.options[i] for i in same)))
            left = left[len(same) :]
    few = 0
    for count, tie in enumerate(order, 1):
        few += len(tie)
        if few >= FEW:
            return tuple(order[:count])
    return tuple(order)
