"""What of the scores of a decision is uncertain in a way that matters, and how likely, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from policyscore.analysis.robustness.draws.score_plan import judgements_of
from policyscore.analysis.robustness.exact.spreads import (
    is_known,
    single_scores,
    smooth_below,
    smooth_share,
)
from policyscore.analysis.robustness.results import Cut
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.pooling import pooled, turn_of
from policyscore.analysis.robustness.uncertain.scale_values import certain, misses
from policyscore.analysis.robustness.uncertain.score_shapes import Fixed, Judged, Mixture, simplest

LEAST_SHARE = 1e-12
"""What is less likely is the rounding of distribution functions, and counts as never."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A decision in which every score is certain that might as well be.

    Attributes:
        cells: The decision, with a score put in where it makes no difference.
        uncertain: The number of the option and of the criterion of each score that is left.
    """

    cells: Cells
    uncertain: tuple[tuple[int, int], ...]


def settled(cells: Cells, counts: Sequence[bool], most: int) -> Settled | None:
    """Put a certain score where an uncertain one makes no difference.

    It makes none if the criterion never weighs anything and no requirement hangs on it, and if the
    option misses a requirement in any case.

    Args:
        cells: The decision.
        counts: For each criterion whether it ever weighs anything.
        most: How many uncertain scores may be left.

    Returns:
        The decision; None if more are left, or a distribution has no formula.
    """
    rows: list[list[Mixture]] = []
    left: list[tuple[int, int]] = []
    for i, row in enumerate(cells.judged):
        known = [certain(cell) for cell in row]
        if None not in known:
            rows.append([*row])
            continue
        if not all(is_known(cell) for cell in row):
            return None
        missed = [
            miss_share(pooled(cell, cells.experts), scale)
            if score is None
            else misses(scale, score)
            for cell, score, scale in zip(row, known, cells.scales, strict=True)
        ]
        never = [share >= 1.0 - LEAST_SHARE for share in missed]
        changed = [*row]
        for j, share in enumerate(missed):
            if known[j] is not None:
                continue
            if any(never) or (share <= LEAST_SHARE and not counts[j]):
                changed[j] = _any_score(cells.scales[j], missing=never[j])
            else:
                left.append((i, j))
        if len(left) > most:
            return None
        rows.append(changed)
    return Settled(replace(cells, judged=rows), tuple(left))


def miss_share(mixture: Mixture, scale: Scale) -> float:
    """How likely a score, cut to its scale, misses a requirement."""
    smooth = smooth_share(mixture)
    share = 0.0
    if scale.at_least is not None and scale.at_least > scale.low:
        below = float(smooth_below(mixture, np.array([float(scale.at_least)]))[0])
        share += smooth if scale.at_least > scale.high else below
    if scale.at_most is not None and scale.at_most < scale.high:
        below = float(smooth_below(mixture, np.array([float(scale.at_most)]))[0])
        share += smooth if scale.at_most < scale.low else smooth - below
    singles = single_scores(mixture).items()
    return share + sum(each for score, each in singles if misses(scale, score))


def exact_cuts(cells: Cells) -> tuple[Cut, ...]:
    """The judgements whose scores may lie beyond the scale, with how likely they do."""
    found = []
    for i, j, judged in judgements_of(cells):
        scale = cells.scales[j]
        if not turn_of(judged, cells.judged[i][j], cells.experts) > 0:
            continue
        share = _beyond((judged,), scale)
        if share > LEAST_SHARE and not isinstance(simplest(judged.shape), Fixed):
            found.append(Cut(cells.options[i], scale.criterion, judged.by, min(share, 1.0)))
    return tuple(found)


def _beyond(mixture: Mixture, scale: Scale) -> float:
    below, upto = smooth_below(mixture, np.array([scale.low, scale.high], dtype=float)).tolist()
    singles = single_scores(mixture).items()
    outside = sum(share for score, share in singles if not scale.low <= score <= scale.high)
    return float(below + smooth_share(mixture) - upto + outside)


def _any_score(scale: Scale, *, missing: bool) -> Mixture:
    """A certain score that misses a requirement, or does not."""
    limits = (scale.at_least, scale.at_most)
    tried = [scale.low, scale.high, *(limit for limit in limits if limit is not None)]
    score = next(score for score in tried if misses(scale, score) == missing)
    return (Judged("", 1.0, Fixed(score)),)
