"""Losing futures told in the words of the case."""

from policyscore.analysis.robustness.losing_results import Limit, LosingBox, LosingFutures
from policyscore.case.case import Case
from policyscore.case.naming import plain


def sentences(case: Case, futures: LosingFutures) -> tuple[str, ...]:
    """Say in one or two sentences where the leader loses, with coverage and density.

    Args:
        case: The case that the draws are of.
        futures: What was found.

    Returns:
        A sentence for each box, or one that says that there is none.
    """
    title = case.options[futures.leader].title
    if not futures.lost:
        return (f"{title} loses in none of the draws.",)
    if futures.lost == 1:
        return (f"{title} loses in all of the draws.",)
    if not futures.boxes:
        none = (
            f"No range of weights or scores tells the draws in which {title} loses from the "
            "others clearly better than chance."
        )
        return (none,)
    first, *more = futures.boxes
    main = (
        f"{title} loses more often where {_conditions(case, first, futures.leader)}: "
        f"{_shares(first)}, against {_percent(first.rest)} of all draws "
        "(density and coverage were counted in draws that were not searched)."
    )
    others = [
        f"Apart from that, it loses more often where {_conditions(case, box, futures.leader)}: "
        f"{_shares(box)}, against {_percent(box.rest)} of the draws left."
        for box in more
    ]
    return (main, *others)


def limit_words(case: Case, limit: Limit, leader: str) -> str:
    """What a box asks of one dimension, as in `the weight of Cost is above 20 %`.

    Args:
        case: The case.
        limit: The limit.
        leader: Id of the option that the sentence is about, which is not named again.
    """
    named = case.member_title(limit.dimension.criterion)
    if limit.dimension.kind == "weight":
        return f"the weight of {named} is {_range(limit, 100.0, ' %')}"
    criterion = case.criteria[limit.dimension.criterion]
    of = limit.dimension.option
    score = "its score" if of == leader else f"the score of {case.options[of].title}"
    unit = f" {criterion.unit}" if criterion.unit else ""
    return f"{score} on {named} is {_range(limit, 1.0, unit)}"


def _conditions(case: Case, box: LosingBox, leader: str) -> str:
    words = [limit_words(case, limit, leader) for limit in box.limits]
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _range(limit: Limit, times: float, unit: str) -> str:
    above, below = (
        None if bound is None else plain(float(f"{bound * times:.12g}"))
        for bound in (limit.above, limit.below)
    )
    if above is None:
        return f"below {below}{unit}"
    return f"above {above}{unit}" if below is None else f"between {above} and {below}{unit}"


def _shares(box: LosingBox) -> str:
    return (
        f"{_percent(box.coverage)} of the draws in which it loses lie there (coverage), and it "
        f"loses in {_percent(box.density)} of the draws there (density)"
    )


def _percent(share: float) -> str:
    """A whole per cent, never 0 or 100 for what is only nearly that."""
    if 0 < share < 0.005:
        return "under 1 %"
    return "over 99 %" if 0.995 <= share < 1 else f"{100 * share:.0f} %"
