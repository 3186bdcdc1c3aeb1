"""One ranking as CSV and Markdown."""

from policyscore.case.case import Case
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.views.csv_text import csv_text
from policyscore.views.figures import rank_text, signed
from policyscore.views.markdown import escape, table
from policyscore.views.ranking.text import has_unknown, members_line, not_shown, weights_line


def ranking_csv(case: Case, ranking: Ranking) -> str:
    """One ranking as CSV, a line for each option, with every value and contribution."""
    criteria = list(ranking.weights.criteria)
    header = ["rank", "option", "title", "value", "low", "high", "gap", "tied", "excluded"]
    header += [f"score:{key}" for key in criteria]
    header += [f"value:{key}" for key in criteria]
    header += [f"contribution:{key}" for key in criteria]
    rows = []
    for r in ranking.ranked:
        total, valued = r.total, r.valued
        row = [r.rank, r.option, case.options[r.option].title, total.value, total.low, total.high]
        row += [r.gap, r.tied, r.excluded]
        row += [valued.scores[key].score for key in criteria]
        row += [valued.values[key] for key in criteria]
        row += [total.contributions[key] for key in criteria]
        rows.append(row)
    return csv_text(header, rows)


def ranking_markdown(case: Case, ranking: Ranking, top: int | None) -> str:
    """One ranking as Markdown: a table, the profile, and what a reader must know."""
    shown = ranking.first_ranks(top).ranked
    lines = [f"## {escape(case.title)}", ""]
    if case.header.question:
        lines += [escape(case.header.question), ""]
    lines += [f"Profile: **{escape(ranking.title)}**", ""]
    header = ["#", "Option", "Total", "Low", "High", "Gap to baseline"]
    lines += table(header, "rlrrrr", [_markdown_row(case, ranking, r) for r in shown])
    notes = [
        weights_line(case, ranking),
        members_line(case, ranking),
        *not_shown(ranking, len(shown)),
    ]
    notes += ["?: a score is unknown."] if any(map(has_unknown, shown)) else []
    lines += ["", escape(" ".join(filter(None, notes)))]
    if ranking.cautions:
        lines += ["", "Before you rely on this:", ""]
        lines += [f"- {escape(caution.text)}" for caution in ranking.cautions]
    return "\n".join(lines) + "\n"


def _markdown_row(case: Case, ranking: Ranking, r: Ranked) -> list[str]:
    title = escape(case.options[r.option].title)
    return [
        "excluded" if r.excluded else rank_text(r.rank, r.tied),
        f"**{title}**" if r.rank == 1 else title,
        f"{r.total.value:.1f}{'?' if has_unknown(r) else ''}",
        f"{r.total.low:.1f}",
        f"{r.total.high:.1f}",
        "baseline" if r.option == ranking.baseline else signed(r.gap),
    ]
