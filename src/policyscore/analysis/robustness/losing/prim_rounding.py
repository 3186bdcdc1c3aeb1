"""Bounds of a box rounded to numbers that a person would say."""

from math import floor, log10

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.losing.prim_boxes import Box, Sample

_STEPS_OF_RANGE = 10  # a step is at most this part of the range of what was drawn
_MAY_CHANGE_SIDES = 0.08  # share of the draws on the side of the bound where there are fewer
_FINER = 8  # steps, each a tenth of the last


def round_bounds(box: Box, sample: Sample) -> Box:
    """Round each bound to the coarsest power of ten that leaves the draws where they are.

    Draws that change sides of a bound are at most 8 % of those on the side where fewer are. What is
    counted afterwards is counted with the rounded bounds, so that it is true of the numbers that
    are read.
    """
    for d in box.limited:
        values = sample.inputs[d]
        above, below = float(box.above[d]), float(box.below[d])
        if np.isfinite(above):
            above = _rounded(above, values, upper=False)
        if np.isfinite(below):
            below = _rounded(below, values, upper=True)
        box = box.with_bounds(d, above, below)
    return box


def _rounded(bound: float, values: Floats, *, upper: bool) -> float:
    low, high = float(values.min()), float(values.max())
    spread = high / _STEPS_OF_RANGE - low / _STEPS_OF_RANGE
    if not 0 < spread < np.inf:
        return bound
    inside = values < bound if upper else values > bound
    count = int(np.count_nonzero(inside))
    most = _MAY_CHANGE_SIDES * min(count, len(values) - count)
    digits = -floor(log10(spread))
    for finer in range(_FINER):
        rounded = round(bound, digits + finer) + 0.0  # never minus 0
        now = values < rounded if upper else values > rounded
        if np.count_nonzero(now != inside) <= most:
            return rounded
    return bound
