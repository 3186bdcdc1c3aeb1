"""Markdown whose text cannot become markup, a link, a mention or a table cell's end."""

import re
from collections.abc import Iterable, Sequence

from policyscore.reading.characters import visible

_SPECIAL = re.compile(r"([\\`*_\[\]|~$#])")
_LINE_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)](?:\s|$)))")
_REFERENCE = re.compile(r"[@#](?=\w)|:(?=[\w+-]+:)|\bGH-(?=\d)", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(https?|ftp|mailto|xmpp|www)(?=[:.])", re.IGNORECASE)
_BREAK = "<!-- -->"
_HERE = "\0"  # stands for it while the text is escaped, which itself holds no such character


def escape(text: str) -> str:
    """Make text of unknown origin literal in Markdown, on one line, even at a line's start.

    HTML is escaped, punctuation that means something is backslashed, and mentions, references,
    emoji codes and bare addresses are broken up with an empty comment, so that no service links
    or notifies.
    """
    line = visible(" ".join(text.split()))
    line = _ADDRESS.sub(rf"\1{_HERE}", _REFERENCE.sub(rf"\g<0>{_HERE}", line))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _SPECIAL.sub(r"\\\1", line)
    return _LINE_START.sub(_literal_start, line).replace(_HERE, _BREAK)


def _literal_start(match: re.Match[str]) -> str:
    """What would begin a list, a rule or a heading at the start of a line, made plain."""
    start = match[1]
    return f"{start}{_BREAK}" if start.isdigit() else f"\\{start}"


def table(header: Sequence[str], align: str, rows: Iterable[Sequence[str]]) -> list[str]:
    """A table's lines; cells are escaped already.

    Args:
        header: The columns' names.
        align: `l` or `r` for each column.
        rows: The cells.
    """
    marks = [":--" if side == "l" else "--:" for side in align]
    return [f"| {' | '.join(cells)} |" for cells in (header, marks, *rows)]
