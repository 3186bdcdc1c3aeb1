"""What a change did, as Markdown: plain, or for the comment of a bot on a pull request."""

from collections.abc import Sequence

from policyscore.analysis.difference import Difference, Moved
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
from policyscore.views.markdown import escape, table

MARKER = "<!-- policyscore-diff -->"
LONGEST = 60_000
_CUT = "Cut to fit into a comment: {}. `policyscore diff` shows all of it."
_MOST_EDITS = 25


def diff_markdown(
    compared: tuple[str, str],
    differences: Sequence[Difference],
    notes: Sequence[str],
    *,
    comment: bool,
) -> str:
    """Write what changed as Markdown.

    Args:
        compared: What the two sides are.
        differences: One for each profile, the most telling first.
        notes: What a reader should know besides.
        comment: Whether it is for a comment on GitHub: with a hidden marker by which a bot finds
            it again, details folded, and short enough.
    """
    title = escape(differences[0].new.case.title)
    sides = " → ".join(escape(side) for side in compared)
    head = [*([MARKER] if comment else []), f"## {title}", "", sides, ""]
    tail = [f"- {escape(note)}" for note in notes]
    if any(d.edits for d in differences):
        tail += ["", escape(method_line(differences))]
    blocks = [_block(d, comment=comment) for d in differences]
    if len(differences) > 1:
        head += [*_summary(differences), ""]
    text = _joined(head, blocks, tail)
    if not comment or _size(text) <= LONGEST:
        return text
    for kept in range(len(blocks) - 1, 0, -1):
        left = len(blocks) - kept
        cut = _CUT.format(f"{left} profile{'s' * (left > 1)}")
        text = _joined(head, blocks[:kept], [*tail, "", cut])
        if _size(text) <= LONGEST:
            return text
    short = [_block(differences[0], comment=True, most=_MOST_EDITS)]
    cut = _CUT.format(f"edits and options after the first {_MOST_EDITS}, and other profiles")
    text = _joined(head, short, [*tail, "", cut])
    if _size(text) <= LONGEST:
        return text
    bare = [escape(headline(differences[0]))[: LONGEST // 4]]
    return _joined([MARKER, "## policyscore"], [bare], ["", _CUT.format("everything else")])


def _size(text: str) -> int:
    """GitHub counts characters; bytes are never fewer."""
    return len(text.encode("utf-8"))


def _joined(head: Sequence[str], blocks: Sequence[Sequence[str]], tail: Sequence[str]) -> str:
    lines = [*head]
    for block in blocks:
        lines += [*block, ""]
    return "\n".join([*lines, *tail]).rstrip() + "\n"


def _summary(differences: Sequence[Difference]) -> list[str]:
    """First place under each profile."""
    rows = []
    for d in differences:
        old, new = (
            escape(", ".join(s.case.options[r.option].title for r in s.ranking.first) or "nobody")
            for s in (d.old, d.new)
        )
        first = f"**{old} → {new}**" if d.first_changed else new
        rows.append([escape(d.new.ranking.title), first, str(d.reordered)])
    return table(["Profile", "First", "Pairs reordered"], "llr", rows)


def _block(difference: Difference, *, comment: bool, most: int | None = None) -> list[str]:
    """Everything about one profile."""
    lines = [f"### {escape(profile_line(difference))}", "", f"**{escape(headline(difference))}**"]
    detail = []
    if difference.edits:
        detail += ["", *edits_table(difference, most)]
    if line := idle_line(difference.idle):
        detail += ["", escape(line)]
    if any(m.shifted or m.by for m in difference.options):
        detail += ["", *_options(difference.options[:most])]
    detail += ["", *[escape(note) for note in option_notes(difference)]]
    for flip in difference.flips:
        if flip.place > 1:
            words = f"{flip_sentence(difference, flip)} {reason(difference, flip)}"
            detail += ["", f"- {escape(words)}"]
    if comment and difference.edits:
        count = len(difference.edits)
        summary = f"{count} edit{'s' * (count != 1)} and what they did"
        detail = ["", f"<details><summary>{summary}</summary>", *detail, "", "</details>"]
    return [*lines, *detail]


def edits_table(difference: Difference, most: int | None) -> list[str]:
    """The edits, with what each did to the lead and to any gap."""
    lead = difference.lead
    if lead is None:
        rows = [[e.id, escape(e.text), f"{difference.effect(e):.1f}"] for e in difference.edits]
        return table(["", "Edit", "Any gap, up to"], "llr", rows[:most])
    titles = {moved.option: moved.title for moved in difference.options}
    figures = add_up([lead.old, *(lead.by.get(e.id, 0.0) for e in difference.edits)])
    over = escape(f"{titles[lead.option]} ahead of {titles[lead.over]}")
    rows = [
        [e.id, escape(e.text), signed(figure), f"{difference.effect(e):.1f}"]
        for e, figure in zip(difference.edits, figures[1:], strict=True)
    ][:most]
    before = ["", f"*{over}, before*", signed(figures[0]), ""]
    after = ["", "*after*", signed(sum(figures)), ""]
    header = ["", "Edit", "Lead", "Any gap, up to"]
    return table(header, "llrr", [before, *rows, after])


def _options(options: Sequence[Moved]) -> list[str]:
    """Rank and total of every option, before and after, and what moved it most."""
    rows = []
    for moved in options:
        old, new = moved.old, moved.new
        ranks = [rank_text(s.rank, s.tied) if s else "" for s in (old, new)]
        totals = [f"{s.total.value:.1f}" if s else "" for s in (old, new)]
        change = signed(moved.change) if old and new else "added" if new else "dropped"
        shares = sorted(moved.by.items(), key=lambda pair: -abs(pair[1]))
        chief = ", ".join(f"{e} {signed(s)}" for e, s in shares[:3] if abs(s) >= 0.05)
        title = escape(moved.title)
        rows.append([f"**{title}**" if moved.shifted else title, *ranks, *totals, change, chief])
    header = ["Option", "Rank", "now", "Total", "now", "Change", "Chiefly by"]
    return table(header, "lrrrrrl", rows)
