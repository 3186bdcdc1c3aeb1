"""Ranks when one thing is uncertain, by the points where totals cross: exact, without draws.

Between two such break points nobody's rank changes, so how often an option takes a rank is how
likely the uncertain thing lies between them: a difference of its distribution function.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.exact.crossings import crossings
from policyscore.analysis.robustness.exact.pairwise import MOST_OPTIONS
from policyscore.analysis.robustness.exact.spreads import (
    is_known,
    single_scores,
    smooth_below,
    smooth_share,
)
from policyscore.analysis.robustness.exact.ties import checked, merged, shared_ranks
from policyscore.analysis.robustness.uncertain.score_shapes import Judged, Mixture, Uniform
from policyscore.scoring.ranking import TIE

EVENLY: Mixture = (Judged("", 1.0, Uniform(0.0, 1.0)),)  # a free weight, from one corner to another
WORK = 60_000_000  # pairs of options, a few seconds
_AT_A_TIME = 400_000


@dataclass(frozen=True, slots=True)
class ExactBreaks:
    """Exact shares when one thing is uncertain; nothing in it is sampled.

    Attributes:
        acceptability: Shape (options, options): how likely each option takes each rank from 1.
        winning: Shape (options, options): how likely each beats each, ties counted half.
        beyond: How likely the uncertain thing was beyond the ends and counts as the end.
    """

    acceptability: Floats
    winning: Floats
    beyond: float


def exact_breaks(
    places: ArrayLike, totals: ArrayLike, mixture: Mixture = EVENLY, tie: float = TIE
) -> ExactBreaks | None:
    """Rank acceptabilities and pairwise winning indices when one thing is uncertain.

    Args:
        places: Shape (places,), two or more, rising: the ends of the scale, and all points between
            them where a total bends.
        totals: Shape (options, places): the totals there, straight lines in between.
        mixture: How the uncertain thing is distributed.
        tie: Totals that are no further apart are tied; ties share their ranks evenly.

    Returns:
        The result; None if the work would take more than a few seconds, or a distribution has no
        formula that is good to ten digits.

    Raises:
        ValueError: If places do not rise, totals are not finite or do not fit, or a distribution
            is none.
    """
    at, array = np.asarray(places, dtype=float), checked(totals)
    if at.ndim != 1 or len(at) < 2 or not np.isfinite(at).all() or not (np.diff(at) > 0).all():
        raise ValueError("places rise from one end of the scale to the other")
    if array.shape[1] != len(at):
        raise ValueError("each option has a total at every place")
    single = single_scores(mixture)
    work = len(array) ** 2 * (len(at) - 1) + 40 * len(array) * len(single)
    if not is_known(mixture) or work > WORK or len(array) > MOST_OPTIONS:
        return None
    square = (len(array), len(array))
    found = ExactBreaks(np.zeros(square), np.zeros(square), 0.0)
    for left, (low, high) in enumerate(pairwise(at.tolist())):
        _add_stretch(found, array[:, left : left + 2], (low, high), mixture, tie)
    ends = smooth_below(mixture, at[[0, -1]])
    points = {float(at[0]): float(ends[0]), float(at[-1]): smooth_share(mixture) - float(ends[1])}
    beyond = sum(points.values())
    for score, share in single.items():
        beyond += share if not at[0] <= score <= at[-1] else 0.0
        points[score] = points.get(score, 0.0) + share
    for point, share in points.items():
        if share > 0:  # beyond the ends, `interp` gives the end
            _add_point(found, np.array([np.interp(point, at, row) for row in array]), share, tie)
    for table in (found.acceptability, found.winning):
        np.clip(table, 0.0, 1.0, out=table)
    return ExactBreaks(found.acceptability, found.winning, beyond)


def _add_stretch(
    found: ExactBreaks, ends: Floats, between: tuple[float, float], mixture: Mixture, tie: float
) -> None:
    """Add what a stretch gives on which all totals are straight lines."""
    low, high = between
    group = merged(ends, tie)
    count, options = len(group.totals), len(ends)
    step = max(1, _AT_A_TIME // count)
    for first in range(0, count, step):
        own = group.totals[first : first + step]
        lines = group.totals[None] - own[:, None]
        places, counts = crossings(lines, group.sizes)
        parts = np.diff(smooth_below(mixture, low + (high - low) * places), axis=1)
        cells = counts + options * np.arange(len(own))[:, None]
        above = np.bincount(cells.ravel(), parts.ravel(), options * len(own))
        above = above.reshape(len(own), options)
        for index, size in enumerate(group.sizes[first : first + step].tolist()):
            above[index] = shared_ranks(above[index], size)
        won = _won(-lines, low, high, mixture)
        here = np.flatnonzero((first <= group.group) & (group.group < first + step))
        found.acceptability[here] += above[group.group[here] - first]
        found.winning[here] += won[np.ix_(group.group[here] - first, group.group)]


def _won(lines: Floats, low: float, high: float, mixture: Mixture) -> Floats:
    """How likely each line is above 0, and half of that where it is 0 all along."""
    start, stop = lines[..., 0], lines[..., 1]
    turns = ((start > 0) & (stop < 0)) | ((start < 0) & (stop > 0))
    root = low + (high - low) * np.where(turns, start / np.where(turns, start - stop, 1.0), 0.0)
    below, ends = smooth_below(mixture, root), smooth_below(mixture, np.array([low, high]))
    level = 0.5 * (1 + np.sign(np.where(turns, 0.0, start + stop)))
    turned = np.where(start > 0, below - ends[0], ends[1] - below)
    return np.asarray(np.where(turns, turned, level * (ends[1] - ends[0])))


def _add_point(found: ExactBreaks, totals: Floats, share: float, tie: float) -> None:
    """Add what a single point gives."""
    group = merged(totals[:, None], tie)
    best = np.argsort(-group.totals[:, 0], kind="stable")
    first = np.zeros(len(best), dtype=np.int64)
    first[best] = np.cumsum(group.sizes[best]) - group.sizes[best]
    starts, sizes = first[group.group], group.sizes[group.group]
    for option, (start, size) in enumerate(zip(starts.tolist(), sizes.tolist(), strict=True)):
        found.acceptability[option, start : start + size] += share / size
    found.winning[:] += share * 0.5 * (1 + np.sign(starts[None, :] - starts[:, None]))
