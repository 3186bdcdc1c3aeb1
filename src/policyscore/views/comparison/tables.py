"""Why one option stands above another, as JSON data, CSV and Markdown."""

from typing import Any

from policyscore.case.case import Case
from policyscore.scoring.comparison import Comparison
from policyscore.scoring.ranking import Ranking
from policyscore.views.comparison.text import points_shown, sentence
from policyscore.views.csv_text import csv_text
from policyscore.views.figures import shares, signed
from policyscore.views.markdown import escape, table


def comparison_data(case: Case, ranking: Ranking, comparison: Comparison) -> dict[str, Any]:
    """A comparison as data, schema `policyscore/comparison/1`."""
    return {
        "schema": "policyscore/comparison/1",
        "case": case.title,
        "profile": {"id": ranking.profile, "title": ranking.title},
        "first": {"option": comparison.first, "value": comparison.first_total},
        "second": {"option": comparison.second, "value": comparison.second_total},
        "gap": comparison.gap,
        "sentence": sentence(case, ranking, comparison),
        "differences": [
            {
                "criterion": d.criterion,
                "title": case.criteria[d.criterion].title,
                "weight": d.weight,
                "first": d.first,
                "second": d.second,
                "points": d.points,
            }
            for d in comparison.differences
        ],
    }


def comparison_csv(case: Case, comparison: Comparison) -> str:
    """A comparison as CSV, a line for each criterion."""
    header = ["criterion", "title", "weight"]
    header += [f"value:{comparison.first}", f"value:{comparison.second}", "points"]
    rows = [
        [d.criterion, case.criteria[d.criterion].title, d.weight, d.first, d.second, d.points]
        for d in comparison.differences
    ]
    return csv_text(header, rows)


def comparison_markdown(case: Case, ranking: Ranking, comparison: Comparison) -> str:
    """A comparison as Markdown."""
    points = points_shown(comparison)
    percent = shares(ranking.weights.criteria)
    rows = [
        [
            escape(case.criteria[d.criterion].title),
            f"{d.first:.1f}",
            f"{d.second:.1f}",
            escape(percent[d.criterion]),
            signed(points[d.criterion]),
        ]
        for d in comparison.differences
    ]
    total = [f"**{t:.1f}**" for t in (comparison.first_total, comparison.second_total)]
    rows.append(["**Total**", *total, "", f"**{signed(sum(points.values()))}**"])
    titles = [escape(case.options[o].title) for o in (comparison.first, comparison.second)]
    lines = [escape(sentence(case, ranking, comparison)), ""]
    lines += table(["Criterion", *titles, "Weight", "Points"], "lrrrr", rows)
    return "\n".join(lines) + "\n"
