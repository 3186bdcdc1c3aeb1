"""All that draws need, in arrays: small enough to be sent to other processes."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from policyscore.analysis.robustness.arrays import Ints
from policyscore.analysis.robustness.cells import Cells, Scale
from policyscore.analysis.robustness.score_plan import judgements_of, slabs_of
from policyscore.analysis.robustness.score_shapes import (
    Empirical,
    Fixed,
    Mixture,
    Normal,
    Shape,
    simplest,
)
from policyscore.analysis.robustness.slabs import Slab
from policyscore.analysis.robustness.weight_laws import Law

BLOCK = 800
"""Draws of a block: what one seed is for, and one replicate for errors."""

WEIGHTS_PER_SCORES = 16
"""Draws of weights that each draw of scores goes with, if both vary."""


@dataclass(frozen=True, slots=True)
class Problem:
    """All that draws need.

    Attributes:
        options: How many options there are.
        criteria: How many criteria.
        law: What the weights follow.
        slabs: How scores are drawn.
        experts: Up to where in a uniform number each expert's turn goes; empty if none is drawn.
        may_tie: The options that may tie with others, by number: none of their criteria that
            weigh anything has a score without a chance of being exactly the same as another.
        judgements: How many judgements vary.
        span: What no total is above.
        pairs: Whether to count which option of each pair is better.
        fast: Whether totals may be worked out in the way that is fastest on this processor.
    """

    options: int
    criteria: int
    law: Law
    slabs: tuple[Slab, ...]
    experts: tuple[float, ...]
    may_tie: Ints
    judgements: int
    span: float
    pairs: bool
    fast: bool

    @property
    def scores_vary(self) -> bool:
        """Whether any score does."""
        return any(slab.uniforms for slab in self.slabs)

    @property
    def weights_per_scores(self) -> int:
        """Draws of weights that each draw of scores goes with."""
        return WEIGHTS_PER_SCORES if self.law.varies else 1

    @property
    def score_draws(self) -> int:
        """Draws of scores in a block."""
        return BLOCK // self.weights_per_scores

    @property
    def certain(self) -> bool:
        """Whether nothing varies, so that one draw is all there is to know."""
        return not (self.law.varies or self.scores_vary)


def problem_of(cells: Cells, *, pairs: bool = True, fast: bool = False) -> Problem:
    """Put what is to be drawn into arrays.

    Args:
        cells: What is to be drawn.
        pairs: Whether to count which option of each pair is better.
        fast: Whether totals may be worked out in the way that is fastest on this processor, whose
            last bits other processors may not share.
    """
    values = [value for scale in cells.scales for _, value in scale.points]
    floor = min(0.0, *values)
    whole = sum(cells.experts.values())
    experts = [part / whole for part in accumulate(cells.experts.values())]
    return Problem(
        len(cells.options),
        len(cells.scales),
        cells.law,
        slabs_of(cells, floor),
        tuple(experts),
        _may_tie(cells),
        sum(1 for _ in judgements_of(cells)),
        max(values) - floor,
        pairs,
        fast,
    )


def _may_tie(cells: Cells) -> Ints:
    """The options that may tie with others with a chance above 0."""
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
