"""How many options stand above one as something runs from 0 to 1 and totals run along."""

import numpy as np

from policyscore.analysis.robustness.arrays import Floats, Ints


def crossings(ends: Floats, sizes: Ints) -> tuple[Floats, Ints]:
    """Where others cross an option, and how many are above it in between.

    Args:
        ends: Shape (..., others, 2): how much more each other is worth at 0 and at 1; straight
            lines in between.
        sizes: Shape (others,): for how many options each of the others stands.

    Returns:
        Places from 0 to 1 in order, shape (..., others + 2), the first 0 and the last 1; and how
        many options are above between each two, shape (..., others + 1). What is level at both
        ends is not above.
    """
    start, stop = ends[..., 0], ends[..., 1]
    turns = ((start > 0) & (stop < 0)) | ((start < 0) & (stop > 0))
    rise = np.where(turns, np.where(stop > start, sizes, -sizes), 0)
    span = np.where(turns, start - stop, 1.0)
    at = np.where(turns, start / span, 1.0)
    above = np.where(turns, start > 0, (start > 0) | (stop > 0))
    base = (above * sizes).sum(axis=-1, keepdims=True)
    order = np.argsort(at, axis=-1, kind="stable")
    places = np.zeros((*at.shape[:-1], at.shape[-1] + 2))
    places[..., 1:-1] = np.take_along_axis(at, order, axis=-1)
    places[..., -1] = 1.0
    steps = np.cumsum(np.take_along_axis(rise, order, axis=-1), axis=-1)
    counts = np.concatenate([base, base + steps], axis=-1)
    return places, counts.astype(np.int64)
