"""What a change did, for a terminal: what changed, then what it did."""

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from policyscore.analysis.difference import Difference, Moved
from policyscore.reading.characters import visible
from policyscore.views.diff.charts import slopes, waterfall
from policyscore.views.diff.text import (
    flip_sentence,
    headline,
    idle_line,
    method_line,
    option_notes,
    profile_line,
    reason,
)
from policyscore.views.figures import add_up, rank_text, signed
from policyscore.views.glyphs import FULL, Glyphs, glyphs_for
from policyscore.views.terminal import item, safe, width_of

_MOST_EDITS = 12
_MOST_SLOPES = 14
_FULL_BLOCKS = 2
_SLOPE, _FALL = 12, 18


def diff_terminal(
    console: Console,
    compared: tuple[str, str],
    differences: Sequence[Difference],
    notes: Sequence[str],
) -> RenderableType:
    """Lay out what changed.

    Args:
        console: The terminal it is for; only its width and encoding are read.
        compared: What the two sides are.
        differences: One for each profile, the most telling first.
        notes: What a reader should know besides.
    """
    glyphs, width = glyphs_for(console.encoding), width_of(console)
    parts: list[RenderableType] = [
        safe(differences[0].new.case.title, "bold"),
        said(f"{compared[0]} → {compared[1]}", glyphs),
    ]
    full = 1 if len(differences) == 1 else _full_blocks(differences)
    for difference in differences[:full]:
        parts += [Text(""), *difference_block(difference, width, glyphs)]
    parts += _others(differences[full:], glyphs)
    if any(d.edits for d in differences[:full]):
        parts += [Text(""), said(method_line(differences[:full]), glyphs, "dim")]
    parts += [said(note, glyphs) for note in notes]
    return Group(*parts)


def _full_blocks(differences: Sequence[Difference]) -> int:
    """How many profiles are shown in full: flipped or reweighed ones, but not many."""
    telling = sum(
        d.first_changed or any(e.cause == "weights" for e in d.edits) for d in differences
    )
    return min(max(telling, 1), _FULL_BLOCKS)


def said(text: str, glyphs: Glyphs, style: str = "") -> Text:
    """Text with an arrow and other signs that the terminal has."""
    return safe(_fit(text, glyphs), style)


def _fit(text: str, glyphs: Glyphs) -> str:
    if glyphs is FULL:
        return text
    return text.replace("→", "->").replace(FULL.plus_minus, glyphs.plus_minus)


def difference_block(difference: Difference, width: int, glyphs: Glyphs) -> list[RenderableType]:
    """Everything about one profile."""
    parts: list[RenderableType] = [
        said(profile_line(difference), glyphs),
        said(headline(difference), glyphs, "bold"),
    ]
    if difference.edits:
        parts += [Text(""), edits_table(difference, width, glyphs)]
        hidden = len(difference.edits) - _MOST_EDITS
        if hidden > 0:
            parts.append(Text(f"Not shown: {hidden} more edits, of less effect."))
    if line := idle_line(difference.idle):
        parts += [said(line, glyphs)]
    if difference.reordered:  # ranks that only make room for an option say nothing
        parts += [Text(""), *_ranks(difference, width, glyphs)]
    parts += [said(note, glyphs) for note in option_notes(difference)]
    for flip in difference.flips:
        if flip.place > 1:
            words = f"{flip_sentence(difference, flip)} {reason(difference, flip)}"
            parts.append(item(said(words, glyphs), glyphs))
    return parts


def edits_table(difference: Difference, width: int, glyphs: Glyphs) -> Table:
    """The edits, with what each did to the lead, as a waterfall, and to any gap."""
    lead = difference.lead
    shown = difference.edits[:_MOST_EDITS]
    rest = difference.edits[_MOST_EDITS:]
    table = Table(box=None, padding=0, pad_edge=False, header_style="dim", show_edge=False)
    first = max(len(edit.id) for edit in difference.edits) + 2
    fall = _FALL + max(0, min(width - 100, 22)) if lead is not None else 0
    table.add_column("", width=first, no_wrap=True)
    table.add_column("Edit", width=width - first - fall - (26 if lead else 10), overflow="fold")
    if lead is not None:
        table.add_column("Lead", justify="right", width=8, no_wrap=True)
        table.add_column("", width=fall + 4, no_wrap=True)
    table.add_column("Any gap", justify="right", width=10, no_wrap=True)
    gaps = [
        "" if edit.cause == "options" else f"up to {difference.effect(edit):.1f}" for edit in shown
    ]
    if lead is None:
        for edit, gap in zip(shown, gaps, strict=True):
            table.add_row(edit.id, said(edit.text, glyphs), gap)
        return table
    titles = {moved.option: moved.title for moved in difference.options}
    steps = [lead.by.get(edit.id, 0.0) for edit in shown]
    steps += [sum(lead.by.get(edit.id, 0.0) for edit in rest)] if rest else []
    bars = waterfall(lead.old, steps, lead.new, fall, glyphs)
    figures = add_up([lead.old, *steps])
    over = f"{titles[lead.option]} ahead of {titles[lead.over]}"
    pad = Text("  ")

    def cell(bar: Text) -> Text:
        return pad.copy().append_text(bar)

    table.add_row(
        "",
        said(f"{over}, before", glyphs, "italic"),
        signed(figures[0], glyphs.minus),
        cell(bars[0]),
        "",
    )
    for edit, figure, bar, gap in zip(shown, figures[1:], bars[1:], gaps, strict=False):
        points = signed(figure, glyphs.minus)
        table.add_row(edit.id, said(edit.text, glyphs), points, cell(bar), gap)
    if rest:
        words = Text(f"{len(rest)} other edits")
        table.add_row("", words, signed(figures[-1], glyphs.minus), cell(bars[-2]), "")
    total = signed(sum(figures), glyphs.minus)
    table.add_row("", Text("after", "italic"), total, cell(bars[-1]), "")
    return table


