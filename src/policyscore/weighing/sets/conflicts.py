"""Why no weights are admissible: the fewest of the stated ranges, and the order, that conflict.

Ranges and an order leave no weights in three cases only (see `admissible`): a low is above a
high, lows add up to more than 1, or highs to less. In each the order may be needed too: it makes
a low one for all names above it, and a high one for all under it.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from policyscore.weighing.sets.admissible import AdmissibleWeights
from policyscore.weighing.sets.conflict import ORDER, Conflict, Statement, only
from policyscore.weighing.sets.conflicting_sums import highs_below_one, lows_above_one

__all__ = ["ORDER", "Conflict", "Statement", "conflict_in", "only"]


def conflict_in(weights: AdmissibleWeights) -> Conflict | None:
    """The fewest statements that conflict, rather without the order; None if weights exist."""
    found = [
        *_crossing(weights),
        *lows_above_one(replace(weights, order=())),
        *highs_below_one(replace(weights, order=())),
        *(_crossing_by_order(weights) if weights.order else ()),
        *(lows_above_one(weights) if weights.order else ()),
        *(highs_below_one(weights) if weights.order else ()),
    ]
    return min(found, key=_preference, default=None)


def _preference(conflict: Conflict) -> tuple[int, bool]:
    return len(conflict.statements), ORDER in conflict.statements


def _crossing(weights: AdmissibleWeights) -> Iterator[Conflict]:
    """The low that is furthest above its own high."""
    name = max(weights.names, key=lambda name: weights.lows[name] - weights.highs[name])
    yield from _cross(weights, name, name)


def _crossing_by_order(weights: AdmissibleWeights) -> Iterator[Conflict]:
    """The low that is furthest above the high of a name that it must not be above."""
    capped: str | None = None
    worst: tuple[str, str] | None = None
    excess = Fraction(0)
    for names in weights.order:
        capped = min((*([capped] if capped else []), *names), key=weights.highs.__getitem__)
        lifted = max(names, key=weights.lows.__getitem__)
        if weights.lows[lifted] - weights.highs[capped] > excess:
            excess = weights.lows[lifted] - weights.highs[capped]
            worst = lifted, capped
    if worst:
        yield from _cross(weights, *worst)


def _cross(weights: AdmissibleWeights, low: str, high: str) -> Iterator[Conflict]:
    by = weights.lows[low] - weights.highs[high]
    if by > 0:
        pair = (
            Statement("low", low, weights.lows[low]),
            Statement("high", high, weights.highs[high]),
        )
        yield Conflict("low-above-high", pair if low == high else (*pair, ORDER), by)
