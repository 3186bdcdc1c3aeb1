"""A study of dominance: everything that holds whatever the weights, as far as those are open."""

from collections.abc import Collection, Mapping

import numpy as np

from policyscore.analysis.admissible_sets import (
    AdmissibleSet,
    admitted_weights,
    any_weights,
    weights_of_members,
)
from policyscore.analysis.dominance.arrays import value_table
from policyscore.analysis.dominance.can_be_first import best_leads
from policyscore.analysis.dominance.graph import hasse_diagram
from policyscore.analysis.dominance.leads import greatest_leads, relations
from policyscore.analysis.dominance.results import (
    Dominance,
    Judgements,
    WeightsKind,
)
from policyscore.analysis.dominance.standings import dominators, not_rivals, standings
from policyscore.case.case import Case
from policyscore.case.profiles import Profile
from policyscore.scoring.totals import Valued

MOST_OPTIONS = 3_000  # all pairs of more would take gigabytes


class TooManyOptionsError(ValueError):
    """More options than can be compared pair by pair."""


class NoGroupError(ValueError):
    """The weights of members are asked for, and the profile is not that of a group."""


def study_dominance(
    case: Case,
    valued: Mapping[str, Valued],
    profile: tuple[str, Profile],
    *,
    weights: WeightsKind | None = None,
    judgements: Judgements = "likely",
    tolerance: float = 2.0,
    options: Collection[str] | None = None,
) -> Dominance:
    """Find what dominates what, what can be first, and how far each option can be behind.

    Args:
        case: The case.
        valued: Option's id to its values.
        profile: A profile's id and content.
        weights: `any`: whatever one values. `admissible`: what the profile leaves open. `members`:
            any mean of what the members of a group admit. None: what the profile leaves open, and
            any weights if that is nothing.
        judgements: `likely`: point values. `ranges`: whatever the judgements allow, each
            independent of the others, too.
        tolerance: Value points up to which practical dominance disregards disadvantages.
        options: Ids of the options that take part; all if None.

    Raises:
        TooManyOptionsError: If more than 3,000 options take part.
        NoGroupError: If `weights` is `members` and the profile is not that of a group.
    """
    key, stated = profile
    chosen = {k: v for k, v in valued.items() if options is None or k in options}
    allowed = {k: v for k, v in chosen.items() if not v.misses}
    if len(allowed) > MOST_OPTIONS:
        raise TooManyOptionsError(len(allowed))
    admitted = admitted_weights(case, stated)
    kind: WeightsKind = weights or ("any" if admitted.is_point else "admissible")
    table = value_table(allowed, tuple(case.criteria))
    theirs, mine = table.likely, table.likely
    if judgements == "ranges":
        theirs, mine = table.lows, table.highs
    admissible = _set_of(case, stated, kind, admitted)
    leads = greatest_leads(admissible, mine, theirs)
    found = relations(leads)
    best = [*best_leads(admissible, mine, theirs, not_rivals(table, judgements))]
    told = standings(table, leads, best, dominators(table, tolerance), (mine, theirs))
    order = [table.options.index(s.option) for s in told]
    return Dominance(
        key,
        stated.title,
        kind,
        admitted.is_point,
        judgements,
        tolerance,
        told,
        hasse_diagram(tuple(s.option for s in told), found.necessary[np.ix_(order, order)]),
        {k: v.misses for k, v in chosen.items() if v.misses},
        table.options,
        found.necessary,
        found.possible,
    )


def _set_of(
    case: Case, profile: Profile, kind: WeightsKind, admitted: AdmissibleSet
) -> AdmissibleSet:
    if kind == "any":
        return any_weights(case.criteria)
    if kind == "admissible":
        return admitted
    found = weights_of_members(case, profile)
    if found is None:
        raise NoGroupError
    return found
