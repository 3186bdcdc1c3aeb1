"""The nearest weights that change first place, for the case and for each rival."""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.sensitivity.distance_results import NearestWeights, RivalWeights
from policyscore.analysis.sensitivity.nearest_weights import (
    least_largest_change,
    least_total_changes,
)
from policyscore.analysis.sensitivity.table import Floats, Standing, leading
from policyscore.analysis.sensitivity.winning_program import WinningProgram
from policyscore.scoring.ranking import TIE

LEAD = 4 * TIE  # what a strict winner is ahead by: more than a tie, and than rounding
_EQUAL = 1e-12
_MOST_WORK = 40_000_000  # numbers that the programs of all rivals may look at, about


@dataclass(frozen=True, slots=True)
class Field:
    """The options that may be first, seen from the one that is.

    Attributes:
        standing: Where the options stand; somebody is first.
        rivals: Places of the other options that meet the requirements and are worth otherwise;
            of exact duplicates all are there.
        ahead: By how much each of the rivals is better than the first, by criterion; k × n.
    """

    standing: Standing
    rivals: tuple[int, ...]
    ahead: Floats


def field_of(standing: Standing) -> Field:
    """The rivals of the option that is first; of several that are, the first by id."""
    table = standing.table
    lead = min(standing.leaders, key=lambda i: table.options[i])
    ahead = table.values - table.values[lead]
    other = table.allowed & (abs(ahead).max(axis=1, initial=0.0) > _EQUAL)
    rivals = np.flatnonzero(other)
    return Field(standing, tuple(int(i) for i in rivals), ahead[rivals])


def nearest_by_total(field: Field) -> NearestWeights | None:
    """The nearest weights by total absolute change that change first place; None if none do.

    What is nearest to being level with the first is, there, level with it alone: any other option
    that were better would have come level before.
    """
    distances, weights = least_total_changes(field.ahead, field.standing.weights)
    if not len(distances) or not np.isfinite(distances.min()):
        return None
    nearest = int(distances.argmin())
    _, strict = least_total_changes(field.ahead[[nearest]] - LEAD, field.standing.weights)
    return _witness(field, nearest, weights[nearest], strict[0])


def nearest_by_largest(field: Field) -> NearestWeights | None:
    """The nearest weights by the largest single change that change first place; None if none do."""
    weights = field.standing.weights
    found = [least_largest_change(ahead, weights) for ahead in field.ahead]
    sizes = [size for size, _ in found]
    if not sizes or not np.isfinite(min(sizes)):
        return None
    nearest = int(np.argmin(sizes))
    _, strict = least_largest_change(field.ahead[nearest] - LEAD, weights)
    return _witness(field, nearest, found[nearest][1], strict)


def rival_weights(field: Field) -> tuple[tuple[RivalWeights, ...], int]:
    """The nearest weights under which each rival wins over all others.

    Args:
        field: The options.

    Returns:
        Every rival, the nearest first, then those that can never win, by id; and how many were
        left out since the case is too large, those that are the farthest from the first.
    """
    standing = field.standing
    table = standing.table
    lower, pairwise = least_total_changes(field.ahead, standing.weights)
    program = WinningProgram(field.ahead, standing.weights)
    won: list[RivalWeights] = []
    never: list[RivalWeights] = []
    left = 0
    for k in np.argsort(lower, kind="stable"):
        option = table.options[field.rivals[k]]
        by = _dominator(field, int(k))
        if by:
            never.append(RivalWeights(option, None, "dominated", by))
            continue
        if program.runs * field.ahead.size > _MOST_WORK:
            left += 1
            continue
        weights: Floats | None = pairwise[k] if np.isfinite(lower[k]) else None
        if weights is not None and not _is_first(field, int(k), weights):
            weights = program.nearest(int(k))
        if weights is None:
            never.append(RivalWeights(option, None, "beaten", ""))
            continue
        _, near = least_total_changes(field.ahead[[k]] - LEAD, standing.weights)
        strict: Floats | None = near[0]
        if not _is_first(field, int(k), near[0], alone=True):
            strict = program.nearest(int(k), LEAD)
        won.append(RivalWeights(option, _witness(field, int(k), weights, strict), "", ""))
    won.sort(key=lambda r: (r.nearest.distance if r.nearest else 0.0, r.option))
    never.sort(key=lambda r: r.option)
    return (*won, *never), left


def _witness(field: Field, rival: int, weights: Floats, strict: Floats | None) -> NearestWeights:
    """A result of weights under which a rival is first, with what a ranking says of them."""
    standing = field.standing
    table = standing.table
    if strict is not None and not _is_first(field, rival, strict, alone=True):
        strict = None
    totals = table.values @ weights
    first = sorted(table.options[i] for i in leading(totals, table.allowed))
    change = abs(weights - standing.weights)
    return NearestWeights(
        _named(field, weights),
        tuple(first),
        table.options[field.rivals[rival]],
        float(change.sum()),
        float(change.max()),
        None if strict is None else _named(field, strict),
    )


def _named(field: Field, weights: Floats) -> dict[str, float]:
    return dict(zip(field.standing.table.criteria, weights.tolist(), strict=True))


def _is_first(field: Field, rival: int, weights: Floats, *, alone: bool = False) -> bool:
    """Whether an option is first under weights, alone but for exact duplicates if so asked."""
    gaps = field.ahead @ weights
    own = float(gaps[rival])
    if not alone:
        return own >= max(float(gaps.max()), 0.0) - TIE / 2
    others = abs(field.ahead - field.ahead[rival]).max(axis=1) > _EQUAL
    best = float(gaps[others].max(initial=0.0))
    return own > best + 1.5 * TIE


def _dominator(field: Field, rival: int) -> str:
    """An option that is as good as a rival on every criterion and better on one, or empty."""
    table = field.standing.table
    values = table.values[table.allowed]
    own = table.values[field.rivals[rival]]
    worse = values >= own - _EQUAL
    better = values > own + TIE
    over = np.flatnonzero(worse.all(axis=1) & better.any(axis=1))
    if not len(over):
        return ""
    allowed = np.flatnonzero(table.allowed)
    best = max(over, key=lambda i: (field.standing.totals[allowed[i]], -i))
    return table.options[int(allowed[best])]
