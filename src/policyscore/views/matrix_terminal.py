"""Several rankings side by side: a matrix of ranks, who is first where, how far they agree."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.agreement import Agreement
from policyscore.scoring.ranking import Ranking
from policyscore.views.figures import rank_text
from policyscore.views.glyphs import glyphs_for
from policyscore.views.terminal import item, join, plain_table, safe, width_of

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def column_names(count: int) -> list[str]:
    """Short names for columns: A to Z, then AA, AB and so on."""
    names = []
    for number in range(count):
        name, rest = "", number
        while rest >= 0:
            name = _LETTERS[rest % 26] + name
            rest = rest // 26 - 1
        names.append(name)
    return names


def matrix_terminal(
    console: Console,
    case: Case,
    rankings: Sequence[Ranking],
    agreement: Agreement,
    top: int | None,
) -> RenderableType:
    """Lay several rankings out, the options by their mean rank.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        case: The case.
        rankings: The rankings, of the same options.
        agreement: How far they agree.
        top: Options to show, by their best rank anywhere; all if None.
    """
    glyphs = glyphs_for(console.encoding)
    letters = column_names(len(rankings))
    places = [{r.option: r for r in ranking.ranked} for ranking in rankings]
    table = plain_table()
    wide = max(min(width_of(console) - 9 - 5 * len(rankings), 60), 16)
    longest = max((len(case.options[key].title) for key in agreement.mean_ranks), default=10)
    table.add_column("Option", width=min(longest, wide), overflow="fold")
    for letter in letters:
        table.add_column(letter, justify="right", no_wrap=True)
    table.add_column("Mean", justify="right", no_wrap=True)
    shown = 0
    for option, mean in agreement.mean_ranks.items():
        ranks = [by_option[option] for by_option in places]
        best = min((r.rank for r in ranks if r.rank is not None), default=None)
        if top is not None and (best is None or best > top):
            continue
        shown += 1
        table.add_row(
            safe(case.options[option].title, "bold" if best == 1 else ""),
            *(Text(rank_text(r.rank, r.tied), "bold green" if r.rank == 1 else "") for r in ranks),
            Text("-" if mean is None else f"{mean:.1f}", "dim"),
        )
    parts: list[RenderableType] = [safe(case.title, "bold")]
    if case.header.question:
        parts.append(safe(case.header.question))
    parts += [Text(""), table, Text("")]
    if shown < len(agreement.mean_ranks):
        parts.append(Text(f"Not shown: {len(agreement.mean_ranks) - shown} more."))
    for letter, ranking in zip(letters, rankings, strict=True):
        parts.append(join(f"{letter:>2}  ", safe(ranking.title), style=""))
    parts += [Text(""), Text("First somewhere", "bold")]
    titles = {ranking.profile: ranking.title for ranking in rankings}
    for option, profiles in agreement.firsts.items():
        where = ", ".join(titles[p] for p in profiles)
        text = join(safe(case.options[option].title), " under ", safe(where), ".")
        parts.append(item(text, glyphs))
    parts += [Text(""), Text("Agreement", "bold")]
    parts += [item(safe(line), glyphs) for line in agreement_lines(agreement, titles)]
    return Group(*parts)


def agreement_lines(agreement: Agreement, titles: dict[str, str]) -> list[str]:
    """How far the profiles agree, in words."""
    lines = []
    if agreement.concordance is None:
        lines.append("Kendall's W is undefined here.")
    else:
        w = agreement.concordance
        strength = "close" if w >= 0.7 else "moderate" if w >= 0.4 else "little"
        lines.append(f"Kendall's W is {w:.2f} (0: none, 1: the same order): {strength} agreement.")
    pair = agreement.least_alike
    if pair is not None:
        tau = agreement.pairs[pair]
        first, second = (" ".join(titles[p].split()) for p in pair)
        lines.append(
            f"Least alike are {first} and {second}: Kendall's tau-b {tau:.2f} "
            "(-1: reversed, 1: the same)."
        )
    return lines
