"""Values of scores, and what of a cell is certain."""

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.uncertain.cells import Scale
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Fixed,
    Mixture,
    Pert,
    Triangular,
    Uniform,
    simplest,
)


def value_at(scale: Scale, score: float) -> float:
    """The value of a score, which counts as the scale's end if it lies beyond it."""
    scores, values = points_of(scale)
    where = min(max(scale.unit(score), 0.0), 1.0)
    return float(map_values(np.array([where]), scores, values)[0])


def points_of(scale: Scale) -> tuple[Floats, Floats]:
    """The scores of the points of a value function, on a scale from 0 to 1, and their values."""
    scores = np.array([scale.unit(x) for x, _ in scale.points])
    return scores, np.array([y for _, y in scale.points])


def map_values(scores: Floats, points: Floats, values: Floats) -> Floats:
    """Values of scores through a piecewise linear function, by exactly rounded operations."""
    if len(points) == 2:
        share = (scores - points[0]) / (points[1] - points[0])
        return np.asarray(values[0] + (values[1] - values[0]) * share)
    index = np.searchsorted(points[1:-1], scores, side="right")
    rise, run = values[1:] - values[:-1], points[1:] - points[:-1]
    return np.asarray(values[index] + rise[index] * ((scores - points[index]) / run[index]))


def is_mapped(scale: Scale) -> bool:
    """Whether scores must be known before values: a requirement, or a bent value function."""
    return len(scale.points) > 2 or scale.at_least is not None or scale.at_most is not None


def misses(scale: Scale, score: float) -> bool:
    """Whether a certain score misses a requirement, once it is cut to the scale."""
    cut = min(max(score, scale.low), scale.high)
    return (scale.at_least is not None and cut < scale.at_least) or (
        scale.at_most is not None and cut > scale.at_most
    )


def certain(cell: Mixture) -> float | None:
    """The score of a cell that does not vary, or None."""
    for each in cell:  # what most cells are is told at a glance
        shape = each.shape
        if isinstance(shape, Uniform | Triangular | Pert) and shape.low < shape.high:
            return None
    first = simplest(cell[0].shape)
    if not isinstance(first, Fixed):
        return None
    return first.score if all(simplest(each.shape) == first for each in cell[1:]) else None
