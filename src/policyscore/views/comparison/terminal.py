"""Why one option stands above another, for a terminal."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.comparison import Comparison
from policyscore.scoring.ranking import Ranking
from policyscore.views.comparison.text import points_shown, sentence
from policyscore.views.figure_table import NARROWEST_TITLE, Column, figure_table, fits
from policyscore.views.figures import shares, signed
from policyscore.views.glyphs import Glyphs, glyphs_for
from policyscore.views.terminal import labelled, safe, width_of

_HALF_BAR = 7
_NARROWEST_OPTION, _WIDEST_OPTION = 10, 24
_MOST_LINES, _READABLE_TITLE = 3, 24


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
    glyphs, width = glyphs_for(console.encoding), width_of(console)
    names = [safe(case.options[o].title) for o in (comparison.first, comparison.second)]
    titles = [safe(case.criteria[d.criterion].title) for d in comparison.differences]
    letters = [Text("A"), Text("B")]
    figures = _figures(ranking, comparison, glyphs)
    with_bar = [*figures, Column(Text(""), _bars(comparison, glyphs), right=False)]
    longest = max(title.cell_len for title in titles)
    for heads, others in ((names, with_bar), (letters, with_bar), (letters, figures)):
        room = width - longest - sum(column.width + 2 for column in others)
        widest = min(max(room // 2 - 2, _NARROWEST_OPTION), _WIDEST_OPTION)
        columns = [*_options(comparison, heads, widest), *others]
        readable = all(head.cell_len <= _MOST_LINES * widest for head in heads)
        title = NARROWEST_TITLE if heads is letters else min(longest, _READABLE_TITLE)
        if readable and fits(columns, width, 2, title):
            break
    parts: list[RenderableType] = [safe(sentence(case, ranking, comparison), "bold"), Text("")]
    if heads is letters:
        parts += [labelled(Text("A:"), names[0]), labelled(Text("B:"), names[1]), Text("")]
    parts.append(figure_table("Criterion", [*titles, Text("Total", "bold")], columns, width))
    note = (
        "Values run from 0, the worst end of each scale, to 100, the best. Points are the weight "
        "times the difference of the values; they add up to the difference of the totals, before "
        f"rounding. Points above 0 speak for {heads[0].plain}, those below 0 for {heads[1].plain}."
    )
    return Group(*parts, Text(""), Text(note, "dim"))


def _options(comparison: Comparison, names: Sequence[Text], widest: int) -> list[Column]:
    """The values of the two options, with their totals."""
    first = [*(f"{d.first:.1f}" for d in comparison.differences)]
    second = [*(f"{d.second:.1f}" for d in comparison.differences)]
    totals = comparison.first_total, comparison.second_total
    return [
        Column(name, [*map(Text, values), Text(f"{total:.1f}", "bold")], widest_header=widest)
        for name, values, total in zip(names, (first, second), totals, strict=True)
    ]


def _figures(ranking: Ranking, comparison: Comparison, glyphs: Glyphs) -> list[Column]:
    """The weights, and the points that add up to the difference of the totals."""
    shown, percent = points_shown(comparison), shares(ranking.weights.criteria)
    keys = [d.criterion for d in comparison.differences]
    total = Text(signed(sum(shown.values()), glyphs.minus), "bold")
    return [
        Column(Text("Weight"), [*(Text(percent[key]) for key in keys), Text("")]),
        Column(Text("Points"), [*(Text(signed(shown[key], glyphs.minus)) for key in keys), total]),
    ]


def _bars(comparison: Comparison, glyphs: Glyphs) -> list[Text]:
    """Bars to the right of the middle for what speaks for the first option, else to the left."""
    shown = points_shown(comparison)
    largest = max(map(abs, shown.values())) or 1.0
    bars = []
    for difference in comparison.differences:
        points = shown[difference.criterion]
        length = round(_HALF_BAR * abs(points) / largest)
        fill = glyphs.shades[0] * length
        left = fill if points < 0 else ""
        bar = Text(" " * (_HALF_BAR - len(left))).append(left, "red").append("|", "dim")
        bars.append(bar if points < 0 else bar.append(fill, "green"))
    return [*bars, Text("")]
