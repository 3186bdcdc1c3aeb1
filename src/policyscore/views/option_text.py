"""How an option's judgements and stances read, for every format."""

from policyscore.case.case import Case
from policyscore.case.options import UNKNOWN, Judgement, Stance

STANCE_VERBS = {
    "recommends": "recommends it",
    "conditional": "recommends it on a condition",
    "mentions": "mentions it",
    "doubts": "doubts it",
    "opposes": "opposes it",
    "predicts": "expects it",
}


def judged_score(judgement: Judgement) -> str:
    """A judgement's numbers, such as `40 (25 to 60)`."""
    low, high = judgement.low, judgement.high
    span = "" if low is None or high is None else f"{low:g} to {high:g}"
    if judgement.likely == UNKNOWN:
        return UNKNOWN
    if judgement.likely is None:
        return span
    return f"{judgement.likely:g} ({span})" if span else f"{judgement.likely:g}"


def qualities(judgement: Judgement) -> str:
    """How a judgement came about, such as `inferred, moderate confidence`."""
    parts = [judgement.basis] if judgement.basis else []
    if judgement.confidence:
        parts.append(f"{judgement.confidence} confidence")
    return ", ".join(parts)


def locator(case: Case, what: Judgement | Stance) -> str:
    """Where in the sources something stands; the source is named only if there are several."""
    several = len(case.header.sources) > 1 or not what.at
    return " ".join(filter(None, [what.source if several else "", what.at]))


def cited(case: Case, option: str) -> list[str]:
    """The sources that an option's file cites, each as a line."""
    content = case.options[option]
    used = [stance.source for stance in content.stances]
    used += [j.source for judgements in content.scores.values() for j in judgements]
    lines = []
    for key in dict.fromkeys(filter(None, used)):
        source = case.source(key)
        details = ", ".join(filter(None, [source.by, source.title, source.published, source.url]))
        lines.append(f"{key}: {details}")
    return lines
