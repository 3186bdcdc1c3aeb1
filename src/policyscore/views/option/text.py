"""How an option's judgements and stances read, for every format."""

from collections.abc import Iterable

from policyscore.case.case import Case
from policyscore.case.compatibility import conflicts
from policyscore.case.distributions import form_of
from policyscore.case.judgement_words import distribution_words
from policyscore.case.options import UNKNOWN, Judgement, Stance
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.views.figures import number, signed

STANCE_VERBS = {
    "recommends": "recommends it",
    "conditional": "recommends it on a condition",
    "mentions": "mentions it",
    "doubts": "doubts it",
    "opposes": "opposes it",
    "predicts": "expects it",
}

CENTRAL_RANGES = (
    "Of a judgement given as normal, beta or samples, the score is the mean and the range the "
    "central 95%."
)


def facts(case: Case, option: str) -> list[tuple[str, str]]:
    """An option's tags, what it requires and what it conflicts with, as labels and texts."""
    content = case.options[option]
    against = sorted(conflicts(case.options)[option])

    def titles(others: Iterable[str]) -> str:
        return "; ".join(case.options[other].title for other in others)

    found = [
        ("Tags", ", ".join(content.tags)),
        ("Requires", titles(content.requires)),
        ("Conflicts with", titles(against)),
    ]
    return [(label, text) for label, text in found if text]


def standing(case: Case, ranking: Ranking, place: Ranked, minus: str = "-") -> str:
    """Where an option stands, in a few sentences."""
    total = place.total
    span = f"{total.value:.1f}, within {total.low:.1f} to {total.high:.1f}"
    if place.rank is None:
        missed = " and ".join(case.criteria[key].title for key in place.valued.misses)
        return (
            f"Excluded under every profile: it misses the requirement on {missed}. "
            f"Its total under {ranking.title} would be {span}."
        )
    tie = ", tied," if place.tied else ""
    of = sum(not r.excluded for r in ranking.ranked)
    if place.option == ranking.baseline:
        gap = "It is the baseline"
    else:
        base = case.options[ranking.baseline].title
        gap = f"{signed(place.gap, minus)} against the baseline, {base}"
    return f"Rank {place.rank}{tie} of {of} under {ranking.title}. Total {span}. {gap}."


def judged_score(judgement: Judgement, minus: str = "-", plus_minus: str = "±") -> str:
    """A judgement's numbers, such as `40 (25 to 60)` or `normal 40 ± 10`."""
    if form_of(judgement):
        return distribution_words(judgement, lambda x: number(x, minus), plus_minus)
    low, high, likely = judgement.low, judgement.high, judgement.likely
    span = ""
    if low is not None and high is not None:
        span = f"{number(low, minus)} to {number(high, minus)}"
    if likely is None:
        return span
    if not isinstance(likely, float):
        return UNKNOWN
    return f"{number(likely, minus)} ({span})" if span else number(likely, minus)


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
