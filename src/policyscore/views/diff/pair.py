"""What a change did to the gap between two options: for a terminal, as data, CSV and Markdown."""

from typing import Any

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.analysis.difference import Difference, Lead
from policyscore.scoring.ranking import TIE
from policyscore.views.csv_text import csv_text
from policyscore.views.diff.as_json import diff_data
from policyscore.views.diff.markdown import edits_table as markdown_table
from policyscore.views.diff.terminal import edits_table, said
from policyscore.views.diff.text import idle_line, method_line, profile_line, reason
from policyscore.views.glyphs import glyphs_for
from policyscore.views.markdown import escape
from policyscore.views.terminal import safe, width_of


def pair_sentence(difference: Difference, lead: Lead) -> str:
    """Which of the two stands above the other, before and now, and which edits decide it."""
    titles = {moved.option: moved.title for moved in difference.options}
    first, second = titles[lead.option], titles[lead.over]
    text = f"{first} was {_standing(lead.old)} {second} and is now {_standing(lead.new)} it."
    if not difference.flips:
        return f"{text} Which of them is the better one does not change."
    return f"{text} {reason(difference, difference.flips[0])}"


def _standing(gap: float) -> str:
    if abs(gap) <= TIE:
        return "level with"
    size = f"{abs(gap):.1f}" if abs(gap) >= 0.05 else "less than 0.1"
    return f"{size} {'above' if gap > 0 else 'below'}"


def pair_terminal(
    console: Console, compared: tuple[str, str], difference: Difference, lead: Lead
) -> RenderableType:
    """Lay out what each edit did to the gap, as a waterfall."""
    glyphs, width = glyphs_for(console.encoding), width_of(console)
    parts: list[RenderableType] = [
        safe(difference.new.case.title, "bold"),
        said(f"{compared[0]} → {compared[1]}", glyphs),
        said(profile_line(difference), glyphs),
        said(pair_sentence(difference, lead), glyphs, "bold"),
    ]
    if difference.edits:
        parts += [Text(""), edits_table(difference, width, glyphs)]
    if line := idle_line(difference.idle):
        parts.append(said(line, glyphs))
    if difference.edits:
        parts += [Text(""), said(method_line([difference]), glyphs, "dim")]
    return Group(*parts)


def pair_data(compared: dict[str, Any], difference: Difference, lead: Lead) -> dict[str, Any]:
    """The gap between two options as data, schema `policyscore/gap/1`."""
    data = diff_data(difference, compared)
    kept = ("case", "compared", "profile", "method", "edits", "without_effect", "lead")
    return {
        "schema": "policyscore/gap/1",
        "sentence": pair_sentence(difference, lead),
        **{key: data[key] for key in kept},
        "flips": [
            {key: flip[key] for key in ("old", "new", "smallest", "undo", "searched", "complete")}
            for flip in data["flips"]
        ],
    }


def pair_csv(difference: Difference, lead: Lead) -> str:
    """The gap as CSV: a line for each edit."""
    rows: list[list[Any]] = [["", "", "before", lead.old]]
    rows += [[e.id, e.kind, e.text, lead.by.get(e.id, 0.0)] for e in difference.edits]
    rows.append(["", "", "after", lead.new])
    return csv_text(["edit", "kind", "text", "points"], rows)


def pair_markdown(compared: tuple[str, str], difference: Difference, lead: Lead) -> str:
    """The gap as Markdown."""
    lines = [
        " → ".join(escape(side) for side in compared),
        "",
        escape(profile_line(difference)),
        "",
        f"**{escape(pair_sentence(difference, lead))}**",
    ]
    if difference.edits:
        lines += ["", *markdown_table(difference, None), "", escape(method_line([difference]))]
    return "\n".join(lines) + "\n"
