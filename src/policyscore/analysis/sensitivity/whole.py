"""The whole analysis of sensitivity for one profile of a case."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from policyscore.analysis.sensitivity.distance_results import (
    Mind,
    NearestWeights,
    ProfileMind,
    RivalWeights,
)
from policyscore.analysis.sensitivity.expert_distances import expert_distances
from policyscore.analysis.sensitivity.judged import (
    Judged,
    Scale,
    all_judged,
    by_judge,
    scale_of,
    stated_weights,
)
from policyscore.analysis.sensitivity.judgement_results import JudgementFlip
from policyscore.analysis.sensitivity.judges_together import least_share
from policyscore.analysis.sensitivity.leave_one_out import leave_one_out
from policyscore.analysis.sensitivity.results import Sensitivity
from policyscore.analysis.sensitivity.rival_weights import (
    field_of,
    nearest_by_largest,
    nearest_by_total,
    rival_weights,
)
from policyscore.analysis.sensitivity.scale_ends import end_distances
from policyscore.analysis.sensitivity.score_distances import (
    judgement_distances,
    nearest_judgement,
    score_distances,
)
from policyscore.analysis.sensitivity.table import (
    Standing,
    Table,
    first_places,
    make_table,
    stand,
)
from policyscore.analysis.sensitivity.weight_ends import local_ends, weight_ends
from policyscore.analysis.sensitivity.weight_ranges import weight_ranges
from policyscore.case.case import Case
from policyscore.scoring.totals import Valued
from policyscore.weighing.weights import Weights


def analyse(
    case: Case, valued: Mapping[str, Valued], weights: Mapping[str, Weights], profile: str
) -> Sensitivity:
    """How far each weight, score, scale and expert is from a different first place.

    Args:
        case: The case.
        valued: Option's id to its scores and values.
        weights: Profile's id to its weights, for all profiles.
        profile: The profile that the analysis is about.

    Raises:
        KeyError: If there is no such profile.
    """
    with np.errstate(all="ignore"):  # numbers from files can be so large that products overflow
        return _analyse(case, valued, weights, profile)


def _analyse(
    case: Case, valued: Mapping[str, Valued], weights: Mapping[str, Weights], profile: str
) -> Sensitivity:
    own = weights[profile].criteria
    table = make_table(valued, tuple(case.criteria))
    standing = stand(table, own)
    scales = {key: scale_of(criterion) for key, criterion in case.criteria.items()}
    judged = all_judged(case)
    judges = by_judge(judged)
    scores = score_distances(standing, valued, scales)
    judgements = judgement_distances(judged, scores, scales, standing.first)
    tree = case.header.criteria
    near: tuple[NearestWeights | None, NearestWeights | None] = (None, None)
    rivals: tuple[RivalWeights, ...] = ()
    left = 0
    if standing.first:
        field = field_of(standing)
        near = nearest_by_total(field), nearest_by_largest(field)
        rivals, left = rival_weights(field)
    return Sensitivity(
        profile,
        standing.first,
        first_places(table, standing.totals, table.allowed, 3),
        weight_ranges(standing, weight_ends(tree, own)) if standing.first else (),
        weight_ranges(standing, local_ends(tree, own)) if standing.first else (),
        scores,
        judgements,
        end_distances(standing, case, valued, scales, judged),
        expert_distances(standing, valued, scales, judges, stated_weights(case)),
        near[0],
        near[1],
        rivals,
        _minds(standing, valued, scales, judges, judgements),
        tuple(_profile_mind(table, key, one) for key, one in weights.items()),
        nearest_judgement(judgements),
        leave_one_out(standing, case, valued, judged),
        left,
    )


def _minds(
    standing: Standing,
    valued: Mapping[str, Valued],
    scales: Mapping[str, Scale],
    judges: Mapping[str, Sequence[Judged]],
    judgements: Iterable[JudgementFlip],
) -> tuple[Mind, ...]:
    """What each judge alone would have to change, the nearest first."""
    own: dict[str, list[JudgementFlip]] = {judge: [] for judge in judges}
    for judgement in judgements:
        own[judgement.by].append(judgement)
    minds = [
        Mind(
            judge,
            len(held),
            nearest_judgement(own[judge]),
            least_share(standing, valued, scales, held),
        )
        for judge, held in judges.items()
    ]
    return tuple(sorted(minds, key=_how_near))


def _how_near(mind: Mind) -> tuple[float, float, str]:
    one = mind.one.share if mind.one is not None else None
    together = mind.together.share if mind.together is not None else 2.0
    return (2.0 if one is None else one, together, mind.judge)


def _profile_mind(table: Table, profile: str, weights: Weights) -> ProfileMind:
    """What the holders of a profile would have to change."""
    standing = stand(table, weights.criteria)
    nearest = nearest_by_total(field_of(standing)) if standing.first else None
    return ProfileMind(profile, standing.first, nearest)
