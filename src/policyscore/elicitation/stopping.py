"""Whether who is first is settled: no answer that is still needed can change it.

A proof, not a guess: the best option so far must beat every rival under all weights that the
answers still to come may lead to, level by level.
"""

from collections.abc import Mapping

from policyscore.elicitation.interview import Interview
from policyscore.elicitation.plan import Bound
from policyscore.scoring.ranking import TIE
from policyscore.scoring.totals import Valued


def settled_first(course: Interview, valued: Mapping[str, Valued]) -> str | None:
    """The option that is first whatever is answered to the questions still needed.

    The difference between two totals is the weighted mean of the differences of their values, and
    weights within one group do not depend on those in another; so the least that it may come to is
    found inside the groups first, and then between them.

    Args:
        course: The interview.
        valued: Option's id to its values; those that miss a requirement are no rivals.

    Returns:
        The option's id; None if another may still come first, or tie with it.
    """
    rivals = {key: option.values for key, option in valued.items() if not option.misses}
    if not rivals:
        return None
    weights = admissible_weights(course)
    totals = {k: sum(w * values[n] for n, w in weights.items()) for k, values in rivals.items()}
    order = sorted(totals, key=lambda key: -totals[key])
    first = rivals[order[0]]
    bounds = {plan.level.group: plan.bound(course.answers) for plan in course.plans}
    for key in order[1:]:
        differences = {name: first[name] - value for name, value in rivals[key].items()}
        if not least_difference(course, bounds, differences) > TIE:
            return None
    return order[0]


def least_difference(
    course: Interview, bounds: Mapping[str, Bound], differences: Mapping[str, float]
) -> float:
    """The least that a difference between two totals may come to.

    Args:
        course: The interview.
        bounds: Group's id, empty at the top, to what tells the least mean on that level.
        differences: Criterion's id to the difference of values.
    """
    inside: dict[str, float] = {}
    for plan in course.plans:  # the inside of a group comes before the level it stands on
        level = plan.level
        numbers = {n: inside[n] if n in inside else differences[n] for n in level.under}
        inside[level.group] = bounds[level.group](numbers)
    return inside[""]


def admissible_weights(course: Interview) -> dict[str, float]:
    """Weights of the criteria that the answers still to come may lead to."""
    return spread(course, {p.level.group: p.admissible(course.answers) for p in course.plans})


def spread(course: Interview, local: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The weights of the criteria, from the weights on each level.

    Args:
        course: The interview.
        local: Group's id, empty at the top, to the weights of its members.
    """
    found: dict[str, float] = {}
    shares = {"": 1.0}
    for plan in reversed(course.plans):
        group = plan.level.group
        for name, weight in local[group].items():
            if name in local and name != "":
                shares[name] = shares[group] * weight
            else:
                found[name] = shares[group] * weight
    return found
