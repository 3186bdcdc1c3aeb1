"""All that the analysis of sensitivity finds; every result can be imported from here.

`whole.analyse(case, valued, weights, profile)` makes a `Sensitivity`, of a decision's case, its
valued options, the weights of all its profiles and the id of one; `crossings.cross_over(case,
valued, weights of one profile, member)` makes a `CrossOver`. What holds for all results is said in
`flip_results`.
"""

from dataclasses import dataclass

from policyscore.analysis.sensitivity.distance_results import (
    LeftOut,
    Mind,
    NearestWeights,
    ProfileMind,
    RivalWeights,
    Together,
)
from policyscore.analysis.sensitivity.flip_results import First, Flip, nearer
from policyscore.analysis.sensitivity.judgement_results import (
    EndFlip,
    ExpertFlip,
    JudgementFlip,
    ScoreFlip,
)
from policyscore.analysis.sensitivity.weight_results import (
    Break,
    Crossing,
    CrossOver,
    Line,
    Stuck,
    WeightRange,
)

__all__ = [
    "Break",
    "CrossOver",
    "Crossing",
    "EndFlip",
    "ExpertFlip",
    "First",
    "Flip",
    "JudgementFlip",
    "LeftOut",
    "Line",
    "Mind",
    "NearestWeights",
    "ProfileMind",
    "RivalWeights",
    "ScoreFlip",
    "Sensitivity",
    "Stuck",
    "Together",
    "WeightRange",
    "nearer",
]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Everything about one profile.

    Attributes:
        profile: The profile's id.
        first: Who is first under it at present.
        three: The first three places at present.
        weights: Of every criterion, then every group, in the order of the file: the range of its
            weight in the whole case.
        local: The same for the local weight of every criterion or group inside a group.
        scores: Every pooled score, by option and then criterion.
        judgements: Every judgement, by option and then criterion.
        ends: Both ends of every scale.
        experts: Every expert who judges anything, and the case's author if they do.
        nearest: The nearest weights by total absolute change that change first place; None if no
            weights do.
        nearest_largest: The same by the largest single change.
        rivals: Every option that is not first and meets the requirements, the nearest first, then
            those that can never be first. If several tie for first, all but the first by id are
            among them, at no distance; exact duplicates of it are not.
        minds: Every judge, the nearest first (by one judgement, then by all together).
        profiles: Every profile of the case.
        judgement: Of all judgements the nearest to changing first place, by share of its scale;
            None if no single one can.
        left_out: Leave one out: criteria, experts, sources, options.
        rivals_left: Rivals for which the nearest weights were not sought since the case is too
            large; 0 in any case of ordinary size.
    """

    profile: str
    first: First
    three: tuple[First, ...]
    weights: tuple[WeightRange, ...]
    local: tuple[WeightRange, ...]
    scores: tuple[ScoreFlip, ...]
    judgements: tuple[JudgementFlip, ...]
    ends: tuple[EndFlip, ...]
    experts: tuple[ExpertFlip, ...]
    nearest: NearestWeights | None
    nearest_largest: NearestWeights | None
    rivals: tuple[RivalWeights, ...]
    minds: tuple[Mind, ...]
    profiles: tuple[ProfileMind, ...]
    judgement: JudgementFlip | None
    left_out: tuple[LeftOut, ...]
    rivals_left: int = 0
