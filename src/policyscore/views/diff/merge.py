"""Who is in front before and after a merge: for a terminal and as JSON data."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from policyscore.analysis.merging import Merged
from policyscore.views.diff.terminal import difference_block
from policyscore.views.glyphs import glyphs_for
from policyscore.views.terminal import safe, width_of


def conflict_line(outcomes: Sequence[Merged]) -> str:
    """Whether the merge does what neither side does, in a sentence."""
    count = sum(outcome.conflict for outcome in outcomes)
    if not count:
        return "The two sides together change no front-runner that each of them keeps."
    under = "1 profile" if count == 1 else f"{count} profiles"
    return (
        f"Under {under} each side alone keeps the front-runner, and both together change it, "
        "although the text merges cleanly."
    )


def merge_terminal(console: Console, outcomes: Sequence[Merged]) -> RenderableType:
    """Lay out who is in front under each profile, and explain what conflicts."""
    glyphs, width = glyphs_for(console.encoding), width_of(console)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for header in ("Profile", "Base", "Ours", "Theirs", "Both"):
        table.add_column(header, overflow="fold")
    for outcome in outcomes:
        titles = {moved.option: moved.title for moved in outcome.difference.options}
        sides = (outcome.base, outcome.ours, outcome.theirs, outcome.merged)
        names = [", ".join(titles.get(key, key) for key in side) or "nobody" for side in sides]
        style = "bold" if outcome.conflict else ""
        table.add_row(safe(outcome.title, style), *(safe(name, style) for name in names))
    parts: list[RenderableType] = [safe(conflict_line(outcomes), "bold"), Text(""), table]
    for outcome in outcomes:
        if outcome.conflict:
            parts += [Text(""), *difference_block(outcome.difference, width, glyphs)]
    return Group(*parts)


def merge_data(outcomes: Sequence[Merged]) -> dict[str, Any]:
    """Who is in front, as data, schema `policyscore/merge/1`."""
    return {
        "schema": "policyscore/merge/1",
        "conflict": any(outcome.conflict for outcome in outcomes),
        "sentence": conflict_line(outcomes),
        "profiles": [
            {
                "profile": outcome.profile,
                "title": outcome.title,
                "base": list(outcome.base),
                "ours": list(outcome.ours),
                "theirs": list(outcome.theirs),
                "merged": list(outcome.merged),
                "conflict": outcome.conflict,
            }
            for outcome in outcomes
        ],
    }
