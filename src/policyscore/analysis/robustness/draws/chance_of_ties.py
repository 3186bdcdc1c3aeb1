"""Whether options may tie otherwise than by a chance too small to matter."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

import numpy as np

from policyscore.analysis.robustness.arrays import Ints
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.crowding import crowding
from policyscore.analysis.robustness.uncertain.scale_values import is_mapped
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Empirical,
    Fixed,
    Mixture,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
    simplest,
)
from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    FixedWeights,
    Law,
    OrderedWeights,
    TreeWeights,
)

_WIDE = 1e-3  # of what values span; roundings are 30,000 times finer
_STEP = 2.0**-30  # of totals; see `totals_draws`
_NEGLIGIBLE = 1e-6
_POWERS = (0.9, 0.75, 0.6)


def may_tie(cells: Cells) -> Ints:
    """The options that may tie with others with a chance that matters, by number.

    What cannot is an option with a score that is spread out so far, on a criterion that weighs so
    much, that its total is hardly ever found in any one step of the rounding of totals.

    If at most c d**p of the values lie in a stretch of length d, at most c (step / weight)**p of
    their worth lies in the same step of totals, for any p; with uncertain weights it is the mean.
    """
    inverses = _inverses(cells.law)
    found = [i for i, row in enumerate(cells.judged) if not _is_spread(row, cells.scales, inverses)]
    return np.array(found if len(found) > 1 else [], dtype=np.int64)


def _inverses(law: Law) -> list[tuple[float, ...]]:
    """For each criterion the mean of 1 / weight**power, for each of the powers."""
    return list(zip(*(law.mean_inverses(power) for power in _POWERS), strict=True))


def _is_spread(
    row: Sequence[Mixture], scales: Sequence[Scale], inverses: Sequence[tuple[float, ...]]
) -> bool:
    """Whether the total of an option is in the same step with a chance too small to matter."""
    worst = (0.0,) * len(_POWERS)
    for cell, scale, own in zip(row, scales, inverses, strict=True):
        if _has_lumps(cell, scale):
            worst = (inf,) * len(_POWERS)
            continue
        crowded = _crowdings(cell, scale)
        if _is_negligible(crowded, own):
            return True
        worst = tuple(map(max, worst, crowded))
    # Some weight is always as large as if all were alike, whichever it is.
    return _is_negligible(worst, [len(row) ** power for power in _POWERS])


def _crowdings(cell: Mixture, scale: Scale) -> tuple[float, ...]:
    """How far values crowd, for each of the powers, whoever of the judges is right."""
    shapes = [simplest(each.shape) for each in cell]
    return tuple(max(crowding(shape, scale, power) for shape in shapes) for power in _POWERS)


def _is_negligible(crowded: Sequence[float], inverses: Sequence[float]) -> bool:
    return any(
        c * inverse * _STEP**power <= _NEGLIGIBLE
        for power, c, inverse in zip(_POWERS, crowded, inverses, strict=True)
    )


def crowds_at(mixture: Mixture, scale: Scale, weight: float) -> bool:
    """Whether the worth of an uncertain score may be in the same step of totals, and matters.

    Scores that are likely by themselves are left out of account.

    Args:
        mixture: The judgements of the score.
        scale: The criterion.
        weight: Its weight, which is certain.
    """
    smooth = tuple(
        judged for judged in mixture if not isinstance(simplest(judged.shape), Fixed | Empirical)
    )
    (inverses,) = _inverses(FixedWeights((weight,)))
    return bool(smooth) and not _is_negligible(_crowdings(smooth, scale), inverses)


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


def may_be_rounded(cells: Cells, span: float) -> bool:
    """Whether weights and values may be rounded to some six and nine digits before totals.

    That changes nothing but totals that are nearly the same. It is safe where these are few: if no
    weights are tiny as a rule, and no more than one option's total is nearly certain.

    Args:
        cells: The decision, of which no options may tie.
        span: How far apart values may be.
    """
    narrow = sum(
        not any(_wide(cell, scale, span) for cell, scale in zip(row, cells.scales, strict=True))
        for row in cells.judged
    )
    return narrow <= 1 and _without_tiny_weights(cells.law)


def _without_tiny_weights(law: Law) -> bool:
    match law:
        case AnyWeights() | OrderedWeights():
            return law.varies
        case TreeWeights(top, members):
            alone = all(member.below == FixedWeights((1.0,)) for member in members)
            return alone and _without_tiny_weights(top)
        case _:
            return False


def _wide(cell: Mixture, scale: Scale, span: float) -> bool:
    """Whether every judge spreads the score over a range that matters."""
    if is_mapped(scale):
        return False
    rise = abs(scale.points[1][1] - scale.points[0][1])
    return all(_width(each.shape, scale) * rise >= _WIDE * span for each in cell)


def _width(shape: Shape, scale: Scale) -> float:
    """How much of its scale a score is spread over; 0 where that is not told at a glance."""
    if not isinstance(shape, Uniform | Triangular | Pert):
        return 0.0
    low, high = max(shape.low, scale.low), min(shape.high, scale.high)
    return scale.unit(high) - scale.unit(low)
