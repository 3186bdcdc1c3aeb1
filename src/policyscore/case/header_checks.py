"""Checks of `policyscore.yaml` that its model cannot express: ids, scales, value functions."""

from collections.abc import Iterator
from itertools import pairwise

from policyscore.case.header import FORMAT_VERSION, Criterion, Group, Header, Tree
from policyscore.case.kinds import Where
from policyscore.case.naming import plain, some
from policyscore.case.shapes import RESERVED_IDS
from policyscore.case.wording import bad_id
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document


def check_header(document: Document, header: Header) -> Iterator[Finding]:
    """Check what `policyscore.yaml` says."""
    if header.policyscore != FORMAT_VERSION:
        yield document.finding(
            rules.VERSION,
            ("policyscore",),
            f"This is a file of format version {header.policyscore}.",
            f"This program reads version {FORMAT_VERSION}: write `policyscore: {FORMAT_VERSION}`.",
        )
    yield from _check_tree(document, header.criteria, ("criteria",), {})
    for kind in ("experts", "sources"):
        for key in getattr(header, kind):
            yield from _check_reserved(document, (kind, key))


def _check_reserved(document: Document, where: Where) -> Iterator[Finding]:
    if where[-1] in RESERVED_IDS:
        rule, message, hint = bad_id("The key", str(where[-1]))
        yield document.finding(rule, where, message, hint, of_key=True)


def _check_tree(
    document: Document, tree: Tree, where: Where, seen: dict[str, Where]
) -> Iterator[Finding]:
    for key, member in tree.items():
        here = (*where, key)
        yield from _check_reserved(document, here)
        if key in seen:
            line = document.span(seen[key], of_key=True).line
            yield document.finding(
                rules.DUPLICATE_ID,
                here,
                f"The id `{key}` is already used on line {line}.",
                "Criteria and groups share one set of ids.",
                of_key=True,
            )
        seen.setdefault(key, here)
        if isinstance(member, Group):
            yield from _check_tree(document, member.criteria, (*here, "criteria"), seen)
        else:
            yield from _check_criterion(document, member, here)


def _check_criterion(document: Document, criterion: Criterion, here: Where) -> Iterator[Finding]:
    anchors = list(criterion.scale)
    rising, falling = sorted(anchors), sorted(anchors, reverse=True)
    if anchors not in (rising, falling):
        yield document.finding(
            rules.SCALE,
            (*here, "scale"),
            "The anchors of the scale are not in order.",
            "Write them from the lowest to the highest: "
            f"{some([plain(anchor) for anchor in rising], mark='')}.",
            of_key=True,
        )
    low, high = criterion.ends
    for name in ("at_most", "at_least"):
        limit = getattr(criterion, name)
        if limit is not None and not low <= limit <= high:
            yield document.finding(
                rules.OFF_SCALE,
                (*here, name.replace("_", "-")),
                f"The limit {plain(limit)} lies outside the scale, "
                f"which runs from {plain(low)} to {plain(high)}.",
            )
    least, most = criterion.at_least, criterion.at_most
    if least is not None and most is not None and least > most:
        yield document.finding(
            rules.OUT_OF_RANGE,
            (*here, "at-least"),
            f"No score is at least {plain(least)} and at most {plain(most)}.",
            "Swap the two limits, or drop one.",
        )
    if criterion.value is not None:
        yield from _check_value_function(document, criterion, (*here, "value"))


def _check_value_function(
    document: Document, criterion: Criterion, where: Where
) -> Iterator[Finding]:
    function = criterion.value or {}
    low, high = criterion.ends
    worst, best = (high, low) if criterion.better == "lower" else (low, high)
    at_low, at_high = (0, 100) if best == high else (100, 0)
    ends = f"`{plain(low)}: {at_low}` and `{plain(high)}: {at_high}`"
    points = sorted(function.items())
    rule = rules.VALUE_FUNCTION
    if list(function) not in ([x for x, _ in points], [x for x, _ in reversed(points)]):
        message = "The points of the value function are not in order."
        hint = "Write them from the lowest score to the highest."
        yield document.finding(rule, where, message, hint, of_key=True)
    if (points[0][0], points[-1][0]) != (low, high):
        message = (
            f"The value function runs from {plain(points[0][0])} to {plain(points[-1][0])}, "
            f"but the scale from {plain(low)} to {plain(high)}."
        )
        hint = f"With `better: {criterion.better}`, its ends are {ends}."
        yield document.finding(rule, where, message, hint, of_key=True)
    elif function[worst] != 0 or function[best] != 100:
        message = (
            f"The value function must give 0 at {plain(worst)}, the worst end of the scale, "
            f"and 100 at {plain(best)}, the best."
        )
        hint = f"With `better: {criterion.better}`, its ends are {ends}."
        yield document.finding(rule, where, message, hint, of_key=True)
    else:
        better = points if best == high else points[::-1]
        turns = next(((x, a) for (a, v), (x, w) in pairwise(better) if w < v), None)
        if turns is not None:
            message = (
                f"The value function turns back: {plain(turns[0])} is the better score "
                f"but is worth less than {plain(turns[1])}."
            )
            hint = "A better score must be worth as much or more."
            yield document.finding(rule, (*where, turns[0]), message, hint, of_key=True)
