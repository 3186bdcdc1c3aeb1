"""`ranges`: the least and greatest weight of each criterion; with `order`, falling along it.

The set of all such weights is what later analyses look at. Where one set of weights is needed it
is the centroid, the mean of all that are admissible (Solymosi & Dombi 1986, "A method for
determining the weights of criteria: the centralized weights", *European Journal of Operational
Research* 26(1):35-41).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema as cs

from policyscore.case.kinds import Where
from policyscore.case.naming import plain
from policyscore.case.shapes import ID, either, mapping, model, optional, record, words
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.weighing.changes import Content, Part, Parts
from policyscore.weighing.order import ORDER_SCHEMA, Places, places_of
from policyscore.weighing.places import moved
from policyscore.weighing.spoken import Name, Words
from policyscore.weighing.way import Interval, Stated, Way

if TYPE_CHECKING:
    from policyscore.weighing.sets.admissible import AdmissibleWeights

NamedRanges = tuple[tuple[str, float | None, float | None], ...]

ANY = "any"
_SHARE = cs.float_schema(strict=True, allow_inf_nan=False, ge=0, le=1)


@model
class Range:
    """What a weight lies between.

    Attributes:
        low: The least that it may be.
        high: The most that it may be.
    """

    low: float | None
    high: float | None


RANGE_KEYS = {
    "low": optional(_SHARE, "The least weight, from 0 to 1; 0 if left out.", examples=(0.1,)),
    "high": optional(_SHARE, "The greatest weight, from 0 to 1; 1 if left out.", examples=(0.3,)),
}
RANGES_SCHEMA = mapping(
    ID,
    either(
        lambda written: "any" if isinstance(written, str) and written.isalpha() else "range",
        range=record(Range, **RANGE_KEYS),
        any=words(ANY),
    ),
    at_least=1,
)


def _names(stated: Stated) -> Iterator[tuple[str, Where]]:
    for name in stated.content:
        yield name, stated.place(name)


def _order_place(stated: Stated) -> Where:
    return (*stated.where[:-1], "order")


def admissible_weights(stated: Stated) -> "AdmissibleWeights":
    """The set of weights that a statement allows."""
    return _set_of(*_stated_set(stated))


def _stated_set(stated: Stated) -> tuple[NamedRanges, Places]:
    ranges = tuple(
        (name, None if said == ANY else said.low, None if said == ANY else said.high)
        for name, said in stated.content.items()
    )
    return ranges, places_of(stated.settings["order"] or ())


def _set_of(ranges: NamedRanges, order: Places) -> "AdmissibleWeights":
    from policyscore.weighing.sets.admissible import admissible  # noqa: PLC0415 (rarely needed)

    bounds = {name: (low, high) for name, low, high in ranges}
    return admissible(list(bounds), bounds, order)


def _check(stated: Stated) -> Iterator[Finding]:
    """Complain of an order of other names, and of ranges that nothing can meet."""
    wrong = [*_check_ranges(stated), *_check_order(stated)]
    yield from wrong
    if not wrong:
        yield from _check_together(stated)


def _check_ranges(stated: Stated) -> Iterator[Finding]:
    for name, said in stated.content.items():
        if said != ANY and (said.low or 0.0) > (1.0 if said.high is None else said.high):
            yield stated.document.finding(
                rules.CONFLICTING_RANGES,
                stated.place(name),
                f"`low` of `{name}` ({plain(said.low)}) is above `high` ({plain(said.high)}).",
                "Let `low` be the smaller of the two.",
            )


def _check_order(stated: Stated) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, place in enumerate(places_of(stated.settings["order"] or ())):
        for tied, name in enumerate(place):
            where = (*_order_place(stated), index)
            if not isinstance(stated.settings["order"][index], str):
                where += (tied,)
            if name not in stated.content:
                yield stated.document.finding(
                    rules.UNKNOWN_CRITERION,
                    where,
                    f"`{name}` stands in `order` but has no line under `ranges`.",
                    f"Add `{name}: any` under `ranges`, or delete it here.",
                )
            elif name in seen:
                yield stated.document.finding(
                    rules.WEIGHED_TWICE, where, f"`{name}` stands here twice.", "Keep one."
                )
            seen.add(name)


def _check_together(stated: Stated) -> Iterator[Finding]:
    weights = admissible_weights(stated)
    if weights.is_empty():
        from policyscore.weighing.range_conflicts import explain  # noqa: PLC0415 (rarely needed)

        yield explain(stated, weights)
        return
    found = _centroid(*_stated_set(stated))
    if isinstance(found, int):
        finely = found > 2
        yield stated.document.finding(
            rules.TOO_FINE,
            stated.where,
            "These ranges are too many for their centroid to be found exactly"
            + (", and too finely stated." if finely else "."),
            ("State them to two decimals, such as 0.15, or weigh" if finely else "Weigh")
            + " groups first and their criteria under `within`.",
            of_key=True,
        )


@lru_cache(maxsize=32)
def _centroid(ranges: NamedRanges, order: Places) -> dict[str, float] | int:
    """The centroid, remembered; the decimals of the ranges if it cannot be found in good time."""
    from policyscore.weighing.sets.centroid import TooFine, centroid  # noqa: PLC0415 (rarely needed)

    try:
        return centroid(_set_of(ranges, order))
    except TooFine as error:
        return error.decimals


def _weigh(stated: Stated) -> dict[str, float]:
    found = _centroid(*_stated_set(stated))
    return {} if isinstance(found, int) else dict(found)


def _extents(stated: Stated) -> dict[str, Interval]:
    from policyscore.weighing.sets.tightest_bounds import tightest_bounds  # noqa: PLC0415 (rarely)

    bounds = tightest_bounds(admissible_weights(stated))
    return {name: (float(low), float(high)) for name, (low, high) in bounds.items()}


def said_range(said: Any) -> str:
    """A range as a reader would say it."""
    if said == ANY or (said.low is None and said.high is None):
        return ANY
    low, high = said.low, said.high
    if low is None:
        return f"at most {plain(high)}"
    if high is None:
        return f"at least {plain(low)}"
    return f"{plain(low)} to {plain(high)}"


def _parts(old: Content, new: Content) -> Parts:
    """Ranges that changed, and moves in the order."""
    changed = []
    for name, now in new.stated.items():
        then = old.stated.get(name)
        if then is None or said_range(then) == said_range(now):
            continue
        was, is_now = said_range(then), said_range(now)
        words: Words = ("range of ", Name(name), f": {was} → {is_now}")
        changed.append(Part(name, was, is_now, words))
    before, after = (c.settings["order"] for c in (old, new))
    if before is not None and after is not None:
        changed.extend(moved(places_of(before), places_of(after)).changed)
    elif before != after:
        text = "an order is stated besides" if before is None else "the order is dropped"
        changed.append(Part("order", None, None, (text,)))
    return Parts(tuple(changed), None)


RANGES = Way(
    "ranges",
    "The least and greatest weight of each criterion, as shares of 1; with `order` beside it, "
    "falling along that order.",
    _names,
    _check,
    _weigh,
    RANGES_SCHEMA,
    ({"escalation-risk": {"low": 0.2, "high": 0.4}, "support": {"high": 0.3}, "cost": "any"},),
    missing="Add a line for each; `any` says that nothing is known of it.",
    settings={
        "order": optional(
            ORDER_SCHEMA,
            "The same criteria, or some of them, the greatest weight first; equal ones in an "
            "inner list.",
        )
    },
    extents=_extents,
    parts=_parts,
    fields=RANGE_KEYS,
)
