"""One ranking as a table for a terminal, with what a reader must know below it."""

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.views.figures import percentages, rank_text, signed
from policyscore.views.glyphs import Glyphs, glyphs_for
from policyscore.views.terminal import bar, item, join, legend, safe, width_of

_NARROWEST_BAR = 12
_WIDEST_BAR = 50


def ranking_terminal(
    console: Console, case: Case, ranking: Ranking, top: int | None
) -> RenderableType:
    """Lay a ranking out.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        case: The case.
        ranking: The ranking.
        top: Ranks to show; all if None.
    """
    glyphs = glyphs_for(console.encoding)
    rows = [r for r in ranking.ranked if top is None or (r.rank is not None and r.rank <= top)]
    parts: list[RenderableType] = [safe(case.title, "bold")]
    if case.header.question:
        parts.append(safe(case.header.question))
    parts += [Text(""), _table(case, ranking, rows, width_of(console), glyphs)]
    parts.append(Text(""))
    groups = [case.member_title(key) for key in case.top_level]
    parts.append(legend(groups, width_of(console), glyphs))
    parts += [Text(""), *_profile(case, ranking)]
    hidden = len(ranking.ranked) - len(rows)
    if ranking.of != len(ranking.ranked):
        parts.append(
            Text(f"Ranked here: {len(ranking.ranked)} of the case's {ranking.of} options.")
        )
    if hidden:
        parts.append(Text(f"Not shown: {hidden} more."))
    if ranking.cautions:
        parts += [Text(""), Text("Before you rely on this", "bold")]
        parts += [item(safe(caution.text), glyphs) for caution in ranking.cautions]
    return Group(*parts)


def _table(case: Case, ranking: Ranking, rows: list[Ranked], width: int, glyphs: Glyphs) -> Table:
    """The table proper: rank, option, total, bar, range, gap."""
    longest = max((len(case.options[r.option].title) for r in rows), default=10)
    title_width = max(min(longest, width - 37 - _NARROWEST_BAR), 12)
    bar_width = min(max(width - 37 - title_width, _NARROWEST_BAR), _WIDEST_BAR)
    # Columns of fixed width and no padding spare rich most of its measuring.
    table = Table(box=None, padding=0, pad_edge=False, header_style="dim", show_edge=False)
    table.add_column("#", justify="right", no_wrap=True, width=max(3, len(str(len(rows))) + 1))
    table.add_column("", width=2)
    table.add_column("Option", width=title_width, overflow="fold")
    table.add_column("Total ", justify="right", no_wrap=True, width=8)
    table.add_column(" of 100", width=bar_width + 1, no_wrap=True)
    table.add_column("Low-high".replace("-", glyphs.dash), justify="right", no_wrap=True, width=13)
    table.add_column("Gap", justify="right", no_wrap=True, width=10)
    for r in rows:
        contributions = [
            sum(r.total.contributions[leaf] for leaf in leaves)
            for leaves in case.top_level.values()
        ]
        is_baseline = r.option == ranking.baseline
        style = "bold" if r.rank == 1 else "dim" if r.excluded else ""
        table.add_row(
            Text(rank_text(r.rank, r.tied), style),
            "",
            safe(case.options[r.option].title, style),
            Text(f"{r.total.value:.1f}{'?' if _has_unknown(r) else ' '}", style),
            join(" ", bar(contributions, bar_width, glyphs)),
            Text(f"{r.total.low:.1f}{glyphs.dash}{r.total.high:.1f}"),
            Text("baseline" if is_baseline else signed(r.gap, glyphs.minus)),
            style="italic" if is_baseline else None,
        )
    return table


def _has_unknown(ranked: Ranked) -> bool:
    return any(score.unknown for score in ranked.valued.scores.values())


def _profile(case: Case, ranking: Ranking) -> list[RenderableType]:
    """Whose weights these are, why, and what they are."""
    parts: list[RenderableType] = [join("Profile: ", safe(ranking.title, "bold"))]
    if ranking.by:
        parts.append(join("Held by: ", safe(ranking.by)))
    if ranking.because:
        parts.append(join("Because: ", safe(ranking.because)))
    weights = ranking.weights.criteria
    shown = percentages(list(weights.values()))
    listed = sorted(zip(weights, shown, strict=True), key=lambda pair: -weights[pair[0]])
    text = Text("Weights: ")
    for index, (key, share) in enumerate(listed):
        text.append(", " if index else "")
        text.append_text(safe(case.criteria[key].title)).append(f" {share}")
    parts.append(text)
    base = case.options[ranking.baseline].title
    parts.append(
        join(
            "Gap: total less that of the baseline, ",
            safe(base),
            ". Low and high: the totals that the judgements allow.",
            *([" ?: a score is unknown."] if any(map(_has_unknown, ranking.ranked)) else []),
            style="dim",
        )
    )
    return parts