def _ranks(difference: Difference, width: int, glyphs: Glyphs) -> list[RenderableType]:
    """Ranks before and after, joined by lines."""
    chosen = _telling(difference.options)
    left = sorted((m for m in chosen if m.old is not None), key=lambda m: _rank(m, new=False))
    right = sorted((m for m in chosen if m.new is not None), key=lambda m: _rank(m, new=True))
    rows = max(len(left), len(right))
    ends = [
        (left.index(m) if m in left else None, right.index(m) if m in right else None)
        for m in chosen
    ]
    lines = slopes(ends, rows, _SLOPE, glyphs)
    room = min((width - _SLOPE - 26) // 2, max(len(visible(m.title)) for m in chosen))
    parts: list[RenderableType] = [
        Text("Rank before".ljust(room + 6 + _SLOPE) + "Rank after, total and its change", "dim")
    ]
    for row in range(rows):
        line = Text(no_wrap=True)
        before = left[row] if row < len(left) else None
        after = right[row] if row < len(right) else None
        line.append_text(_end(before, room, glyphs, new=False))
        line.append(lines[row], "dim")
        line.append_text(_end(after, room, glyphs, new=True))
        parts.append(line)
    hidden = sum(m.shifted for m in difference.options) - sum(m.shifted for m in chosen)
    if hidden > 0:
        parts.append(Text(f"Not shown: {hidden} more options whose rank changed."))
    return parts


def _telling(options: Sequence[Moved]) -> list[Moved]:
    """The options whose move says most: those at the top, then those that moved furthest."""

    def key(moved: Moved) -> tuple[bool, int, int]:
        ranks = [s.rank for s in (moved.old, moved.new) if s is not None and s.rank is not None]
        top = min(ranks, default=len(options))
        far = abs(ranks[0] - ranks[1]) if len(ranks) == 2 else len(options)
        return (top > 3, -far, top)

    wanted = [m for m in options if m.shifted or (m.new is not None and (m.new.rank or 99) <= 3)]
    return sorted(wanted, key=key)[:_MOST_SLOPES]


def _rank(moved: Moved, *, new: bool) -> tuple[int, str]:
    side = moved.new if new else moved.old
    return (side.rank if side is not None and side.rank is not None else 10**9, moved.option)


def _end(moved: Moved | None, room: int, glyphs: Glyphs, *, new: bool) -> Text:
    """One end of a line: rank and title, and at the right the total with its change."""
    side = None if moved is None else moved.new if new else moved.old
    if moved is None or side is None:
        return Text(" " * (room + 6 if not new else 0))
    title = safe(moved.title)
    if title.cell_len > room:
        title.truncate(room - 1)
        title.append("…" if glyphs is FULL else "~")
    title.truncate(room, pad=True)
    rank = rank_text(side.rank, side.tied)
    text = Text(f"{rank:>4} ", "bold" if side.rank == 1 else "").append_text(title).append(" ")
    if new:
        change = "new" if moved.old is None else signed(moved.change, glyphs.minus)
        text.append(f"{side.total.value:>6.1f} {change:>6}")
    return text


def _others(differences: Sequence[Difference], glyphs: Glyphs) -> list[RenderableType]:
    """A line for each other profile under which the order changed: who is first."""
    changed = [d for d in differences if d.order_changed]
    same = len(differences) - len(changed)
    profiles = f"{same} other profile{'s' * (same > 1)}"
    kept = [Text(""), Text(f"The order does not change under {profiles}.")] if same else []
    if not changed:
        return [*kept]
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("Profile", overflow="fold")
    table.add_column("First", overflow="fold")
    table.add_column("Reordered", justify="right")
    for d in changed:
        old, new = (
            ", ".join(side.case.options[r.option].title for r in side.ranking.first) or "nobody"
            for side in (d.old, d.new)
        )
        first = f"{old} → {new}" if d.first_changed else new
        pairs = f"{d.reordered} pairs" if d.reordered != 1 else "1 pair"
        style = "bold" if d.first_changed else ""
        table.add_row(safe(d.new.ranking.title), said(first, glyphs, style), pairs)
    hint = Text("`--profile PROFILE` shows one of them in full.", "dim")
    return [Text(""), Text("Under other profiles", "bold"), table, hint, *kept]
