"""`order`: criteria in order of importance, made into weights by their places.

Barron & Barrett (1996), "Decision quality using ranked attribute weights", *Management Science*
42(11):1515-1523, compares the formulas; the centroid chooses best.
"""

from collections.abc import Callable, Iterator
from itertools import accumulate
from math import fsum

from policyscore.case.kinds import Where
from policyscore.case.shapes import ID, either, many, optional, words
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.places import moved
from policyscore.weighing.way import Interval, Stated, Way

Places = tuple[tuple[str, ...], ...]

ITEM_SCHEMA = either(
    lambda written: "tie" if isinstance(written, list | tuple) else "name",
    tie=many(ID, at_least=1),
    name=ID,
)
ORDER_SCHEMA = many(ITEM_SCHEMA, at_least=1)


def places_of(content: tuple[str | tuple[str, ...], ...]) -> Places:
    """The names at each place of an order, the most important first."""
    return tuple((item,) if isinstance(item, str) else item for item in content)


def names_of_items(stated: Stated) -> Iterator[tuple[str, Where]]:
    """The names in a list whose items are names or lists of names."""
    for index, item in enumerate(stated.content):
        if isinstance(item, str):
            yield item, stated.place(index)
        elif isinstance(item, tuple):
            for place, name in enumerate(item):
                yield name, stated.place(index, place)


def centroid(n: int) -> list[float]:
    """Rank-order centroid weights of `n` places: the mean of all weights in that order."""
    sums = list(accumulate(1 / k for k in range(n, 0, -1)))
    return [total / n for total in reversed(sums)]


def rank_sum(n: int) -> list[float]:
    """Rank-sum weights of `n` places, falling in equal steps."""
    return [2 * (n + 1 - k) / (n * (n + 1)) for k in range(1, n + 1)]


def reciprocal(n: int) -> list[float]:
    """Rank-reciprocal weights of `n` places, as 1, 1/2, 1/3 and so on."""
    total = fsum(1 / k for k in range(1, n + 1))
    return [1 / k / total for k in range(1, n + 1)]


def equal(n: int) -> list[float]:
    """Equal weights of `n` places."""
    return [1 / n] * n


FORMULAS: dict[str, Callable[[int], list[float]]] = {
    "centroid": centroid,
    "rank-sum": rank_sum,
    "reciprocal": reciprocal,
    "equal": equal,
}


def weights_by_place(places: Places, formula: Callable[[int], list[float]]) -> dict[str, float]:
    """Weights of an order; those that tie share the weights of their places, which sum to 1.

    Args:
        places: The names at each place, the most important first.
        formula: Gives the weights of a number of places.
    """
    weights = iter(formula(sum(map(len, places))))
    found: dict[str, float] = {}
    for tied in places:
        share = fsum(next(weights) for _ in tied) / len(tied)
        found.update(dict.fromkeys(tied, share))
    return found


def _check(stated: Stated) -> Iterator[Finding]:
    del stated
    yield from ()


def _weigh(stated: Stated) -> dict[str, float]:
    return weights_by_place(places_of(stated.content), FORMULAS[stated.settings["formula"]])


def _extents(stated: Stated) -> dict[str, Interval]:
    """Any weights in the order: the first at least 1/n, the k-th at most 1/k."""
    places = places_of(stated.content)
    n, above = sum(map(len, places)), 0
    found: dict[str, Interval] = {}
    for index, tied in enumerate(places):
        above += len(tied)
        low = 1 / n if index == 0 else 0.0
        found.update(dict.fromkeys(tied, (low, 1 / above)))
    return found


ORDER = Way(
    "order",
    "The criteria in order of what their steps from worst to best are worth, the greatest first; "
    "those worth the same in an inner list.",
    names_of_items,
    _check,
    _weigh,
    ORDER_SCHEMA,
    (["escalation-risk", ["deterrence", "support"], "cost"],),
    missing="Add it at its place.",
    settings={
        "formula": optional(
            words(*FORMULAS),
            "How places become weights: `centroid` (the mean of all weights in that order), "
            "`rank-sum`, `reciprocal` or `equal`.",
            "centroid",
        )
    },
    extents=_extents,
    parts=lambda old, new: moved(places_of(old.stated), places_of(new.stated)),
)
