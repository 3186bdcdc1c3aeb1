"""Losing futures told in the words of the case."""

from math import ceil

from policyscore.analysis.robustness.losing.results import Limit, LosingBox, LosingFutures
from policyscore.case.case import Case
from policyscore.case.naming import plain
from policyscore.scoring.titles import enumerate_titles

_MANY = 5_000  # draws; fewer, of large cases, show only what is marked


def sentences(case: Case, futures: LosingFutures) -> tuple[str, ...]:
    """Say in one or two sentences where the leader loses, with coverage and density.

    Args:
        case: The case that the draws are of.
        futures: What was found.

    Returns:
        A sentence for each box, or one that says why there is none.
    """
    title = case.options[futures.leader].title
    if not futures.boxes:
        return (_why_none(title, futures),)
    first, *more = futures.boxes
    main = (
        f"{title} loses in {_percent(first.density)} of the futures in which "
        f"{_conditions(case, first, futures)}, against {_percent(first.rest)} of all; "
        f"{_covered(first)}."
    )
    others = [
        f"Apart from these, it loses in {_percent(box.density)} of those in which "
        f"{_conditions(case, box, futures)}, against {_percent(box.rest)} of the rest; "
        f"{_covered(box)}."
        for box in more
    ]
    return (main, *others)


def note(futures: LosingFutures, *, together: bool = False) -> str:
    """How the sentences were come by, and what not to read into them; empty if there is no box.

    Args:
        futures: What was found.
        together: Whether one expert was drawn for all of their judgements.
    """
    if not futures.boxes:
        return ""
    off = max(ceil(100 * futures.half_width - 1e-9), 1)
    said = (
        f"Looked for in {futures.searched:,} futures drawn for this, and counted in "
        f"{futures.counted:,} others, so these shares may be off by about {off} "
        f"point{'s' * (off != 1)}. What goes with losing need not be what causes it."
    )
    if any(box.limits_weights and not box.profiles for box in futures.boxes):
        said += " Weights add up to 100%: where one is more, others are less."
    scores = any(limit.dimension.kind == "score" for box in futures.boxes for limit in box.limits)
    if together and scores:
        said += " One expert is drawn for all they judge: a range of a score may stand for experts."
    return " ".join([said, *futures.left_out])


def limit_words(case: Case, limit: Limit, leader: str) -> str:
    """What a box asks of one dimension, as in `the weight of Cost is above 20%`.

    Args:
        case: The case.
        limit: The limit.
        leader: Id of the option that the sentence is about, which is not named again.
    """
    named = case.member_title(limit.dimension.criterion)
    if limit.dimension.kind == "weight":
        return f"the weight of {named} is {_range(limit, 100.0, '%')}"
    criterion = case.criteria[limit.dimension.criterion]
    of = limit.dimension.option
    score = "its score" if of == leader else f"the score of {case.options[of].title}"
    unit = f" {criterion.unit}" if criterion.unit else ""
    return f"{score} on {named} is {_range(limit, 1.0, unit)}"


def _why_none(title: str, futures: LosingFutures) -> str:
    drawn = f"{futures.draws:,} futures drawn to look for where it loses"
    if not futures.lost_draws:
        return f"{title} loses in none of {drawn}."
    if futures.lost_draws == futures.draws:
        return f"{title} loses in all of {drawn}."
    if futures.too_few:
        few = min(futures.lost_draws, futures.draws - futures.lost_draws)
        verb = "loses" if few == futures.lost_draws else "does not lose"
        return f"{title} {verb} in only {few} of {drawn}: too few to say what they have in common."
    none = f"sets the futures in which {title} loses clearly apart from the others"
    if futures.draws < _MANY:
        return (
            f"Among only {futures.draws:,} futures drawn to look for it, no range of weights or "
            f"scores was found that {none}: what is not marked shows only among more."
        )
    return f"No range of weights or scores {none}."


def _conditions(case: Case, box: LosingBox, futures: LosingFutures) -> str:
    # Its own scores come first: after anything else has been named, "its" would be that thing's.
    own = [limit for limit in box.limits if limit.dimension.option == futures.leader]
    weights = [limit for limit in box.limits if limit.dimension.kind == "weight"]
    others = [limit for limit in box.limits if limit not in own and limit not in weights]
    words = [limit_words(case, limit, futures.leader) for limit in own]
    if weights and box.profiles:
        words.append(f"the weights are those of {_profiles(case, box, futures)}")
        weights = []
    words += [limit_words(case, limit, futures.leader) for limit in (*weights, *others)]
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _profiles(case: Case, box: LosingBox, futures: LosingFutures) -> str:
    """The profiles that a box holds; of the first one those that it does not, if fewer."""
    others = [key for key in futures.profiles if key not in box.profiles]
    if box == futures.boxes[0] and others and len(others) < len(box.profiles):
        titles = [case.profiles[key].title for key in others]
        return f"any profile but {enumerate_titles(titles)}"
    return enumerate_titles([case.profiles[key].title for key in box.profiles])


def _range(limit: Limit, times: float, unit: str) -> str:
    above, below = (
        None if bound is None else _number(bound * times) for bound in (limit.above, limit.below)
    )
    if above is None:
        return f"below {below}{unit}"
    return f"above {above}{unit}" if below is None else f"between {above} and {below}{unit}"


def _number(value: float) -> str:
    """A bound in full, a large one with commas."""
    value = float(f"{value:.12g}")
    return f"{value:,.0f}" if 1e4 <= abs(value) < 1e15 and value.is_integer() else plain(value)


def _covered(box: LosingBox) -> str:
    return (
        f"among these are {_percent(box.mass)} of all futures and {_percent(box.coverage)} of "
        "those in which it loses"
    )


def _percent(share: float) -> str:
    """A whole per cent, never 0 or 100 for what is only nearly that."""
    if 0 < share < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= share < 1 else f"{100 * share:.0f}%"
