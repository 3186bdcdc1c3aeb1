"""The draws that losing futures are looked for in: checked, thinned out, and halved.

Boxes are looked for in one half and counted in the other. A search among thousands of boxes finds
some that look good by luck alone; in draws that it has not seen, luck does not last.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints
from policyscore.analysis.robustness.losing.prim_boxes import Sample
from policyscore.analysis.robustness.losing.results import Dimension

MOST_DRAWS = 20_000
MOST_DIMENSIONS = 100
_MOST_NUMBERS = 1_000_000  # of both halves: 8 MB, and a few times that while peeling
_FOR_SCREENING = 2_000


@dataclass(frozen=True, slots=True)
class Material:
    """What is searched, and what is counted in.

    Attributes:
        dimensions: The dimensions, in order of kind and ids, whatever order they came in.
        searched: The draws that boxes are looked for in.
        counted: The others.
        left_out: What was not taken in, in sentences.
    """

    dimensions: tuple[Dimension, ...]
    searched: Sample
    counted: Sample
    left_out: tuple[str, ...]


def check_draws(dimensions: Sequence[Dimension], inputs: Floats, lost: Bools) -> None:
    """Check that draws fit together.

    Raises:
        ValueError: If shapes do not fit, a dimension comes twice, or a number is not finite.
    """
    if inputs.ndim != 2 or lost.ndim != 1 or inputs.shape != (len(dimensions), len(lost)):
        raise ValueError("inputs must have the shape (dimensions, draws), lost the shape (draws,)")
    if len(set(dimensions)) < len(dimensions):
        raise ValueError("every dimension must come once")
    if not all(np.isfinite(row).all() for row in inputs):
        raise ValueError("inputs must be finite numbers")


def prepare(dimensions: Sequence[Dimension], inputs: Floats, lost: Bools) -> Material:
    """Thin out draws and dimensions to what memory and time allow, and halve the draws.

    Args:
        dimensions: What was drawn; every one once.
        inputs: Shape (dimensions, draws), finite; independent draws in any order.
        lost: Whether the draw is lost, shape (draws,).
    """
    draws, left_out = len(lost), []
    varying = [d for d in range(len(dimensions)) if draws and inputs[d].min() < inputs[d].max()]
    order = sorted(varying, key=dimensions.__getitem__)
    if len(order) > MOST_DIMENSIONS:
        at = _evenly(draws, 2 * _FOR_SCREENING)[::2]
        apart = {d: _apart(inputs[d][at], lost[at]) for d in order}
        order = sorted(sorted(order, key=lambda d: -apart[d])[:MOST_DIMENSIONS])
        order.sort(key=dimensions.__getitem__)
        left_out.append(
            f"Of {len(varying):,} weights and scores that vary, losing futures were looked for in "
            f"the {MOST_DIMENSIONS} that differ most between lost draws and others."
        )
    most = min(MOST_DRAWS, _MOST_NUMBERS // max(len(order), 1))
    at = _evenly(draws, most)
    if len(at) < draws:
        left_out.append(
            f"Losing futures were looked for in {len(at):,} of the {draws:,} draws, evenly spaced."
        )
    searched, counted = (
        Sample(
            np.array([inputs[d][half] for d in order]).reshape(len(order), len(half)), lost[half]
        )
        for half in (at[::2], at[1::2])
    )
    return Material(tuple(dimensions[d] for d in order), searched, counted, tuple(left_out))


def _evenly(draws: int, most: int) -> Ints:
    """Numbers of draws, evenly spaced, as many as there are or as may be taken."""
    taken = min(draws, most)
    return np.arange(taken, dtype=np.int64) * draws // max(taken, 1)


def _apart(values: Floats, lost: Bools) -> float:
    """How far the distribution in lost draws is from that in others (Kolmogorov and Smirnov)."""
    losses = int(np.count_nonzero(lost))
    if losses in {0, len(lost)}:
        return 0.0
    order = np.argsort(values, kind="stable")
    ordered, lost_first = values[order], lost[order]
    steps = np.where(lost_first, 1 / losses, -1 / (len(lost) - losses))
    ends = np.append(ordered[1:] != ordered[:-1], True)
    return float(np.abs(np.cumsum(steps)[ends]).max())
