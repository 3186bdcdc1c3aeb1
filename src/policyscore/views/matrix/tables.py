"""Several rankings side by side as CSV and Markdown."""

from collections.abc import Sequence
from typing import Any

from policyscore.case.case import Case
from policyscore.scoring.agreement import Agreement
from policyscore.scoring.ranking import Ranking
from policyscore.views.csv_text import csv_text
from policyscore.views.figures import rank_text
from policyscore.views.markdown import escape, table
from policyscore.views.matrix.text import (
    agreement_lines,
    column_names,
    matrix_key,
    matrix_rows,
)
from policyscore.views.ranking.text import not_shown


def rankings_csv(
    case: Case, rankings: Sequence[Ranking], agreement: Agreement, top: int | None
) -> str:
    """Several rankings as CSV: the rank and total of each option under each profile."""
    header = ["option", "title", "mean_rank"]
    for ranking in rankings:
        header += [f"rank:{ranking.profile}", f"value:{ranking.profile}"]
    rows = []
    for row in matrix_rows(rankings, agreement, top):
        cells: list[Any] = [row.option, case.options[row.option].title, row.mean]
        for place in row.places:
            cells += [place.rank, place.total.value]
        rows.append(cells)
    return csv_text(header, rows)


def rankings_markdown(
    case: Case, rankings: Sequence[Ranking], agreement: Agreement, top: int | None
) -> str:
    """Several rankings as Markdown: a matrix of ranks, who is first where, how far they agree."""
    letters = column_names(len(rankings))
    shown = matrix_rows(rankings, agreement, top)
    rows = []
    for row in shown:
        ranks = [rank_text(place.rank, place.tied) for place in row.places]
        mean = "-" if row.mean is None else f"{row.mean:.1f}"
        rows.append([escape(case.options[row.option].title), *ranks, mean])
    lines = [f"## {escape(case.title)}", ""]
    if case.header.question:
        lines += [escape(case.header.question), ""]
    lines += table(["Option", *letters, "Mean"], "l" + "r" * (len(letters) + 1), rows)
    notes = [matrix_key(letters, shown), *not_shown(rankings[0], len(rows))]
    lines += ["", escape(" ".join(notes)), ""]
    for letter, ranking in zip(letters, rankings, strict=True):
        lines.append(f"- {letter}: {escape(ranking.title)}")
    titles = {ranking.profile: ranking.title for ranking in rankings}
    lines += ["", "First somewhere:", ""] if agreement.firsts else []
    for option, profiles in agreement.firsts.items():
        where = escape(", ".join(titles[p] for p in profiles))
        lines.append(f"- {escape(case.options[option].title)} under {where}")
    lines.append("")
    lines += [f"{escape(line)}\n" for line in agreement_lines(agreement, titles)]
    return "\n".join(lines).rstrip("\n") + "\n"
