"""All that draws need, in arrays: small enough to be sent to other processes."""

from dataclasses import dataclass
from itertools import accumulate

from policyscore.analysis.robustness.arrays import Ints
from policyscore.analysis.robustness.draws.chance_of_ties import may_be_rounded, may_tie
from policyscore.analysis.robustness.draws.even_points import EVEN_BLOCK, MOST_DIMENSIONS
from policyscore.analysis.robustness.draws.even_weights import dimensions_of, even_law
from policyscore.analysis.robustness.draws.score_plan import judgements_of, slabs_of
from policyscore.analysis.robustness.draws.slabs import Slab
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.weight_laws import Law

BLOCK = 800
"""Draws of a block: what one seed is for, and one replicate for errors."""

PART = 8
"""Blocks that are handed out together, to this process or another."""

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
        may_tie: The options that may tie with others, by number: no score of theirs is spread so
            far on a criterion that weighs so much that there is no chance of it to speak of.
        judgements: How many judgements vary.
        span: What no total is above.
        pairs: Whether to count which option of each pair is better.
        even: How many dimensions the points have that weights are made of if they fill a cube
            evenly; 0 if they are random.
        rounded: Whether weights and values may be rounded before they are multiplied.
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
    even: int = 0
    rounded: bool = False

    @property
    def scores_vary(self) -> bool:
        """Whether any score does."""
        return any(slab.uniforms for slab in self.slabs)

    @property
    def weights_per_scores(self) -> int:
        """Draws of weights that each draw of scores goes with."""
        return WEIGHTS_PER_SCORES if self.law.varies else 1

    @property
    def block(self) -> int:
        """Draws of a block."""
        return EVEN_BLOCK if self.even else BLOCK

    @property
    def score_draws(self) -> int:
        """Draws of scores in a block."""
        return self.block // self.weights_per_scores

    def independent(self, draws: int) -> int:
        """How many of so many draws are independent of each other."""
        alone = self.law.apart and not self.scores_vary
        return draws if alone else draws // self.weights_per_scores

    @property
    def certain(self) -> bool:
        """Whether nothing varies, so that one draw is all there is to know."""
        return not (self.law.varies or self.scores_vary)


def problem_of(cells: Cells, *, pairs: bool = True, even: bool = False) -> Problem:
    """Put what is to be drawn into arrays.

    Args:
        cells: What is to be drawn.
        pairs: Whether to count which option of each pair is better.
        even: Whether to make weights of points that fill a cube evenly, if that helps: if scores
            are fixed, and a draw of weights takes no more numbers than such points have.
    """
    values = [value for scale in cells.scales for _, value in scale.points]
    floor = min(0.0, *values)
    whole = sum(cells.experts.values())
    experts = [part / whole for part in accumulate(cells.experts.values())]
    slabs, ties, span = slabs_of(cells, floor), may_tie(cells), max(values) - floor
    mapped = even_law(cells.law) if even and not any(slab.uniforms for slab in slabs) else None
    dimensions = 0 if mapped is None else dimensions_of(mapped)
    if mapped is None or dimensions > MOST_DIMENSIONS:
        mapped, dimensions = cells.law, 0
    return Problem(
        len(cells.options),
        len(cells.scales),
        mapped,
        slabs,
        tuple(experts),
        ties,
        sum(1 for _ in judgements_of(cells)),
        span,
        pairs,
        dimensions,
        not len(ties) and may_be_rounded(cells, span),
    )
