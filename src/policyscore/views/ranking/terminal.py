"""One ranking as a table for a terminal, with what a reader must know below it."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.views.figures import rank_column, signed
from policyscore.views.glyphs import Glyphs, glyphs_for
from policyscore.views.ranking.layout import Layout, layout_for
from policyscore.views.ranking.text import has_unknown, members_line, not_shown, weights_line
from policyscore.views.terminal import bar, item, join, legend, safe, width_of


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
    rows = ranking.first_ranks(top).ranked
    titles = [safe(case.options[r.option].title) for r in rows]
    layout = layout_for(
        width_of(console),
        len(rows),
        max([len("Option"), *(title.cell_len for title in titles)]),
        max((cell_len(r.option) for r in rows), default=0),
    )
    parts: list[RenderableType] = [safe(case.title, "bold")]
    if case.header.question:
        parts.append(safe(case.header.question))
    parts += [Text(""), _table(case, ranking, rows, layout, glyphs), Text("")]
    if layout.bar:
        groups = [case.member_title(key) for key in case.top_level]
        parts += [legend(groups, width_of(console), glyphs), Text("")]
    parts += [*_profile(case, ranking), _key(case, ranking, rows, layout)]
    parts += [Text(line) for line in not_shown(ranking, len(rows))]
    if ranking.cautions:
        parts += [Text(""), Text("Before you rely on this", "bold")]
        parts += [item(safe(caution.text), glyphs) for caution in ranking.cautions]
    return Group(*parts)


def _table(
    case: Case, ranking: Ranking, rows: Sequence[Ranked], layout: Layout, glyphs: Glyphs
) -> Table:
    """The table proper: rank, option, total, bar, range, gap."""
    # Columns of fixed width and no padding spare rich most of its measuring.
    table = Table(box=None, padding=0, pad_edge=False, header_style="dim", show_edge=False)
    header, *ranks = rank_column("#", [(r.rank, r.tied) for r in rows])
    table.add_column(header.rjust(layout.rank), no_wrap=True, width=layout.rank)
    table.add_column("", width=2)
    table.add_column("Option", width=layout.title, overflow="fold")
    if layout.id:
        table.add_column("  Id", width=layout.id, no_wrap=True)
    table.add_column("Total", justify="right", no_wrap=True, width=layout.total)
    table.add_column(" of 100" if layout.bar else "", width=layout.bar + 2, no_wrap=True)
    if layout.span:
        name = f"Low{glyphs.dash}high"
        table.add_column(name, justify="right", no_wrap=True, width=layout.span)
    table.add_column("Gap", justify="right", no_wrap=True, width=layout.gap)
    for r, rank in zip(rows, ranks, strict=True):
        is_baseline = r.option == ranking.baseline
        style = "bold" if r.rank == 1 else "dim" if r.excluded else ""
        mark = "? " if has_unknown(r) else "  "
        cells: list[Text | str] = [
            Text(rank.rjust(layout.rank), style),
            "",
            safe(case.options[r.option].title, style),
            *([Text(f"  {r.option}", "dim")] if layout.id else []),
            Text(f"{r.total.value:.1f}", style),
            join(Text(mark, style), bar(_parts(case, r), layout.bar, glyphs)),
            *([Text(f"{r.total.low:.1f}{glyphs.dash}{r.total.high:.1f}")] if layout.span else []),
            Text("baseline" if is_baseline else signed(r.gap, glyphs.minus)),
        ]
        table.add_row(*cells, style="italic" if is_baseline else None)
    return table


def _parts(case: Case, ranked: Ranked) -> list[float]:
    """What each group at the top of the tree adds to a total."""
    contributions = ranked.total.contributions
    return [sum(contributions[leaf] for leaf in leaves) for leaves in case.top_level.values()]


def _profile(case: Case, ranking: Ranking) -> list[RenderableType]:
    """Whose weights these are, why, and what they are."""
    parts: list[RenderableType] = [join("Profile: ", safe(ranking.title, "bold"))]
    if ranking.by:
        parts.append(join("Held by: ", safe(ranking.by)))
    if ranking.because:
        parts.append(join("Because: ", safe(ranking.because)))
    parts.append(safe(weights_line(case, ranking)))
    if ranking.members:
        parts.append(safe(members_line(case, ranking)))
    return parts


def _allowed(rows: Sequence[Ranked]) -> str:
    """What the range of a total is."""
    central = any(score.central for r in rows for score in r.valued.scores.values())
    more = ", of distributions their central 95%" if central else ""
    return f"the totals that the judgements allow{more}"


def _key(case: Case, ranking: Ranking, rows: Sequence[Ranked], layout: Layout) -> Text:
    """What the columns mean."""
    base = case.options[ranking.baseline].title
    return join(
        *("Gap: total less that of the baseline, ", safe(base), "."),
        *([f" Low and high: {_allowed(rows)}."] if layout.span else []),
        *([" ?: a score is unknown."] if any(map(has_unknown, rows)) else []),
        *([" -: excluded, for missing a requirement."] if any(r.excluded for r in rows) else []),
        style="dim",
    )
