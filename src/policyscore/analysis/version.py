"""One side of a comparison: a case under one profile, its ids made the same as the other's."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from policyscore.analysis.levels import Level, LevelReader
from policyscore.analysis.likeness import (
    Content,
    criterion_content,
    find_renames,
    option_content,
)
from policyscore.case.case import Case, leaves
from policyscore.case.header import Criterion
from policyscore.case.options import Option
from policyscore.case.profiles import Profile
from policyscore.scoring.totals import Valued


@dataclass(frozen=True, slots=True)
class Renames:
    """Old id to new id, of what is the same under another name."""

    options: Mapping[str, str] = field(default_factory=dict)
    criteria: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """A case under one profile, by the ids that both versions go by.

    Attributes:
        case: The case, with its own ids.
        criteria: Criterion's id to criterion.
        options: Option's id to option, its scores by the common ids of the criteria.
        experts: Expert's id to weight.
        level: What the profile states.
        valued: Option's id to its scores and values, by the common ids of the criteria.
    """

    case: Case
    criteria: dict[str, Criterion]
    options: dict[str, Option]
    experts: dict[str, float]
    level: Level
    valued: dict[str, Valued]


def version_of(
    case: Case, profile: Profile, valued: Mapping[str, Valued], renames: Renames
) -> Version:
    """Look at a case under a profile, with the names that the other version gives things."""
    members = {**renames.criteria, **renames.groups}
    options = {
        renames.options.get(key, key): replace(
            option, scores={members.get(c, c): j for c, j in option.scores.items()}
        )
        for key, option in case.options.items()
    }
    return Version(
        case,
        {members.get(key, key): criterion for key, criterion in case.criteria.items()},
        options,
        {key: expert.weight for key, expert in case.header.experts.items()},
        LevelReader(case.header.criteria, case.profiles, lambda key: members.get(key, key)).read(
            profile.stated
        ),
        {
            renames.options.get(key, key): replace(
                v,
                scores={members.get(c, c): score for c, score in v.scores.items()},
                values={members.get(c, c): value for c, value in v.values.items()},
            )
            for key, v in valued.items()
        }
        if renames.options or members
        else dict(valued),
    )


def detect_renames(old: Case, new: Case) -> Renames:
    """Find what only changed its name between two versions of a case."""
    if old is new:
        return Renames()
    criteria = find_renames(_lone_criteria(old, new), _lone_criteria(new, old))
    return Renames(
        find_renames(_lone_options(old, new, criteria), _lone_options(new, old, {})),
        criteria,
        find_renames(_lone_groups(old, new, criteria), _lone_groups(new, old, {})),
    )


def _lone_criteria(case: Case, other: Case) -> dict[str, Content]:
    """What each criterion is that the other version does not have."""
    taken = {*other.criteria, *other.groups}
    return {
        key: criterion_content(criterion, case, key)
        for key, criterion in case.criteria.items()
        if key not in taken
    }


def _lone_options(case: Case, other: Case, named: Mapping[str, str]) -> dict[str, Content]:
    """What each option is that the other version does not have."""
    return {
        key: option_content(option, named)
        for key, option in case.options.items()
        if key not in other.options
    }


def _lone_groups(case: Case, other: Case, named: Mapping[str, str]) -> dict[str, Content]:
    """The criteria of each group that the other version does not have: a group is its members."""
    taken = {*other.criteria, *other.groups}
    return {
        key: Counter(named.get(leaf, leaf) for leaf in leaves(group.criteria))
        for key, group in case.groups.items()
        if key not in taken
    }
