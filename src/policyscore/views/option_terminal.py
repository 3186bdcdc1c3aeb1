"""One option for a terminal: its place, what experts say, its scores, who judged them and why."""

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.case.case import Case
from policyscore.case.compatibility import conflicts
from policyscore.scoring.ranking import Ranked, Ranking
from policyscore.views.figures import add_up, number, percentages, signed
from policyscore.views.glyphs import Glyphs, glyphs_for
from policyscore.views.option_text import STANCE_VERBS, cited, judged_score, locator, qualities
from policyscore.views.terminal import indented, item, join, plain_table, safe


def option_terminal(
    console: Console, case: Case, ranking: Ranking, place: Ranked
) -> RenderableType:
    """Lay an option out.

    Args:
        console: The terminal it is for; only its encoding is read.
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
    if option.tags:
        parts.append(Text(f"Tags: {', '.join(option.tags)}"))
    for label, others in (
        ("Requires", option.requires),
        ("Conflicts with", tuple(sorted(conflicts(case.options)[place.option]))),
    ):
        if others:
            titles = "; ".join(case.options[o].title for o in others)
            parts.append(join(f"{label}: ", safe(titles)))
    parts += [Text(""), safe(standing(case, ranking, place, glyphs))]
    if option.stances:
        parts += [Text(""), Text("What experts say", "bold")]
        parts += _stances(case, place.option, glyphs)
    parts += [Text(""), Text("Scores", "bold"), _scores(case, ranking, place, glyphs)]
    parts += [Text(""), Text("Who judged, and why", "bold")]
    for key in case.criteria:
        parts += _judgements(case, place.option, key, glyphs)
    sources = cited(case, place.option)
    if sources:
        parts += [Text(""), Text("Sources", "bold")]
        parts += [item(safe(line), glyphs) for line in sources]
    return Group(*parts)


def standing(case: Case, ranking: Ranking, place: Ranked, glyphs: Glyphs) -> str:
    """Where the option stands, in a sentence."""
    total = place.total
    span = f"{total.value:.1f}, within {total.low:.1f} to {total.high:.1f}"
    if place.rank is None:
        missed = "; ".join(case.criteria[key].title for key in place.valued.misses)
        return f"Excluded: it misses the requirement on {missed}. Its total would be {span}."
    tie = ", tied," if place.tied else ""
    of = sum(not r.excluded for r in ranking.ranked)
    if place.option == ranking.baseline:
        gap = "It is the baseline"
    else:
        base = case.options[ranking.baseline].title
        gap = f"{signed(place.gap, glyphs.minus)} against the baseline, {base}"
    return f"Rank {place.rank}{tie} of {of} under {ranking.title}. Total {span}. {gap}."


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


def _scores(case: Case, ranking: Ranking, place: Ranked, glyphs: Glyphs) -> RenderableType:
    table = plain_table()
    table.add_column("Criterion", overflow="fold", min_width=16)
    for name in ("Score", "Range", "Value", "Weight", "Points"):
        table.add_column(name, justify="right", no_wrap=True)
    weights = ranking.weights.criteria
    points = add_up([place.total.contributions[key] for key in weights])
    shares = percentages(list(weights.values()))
    for key, shown, share in zip(weights, points, shares, strict=True):
        score, criterion = place.valued.scores[key], case.criteria[key]
        title = safe(criterion.title)
        if key in place.valued.misses:
            title = join(title, Text(" (misses the requirement)", "red"))
        span = f"{number(score.low, glyphs.minus)} to {number(score.high, glyphs.minus)}"
        table.add_row(
            title,
            "unknown" if score.unknown else number(score.score, glyphs.minus),
            "" if score.low == score.high else span,
            f"{place.valued.values[key]:.1f}",
            share,
            f"{shown:.1f}",
        )
    table.add_row(Text("Total", "bold"), "", "", "", "", Text(f"{sum(points):.1f}", "bold"))
    return table


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
            judged_score(judgement),
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
