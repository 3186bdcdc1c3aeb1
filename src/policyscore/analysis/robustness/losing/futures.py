"""What the draws in which the leader loses have in common, by patient rule induction (PRIM).

Friedman & Fisher (1999), "Bump hunting in high-dimensional data", *Statistics and Computing*
9:123-143; for futures in which a plan fails: Bryant & Lempert (2010), "Thinking inside the box",
*Technological Forecasting and Social Change* 77(1):34-49.
"""

from collections.abc import Sequence

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats
from policyscore.analysis.robustness.losing.material import Material, check_draws, prepare
from policyscore.analysis.robustness.losing.prim_boxes import Box, Count, Sample, count
from policyscore.analysis.robustness.losing.prim_chance import chance_of_box, chance_of_limit
from policyscore.analysis.robustness.losing.prim_choice import adjust, choose, simplify
from policyscore.analysis.robustness.losing.prim_peeling import peel
from policyscore.analysis.robustness.losing.prim_rounding import round_bounds
from policyscore.analysis.robustness.losing.results import (
    LEAST_DRAWS,
    Dimension,
    Limit,
    LosingBox,
    LosingFutures,
)
from policyscore.scoring.ranking import TIE

PEELED = 0.05
"""Share of the draws in a box that one step peels off."""

MOST_BOXES = 2
MOST_LIMITS = 4
BY_CHANCE = 0.001
"""A box or a limit that is so probable by chance is not told."""

LEAST_CORRELATION = 0.1
LEAST_ODDS = 1.5
LEAST_COVERAGE = 0.1
"""A box that says less than this, though more than chance, is not worth a sentence.

The odds of losing in it are to be so many times those of all draws that are left, and it is to
cover so much of all that are lost.
"""

_LEAST_MASS = 0.05  # share of the draws; less where fewer are lost


def lost_draws(totals: Floats, leader: int, excluded: Bools | None = None) -> Bools:
    """In which draws an option is not first.

    Args:
        totals: Shape (options, draws). A tie for the first place, within 1e-9, is no loss.
        leader: The option's number.
        excluded: Whether an option misses a requirement, shape (options, draws): it cannot be
            first then. None if none ever does.

    Returns:
        Whether the draw is lost, shape (draws,).
    """
    if excluded is None:
        lost: Bools = totals.max(axis=0) - totals[leader] > TIE
        return lost
    best = np.where(excluded, -np.inf, totals).max(axis=0)
    beaten: Bools = excluded[leader] | (best > totals[leader] + TIE)
    return beaten


def losing_futures(
    leader: str,
    dimensions: Sequence[Dimension],
    inputs: Floats,
    lost: Bools,
    *,
    most_boxes: int = MOST_BOXES,
    most_limits: int = MOST_LIMITS,
) -> LosingFutures:
    """Find the ranges of weights and scores that best separate the draws that the leader loses.

    A box is peeled and chosen in every second draw, simplified and adjusted, and its bounds are
    rounded; then it is counted in the other draws, and told only if it is better than chance
    there. The next is looked for among the draws outside it.

    Args:
        leader: The option's id.
        dimensions: What was drawn, every one once. Their order does not matter.
        inputs: Shape (dimensions, draws): weights from 0 to 1, scores on their scales. The draws
            must be independent: where draws of weights share one of scores, give one of them.
        lost: Whether the leader loses in the draw, shape (draws,); see `lost_draws`.
        most_boxes: How many boxes to find at the most, 1 or more.
        most_limits: How many dimensions a box may limit at the most, 1 or more.

    Raises:
        ValueError: If shapes do not fit, a dimension comes twice, or a number is not finite.
    """
    check_draws(dimensions, inputs, lost)
    material = prepare(dimensions, inputs, lost)
    boxes: list[LosingBox] = []
    searched, counted = material.searched, material.counted
    while len(boxes) < most_boxes:
        box = _find(searched, counted, most_limits)
        if box is None:
            break
        told = _told(box, counted, material)
        if told.coverage < LEAST_COVERAGE:
            break
        boxes.append(told)
        searched, counted = _outside(box, searched), _outside(box, counted)
    return LosingFutures(
        leader,
        float(lost.mean()) if len(lost) else 0.0,
        tuple(boxes),
        sum(box.coverage for box in boxes),
        len(lost),
        len(material.searched.lost),
        len(material.counted.lost),
        len(material.dimensions),
        material.left_out,
    )


def _find(searched: Sample, counted: Sample, most_limits: int) -> Box | None:
    """The best box, or None if it is no better than chance."""
    for sample in (searched, counted):
        losses = int(np.count_nonzero(sample.lost))
        if min(losses, len(sample.lost) - losses) < LEAST_DRAWS:
            return None
    draws, losses = len(searched.lost), int(np.count_nonzero(searched.lost))
    least = max(LEAST_DRAWS, int(min(_LEAST_MASS * draws, losses / 2)))
    box = choose(peel(searched, PEELED, least))
    box = adjust(simplify(box, searched, most_limits), searched)
    box = round_bounds(simplify(box, searched, most_limits), searched)
    while box.limited:
        chances = {d: chance_of_limit(box, d, counted) for d in box.limited}
        worst = max(chances, key=lambda d: (chances[d], d))
        if chances[worst] <= BY_CHANCE:
            break
        box = box.without(worst)
    found = count(box, counted)
    clear = chance_of_box(found) <= BY_CHANCE and found.correlation >= LEAST_CORRELATION
    clear = clear and _odds(found.density) >= LEAST_ODDS * _odds(_share_lost(found))
    return box if box.limited and clear else None


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else np.inf


def _told(box: Box, counted: Sample, material: Material) -> LosingBox:
    found = count(box, counted)
    losses = int(np.count_nonzero(material.counted.lost))
    limits = [_limit(box, d, counted, losses, material.dimensions[d]) for d in box.limited]
    return LosingBox(
        tuple(sorted(limits, key=lambda limit: (limit.density_without, limit.dimension))),
        found.lost_inside / losses,
        found.density,
        found.inside / len(material.counted.lost),
        _share_lost(found),
        found.correlation,
        chance_of_box(found),
    )


def _limit(box: Box, d: int, counted: Sample, losses: int, dimension: Dimension) -> Limit:
    without = count(box.without(d), counted)
    above, below = float(box.above[d]), float(box.below[d])
    return Limit(
        dimension,
        above if np.isfinite(above) else None,
        below if np.isfinite(below) else None,
        without.density,
        without.lost_inside / losses,
        chance_of_limit(box, d, counted),
    )


def _share_lost(found: Count) -> float:
    return found.lost / found.draws


def _outside(box: Box, sample: Sample) -> Sample:
    outside = ~box.holds(sample.inputs)
    return Sample(sample.inputs[:, outside], sample.lost[outside])
