"""The weight of each expert, others' kept, at which first place changes.

A pooled score is a fraction of one expert's weight, its value is piecewise one, and so is a total;
`rational` isolates where two meet.
"""

from collections.abc import Iterable, Mapping, Sequence

from policyscore.analysis.sensitivity.flip_results import Flip
from policyscore.analysis.sensitivity.judged import Judged, Scale
from policyscore.analysis.sensitivity.judgement_results import ExpertFlip
from policyscore.analysis.sensitivity.moving_scores import Moving, Pooled, Scene
from policyscore.analysis.sensitivity.table import Standing
from policyscore.analysis.sensitivity.ways import first_flip
from policyscore.scoring.totals import Valued

Cell = tuple[str, str]


def expert_distances(
    standing: Standing,
    valued: Mapping[str, Valued],
    scales: Mapping[str, Scale],
    judged: Mapping[str, Sequence[Judged]],
    weights: Mapping[str, float],
) -> tuple[ExpertFlip, ...]:
    """How far the weight of every judge is from changing first place.

    Args:
        standing: Where the options stand.
        valued: Option's id to its values.
        scales: Criterion's id to scale.
        judged: Judge's id to their judgements.
        weights: Judge's id to weight, as written in the file.
    """
    pools: dict[Cell, list[Judged]] = {}
    for one in (one for judgements in judged.values() for one in judgements):
        pools.setdefault((one.option, one.criterion), []).append(one)
    found = []
    for judge, judgements in judged.items():
        pooled = [one for one in judgements if not one.alone]
        scene = _scene(standing, valued, scales, pooled, pools)
        begin = judgements[0].weight
        unit = weights[judge] / begin if begin else _unit(judged, weights)
        flips = []
        for end in (0.0, float("inf")):
            flip = first_flip(scene.way(begin, end)) if pooled else None
            flips.append(None if flip is None else Flip(flip.at * unit, flip.there, flip.first))
        alone = len(pooled) < len(judgements)
        if alone and flips[0] is not None and flips[0].at == 0:
            flips[0] = None  # a weight of exactly 0 is not possible
        found.append(
            ExpertFlip(
                judge, weights[judge], len(judgements), len(pooled), flips[0], flips[1], alone
            )
        )
    return tuple(found)


def _unit(judged: Mapping[str, Sequence[Judged]], weights: Mapping[str, float]) -> float:
    """How much of a weight in the file is a weight of 1 in the pools."""
    pairs = ((weights[judge], ones[0].weight) for judge, ones in judged.items())
    return next((written / held for written, held in pairs if held), 1.0)


def _scene(
    standing: Standing,
    valued: Mapping[str, Valued],
    scales: Mapping[str, Scale],
    pooled: Iterable[Judged],
    pools: Mapping[Cell, Sequence[Judged]],
) -> Scene:
    """The pooled scores that move with one judge's weight."""
    table = standing.table
    places = {option: i for i, option in enumerate(table.options)}
    weights = dict(zip(table.criteria, standing.weights.tolist(), strict=True))
    moving: dict[int, list[Moving]] = {}
    for one in pooled:
        others = [o for o in pools[one.option, one.criterion] if o.index != one.index]
        pull = sum(o.weight * (o.score - one.score) for o in others)
        scale, held = scales[one.criterion], sum(o.weight for o in others)
        if pull and held and (weights[one.criterion] or scale.limits):
            path = Pooled(one.score, pull, held)
            found = moving.setdefault(places[one.option], [])
            found.append(Moving(one.criterion, weights[one.criterion], scale, path))
    return Scene(standing, moving, missed_elsewhere(standing, valued, moving))


def missed_elsewhere(
    standing: Standing, valued: Mapping[str, Valued], moving: Mapping[int, Iterable[Moving]]
) -> tuple[bool, ...]:
    """Whether each option misses a requirement on a criterion whose score does not move."""
    return tuple(
        bool(set(valued[option].misses) - {m.criterion for m in moving.get(i, ())})
        for i, option in enumerate(standing.table.options)
    )
