"""Two sides of a comparison matched: the edits between them, and every mixture of the two."""

from dataclasses import dataclass

from policyscore.analysis.criteria_changes import criteria_changes
from policyscore.analysis.edits import Change, Edit, Idle
from policyscore.analysis.idle_changes import idle_changes, profile_idle
from policyscore.analysis.joining import Ties, join_changes
from policyscore.analysis.mixtures import Mixtures
from policyscore.analysis.score_changes import ScoreChanges
from policyscore.analysis.version import Renames, Version, detect_renames, version_of
from policyscore.analysis.weight_changes import WeightChanges
from policyscore.analysis.wording import option_title
from policyscore.case.case import Case
from policyscore.case.profiles import Profile
from policyscore.scoring.ranking import Ranking


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    Attributes:
        case: The case.
        profile: The profile under which it is ranked.
        ranking: The ranking of all its options.
    """

    case: Case
    profile: Profile
    ranking: Ranking


@dataclass(frozen=True, slots=True)
class Matched:
    """Two sides, and what lies between them.

    Attributes:
        old: The old side, by the ids of the new one.
        new: The new side.
        edits: What can move a total or a rank, in no order and without ids.
        idle: What cannot.
        mixtures: The totals when only some of the edits are made, which go by their number here.
        renames: What goes by another name now.
    """

    old: Version
    new: Version
    edits: list[Edit]
    idle: list[Idle]
    mixtures: Mixtures
    renames: Renames


def match_sides(old: Side, new: Side) -> Matched:
    """Find the edits between two sides."""
    renames = detect_renames(old.case, new.case)
    a, b = _version(old, renames), _version(new, Renames())
    ties = Ties()
    weighed = WeightChanges(a, b, ties)
    scored = ScoreChanges(a, b, ties)
    criteria = criteria_changes(a, b, weighed.homes, ties)
    edits = join_changes(
        [*weighed.changes, *criteria, *scored.changes, *_come_and_gone(a, b)], ties
    )
    idle = [*weighed.idle, *profile_idle(old.profile, new.profile), *idle_changes(a, b, renames)]
    mixtures = Mixtures(a, b, edits, weighed.node, scored.cells)
    return Matched(a, b, edits, idle, mixtures, renames)


def _version(side: Side, renames: Renames) -> Version:
    valued = {r.option: r.valued for r in side.ranking.ranked}
    return version_of(side.case, side.profile, valued, renames)


def _come_and_gone(old: Version, new: Version) -> list[Change]:
    found = []
    for key, option in new.options.items():
        if key not in old.options:
            text = f"option {option_title(key, new)} added"
            found.append(Change(("option", key), "option-added", (key,), None, option.title, text))
    for key, option in old.options.items():
        if key not in new.options:
            text = f"option {option_title(key, old)} dropped"
            found.append(
                Change(("option", key), "option-dropped", (key,), option.title, None, text)
            )
    return found
