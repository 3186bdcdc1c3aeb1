"""How far the weight of every criterion and group can move while first place holds."""

from collections.abc import Sequence

import numpy as np

from policyscore.analysis.sensitivity.table import Floats, Standing
from policyscore.analysis.sensitivity.weight_ends import Ends
from policyscore.analysis.sensitivity.weight_lines import break_points, stability_intervals
from policyscore.analysis.sensitivity.weight_results import WeightRange


def weight_ranges(standing: Standing, ends: Sequence[Ends]) -> tuple[WeightRange, ...]:
    """The range of each weight, with all its break points.

    Args:
        standing: Where the options stand; somebody is first.
        ends: The members, as made by `weight_ends` or `local_ends`.
    """
    if not ends:
        return ()
    at_zero, at_one = end_totals(standing, ends)
    now = np.array([e.weight for e in ends])
    low, high = stability_intervals(
        at_zero[standing.table.allowed],
        at_one[standing.table.allowed],
        now,
        _places_among_allowed(standing),
    )
    return tuple(
        _range(standing, e, at_zero[:, p], at_one[:, p], (float(low[p]), float(high[p])))
        for p, e in enumerate(ends)
    )


def end_totals(standing: Standing, ends: Sequence[Ends]) -> tuple[Floats, Floats]:
    """Totals of the m options with the weight of each of p members at 0 and at 1, m × p each."""
    values = standing.table.values
    return (
        values @ np.array([e.at_zero for e in ends]).T,
        values @ np.array([e.at_one for e in ends]).T,
    )


def _places_among_allowed(standing: Standing) -> list[int]:
    """The leaders' places among the options that meet the requirements."""
    rank = np.cumsum(standing.table.allowed) - 1
    return [int(rank[i]) for i in standing.leaders]


def _range(
    standing: Standing, ends: Ends, at_zero: Floats, at_one: Floats, held: tuple[float, float]
) -> WeightRange:
    named = (ends.member, ends.kind, ends.within, ends.weight)
    if ends.stuck:
        return WeightRange(*named, ends.weight, ends.weight, (), (), (), (), ends.stuck)
    low, high = held
    start, breaks = break_points(standing.table, standing.table.allowed, at_zero, at_one)
    segments = [(0.0, start), *((b.at, b.first) for b in breaks)]
    below = [first for _, first in segments[: _nearest(segments, low)]]
    above = segments[_nearest(segments, high)][1]
    return WeightRange(
        *named,
        low,
        high,
        below[-1] if low > 0 and below else (),
        above if high < 1 else (),
        start,
        breaks,
        "",
    )


def _nearest(segments: Sequence[tuple[float, object]], weight: float) -> int:
    """Which segment begins the nearest to a weight."""
    return min(range(len(segments)), key=lambda i: abs(segments[i][0] - weight))
