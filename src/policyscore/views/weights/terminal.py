"""One profile's weights for a terminal, with what they mean and how they were stated."""

from rich.console import Console, Group, RenderableType
from rich.text import Text

from policyscore.case.case import Case
from policyscore.scoring.weight_table import WeightTable
from policyscore.views.glyphs import PLAIN, Glyphs, glyphs_for
from policyscore.views.terminal import item, join, safe
from policyscore.views.weights.consistency import consistency_lines
from policyscore.views.weights.lines import WeightLines
from policyscore.views.weights.text import members_lines
from policyscore.views.weights.trade_offs import NOT_MEANT, trade_off_ends, trade_off_opening
from policyscore.views.weights.ways import stated_line

_MOST_WORDS = 90


def weights_terminal(console: Console, case: Case, table: WeightTable) -> RenderableType:
    """Lay a profile's weights out.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        case: The case.
        table: The profile.
    """
    glyphs = glyphs_for(console.encoding)
    lines = WeightLines(console, case, table, glyphs)
    parts: list[RenderableType] = [safe(case.title, "bold")]
    parts += [join("Profile: ", safe(table.title, "bold"), Text(f"  {table.profile}", "dim"))]
    parts += [join("Held by: ", safe(table.by))] if table.by else []
    parts += [join("Because: ", safe(table.because))] if table.because else []
    parts += [Text(""), lines.header(), *lines.lines(), Text("")]
    parts += [_key(table, lines), Text("")]
    parts += [join("Stated by: ", safe(stated_line(case, table)), ".")]
    style = "" if table.worst is None or table.worst.acceptable else "yellow"
    parts += [safe(line, style) for line in consistency_lines(case, table)]
    if table.weights.members:
        parts += [Text(""), Text("Members of the group", "bold")]
        for title, key, share in members_lines(table):
            parts.append(item(join(safe(title), Text(f"  {key}", "dim"), f"  {share}"), glyphs))
    if table.trade_offs:
        parts += [Text(""), *_trade_offs(case, table, glyphs)]
    return Group(*parts)


def _trade_offs(case: Case, table: WeightTable, glyphs: Glyphs) -> list[RenderableType]:
    """What the weights say of trade-offs."""
    dots = "..." if glyphs is PLAIN else "…"
    parts: list[RenderableType] = [Text("What these weights imply", "bold")]
    parts.append(safe(trade_off_opening(case, table, _MOST_WORDS, dots)))
    parts += [item(safe(end), glyphs) for end in trade_off_ends(case, table, _MOST_WORDS, dots)]
    parts.append(Text(NOT_MEANT, "dim"))
    return parts


def _key(table: WeightTable, lines: WeightLines) -> Text:
    """What the columns mean."""
    text = "Weight: the worth of the step from the worst to the best end, as a share of the whole."
    text += " Local: as a share of its group." if lines.has_local else ""
    if lines.has_span:
        text += (
            " Low and high: what the members give it."
            if table.weights.members
            else " Low and high: the weights that the statement leaves room for."
        )
    return Text(text, "dim")
