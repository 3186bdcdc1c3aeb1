"""Every pooled score and every judgement: the exact number at which first place changes."""

from collections.abc import Iterable, Mapping, Sequence
from math import inf

import numpy as np

from policyscore.analysis.sensitivity.flip_results import First, Flip, nearer
from policyscore.analysis.sensitivity.judged import Judged, Scale
from policyscore.analysis.sensitivity.judgement_results import JudgementFlip, ScoreFlip
from policyscore.analysis.sensitivity.score_moves import Mover, score_flips, through_pool
from policyscore.analysis.sensitivity.table import Bools, Standing, leading
from policyscore.scoring.ranking import TIE
from policyscore.scoring.totals import Valued


def score_distances(
    standing: Standing, valued: Mapping[str, Valued], scales: Mapping[str, Scale]
) -> tuple[ScoreFlip, ...]:
    """How far every pooled score is from changing first place.

    Args:
        standing: Where the options stand.
        valued: Option's id to its values.
        scales: Criterion's id to scale.
    """
    table = standing.table
    found = []
    hopeless = _hopeless(standing)
    for i, option in enumerate(table.options):
        scores, misses = valued[option].scores, valued[option].misses
        others, other_first = _others(standing, i)
        for c, criterion in enumerate(table.criteria):
            score = scores[criterion]
            scale = scales[criterion]
            down = up = None
            if not hopeless[i, c] or (scale.limits and standing.first == (option,)):
                mover = Mover(
                    option,
                    score.score,
                    float(table.values[i, c]),
                    float(standing.totals[i]),
                    float(standing.weights[c]),
                    others,
                    other_first,
                    any(miss != criterion for miss in misses),
                    standing.first,
                )
                down, up = score_flips(mover, scale)
            share = share_of(score.score, (down, up), scale)
            found.append(ScoreFlip(option, criterion, score.score, score.unknown, down, up, share))
    return tuple(found)


def judgement_distances(
    judged: Iterable[Judged],
    scores: Iterable[ScoreFlip],
    scales: Mapping[str, Scale],
    first: First,
) -> tuple[JudgementFlip, ...]:
    """How far every single judgement is from changing first place.

    Args:
        judged: The judgements.
        scores: The same of the pooled scores.
        scales: Criterion's id to scale.
        first: Who is first at present.
    """
    pooled = {(s.option, s.criterion): s for s in scores}
    found = []
    for one in judged:
        whole, scale = pooled[one.option, one.criterion], scales[one.criterion]
        said = one.judgement
        flips = [
            through_pool(f, whole.score, one.score, one.pool, (scale.low, scale.high), first)
            for f in (whole.down, whole.up)
        ]
        found.append(
            JudgementFlip(
                one.option,
                one.criterion,
                one.index,
                said.by,
                one.score,
                one.stated,
                one.pool,
                flips[0],
                flips[1],
                share_of(one.score, flips, scale),
                said.because,
                said.source,
                said.at,
            )
        )
    return tuple(found)


def share_of(score: float, flips: Sequence[Flip | None], scale: Scale) -> float | None:
    """How far the nearer flip is, as a share of the scale; None if there is none."""
    flip = nearer(score, flips[0], flips[1])
    return None if flip is None else abs(flip.at - score) / (scale.high - scale.low)


def nearest_judgement(judgements: Iterable[JudgementFlip]) -> JudgementFlip | None:
    """The judgement nearest to changing first place by share of its scale; the first if several."""
    movable = [j for j in judgements if j.share is not None]
    return min(movable, key=lambda j: round(j.share or 0.0, 12)) if movable else None


def _hopeless(standing: Standing) -> Bools:
    """M × n: the scores that cannot change first place, except by a requirement of the first's."""
    table, weights = standing.table, standing.weights
    best = standing.totals[table.allowed].max(initial=-inf)
    most = standing.totals[:, None] + weights * (100 - table.values)
    least = standing.totals[:, None] - weights * table.values
    hopeless = np.asarray(most < best - 2 * TIE)
    for i in standing.leaders:
        hopeless[i] = False
        if len(standing.leaders) == 1:
            others, _ = _others(standing, i)
            hopeless[i] = least[i] > others + 2 * TIE
    return hopeless


def _others(standing: Standing, option: int) -> tuple[float, First]:
    """The best total of the other options that are not excluded, and who has it."""
    table = standing.table
    if standing.leaders and option not in standing.leaders:
        return float(standing.totals[list(standing.leaders)].max()), standing.first
    allowed = table.allowed.copy()
    allowed[option] = False
    leaders = leading(standing.totals, allowed)
    if not leaders:
        return -inf, ()
    best = float(standing.totals[leaders].max())
    return best, tuple(sorted(table.options[i] for i in leaders))
