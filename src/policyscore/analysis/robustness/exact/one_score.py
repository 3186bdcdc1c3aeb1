"""Certain weights and one uncertain score: all parts, by the points where totals cross."""

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats
from policyscore.analysis.robustness.draws.chance_of_ties import crowds_at
from policyscore.analysis.robustness.draws.sampling import MOST_PAIRED
from policyscore.analysis.robustness.exact.breaks import exact_breaks
from policyscore.analysis.robustness.exact.parts import (
    ExactParts,
    mean_ranks,
    ranks_with_excluded,
    table_with_excluded,
    with_excluded,
    without_crumbs,
)
from policyscore.analysis.robustness.exact.scores import LEAST_SHARE, miss_share
from policyscore.analysis.robustness.exact.spreads import single_scores
from policyscore.analysis.robustness.uncertain.cells import Scale
from policyscore.analysis.robustness.uncertain.scale_values import misses
from policyscore.analysis.robustness.uncertain.score_shapes import Mixture

SECONDS = 0.45
"""What it may take beside what drawing would."""

_PER_PAIR = 8e-7  # seconds, for each stretch between bends of the value function
_PER_SINGLE = 8e-6  # seconds, for each option and each score that is likely by itself
_SUM_OFF = 1e-9
_BELOW_ALL = 1000.0


def parts_of_one_score(
    values: Floats,
    excluded: Bools,
    weights: Floats,
    at: tuple[int, int],
    scale: Scale,
    mixture: Mixture,
    drawing: float,
) -> ExactParts | None:
    """All parts, or None if it would take too long or numbers are too far apart or too near.

    Scores too near to each other make totals that count as tied, which draws take into account.
    While the score misses a requirement the option stands below all others, and takes no rank.

    Args:
        values: Shape (options, criteria), from 0 to 100 or the like.
        excluded: Shape (options,): which options miss a requirement in any case.
        weights: Shape (criteria,).
        at: The number of the option and of the criterion of the uncertain score.
        scale: The criterion.
        mixture: How the score is distributed.
        drawing: How many seconds drawing would take.
    """
    option, criterion = at
    if crowds_at(mixture, scale, float(weights[criterion])):
        return None
    out = float(miss_share(mixture, scale))
    out = out if out > LEAST_SHARE else 0.0
    there = np.flatnonzero(~excluded)
    own = int(np.searchsorted(there, option))
    places = _places(scale, bounded=out > 0)
    singles = len(single_scores(mixture))
    seconds = len(there) * (_PER_PAIR * len(there) * len(places) + _PER_SINGLE * singles)
    if seconds > SECONDS + drawing:
        return None
    rest = np.where(np.arange(len(weights)) == criterion, 0.0, weights)
    fixed = values[there] @ rest
    totals = np.repeat((values[there] @ weights)[:, None], len(places), axis=1)
    points = np.array(scale.points)
    totals[own] = fixed[own] + weights[criterion] * np.interp(places, points[:, 0], points[:, 1])
    if out > 0:
        below = float(totals.min()) - _BELOW_ALL
        totals[own] = np.where([misses(scale, x) for x in places], below, totals[own])
    if not np.isfinite([*totals.ravel().tolist(), places[-1] - places[0]]).all():
        return None
    found = exact_breaks(places, totals, mixture)
    if found is None or not np.allclose(found.acceptability.sum(axis=0), 1.0, 0.0, _SUM_OFF):
        return None
    ranks = without_crumbs(found.acceptability)
    if out > 0:
        ranks[own, -1] = max(ranks[own, -1] - out, 0.0) * (ranks[own, -1] - out > LEAST_SHARE)
    whole = ranks_with_excluded(excluded, ranks)
    first = whole[:, 0].copy()
    missing = np.where(excluded, 1.0, 0.0)
    missing[option] = out
    winning = table_with_excluded(excluded, found.winning)
    winning[option, excluded] = 1.0 - out
    return ExactParts(
        missing,
        first,
        whole,
        with_excluded(excluded, mean_ranks(ranks), np.nan),
        winning if len(values) <= MOST_PAIRED else None,
        np.where(first[:, None] > 0, weights, np.nan),
    )


def _places(scale: Scale, *, bounded: bool) -> list[float]:
    """Where a total bends or, if a requirement may be missed, jumps: within one step of a float."""
    found = [x for x, _ in scale.points]
    if bounded and scale.at_least is not None:
        found += [float(np.nextafter(scale.at_least, -np.inf)), scale.at_least]
    if bounded and scale.at_most is not None:
        found += [scale.at_most, float(np.nextafter(scale.at_most, np.inf))]
    return sorted({min(max(x, scale.low), scale.high) for x in found})
