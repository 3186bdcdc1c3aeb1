"""Whether options may tie otherwise than by a chance too small to matter."""

from itertools import pairwise

import numpy as np

from policyscore.analysis.robustness.arrays import Ints
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.scale_values import is_mapped
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Empirical,
    Fixed,
    Mixture,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
    simplest,
)
from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    FixedWeights,
    Law,
    OrderedWeights,
    TreeWeights,
)

_WIDE = 1e-3  # of what values span; roundings are 30,000 times finer


def may_tie(cells: Cells) -> Ints:
    """The options that may tie with others with a chance above 0, by number."""
    weighs = cells.law.positive()
    found = [
        i
        for i, row in enumerate(cells.judged)
        if all(
            _has_lumps(cell, scale)
            for cell, scale, counts in zip(row, cells.scales, weighs, strict=True)
            if counts
        )
    ]
    return np.array(found if len(found) > 1 else [], dtype=np.int64)


def _has_lumps(cell: Mixture, scale: Scale) -> bool:
    """Whether any one value comes up with a chance above 0: a score does, or values are level."""
    return any(a == b for (_, a), (_, b) in pairwise(scale.points)) or any(
        _is_lumpy(simplest(each.shape), scale) for each in cell
    )


def _is_lumpy(shape: Shape, scale: Scale) -> bool:
    match shape:
        case Fixed() | Empirical() | Normal():  # what lies beyond the scale counts as its end
            return True
        case _:
            return shape.low < scale.low or shape.high > scale.high


def may_be_rounded(cells: Cells, span: float) -> bool:
    """Whether weights and values may be rounded to some six and nine digits before totals.

    That changes nothing but totals that are nearly the same. It is safe where these are few: if no
    weights are tiny as a rule, and no more than one option's total is nearly certain.

    Args:
        cells: The decision, of which no options may tie.
        span: How far apart values may be.
    """
    narrow = sum(
        not any(_wide(cell, scale, span) for cell, scale in zip(row, cells.scales, strict=True))
        for row in cells.judged
    )
    return narrow <= 1 and _without_tiny_weights(cells.law)


def _without_tiny_weights(law: Law) -> bool:
    match law:
        case AnyWeights() | OrderedWeights():
            return law.varies
        case TreeWeights(top, members):
            alone = all(member.below == FixedWeights((1.0,)) for member in members)
            return alone and _without_tiny_weights(top)
        case _:
            return False


def _wide(cell: Mixture, scale: Scale, span: float) -> bool:
    """Whether every judge spreads the score over a range that matters."""
    if is_mapped(scale):
        return False
    rise = abs(scale.points[1][1] - scale.points[0][1])
    return all(_width(each.shape, scale) * rise >= _WIDE * span for each in cell)


def _width(shape: Shape, scale: Scale) -> float:
    """How much of its scale a score is spread over; 0 where that is not told at a glance."""
    if not isinstance(shape, Uniform | Triangular | Pert):
        return 0.0
    low, high = max(shape.low, scale.low), min(shape.high, scale.high)
    return scale.unit(high) - scale.unit(low)
