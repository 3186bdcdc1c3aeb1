"""Checks of an option's file that its model cannot express: lists and judgements."""

from collections.abc import Iterator

from policyscore.case.distribution_checks import check_distribution
from policyscore.case.distributions import form_of
from policyscore.case.kinds import Where
from policyscore.case.naming import plain
from policyscore.case.options import UNKNOWN, Judgement, Option
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document


def check_option(document: Document, option: Option) -> Iterator[Finding]:
    """Check what an option's file says, as far as the file alone can tell."""
    for name in ("tags", "requires", "conflicts_with"):
        seen: set[str] = set()
        for index, item in enumerate(getattr(option, name)):
            if item in seen:
                yield document.finding(
                    rules.DUPLICATE_ITEM,
                    (name.replace("_", "-"), index),
                    f"`{item}` is already in this list.",
                    "Keep it once.",
                )
            seen.add(item)
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
    form = form_of(judgement)
    if form:
        yield from check_distribution(document, judgement, here)
        if form != "beta" or likely is not None:
            return
    if not form and likely is None and low is None and high is None:
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
            "Give both ends between which it is spread."
            if form
            else "Give both ends of the range; an end that is certain equals `likely`.",
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
                f"`low` is {plain(low)}, above `high`, which is {plain(high)}.",
                "Swap the two.",
            )
        elif isinstance(likely, float) and not low <= likely <= high:
            yield document.finding(
                rules.JUDGEMENT_ORDER,
                (*here, "likely"),
                f"`likely` is {plain(likely)}, outside its range "
                f"from {plain(low)} to {plain(high)}.",
                "Widen the range, or mend `likely`.",
            )
