"""Which box of a peeling trajectory to take, with as few and as wide bounds as serve.

Friedman & Fisher (1999) leave the choice to the eye of the analyst, who weighs how many lost draws
a box covers against how dense they are in it. Here it is the box that correlates most with being
lost, simplified as long as that costs little.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from policyscore.analysis.robustness.prim_boxes import Box, Sample, bound_above, bound_below, count
from policyscore.analysis.robustness.prim_peeling import Peeled

_WORTH_A_LIMIT = 0.03  # what leaving out limits may cost of the correlation, as a share of it
_STEPS = (0.2, 0.05, 0.01)  # shares of the box that pasting tries to add, coarse to fine
_MOST_PASTED = 200


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
        fewer = [box.without(d) for d in box.limited]
        best = max(fewer, key=lambda each: count(each, sample).correlation)
        if count(best, sample).correlation < floor and len(box.limited) <= most:
            return box
        box = best
    return box


def paste(box: Box, sample: Sample) -> Box:
    """Move bounds outwards again as long as that raises the correlation with being lost.

    Peeling is greedy: a bound set early may be too narrow for the box that it led to. Friedman &
    Fisher (1999, section 8.2) paste while the share of lost draws rises; here it is the
    correlation, by which the box was chosen, so that a pure box may grow to all that is pure.
    """
    for _ in range(_MOST_PASTED):
        best = max(
            _wider(box, sample), key=lambda each: count(each, sample).correlation, default=box
        )
        if count(best, sample).correlation <= count(box, sample).correlation:
            return box
        box = best
    return box


def _wider(box: Box, sample: Sample) -> Iterator[Box]:
    """The box with one bound moved outwards by a few draws, or taken away."""
    inside = int(np.count_nonzero(box.holds(sample.inputs)))
    sizes = sorted({max(1, int(share * inside)) for share in _STEPS})
    for d in box.limited:
        above, below = float(box.above[d]), float(box.below[d])
        values = sample.inputs[d][box.without(d).holds(sample.inputs)]
        if np.isfinite(above):
            beyond = np.sort(values[values <= above])[::-1]
            yield box.with_bounds(d, -np.inf, below)
            for size in sizes:
                # Draws with the same value come in together.
                further = beyond[beyond < beyond[size - 1]] if size <= len(beyond) else beyond[:0]
                if len(further):
                    bound = bound_above(float(further[0]), float(beyond[size - 1]))
                    yield box.with_bounds(d, bound, below)
        if np.isfinite(below):
            beyond = np.sort(values[values >= below])
            yield box.with_bounds(d, above, np.inf)
            for size in sizes:
                further = beyond[beyond > beyond[size - 1]] if size <= len(beyond) else beyond[:0]
                if len(further):
                    bound = bound_below(float(beyond[size - 1]), float(further[0]))
                    yield box.with_bounds(d, above, bound)
