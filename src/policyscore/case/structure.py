"""Checks within one file that its model cannot express: scales, value functions, judgements."""

from collections.abc import Iterator
from itertools import pairwise

from policyscore.case.explanations import RecordKind, Where, bad_id
from policyscore.case.header import (
    CRITERION_KEYS,
    EXPERT_KEYS,
    FORMAT_VERSION,
    GROUP_KEYS,
    HEADER_KEYS,
    SOURCE_KEYS,
    Criterion,
    Group,
    Header,
    Tree,
)
from policyscore.case.options import (
    JUDGEMENT_KEYS,
    OPTION_KEYS,
    STANCE_KEYS,
    UNKNOWN,
    Judgement,
    Option,
)
from policyscore.case.shapes import RESERVED_IDS
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document


def option_kind(_: Document, where: Where) -> RecordKind:
    """What a mapping in an option's file describes."""
    if where[:1] == ("stances",):
        return RecordKind("a stance", STANCE_KEYS)
    if where[:1] == ("scores",) and len(where) > 1:
        return RecordKind("a judgement", JUDGEMENT_KEYS)
    return RecordKind("an option", OPTION_KEYS)


def header_kind(document: Document, where: Where) -> RecordKind:
    """What a mapping in `policyscore.yaml` describes."""
    if where[:1] == ("experts",):
        return RecordKind("an expert", EXPERT_KEYS)
    if where[:1] == ("sources",):
        return RecordKind("a source", SOURCE_KEYS)
    if where[:1] != ("criteria",):
        return RecordKind("a case", HEADER_KEYS)
    written = document.data
    for step in where:
        written = written[step]  # type: ignore[index, assignment, call-overload]
    if isinstance(written, dict) and "criteria" in written:
        return RecordKind("a group", GROUP_KEYS)
    return RecordKind("a criterion", CRITERION_KEYS, ("criteria",))


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
    shape = f"{{{low:g}: {'100' if best == low else '0'}, {high:g}: {'100' if best == high else '0'}}}"
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


def check_option(document: Document, option: Option) -> Iterator[Finding]:
    """Check what an option's file says, as far as the file alone can tell."""
    for name in ("tags", "requires", "conflicts_with"):
        items = getattr(option, name)
        for index, item in enumerate(items):
            if item in items[:index]:
                yield document.finding(
                    rules.DUPLICATE_ITEM,
                    (name.replace("_", "-"), index),
                    f"`{item}` is already in this list.",
                    "Keep it once.",
                )
    for criterion, judgements in option.scores.items():
        judges: set[str] = set()
        for index, judgement in enumerate(judgements):
            here = judgement_place(document, criterion, index)
            yield from _check_judgement(document, judgement, here)
            if judgement.by in judges:
                yield document.finding(
                    rules.JUDGE_TWICE,
                    (*here, "by"),
                    f"`{judgement.by}` judges `{criterion}` twice.",
                    "Keep one judgement for each judge and criterion.",
                )
            judges.add(judgement.by)


def judgement_place(document: Document, criterion: str, index: int) -> Where:
    """Where the judgement with this index stands, be it alone or one of a list."""
    scores = document.data["scores"]
    several = isinstance(scores, dict) and isinstance(scores.get(criterion), list)
    return ("scores", criterion, index) if several else ("scores", criterion)


def _check_judgement(document: Document, judgement: Judgement, here: Where) -> Iterator[Finding]:
    likely, low, high = judgement.likely, judgement.low, judgement.high
    if likely is None and low is None and high is None:
        yield document.finding(
            rules.JUDGEMENT_INCOMPLETE,
            here,
            "The judgement has no score.",
            "Add `likely:`, or `low:` and `high:`, or `likely: unknown`.",
            of_key=True,
        )
    elif (low is None) != (high is None):
        there, missing = ("low", "high") if high is None else ("high", "low")
        yield document.finding(
            rules.JUDGEMENT_INCOMPLETE,
            (*here, there),
            f"The judgement has `{there}` but not `{missing}`.",
            "Give both ends of the range; an end that is certain equals `likely`.",
            of_key=True,
        )
    elif likely == UNKNOWN and low is not None:
        yield document.finding(
            rules.JUDGEMENT_INCOMPLETE,
            (*here, "likely"),
            "An unknown score has no range.",
            "Leave `likely` out to give a range alone; it then counts as the middle of the range.",
        )
    elif low is not None and high is not None:
        if low > high:
            yield document.finding(
                rules.JUDGEMENT_ORDER,
                (*here, "low"),
                f"`low` is {low:g}, above `high`, which is {high:g}.",
                "Swap the two.",
            )
        elif isinstance(likely, float) and not low <= likely <= high:
            yield document.finding(
                rules.JUDGEMENT_ORDER,
                (*here, "likely"),
                f"`likely` is {likely:g}, outside its range from {low:g} to {high:g}.",
                "Widen the range, or mend `likely`.",
            )
