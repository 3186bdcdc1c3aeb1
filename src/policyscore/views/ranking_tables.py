"""Rankings as CSV and Markdown."""

from collections.abc import Sequence

from policyscore.case.case import Case
from policyscore.scoring.agreement import Agreement
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.views.csv_text import csv_text
from policyscore.views.figures import percentages, rank_text, signed
from policyscore.views.markdown import escape, table
from policyscore.views.matrix_terminal import agreement_lines, column_names


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


def rankings_csv(case: Case, rankings: Sequence[Ranking], agreement: Agreement) -> str:
    """Several rankings as CSV: the rank and total of each option under each profile."""
    header = ["option", "title", "mean_rank"]
    for ranking in rankings:
        header += [f"rank:{ranking.profile}", f"value:{ranking.profile}"]
    places = [{r.option: r for r in ranking.ranked} for ranking in rankings]
    rows = []
    for option, mean in agreement.mean_ranks.items():
        row = [option, case.options[option].title, mean]
        for by_option in places:
            row += [by_option[option].rank, by_option[option].total.value]
        rows.append(row)
    return csv_text(header, rows)


def ranking_markdown(case: Case, ranking: Ranking) -> str:
    """One ranking as Markdown: a table, the profile, and what a reader must know."""
    lines = [f"## {escape(case.title)}", ""]
    if case.header.question:
        lines += [escape(case.header.question), ""]
    lines += [f"Profile: **{escape(ranking.title)}**", ""]
    header = ["#", "Option", "Total", "Low", "High", "Gap to baseline"]
    lines += table(header, "rlrrrr", [_markdown_row(case, ranking, r) for r in ranking.ranked])
    weights = ranking.weights.criteria
    shares = percentages(list(weights.values()))
    listed = sorted(zip(weights, shares, strict=True), key=lambda pair: -weights[pair[0]])
    shown = ", ".join(f"{escape(case.criteria[key].title)} {share}" for key, share in listed)
    lines += ["", f"Weights: {shown.replace('<1', '&lt;1')}."]
    if ranking.cautions:
        lines += ["", "Before you rely on this:", ""]
        lines += [f"- {escape(caution.text)}" for caution in ranking.cautions]
    return "\n".join(lines) + "\n"


def _markdown_row(case: Case, ranking: Ranking, r: Ranked) -> list[str]:
    unknown = any(score.unknown for score in r.valued.scores.values())
    title = escape(case.options[r.option].title)
    return [
        "excluded" if r.excluded else rank_text(r.rank, r.tied),
        f"**{title}**" if r.rank == 1 else title,
        f"{r.total.value:.1f}{'?' if unknown else ''}",
        f"{r.total.low:.1f}",
        f"{r.total.high:.1f}",
        "baseline" if r.option == ranking.baseline else signed(r.gap),
    ]


def rankings_markdown(case: Case, rankings: Sequence[Ranking], agreement: Agreement) -> str:
    """Several rankings as Markdown: a matrix of ranks, who is first where, how far they agree."""
    letters = column_names(len(rankings))
    places = [{r.option: r for r in ranking.ranked} for ranking in rankings]
    rows = []
    for option, mean in agreement.mean_ranks.items():
        ranks = [rank_text(by[option].rank, by[option].tied) for by in places]
        middle = "-" if mean is None else f"{mean:.1f}"
        rows.append([escape(case.options[option].title), *ranks, middle])
    lines = [f"## {escape(case.title)}", ""]
    lines += table(["Option", *letters, "Mean"], "l" + "r" * (len(letters) + 1), rows)
    lines.append("")
    for letter, ranking in zip(letters, rankings, strict=True):
        lines.append(f"- {letter}: {escape(ranking.title)}")
    titles = {ranking.profile: ranking.title for ranking in rankings}
    lines += ["", "First somewhere:", ""]
    for option, profiles in agreement.firsts.items():
        where = escape(", ".join(titles[p] for p in profiles))
        lines.append(f"- {escape(case.options[option].title)} under {where}")
    lines.append("")
    lines += [escape(line) for line in agreement_lines(agreement, titles)]
    return "\n".join(lines) + "\n"
