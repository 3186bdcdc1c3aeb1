"""Peeling of the patient rule induction method: slice by slice to where draws are lost most.

Friedman & Fisher (1999), "Bump hunting in high-dimensional data", *Statistics and Computing*
9:123-143.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints
from policyscore.analysis.robustness.losing.prim_boxes import (
    Box,
    Count,
    Sample,
    bound_above,
    bound_below,
    whole,
)


@dataclass(frozen=True, slots=True)
class Peeled:
    """One box of a peeling trajectory with its count."""

    box: Box
    count: Count


@dataclass(frozen=True, slots=True)
class _Slices:
    """The slices that could be peeled off one side of a box, one for each dimension.

    Attributes:
        outside: Whether each draw of the box would be peeled off, shape (dimensions, draws).
        draws: How many would be, shape (dimensions,).
        lost: How many of these are lost, shape (dimensions,).
    """

    outside: Bools
    draws: Ints
    lost: Ints


def peel(sample: Sample, share: float, least: int) -> list[Peeled]:
    """Peel the box of all draws down to a small one.

    In each step the slice goes that raises the share of lost draws most for each draw that goes:
    the lowest or the highest `share` of the draws in the box along one dimension, or all draws
    that have the lowest or the highest value, if more than that share have it. Among equals it is
    the first dimension's, its lower end first.

    Args:
        sample: The draws.
        share: The share of the draws in the box that goes in one step (Friedman and Fisher's
            alpha), above 0 and below 0.5.
        least: How many draws must stay in the box, 1 or more.

    Returns:
        The boxes from the whole to the smallest: the peeling trajectory. It ends early where all
        draws in the box are lost.
    """
    dimensions, draws = sample.inputs.shape
    total = int(np.count_nonzero(sample.lost))
    box, inputs, lost = whole(dimensions), sample.inputs, sample.lost
    path = [Peeled(box, Count(draws, total, draws, total))]
    while 0 < path[-1].count.lost_inside < path[-1].count.inside:
        found = _best(inputs, lost, share, least)
        if found is None:
            break
        dimension, upper, outside = found
        kept, gone = inputs[dimension][~outside], inputs[dimension][outside]
        above, below = float(box.above[dimension]), float(box.below[dimension])
        if upper:
            below = bound_below(float(kept.max()), float(gone.min()))
        else:
            above = bound_above(float(gone.max()), float(kept.min()))
        box = box.with_bounds(dimension, above, below)
        inputs, lost = inputs[:, ~outside], lost[~outside]
        path.append(Peeled(box, Count(len(lost), int(np.count_nonzero(lost)), draws, total)))
    return path


def _best(inputs: Floats, lost: Bools, share: float, least: int) -> tuple[int, bool, Bools] | None:
    """The best slice: its dimension, whether it is the upper end, and the draws in it."""
    draws = inputs.shape[1]
    all_lost = int(np.count_nonzero(lost))
    best, found = -np.inf, None
    for upper, slices in enumerate(_slices(inputs, lost, max(1, int(share * draws)))):
        stay = draws - slices.draws
        fits = (stay >= least) & (slices.draws > 0)
        if not fits.any():
            continue
        with np.errstate(divide="ignore", invalid="ignore"):
            rise = (all_lost - slices.lost) / stay - all_lost / draws
            gain = np.where(fits, rise / slices.draws, -np.inf)
        first = int(np.argmax(gain))
        # Of both ends alike the earlier dimension's is taken, whichever end it is.
        if gain[first] > best or (found and gain[first] == best and first < found[0]):
            best, found = float(gain[first]), (first, bool(upper), slices.outside[first])
    return found


def _slices(inputs: Floats, lost: Bools, size: int) -> Iterator[_Slices]:
    """The slices at the lower ends, then those at the upper ends."""
    draws = inputs.shape[1]
    if draws <= size:
        return
    ordered = np.partition(inputs, sorted({size, draws - 1 - size}), axis=1)
    low, high = ordered[:, size], ordered[:, draws - 1 - size]
    outside = inputs < low[:, None]
    level = ordered[:, : size + 1].min(axis=1) == low
    outside[level] = inputs[level] <= low[level, None]
    yield _counted(outside, lost)
    outside = inputs > high[:, None]
    level = ordered[:, draws - 1 - size :].max(axis=1) == high
    outside[level] = inputs[level] >= high[level, None]
    yield _counted(outside, lost)


def _counted(outside: Bools, lost: Bools) -> _Slices:
    return _Slices(
        outside,
        np.count_nonzero(outside, axis=1).astype(np.int64),
        np.count_nonzero(outside & lost, axis=1).astype(np.int64),
    )
