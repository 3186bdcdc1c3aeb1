"""All that is to be known of one profile's weights, for a reader to see what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from policyscore.case.case import Case
from policyscore.case.profiles import Profile
from policyscore.scoring.implied_trade_offs import ImpliedTradeOff, implied_trade_offs
from policyscore.scoring.stated_ways import StatedWay, stated_ways
from policyscore.scoring.swings import Swing, whole_swing
from policyscore.scoring.weight_rows import WeightRow, weight_rows
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.weights import Weights


@dataclass(frozen=True, slots=True)
class WeightTable:
    """One profile's weights and what they mean.

    Attributes:
        profile: The profile's id.
        title: Its name for readers.
        by: Who holds it, or an empty string.
        because: Why, or an empty string.
        weights: Its weights.
        rows: What each criterion and group weighs, in the order of the tree.
        stated: How each of its levels was stated, the top one first.
        swings: Criterion's id to the swing that its weight is the worth of.
        trade_offs: What a step on the heaviest criterion is worth on others.
        worst: The level that agrees with itself least; None if none could disagree.
        members: Title of each member's profile by id, if the profile is that of a group.
    """

    profile: str
    title: str
    by: str
    because: str
    weights: Weights
    rows: tuple[WeightRow, ...]
    stated: tuple[StatedWay, ...]
    swings: dict[str, Swing]
    trade_offs: tuple[ImpliedTradeOff, ...]
    worst: Consistency | None
    members: dict[str, str]


def weight_table(
    case: Case, key: str, profiles: Mapping[str, Profile], weights: Weights
) -> WeightTable:
    """Say what a profile's weights are and mean.

    Args:
        case: The case.
        key: The profile's id.
        profiles: Profile's id to profile, that one and all members of it.
        weights: Its weights.
    """
    profile = profiles[key]
    return WeightTable(
        key,
        profile.title,
        profile.by,
        profile.because,
        weights,
        weight_rows(case.header.criteria, weights),
        stated_ways(profile),
        {name: whole_swing(name, criterion) for name, criterion in case.criteria.items()},
        implied_trade_offs(case.criteria, weights.criteria),
        least_consistent(weights),
        {member: profiles[member].title for member in weights.members if member in profiles},
    )


def least_consistent(weights: Weights) -> Consistency | None:
    """The level that agrees with itself least: beyond its limit, or else closest to it."""
    told = [x for x in weights.consistency if x.ratio is not None or not x.acceptable]
    return max(told, key=_badness, default=None)


def _badness(level: Consistency) -> tuple[bool, float]:
    """How far a level is from agreeing with itself, as far as a limit tells."""
    ratio = level.ratio or 0.0
    if level.limit is None:
        return not level.acceptable, ratio
    return not level.acceptable, ratio / level.limit if level.limit else inf if ratio else 0.0
