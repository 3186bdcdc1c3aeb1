"""Findings for a reader at a terminal: place, rule, message, the line, a caret, what to do."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import Finding

_MOST_SHOWN = 200
_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_CUT = "..."
_NARROWEST = 20

Line = list[tuple[str, str]]


def findings_text(
    findings: Sequence[Finding], name: Callable[[str], str], width: int
) -> list[Line]:
    """Lay out findings as lines of (text, style) pieces.

    Args:
        findings: The findings, in order.
        name: How to name a file of the case for this reader.
        width: Columns there are.
    """
    lines: list[Line] = []
    for finding in findings[:_MOST_SHOWN]:
        place = f"{visible(name(finding.path))}:{finding.span.line}:{finding.span.column}"
        label = f"{finding.severity}[{finding.rule.name}]"
        lines.append(
            [
                (place, "bold"),
                (" ", ""),
                (label, _STYLES[finding.severity]),
                (f" {visible(finding.message)}", ""),
            ]
        )
        lines.extend(_snippet(finding, width))
        if finding.hint:
            lines.append([(f"  {visible(finding.hint)}", "cyan")])
        lines.append([])
    if len(findings) > _MOST_SHOWN:
        lines.append([(f"... and {len(findings) - _MOST_SHOWN} more findings.", "")])
    return lines


def _snippet(finding: Finding, width: int) -> list[Line]:
    """The line that a finding is about, cut to what there is room for, with carets below."""
    span, line = finding.span, finding.excerpt
    if not line.strip():
        return []
    margin = f"{span.line:>5} | "
    room = max(width - len(margin) - 1, _NARROWEST)
    first = span.column - 1
    last = span.end_column - 1 if span.end_line == span.line else len(line)
    before, marked, after = _cut_around(line, first, max(last, first + 1), room)
    indent = len(margin) + cell_len(before)
    return [
        [(margin, "dim"), (before, ""), (marked, "red"), (after, "")],
        [(" " * indent + "^" * max(cell_len(marked), 1), "red")],
    ]


def _cut_around(line: str, first: int, last: int, room: int) -> tuple[str, str, str]:
    """What stands before, in and after a stretch of a line, in at most `room` columns.

    What is cut shows as three dots; something of what stands before is always kept.
    """
    before = _plain(line[max(0, first - 2 * room) : first])
    marked = _plain(line[first:last][: 2 * room])
    after = _plain(line[last : last + 2 * room])
    if cell_len(before + marked + after) <= room:
        return before, marked, after
    marked = _head(marked, room - min(cell_len(before), room // 3))
    left = room - cell_len(marked)
    after = _head(after, max(left - cell_len(before), left // 2))
    before = _head(before[::-1], left - cell_len(after))[::-1]
    return before, marked, after


def _plain(text: str) -> str:
    """A text as it is shown, a tab as one blank."""
    return visible(text.replace("\t", " "))


def _head(text: str, room: int) -> str:
    """A text cut at its end to what fits into some columns."""
    if cell_len(text) <= room:
        return text
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > room - len(_CUT):
            return text[:index] + _CUT[: max(room, 0)]
    return text
