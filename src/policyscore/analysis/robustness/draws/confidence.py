"""Confidence factors: how often each option is first if its central weights are the weights."""

from collections.abc import Sequence

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.blocks import Source, drawn_slabs, generator
from policyscore.analysis.robustness.draws.problem import Problem
from policyscore.analysis.robustness.draws.same_products import Products, products_with

SCORE_DRAWS = 2000
"""Draws of scores, all new, that a confidence factor rests on: off by 0.022 at the most.

With very many options there are fewer, down to 100; the result says how many.
"""

_BLOCK = 100
_STREAM = 1
_EFFORT = 1e10  # products of weights and values in all, which take about half a second
_COMPARING = 6  # what comparing a total takes, in such products


def asked_of(
    problem: Problem, central: Sequence[Floats | None], first_shares: Sequence[float]
) -> list[int]:
    """The options with central weights, or, of very many, those that are first most often."""
    asked = [i for i, weights in enumerate(central) if weights is not None]
    most = max(1, int(_EFFORT / (_effort(problem) * (_BLOCK if problem.scores_vary else 1))))
    return sorted(sorted(asked, key=lambda i: -first_shares[i])[:most])


def _effort(problem: Problem) -> int:
    """What one set of weights costs in one draw."""
    return problem.options * ((1 if problem.rounded else 3) * problem.criteria + _COMPARING)


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
    if not asked:
        return found, 0
    blocks, columns = 1, 1
    if problem.scores_vary:
        columns = _BLOCK
        draws = min(SCORE_DRAWS, int(_EFFORT / (len(asked) * _effort(problem))))
        blocks = max(1, draws // _BLOCK)
    weights = np.array([central[i] for i in asked])
    products = products_with(weights, problem.span, rests=not problem.rounded)
    won = np.zeros(len(asked))
    for block in range(blocks):
        source = Source([generator(seed, block, _STREAM)], columns, 1)
        shared = _first(problem, source, columns, products, asked)
        won += np.add.accumulate(shared, axis=1)[:, -1]
    for place, i in enumerate(asked):
        found[i] = float(won[place] / (blocks * columns))
    return found, blocks * columns


def _first(
    problem: Problem, source: Source, columns: int, products: Products, asked: Sequence[int]
) -> Floats:
    """The share of each draw that each option has as first under its own weights.

    Returns:
        Shape (asked, columns).
    """
    best = np.full((len(asked), columns), -1.0)
    own = np.full(best.shape, -1.0)
    tied = np.ones(best.shape, dtype=np.int64) if len(problem.may_tie) else None
    place_of = {i: place for place, i in enumerate(asked)}
    for slab, drawn in drawn_slabs(problem, source, columns, None):
        for row, values in enumerate(drawn.values):
            totals = products.totals(values)
            if drawn.excluded is not None and drawn.excluded[row].any():
                totals = np.where(drawn.excluded[row], -1.0, totals)
            place = place_of.get(slab.first + row)
            if place is not None:
                own[place] = totals[place]
            if tied is not None:
                tied += totals == best
                tied[np.broadcast_to(totals > best, tied.shape)] = 1
            np.maximum(best, totals, out=best)
    first = (own == best) & (own >= 0.0)
    return np.where(first, 1.0 if tied is None else 1.0 / tied, 0.0)
