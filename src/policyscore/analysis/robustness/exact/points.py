"""Certain scores and a few weights, each with its share: every one is ranked once."""

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints
from policyscore.analysis.robustness.draws.sampling import MOST_PAIRED
from policyscore.analysis.robustness.draws.score_draws import SlabDraws
from policyscore.analysis.robustness.draws.totals_draws import add_up
from policyscore.analysis.robustness.exact.laws import WeightPoints
from policyscore.analysis.robustness.exact.parts import ExactParts, mean_ranks


def parts_of_points(values: Floats, excluded: Bools, points: WeightPoints) -> ExactParts:
    """All parts, by the same totals, ties and exclusions as in draws.

    Args:
        values: Shape (options, criteria), from 0 to 100 or the like, none below 0.
        excluded: Shape (options,): which options miss a requirement.
        points: The weights.
    """
    options, criteria = values.shape
    totals = np.empty((options, len(points.shares), 1))
    drawn = SlabDraws(values[:, :, None], excluded[:, None])
    add_up(totals, drawn, points.weights.T[:, :, None])
    ranks = np.zeros((options, options))
    paired = options <= MOST_PAIRED
    winning = np.zeros((options, options) if paired else (0, 0))
    weights = np.zeros((options, criteria))
    for column, row, share in zip(totals[:, :, 0].T, points.weights, points.shares, strict=True):
        best, size = _places(column)
        for option in np.flatnonzero(~excluded).tolist():
            ranks[option, best[option] : best[option] + size[option]] += share / size[option]
        won = np.where(excluded, 0.0, (best == 0) * share / size)
        weights += won[:, None] * row
        if paired:
            gap = np.sign(best[None, :] - best[:, None])
            winning += share * 0.5 * (1.0 + gap) * ~(excluded[:, None] & excluded)
    first = ranks[:, 0].copy()
    summed = weights.sum(axis=1, keepdims=True)
    central = np.where(first[:, None] > 0, weights / np.where(summed > 0, summed, 1.0), np.nan)
    return ExactParts(
        np.where(excluded, 1.0, 0.0),
        first,
        ranks,
        mean_ranks(ranks),
        winning if paired else None,
        central,
    )


def _places(totals: Floats) -> tuple[Ints, Ints]:
    """How many options stand above each, and how many share its place, itself among them."""
    _, group, counts = np.unique(-totals, return_inverse=True, return_counts=True)
    above = np.cumsum(counts) - counts
    return above[group].astype(np.int64), counts[group].astype(np.int64)
