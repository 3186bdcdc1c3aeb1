"""Values of certain scores, and who misses a requirement with them, all options at once."""

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.scale_values import certain, map_values, points_of


def certain_values(cells: Cells) -> tuple[Floats, Bools]:
    """Values of certain scores, as draws have them, bit by bit.

    Args:
        cells: The decision. An uncertain score counts as the low end of its scale, and misses
            nothing.

    Returns:
        Values, shape (options, criteria), and which options miss a requirement, shape (options,).
    """
    scores = np.array([[certain(cell) for cell in row] for row in cells.judged], dtype=float)
    values = np.empty(scores.shape)
    excluded = np.zeros(len(scores), dtype=np.bool_)
    for j, scale in enumerate(cells.scales):
        own = np.clip(scores[:, j], scale.low, scale.high)
        if scale.at_least is not None:
            excluded |= own < scale.at_least
        if scale.at_most is not None:
            excluded |= own > scale.at_most
        size = max(abs(scale.low), abs(scale.high))
        low, high = scale.low / size, scale.high / size
        unit = (np.where(np.isnan(own), scale.low, own) / size - low) / (high - low)
        values[:, j] = map_values(np.clip(unit, 0.0, 1.0), *points_of(scale))
    return values, excluded
