"""How well trade-offs agree with each other, and which one to look at again."""

from collections.abc import Callable

from policyscore.case.naming import plain
from policyscore.case.value_functions import value_function
from policyscore.weighing.comparing.log_least_squares import solve
from policyscore.weighing.consistency import Consistency
from policyscore.weighing.spoken import Name, Words
from policyscore.weighing.trade_offs import LIMIT, TradeOff, ratios, trade_offs_of
from policyscore.weighing.way import Stated


def consistency(stated: Stated) -> Consistency:
    """How far the statement that fits worst is from what the others imply."""
    measure = "the greatest disagreement between one trade-off and what the others imply"
    solved = solve(ratios(stated))
    if solved.worst is None:
        return Consistency("", "trade-offs", measure, None, LIMIT, True, (), stated.where)
    index, factor = solved.worst
    off = max(factor, 1 / factor) - 1
    place, trade_off = list(trade_offs_of(stated))[index]
    worst: Words = ()
    if off > 1e-9:
        worst = _mending(stated, trade_off, factor)
    acceptable = off <= LIMIT + 1e-9
    at = stated.place(place)
    return Consistency("", "trade-offs", measure, off, LIMIT, acceptable, worst, at)


def _mending(stated: Stated, trade_off: TradeOff, factor: float) -> Words:
    """Say what the second step of a statement would have to be to agree with the others.

    Args:
        stated: The statement it is part of.
        trade_off: What fits worst.
        factor: The ratio of weights that it states, over the one that the others imply.
    """
    first, second = trade_off
    said: Words = (
        *("the step on ", Name(first.criterion), f" from {plain(first.start)} to "),
        *(f"{plain(first.end)} being worth that on ", Name(second.criterion)),
        f" from {plain(second.start)} to {plain(second.end)} fits worst; ",
    )
    value = value_function(stated.criteria[second.criterion])
    wanted = value(second.start) + (value(second.end) - value(second.start)) / factor
    end = score_of(value, wanted, stated.criteria[second.criterion].ends)
    if end is None:
        ratio = max(factor, 1 / factor)
        return (*said, f"the others say {'less' if factor > 1 else 'more'}, by {ratio:.3g} times")
    return (*said, f"by the others it would be to {end:.4g}")


def score_of(
    value: Callable[[float], float], wanted: float, ends: tuple[float, float]
) -> float | None:
    """The score of a value, found by halving; None if no score on the scale has it."""
    low, high = ends
    rising = value(high) > value(low)
    if not min(value(low), value(high)) <= wanted <= max(value(low), value(high)):
        return None
    for _ in range(60):
        middle = (low + high) / 2
        if (value(middle) < wanted) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2
