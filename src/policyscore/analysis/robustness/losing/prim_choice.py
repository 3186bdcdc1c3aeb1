"""Which box of a peeling trajectory to take, with as few and as wide bounds as serve.

Friedman & Fisher (1999) leave the choice to the eye of the analyst, who weighs how many lost draws
a box covers against how dense they are in it. Here it is the box that correlates most with being
lost, simplified as long as that costs little.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.losing.prim_boxes import (
    Box,
    Sample,
    bound_above,
    count,
    counts_without,
)
from policyscore.analysis.robustness.losing.prim_peeling import Peeled

_WORTH_A_LIMIT = 0.03  # what leaving out limits may cost of the correlation, as a share of it
_STEPS = (0.2, 0.05, 0.01, 0.002)  # shares of the box that a bound moves by
_MOST_MOVES = 200


def choose(path: Sequence[Peeled]) -> Box:
    """The box of a trajectory that correlates most with being lost, the largest among equals."""
    return max(path, key=lambda peeled: peeled.count.correlation).box


def simplify(box: Box, sample: Sample, most: int) -> Box:
    """Leave out the dimensions that add least.

    Args:
        box: The box.
        sample: The draws that it was found in.
        most: How many dimensions may keep bounds, 1 or more.
    """
    floor = (1 - _WORTH_A_LIMIT) * count(box, sample).correlation
    while len(box.limited) > 1:
        found = [each.correlation for each in counts_without(box, sample)]
        best = max(found)
        if best < floor and len(box.limited) <= most:
            return box
        box = box.without(box.limited[found.index(best)])
    return box


def adjust(box: Box, sample: Sample) -> Box:
    """Move bounds, one at a time, as long as that raises the correlation with being lost.

    Peeling is greedy: a bound set early may be too narrow for the box that it led to, and a slice
    that overlaps the edge of a box stays or goes as a whole. Friedman & Fisher (1999, section 8.2)
    therefore paste slices on again while the share of lost draws rises. Here bounds move outwards
    and inwards, and what has to rise is the correlation that the box was chosen by, so that a box
    in which all draws are lost may grow to all that there are around it.
    """
    at = count(box, sample).correlation
    for _ in range(_MOST_MOVES):
        moved = [(count(each, sample).correlation, each) for each in _moved(box, sample)]
        best = max((found for found, _ in moved), default=at)
        if best <= at:
            break
        at, box = next(each for each in moved if each[0] == best)
    return box


def _moved(box: Box, sample: Sample) -> Iterator[Box]:
    """The box with one bound moved by a few draws, or taken away."""
    inside = int(np.count_nonzero(box.holds(sample.inputs)))
    sizes = sorted({max(1, int(share * inside)) for share in _STEPS})
    steps = [*(-size for size in reversed(sizes)), *sizes]
    for d in box.limited:
        above, below = float(box.above[d]), float(box.below[d])
        values = np.sort(sample.inputs[d][box.without(d).holds(sample.inputs)])
        if np.isfinite(above):
            for bound in _bounds(values, above, steps):
                yield box.with_bounds(d, bound, below)
        if np.isfinite(below):
            for bound in _bounds(-values[::-1], -below, steps):
                yield box.with_bounds(d, above, -bound)


def _bounds(values: Floats, above: float, steps: Sequence[int]) -> Iterator[float]:
    """Bounds that let in so many values fewer or more, of values in order; equal ones together."""
    yield -np.inf
    now = int(np.searchsorted(values, above, side="right"))
    for step in steps:
        if 0 < now + step < len(values):
            start = int(np.searchsorted(values, values[now + step], side="left"))
            if start:
                yield bound_above(float(values[start - 1]), float(values[start]))
