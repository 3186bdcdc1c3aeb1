"""Checks of `policyscore.yaml` that its model cannot express: ids, scales, value functions."""

from collections.abc import Iterator
from itertools import pairwise

from policyscore.case.explanations import bad_id
from policyscore.case.header import FORMAT_VERSION, Criterion, Group, Header, Tree
from policyscore.case.kinds import Where
from policyscore.case.shapes import RESERVED_IDS
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
        yield document.finding(*_reserved(where), of_key=True)


def _reserved(where: Where) -> tuple[rules.Rule, Where, str, str]:
    rule, message, hint = bad_id("The key", str(where[-1]))
    return rule, where, message, hint


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
            + ", ".join(f"{a:g}" for a in rising[:12])
            + ".",
            of_key=True,
        )
    low, high = criterion.ends
    for name in ("at_most", "at_least"):
        limit = getattr(criterion, name)
        if limit is not None and not low <= limit <= high:
            yield document.finding(
                rules.OFF_SCALE,
                (*here, name.replace("_", "-")),
                f"The limit {limit:g} lies outside the scale, which runs from {low:g} to {high:g}.",
            )
    least, most = criterion.at_least, criterion.at_most
    if least is not None and most is not None and least > most:
        yield document.finding(
            rules.OUT_OF_RANGE,
            (*here, "at-least"),
            f"No score is at least {least:g} and at most {most:g}.",
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
    shape = (
        f"{{{low:g}: {'100' if best == low else '0'}, {high:g}: {'100' if best == high else '0'}}}"
    )
    hint = f"At `better: {criterion.better}`, it starts from the ends {shape}."

    def complain(message: str) -> Finding:
        return document.finding(rules.VALUE_FUNCTION, where, message, hint, of_key=True)

    points = sorted(function.items())
    if list(function) not in ([x for x, _ in points], [x for x, _ in reversed(points)]):
        yield complain("The points of the value function are not in order.")
    if (points[0][0], points[-1][0]) != (low, high):
        yield complain(
            f"The value function runs from {points[0][0]:g} to {points[-1][0]:g}, "
            f"but the scale from {low:g} to {high:g}."
        )
    elif function[worst] != 0 or function[best] != 100:
        yield complain(
            f"The value function must give 0 at {worst:g}, the worst end of the scale, "
            f"and 100 at {best:g}, the best."
        )
    values = [y for _, y in points]
    if criterion.better == "lower":
        values.reverse()
    if any(later < earlier for earlier, later in pairwise(values)):
        yield complain("The value function turns back: a better score has a lower value.")
