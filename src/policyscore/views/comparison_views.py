"""Why one option stands above another: for a terminal, as JSON data, CSV and Markdown."""

from typing import Any

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.cautions import enumerate_titles
from policyscore.scoring.comparison import Comparison
from policyscore.scoring.ranking import TIE, Ranking
from policyscore.views.csv_text import csv_text
from policyscore.views.figures import add_up, percentages, signed
from policyscore.views.glyphs import Glyphs, glyphs_for
from policyscore.views.markdown import escape, table
from policyscore.views.terminal import plain_table, safe, width_of

_MOST_REASONS = 3
_BAR = 14
_OPTION = 11


def points_shown(comparison: Comparison) -> dict[str, float]:
    """Each criterion's points, rounded so that they add up to the rounded gap."""
    differences = comparison.differences
    rounded = add_up([d.points for d in differences])
    return {d.criterion: points for d, points in zip(differences, rounded, strict=True)}


def sentence(case: Case, ranking: Ranking, comparison: Comparison, minus: str = "-") -> str:
    """Say in one sentence why one option stands above the other."""
    points = points_shown(comparison)
    first, second = (case.options[o].title for o in (comparison.first, comparison.second))
    if comparison.first == comparison.second:
        return f"{first} is compared with itself."
    ahead = comparison.gap > 0
    above, below = (first, second) if ahead else (second, first)
    sign = 1 if ahead else -1
    if abs(comparison.gap) <= TIE:
        return f"{first} and {second} are worth the same under {ranking.title}."
    pro = [d for d in comparison.differences if sign * d.points > TIE]
    con = [d for d in comparison.differences if sign * d.points < -TIE]

    def names(differences: list[Any]) -> str:
        kept = differences[:_MOST_REASONS]
        return enumerate_titles(
            [
                f"{case.criteria[d.criterion].title} ({signed(sign * points[d.criterion], minus)})"
                for d in kept
            ]
        )

    shown = f"{abs(comparison.gap):.1f}" if abs(comparison.gap) >= 0.05 else "less than 0.1"
    text = f"{above} stands {shown} above {below} under {ranking.title}"
    text += f", chiefly for {names(pro)}"
    return f"{text}, in spite of {names(con)}." if con else f"{text}; nothing speaks against it."


def comparison_terminal(
    console: Console, case: Case, ranking: Ranking, comparison: Comparison
) -> RenderableType:
    """Lay a comparison out, the largest difference first.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        case: The case.
        ranking: The ranking under whose profile the options are compared.
        comparison: The two options.
    """
    glyphs = glyphs_for(console.encoding)
    shown = points_shown(comparison)
    shares = percentages([d.weight for d in comparison.differences])
    first, second = (case.options[o].title for o in (comparison.first, comparison.second))
    out = plain_table()
    longest = max(cell_len(case.criteria[d.criterion].title) for d in comparison.differences)
    room = max(min(longest, width_of(console) - 2 * _OPTION - _BAR - 25), 12)
    out.add_column("Criterion", overflow="fold", width=room)
    out.add_column(safe(first), justify="right", min_width=6, max_width=_OPTION)
    out.add_column(safe(second), justify="right", min_width=6, max_width=_OPTION)
    out.add_column("Weight", justify="right", no_wrap=True)
    out.add_column("Points", justify="right", no_wrap=True)
    out.add_column("", width=_BAR + 1, no_wrap=True)
    largest = max(map(abs, shown.values()))
    for d, share in zip(comparison.differences, shares, strict=True):
        points = shown[d.criterion]
        out.add_row(
            safe(case.criteria[d.criterion].title),
            f"{d.first:.1f}",
            f"{d.second:.1f}",
            share,
            signed(points, glyphs.minus),
            _difference_bar(points, largest, glyphs),
        )
    out.add_row(
        Text("Total", "bold"),
        Text(f"{comparison.first_total:.1f}", "bold"),
        Text(f"{comparison.second_total:.1f}", "bold"),
        "",
        Text(signed(sum(shown.values()), glyphs.minus), "bold"),
    )
    note = Text(
        "Values run from 0, the worst end of each scale, to 100, the best. Points are the weight "
        "times the difference of the values; they add up to the difference of the totals.",
        "dim",
    )
    said = safe(sentence(case, ranking, comparison, glyphs.minus), "bold")
    return Group(said, Text(""), out, Text(""), note)


def _difference_bar(points: float, largest: float, glyphs: Glyphs) -> Text:
    """A bar to the right of the middle for what speaks for the first option, else to the left."""
    half = _BAR // 2
    length = round(half * abs(points) / largest) if largest else 0
    fill = glyphs.shades[0]
    if points >= 0:
        return Text(" " * half).append("|", "dim").append(fill * length, "green")
    return Text(" " * (half - length)).append(fill * length, "red").append("|", "dim")


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
    header = ["criterion", "title", "weight", comparison.first, comparison.second, "points"]
    rows = [
        [d.criterion, case.criteria[d.criterion].title, d.weight, d.first, d.second, d.points]
        for d in comparison.differences
    ]
    return csv_text(header, rows)


def comparison_markdown(case: Case, ranking: Ranking, comparison: Comparison) -> str:
    """A comparison as Markdown."""
    points = points_shown(comparison)
    shares = percentages([d.weight for d in comparison.differences])
    rows = [
        [
            escape(case.criteria[d.criterion].title),
            f"{d.first:.1f}",
            f"{d.second:.1f}",
            share.replace("<", "&lt;"),
            signed(points[d.criterion]),
        ]
        for d, share in zip(comparison.differences, shares, strict=True)
    ]
    total = [f"**{t:.1f}**" for t in (comparison.first_total, comparison.second_total)]
    rows.append(["**Total**", *total, "", f"**{signed(sum(points.values()))}**"])
    titles = [escape(case.options[o].title) for o in (comparison.first, comparison.second)]
    lines = [escape(sentence(case, ranking, comparison)), ""]
    lines += table(["Criterion", *titles, "Weight", "Points"], "lrrrr", rows)
    return "\n".join(lines) + "\n"
