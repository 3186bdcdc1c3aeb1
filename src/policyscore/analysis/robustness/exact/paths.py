"""Chooses what of a decision is worked out exactly, and draws only what is left.

Nothing uncertain, a few weights and certain scores, a set of weights and certain scores, or
certain weights and one uncertain score: each has a way of its own. All else is drawn.
"""

from dataclasses import replace

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.confidence import confidence_factors
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.draws.sampling import SAMPLES, Amount, sample
from policyscore.analysis.robustness.exact.laws import WeightPoints, open_set, weight_points
from policyscore.analysis.robustness.exact.one_score import parts_of_one_score
from policyscore.analysis.robustness.exact.open import parts_of_set, worth_trying
from policyscore.analysis.robustness.exact.pairwise import MOST_OPTIONS
from policyscore.analysis.robustness.exact.parts import ExactParts
from policyscore.analysis.robustness.exact.points import parts_of_points
from policyscore.analysis.robustness.exact.results import (
    Confidence,
    central_rows,
    exact_result,
    laid_over,
)
from policyscore.analysis.robustness.exact.scores import Settled, settled
from policyscore.analysis.robustness.exact.values import certain_values
from policyscore.analysis.robustness.results import Robustness
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.pooling import pooled
from policyscore.analysis.robustness.uncertain.weight_laws import FixedWeights

_PER_TOTAL = 4e-8  # seconds that drawing takes for each option in each draw
_MOST_EFFORT = 9e8  # beyond it, confidence factors are worked out for some options alone


def exact_or_drawn(
    cells: Cells, amount: Amount, *, profile: str | None = None, weights: str = "any"
) -> Robustness:
    """Find how often each option takes each rank: exactly where that can be had in time.

    Args:
        cells: The decision.
        amount: How much to draw of what is not exact, and by whom.
        profile: Id of the profile that the weights are of, for the result.
        weights: What the weights are, for the result.

    Raises:
        KeyboardInterrupt: If it is interrupted before there is anything to show.
    """
    with np.errstate(all="ignore"):  # of numbers too far apart, which are then drawn
        known = _exact_parts(cells, amount)
    if known is None or not known[1].had:
        return sample(cells, amount, profile=profile, weights=weights)
    plain, parts = known
    if parts.central is None:
        found = sample(cells, amount, profile=profile, weights=weights)
        return laid_over(found, cells, parts, None)
    confidence = _confidence(plain, parts, amount)
    if parts.whole:
        return exact_result(
            cells, parts, confidence, profile=profile, weights=weights, seed=amount.seed
        )
    rest = replace(amount, confidence=False)
    found = sample(cells, rest, profile=profile, weights=weights)
    return laid_over(found, cells, parts, confidence)


def _exact_parts(cells: Cells, amount: Amount) -> tuple[Settled, ExactParts] | None:
    """What can be had exactly, and the decision with certain scores; None if nothing."""
    size = len(cells.options)
    if size > MOST_OPTIONS or size * size * len(cells.scales) > _MOST_EFFORT:
        return None
    points = weight_points(cells.law)
    if points is not None:
        return _of_points(cells, points, _drawing(size, amount))
    allowed = open_set(cells.law)
    if allowed is None or not worth_trying(size, allowed).anything:
        return None
    plain = settled(cells, _ever(allowed.corners), 0)
    if plain is None:
        return None
    values, excluded = certain_values(plain.cells)
    return plain, parts_of_set(values, excluded, allowed, _drawing(size, amount))


def _of_points(
    cells: Cells, points: WeightPoints, drawing: float
) -> tuple[Settled, ExactParts] | None:
    plain = settled(cells, _ever(points.weights), int(len(points.shares) == 1))
    if plain is None:
        return None
    values, excluded = certain_values(plain.cells)
    if not plain.uncertain:
        floor = min(0.0, *(value for scale in cells.scales for _, value in scale.points))
        return plain, parts_of_points(values - floor, excluded, points)
    ((option, criterion),) = plain.uncertain
    parts = parts_of_one_score(
        values,
        excluded,
        points.weights[0],
        (option, criterion),
        cells.scales[criterion],
        pooled(cells.judged[option][criterion], cells.experts),
        drawing,
    )
    return None if parts is None else (plain, parts)


def _ever(weights: Floats) -> list[bool]:
    """For each criterion whether it weighs anything anywhere."""
    return [bool(column.any()) for column in weights.T > 0]


def _drawing(options: int, amount: Amount) -> float:
    """About how many seconds drawing would take; none if nobody knows when it stops."""
    if amount.precision is not None:
        return 0.0
    return options * (amount.samples or SAMPLES) * _PER_TOTAL / amount.workers


def _confidence(plain: Settled, parts: ExactParts, amount: Amount) -> Confidence:
    """How often each option is first at its exact central weights; one draw is exact."""
    central = central_rows(parts)
    if not amount.confidence or parts.first is None:
        return [None] * len(central)
    if plain.uncertain:  # weights are certain: central weights are those, where there are any
        shares = parts.first.tolist()
        return [None if row is None else share for row, share in zip(central, shares, strict=True)]
    # The law is of no account: weights are the central ones.
    certain = replace(plain.cells, law=FixedWeights((1.0,) * len(plain.cells.scales)))
    problem = problem_of(certain, pairs=False)
    return confidence_factors(problem, amount.seed, central, parts.first.tolist())[0]
