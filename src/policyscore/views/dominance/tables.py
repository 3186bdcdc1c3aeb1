"""A study of dominance as CSV and Markdown."""

from policyscore.analysis.dominance.results import Dominance, Standing
from policyscore.case.case import Case
from policyscore.views.csv_text import csv_text
from policyscore.views.dominance.text import (
    dominance_note,
    dominated_lines,
    excluded_lines,
    first_text,
    scope,
    sentences,
    weights_text,
)
from policyscore.views.figures import signed
from policyscore.views.markdown import escape, table


def dominance_csv(case: Case, found: Dominance) -> str:
    """A line for each option, those of least regret first, the excluded ones last."""
    criteria = list(case.criteria)
    header = ["option", "title", "excluded", "first", "lead", "tied_with", "regret", "behind"]
    header += ["dominated_by", "practically_dominated_by", "necessarily_dominated_by"]
    header += ["possibly_dominated_by", "right_above", *(f"weight:{key}" for key in criteria)]
    above = _right_above(found)
    rows: list[list[object]] = []
    for s in found.standings:
        by = s.dominators
        row: list[object] = [s.option, case.options[s.option].title, False, s.first.place]
        row += [s.first.lead, _ids(s.first.tied_with), s.regret, s.against]
        row += map(_ids, (by.likely, by.practically, by.necessarily, by.possibly))
        row += [_ids(above[s.option]), *(s.first.weights[key] for key in criteria)]
        rows.append(row)
    rows += [
        [option, case.options[option].title, True, *[None] * (len(header) - 3)]
        for option in found.excluded
    ]
    return csv_text(header, rows)


def _ids(options: tuple[str, ...]) -> str:
    return " ".join(options)


def _right_above(found: Dominance) -> dict[str, tuple[str, ...]]:
    """Each option to the options right above it in the Hasse diagram."""
    return {
        option: tuple(o for place in node.above for o in found.nodes[place].options)
        for node in found.nodes
        for option in node.options
    }


def dominance_markdown(case: Case, found: Dominance) -> str:
    """What matters, a table of the options, what is dominated, and the graph's edges."""
    lines = [f"## {escape(case.title)}", ""]
    lines += [escape(" ".join(sentences(case, found))), "", escape(scope(found)), ""]
    if found.standings:
        header = ["Option", "Can be first", "Best lead", "Largest regret", "Then behind"]
        header += ["Weights that are best for it"]
        lines += table(header, "llrrll", [_row(case, s) for s in found.standings])
        lines += ["", *_graph(case, found)]
    for title, items in (
        (dominance_note(found), dominated_lines(case, found)),
        ("Excluded:", excluded_lines(case, found)),
    ):
        if items:
            lines += [escape(title), "", *(f"- {escape(item)}" for item in items), ""]
    return "\n".join(lines).rstrip() + "\n"


def _row(case: Case, s: Standing) -> list[str]:
    title = escape(case.options[s.option].title)
    return [
        title if s.first.place == "never" else f"**{title}**",
        first_text(s),
        "" if s.first.lead is None else signed(s.first.lead),
        f"{s.regret:.1f}",
        "" if s.against is None else escape(case.options[s.against].title),
        escape(weights_text(case, s.first.weights)),
    ]


def _graph(case: Case, found: Dominance) -> list[str]:
    """Necessary preference as a list of what stands right below what."""
    items = []
    for node in found.nodes:
        below = [o for place in node.below for o in found.nodes[place].options]
        if below:
            upper = " = ".join(case.options[option].title for option in node.options)
            lower = "; ".join(case.options[option].title for option in below)
            items.append(f"- {escape(upper)}, right above: {escape(lower)}")
    if not items:
        return []
    return ["At least as good whatever these weights:", "", *items, ""]
