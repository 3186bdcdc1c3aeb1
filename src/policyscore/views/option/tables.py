"""One option as JSON data, CSV and Markdown."""

from typing import Any

from policyscore.case.case import Case
from policyscore.case.compatibility import conflicts
from policyscore.case.judgement_words import as_in_file
from policyscore.case.options import Judgement
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.views.csv_text import csv_text
from policyscore.views.figures import add_up, number, shares
from policyscore.views.markdown import escape, table
from policyscore.views.option.text import (
    CENTRAL_RANGES,
    STANCE_VERBS,
    cited,
    facts,
    judged_score,
    locator,
    qualities,
    standing,
)


def option_data(case: Case, ranking: Ranking, place: Ranked) -> dict[str, Any]:
    """One option as data, schema `policyscore/option/1`."""
    option = case.options[place.option]
    weights = ranking.weights.criteria
    return {
        "schema": "policyscore/option/1",
        "case": case.title,
        "option": place.option,
        "title": option.title,
        "summary": option.summary,
        "tags": list(option.tags),
        "requires": list(option.requires),
        "conflicts-with": sorted(conflicts(case.options)[place.option]),
        "profile": {"id": ranking.profile, "title": ranking.title, "weights": dict(weights)},
        "rank": place.rank,
        "tied": place.tied,
        "excluded": place.excluded,
        "value": place.total.value,
        "low": place.total.low,
        "high": place.total.high,
        "gap": place.gap,
        "stances": [
            {
                "expert": s.expert,
                "stance": s.stance,
                "source": s.source or None,
                "at": s.at or None,
                "because": s.because or None,
            }
            for s in option.stances
        ],
        "criteria": [
            {
                "criterion": key,
                "title": case.criteria[key].title,
                "score": place.valued.scores[key].score,
                "low": place.valued.scores[key].low,
                "high": place.valued.scores[key].high,
                "unknown": place.valued.scores[key].unknown,
                "value": place.valued.values[key],
                "weight": weight,
                "contribution": place.total.contributions[key],
                "judgements": [_judgement_data(j) for j in option.scores[key]],
            }
            for key, weight in weights.items()
        ],
    }


def _judgement_data(judgement: Judgement) -> dict[str, Any]:
    return {
        "by": judgement.by,
        "likely": judgement.likely,
        "low": judgement.low,
        "high": judgement.high,
        "confidence": judgement.confidence or None,
        "basis": judgement.basis or None,
        "source": judgement.source or None,
        "at": judgement.at or None,
        "because": judgement.because or None,
        "normal": _listed(judgement.normal),
        "beta": _listed(judgement.beta),
        "samples": _listed(judgement.samples),
    }


def _listed(numbers: tuple[float, ...] | None) -> list[float] | None:
    return None if numbers is None else list(numbers)


def option_csv(case: Case, ranking: Ranking, place: Ranked) -> str:
    """One option's judgements as CSV, a line each."""
    header = ["criterion", "title", "score", "value", "weight", "contribution", "by", "likely"]
    header += ["low", "high", "confidence", "basis", "source", "at", "because", "distribution"]
    rows: list[list[Any]] = []
    for key, weight in ranking.weights.criteria.items():
        start = [key, case.criteria[key].title, place.valued.scores[key].score]
        start += [place.valued.values[key], weight, place.total.contributions[key]]
        for j in case.options[place.option].scores[key]:
            row = [*start, j.by, j.likely, j.low, j.high, j.confidence, j.basis, j.source, j.at]
            rows.append([*row, j.because, as_in_file(j)])
    return csv_text(header, rows)


def option_markdown(case: Case, ranking: Ranking, place: Ranked) -> str:
    """One option as Markdown."""
    option = case.options[place.option]
    lines = [f"## {escape(option.title)}", ""]
    if option.summary:
        lines += [escape(option.summary), ""]
    related = [f"{label}: {text}." for label, text in facts(case, place.option)]
    lines += [escape(" ".join(related)), ""] if related else []
    lines += [escape(standing(case, ranking, place)), ""]
    for stance in option.stances:
        at = locator(case, stance)
        who = f"**{escape(case.expert(stance.expert).title)}** {STANCE_VERBS[stance.stance]}"
        why = f": {escape(stance.because)}" if stance.because else "."
        lines.append(f"- {who}{f' ({escape(at)})' if at else ''}{why}")
    lines += [""] if option.stances else []
    weights = ranking.weights.criteria
    points = add_up([place.total.contributions[key] for key in weights])
    percent = shares(weights)
    rows = []
    for key, shown in zip(weights, points, strict=True):
        score = place.valued.scores[key]
        judged = [_judged_markdown(case, j) for j in option.scores[key]]
        rows.append(
            [
                escape(case.criteria[key].title),
                "unknown" if score.unknown else number(score.score),
                f"{place.valued.values[key]:.1f}",
                escape(percent[key]),
                f"{shown:.1f}",
                "<br>".join(judged),
            ]
        )
    rows.append(["**Total**", "", "", "", f"**{sum(points):.1f}**", ""])
    header = ["Criterion", "Score", "Value", "Weight", "Points", "Who judged, and why"]
    lines += table(header, "lrrrrl", rows)
    if any(score.central for score in place.valued.scores.values()):
        lines += ["", CENTRAL_RANGES]
    lines += ["", *[f"- {escape(line)}" for line in cited(case, place.option)]]
    return "\n".join(lines).rstrip() + "\n"


def _judged_markdown(case: Case, judgement: Judgement) -> str:
    at = locator(case, judgement)
    details = ", ".join(filter(None, [judged_score(judgement), qualities(judgement), at]))
    return escape(f"{case.expert(judgement.by).title}: {details}. {judgement.because}".strip())
