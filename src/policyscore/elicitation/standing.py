"""How things stand in the midst of an interview: the weights and the ranking so far."""

from collections.abc import Mapping
from dataclasses import dataclass

from policyscore.case.case import Case
from policyscore.elicitation.interview import Interview
from policyscore.elicitation.single_plan import SinglePlan
from policyscore.elicitation.stopping import settled_first, spread
from policyscore.scoring.ranking import Ranked, rank_options
from policyscore.scoring.totals import Valued
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.weights import Weights


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand.

    Attributes:
        weights: Criterion's id to its weight so far, in the order of the case; None for one of
            which nothing has been said.
        groups: Group's id to the sum of the weights under it; {} unless all weights are known.
        ranked: The options under the weights so far, best first; () if nothing has been said.
        settled: The option that is first whatever is answered to the questions that are still
            needed; None if that is open, or if no such question is left.
        complete: Whether the weights are those that will be written.
        consistency: How well the answers on each level agree, where they could disagree.
    """

    weights: dict[str, float | None]
    groups: dict[str, float]
    ranked: tuple[Ranked, ...]
    settled: str | None
    complete: bool
    consistency: tuple[Consistency, ...] = ()


def standing(
    case: Case, valued: Mapping[str, Valued], course: Interview, final: Weights | None
) -> Standing:
    """See how things stand.

    Args:
        case: The case.
        valued: Option's id to its values.
        course: The interview.
        final: The weights as they will be written, if all that is needed is answered.
    """
    baseline = valued[case.baseline]
    if final is not None:
        ranked = rank_options(valued, final.criteria, baseline)
        written: dict[str, float | None] = dict(final.criteria)
        return Standing(
            written, final.groups, ranked, None, complete=True, consistency=final.consistency
        )
    weights, asked = weights_so_far(course)
    known = {name: weights[name] if name in asked else None for name in case.criteria}
    if not asked:
        return Standing(known, {}, (), None, complete=False)
    ranked = rank_options(valued, weights, baseline)
    settled = None if course.complete else settled_first(course, valued)
    return Standing(known, {}, ranked, settled, complete=False)


def weights_so_far(course: Interview) -> tuple[dict[str, float], frozenset[str]]:
    """The weights as they look so far, summing to 1, and the criteria that were asked about.

    On a level about which nothing has been said, all that was asked about inside counts equally.
    """
    asked: set[str] = set()
    local: dict[str, dict[str, float]] = {}
    for plan in course.plans:  # the inside of a group comes before the level it stands on
        level = plan.level
        said = plan.asked(course.answers)
        inside = {name for name, under in level.under.items() if not asked.isdisjoint(under)}
        if not isinstance(plan, SinglePlan) or not level.group:
            asked |= {level.under[name][0] for name in said if len(level.under[name]) == 1}
        if said:  # of what is left out here nothing is known, though its inside may be
            asked -= {
                leaf for name in level.under if name not in said for leaf in level.under[name]
            }
        local[level.group] = plan.so_far(course.answers)
        if not local[level.group]:
            counted = inside or set(level.members)
            share = 1 / len(counted)
            local[level.group] = {n: share if n in counted else 0.0 for n in level.members}
    weights = spread(course, local)
    return weights, frozenset(name for name in asked if name in weights)
