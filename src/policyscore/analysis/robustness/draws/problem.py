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

LEAST_REPLICATES = 16
"""With fewer, the error itself is too uncertain to be of use; blocks are smaller instead."""

_LONGEST = 0.7  # seconds that a part takes
_DIVISIONS = (1, 2, 5, 10)  # smaller blocks that still hold whole draws of scores

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
        random_block: Draws of a block if they are random.
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
    random_block: int = BLOCK
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
        return EVEN_BLOCK if self.even else self.random_block

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


def small_block(blocks: int, slow: float = 0.0) -> int:
    """Draws of a block if no more are asked for than so many whole blocks of 800 have.

    An error that two or three replicates tell is anybody's guess, so few draws are divided into
    smaller blocks: at least 16 of them, whatever is asked for. So are draws that take long, for
    something to be heard of them, and to be shown if they are interrupted.

    Args:
        blocks: How many whole blocks, 2 or more.
        slow: How long a part of them takes, in seconds.
    """
    enough = (
        parts
        for parts in _DIVISIONS
        if parts * blocks >= LEAST_REPLICATES and slow <= parts * _LONGEST
    )
    return BLOCK // next(enough, _DIVISIONS[-1])


def problem_of(
    cells: Cells, *, pairs: bool = True, even: bool = False, block: int = BLOCK
) -> Problem:
    """Put what is to be drawn into arrays.

    Args:
        cells: What is to be drawn.
        pairs: Whether to count which option of each pair is better.
        even: Whether to make weights of points that fill a cube evenly, if that helps: if scores
            are fixed, and a draw of weights takes no more numbers than such points have.
        block: Draws of a block otherwise; see `small_block`.
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
        block,
        not len(ties) and may_be_rounded(cells, span),
    )
