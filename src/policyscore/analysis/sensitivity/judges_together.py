"""All judgements of one judge moved at once against whoever is first, by the least share.

Each judgement goes the same share of its way to the end of the scale that hurts the first most:
the worst end for their own scores, the best end for everybody else's. Pooled scores move in
straight lines, so totals are piecewise linear in the share.
"""

from collections.abc import Mapping, Sequence

from policyscore.analysis.sensitivity.distance_results import Together
from policyscore.analysis.sensitivity.expert_distances import missed_elsewhere
from policyscore.analysis.sensitivity.judged import Judged, Scale
from policyscore.analysis.sensitivity.moving_scores import Moving, Scene, Straight
from policyscore.analysis.sensitivity.table import Standing
from policyscore.analysis.sensitivity.ways import first_flip
from policyscore.scoring.totals import Valued


def least_share(
    standing: Standing,
    valued: Mapping[str, Valued],
    scales: Mapping[str, Scale],
    judgements: Sequence[Judged],
) -> Together | None:
    """The least share at which first place changes; None if it does not even at the ends.

    Args:
        standing: Where the options stand.
        valued: Option's id to its values.
        scales: Criterion's id to scale.
        judgements: All of one judge.
    """
    table = standing.table
    places = {option: i for i, option in enumerate(table.options)}
    weights = dict(zip(table.criteria, standing.weights.tolist(), strict=True))
    moving: dict[int, list[Moving]] = {}
    for one in judgements:
        scale = scales[one.criterion]
        step = one.pool * (_hurtful_end(scale, one.option in standing.first) - one.score)
        if step and (weights[one.criterion] or scale.limits):
            path = Straight(valued[one.option].scores[one.criterion].score, step)
            found = moving.setdefault(places[one.option], [])
            found.append(Moving(one.criterion, weights[one.criterion], scale, path))
    if not moving:
        return None
    scene = Scene(standing, moving, missed_elsewhere(standing, valued, moving))
    flip = first_flip(scene.way(0.0, 1.0))
    return None if flip is None else Together(flip.at, flip.there, flip.first)


def _hurtful_end(scale: Scale, is_first: bool) -> float:
    """The worst end of a scale for those who are first, the best end for others."""
    (low, low_value), (high, high_value) = scale.points[0], scale.points[-1]
    rising = high_value > low_value
    return low if rising == is_first else high
