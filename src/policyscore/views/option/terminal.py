"""One option for a terminal: its place, what experts say, its scores, who judged them and why."""

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.views.figure_table import Column, figure_table, fits
from policyscore.views.figures import add_up, number, shares
from policyscore.views.glyphs import Glyphs, glyphs_for
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
from policyscore.views.terminal import indented, item, join, safe, width_of


def option_terminal(
    console: Console, case: Case, ranking: Ranking, place: Ranked
) -> RenderableType:
    """Lay an option out.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        case: The case.
        ranking: The ranking that it stands in.
        place: Its place there.
    """
    glyphs = glyphs_for(console.encoding)
    option = case.options[place.option]
    parts: list[RenderableType] = [
        join(safe(option.title, "bold"), Text(f"  {place.option}", "dim"))
    ]
    if option.summary:
        parts.append(safe(option.summary))
    parts += [safe(f"{label}: {text}") for label, text in facts(case, place.option)]
    parts += [Text(""), safe(standing(case, ranking, place, glyphs.minus))]
    if option.stances:
        parts += [Text(""), Text("What experts say", "bold")]
        parts += _stances(case, place.option, glyphs)
    parts += [Text(""), Text("Scores", "bold")]
    parts.append(_scores(case, ranking, place, glyphs, width_of(console)))
    if any(score.central for score in place.valued.scores.values()):
        parts.append(safe(CENTRAL_RANGES, "dim"))
    parts += [Text(""), Text("Who judged, and why", "bold")]
    for key in case.criteria:
        parts += _judgements(case, place.option, key, glyphs)
    sources = cited(case, place.option)
    if sources:
        parts += [Text(""), Text("Sources", "bold")]
        parts += [item(safe(line), glyphs) for line in sources]
    return Group(*parts)


def _stances(case: Case, option: str, glyphs: Glyphs) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for stance in case.options[option].stances:
        at = locator(case, stance)
        text = join(
            safe(case.expert(stance.expert).title, "bold"),
            f" ({stance.expert}) ",
            STANCE_VERBS[stance.stance],
            _bracketed(at),
            join(": ", safe(stance.because)) if stance.because else ".",
        )
        lines.append(item(text, glyphs))
    return lines


def _scores(
    case: Case, ranking: Ranking, place: Ranked, glyphs: Glyphs, width: int
) -> RenderableType:
    """The criteria with pooled score, range, value, weight and points; no range if narrow."""
    weights, percent = ranking.weights.criteria, shares(ranking.weights.criteria)
    points = add_up([place.total.contributions[key] for key in weights])
    titles, scores, spans = [], [], []
    for key in weights:
        score, title = place.valued.scores[key], safe(case.criteria[key].title)
        missed = key in place.valued.misses
        titles.append(join(title, Text(" (requirement missed)", "red")) if missed else title)
        scores.append("unknown" if score.unknown else number(score.score, glyphs.minus))
        low, high = (number(end, glyphs.minus) for end in (score.low, score.high))
        spans.append("" if score.low == score.high else f"{low} to {high}")
    values = [f"{place.valued.values[key]:.1f}" for key in weights]
    shown = [percent[key] for key in weights]
    columns = [
        _column("Score", scores),
        _column("Range", spans),
        _column("Value", values),
        _column("Weight", shown),
        _column("Points", [f"{p:.1f}" for p in points], f"{sum(points):.1f}"),
    ]
    if not fits(columns, width):
        del columns[1]
    return figure_table("Criterion", [*titles, Text("Total", "bold")], columns, width)


def _column(name: str, cells: list[str], total: str = "") -> Column:
    return Column(Text(name), [*map(Text, cells), Text(total, "bold")])


def _judgements(case: Case, option: str, key: str, glyphs: Glyphs) -> list[RenderableType]:
    criterion = case.criteria[key]
    low, high = (number(end, glyphs.minus) for end in criterion.ends)
    unit = f" {criterion.unit}" if criterion.unit else ""
    scale = safe(f"{low} to {high}{unit}, {criterion.better} is better", "dim")
    parts: list[RenderableType] = [join(safe(criterion.title, "underline"), "  ", scale)]
    for judgement in case.options[option].scores[key]:
        at = locator(case, judgement)
        text = join(
            safe(case.expert(judgement.by).title, "bold"),
            f" ({judgement.by}): ",
            judged_score(judgement, glyphs.minus, glyphs.plus_minus),
            f", {qualities(judgement)}" if qualities(judgement) else "",
            _bracketed(at),
            ". ",
            safe(judgement.because or "No reason given."),
        )
        parts.append(indented(item(text, glyphs)))
    return parts


def _bracketed(at: str) -> Text:
    """A locator in brackets, or nothing."""
    return join(" [", safe(at, "cyan"), "]") if at else Text()
