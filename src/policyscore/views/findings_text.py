"""Findings for a reader at a terminal: place, rule, message, the line, a caret, what to do."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import Finding

_MOST_SHOWN = 200
_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}


def findings_text(
    findings: Sequence[Finding], name: Callable[[str], str], width: int
) -> list[list[tuple[str, str]]]:
    """Lay out findings as lines of (text, style) pieces.

    Args:
        findings: The findings, in order.
        name: How to name a file of the case for this reader.
        width: Columns there are.
    """
    lines: list[list[tuple[str, str]]] = []
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


def _snippet(finding: Finding, width: int) -> list[list[tuple[str, str]]]:
    """The line that a finding is about, cut around its place, with carets below."""
    span, line = finding.span, finding.excerpt
    if not line.strip():
        return []
    end = span.end_column if span.end_line == span.line else len(line) + 1
    margin = f"{span.line:>5} | "
    room = max(width - len(margin) - 1, 20)
    start = span.column - room // 2 if span.column > room * 2 // 3 else 0
    first, last = span.column - 1 - start, max(end - 1 - start, 0)
    shown = line[start : start + room].replace("\t", " ")
    before, marked, after = (
        visible(part) for part in (shown[:first], shown[first:last], shown[max(first, last) :])
    )
    indent = len(margin) + cell_len(before)
    carets = "^" * max(cell_len(marked), 1)
    return [
        [(margin, "dim"), (before, ""), (marked, "red"), (after, "")],
        [(" " * indent + carets[: max(width - indent, 1)], "red")],
    ]
