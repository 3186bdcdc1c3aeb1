"""Confidence factors: how often each option is first if its central weights are the weights."""

from collections.abc import Sequence

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.blocks import Source, draw_totals, generator
from policyscore.analysis.robustness.problem import Problem

SCORE_DRAWS = 2000
"""Draws of scores, all new, that a confidence factor rests on: off by 0.022 at the most.

With very many options there are fewer, down to 100; the result says how many.
"""

_EFFORT = 3e8  # products of weights and values that all confidence factors may take together
_BLOCK = 100
_STREAM = 1
_MOST = 1 << 19  # totals that are worked out at a time
_MOST_EFFORT = 9e8


def asked_of(
    problem: Problem, central: Sequence[Floats | None], first_shares: Sequence[float]
) -> list[int]:
    """The options with central weights, or, of very many, those that are first most often."""
    asked = [i for i, weights in enumerate(central) if weights is not None]
    per_option = problem.options * problem.criteria * (_BLOCK if problem.scores_vary else 1)
    most = max(1, int(_MOST_EFFORT / per_option))
    return sorted(sorted(asked, key=lambda i: -first_shares[i])[:most])


def confidence_factors(
    problem: Problem,
    seed: int,
    central: Sequence[Floats | None],
    first_shares: Sequence[float],
) -> tuple[list[float | None], int]:
    """Work out confidence factors (Lahdelma & Salminen 2001).

    Several that are best share a draw equally. With fixed scores one draw is exact.

    Args:
        problem: What is to be drawn.
        seed: What the draws start from.
        central: The central weights of each option, or None.
        first_shares: How often each option is first over all weights.

    Returns:
        For each option the share of draws in which it is first, None if that was not worked out;
        and the number of draws.
    """
    asked = asked_of(problem, central, first_shares)
    found: list[float | None] = [None] * len(central)
    per_draw = len(asked) * problem.options * problem.criteria
    blocks, columns = 1, 1
    if problem.scores_vary:
        columns = _BLOCK
        blocks = max(1, min(SCORE_DRAWS, int(_EFFORT / max(per_draw, 1))) // _BLOCK)
    weights = np.array([central[i] for i in asked])
    if not asked:
        return found, 0
    won = np.zeros(len(asked))
    at_once = max(1, _MOST // (problem.options * columns))
    for block in range(blocks):
        for start in range(0, len(asked), at_once):
            some = slice(start, min(start + at_once, len(asked)))
            # The same scores for all options: each part draws them afresh from the same seed.
            source = Source([generator(seed, block, _STREAM)], columns, 1)
            lanes = weights[some].T[:, :, None]
            totals, _ = draw_totals(problem, source, lanes, lanes.shape[1], columns, None)
            best = np.maximum.reduce(totals, axis=0)
            own = totals[asked[some], np.arange(lanes.shape[1])]
            first = (own == best) & (best >= 1.0)
            tied = np.add.reduce(totals == best, axis=0, dtype=np.int64)
            shared = np.where(first, 1.0 / tied, 0.0)
            won[some] += np.add.accumulate(shared, axis=1)[:, -1]
    for place, i in enumerate(asked):
        found[i] = float(won[place] / (blocks * columns))
    return found, blocks * columns
