"""Markdown whose text cannot become markup, a link, a mention or a table cell's end."""

import re
from collections.abc import Iterable, Sequence

from policyscore.reading.characters import visible

_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_REFERENCE = re.compile(r"[@#](?=\w)|:(?=[\w+-]+:)")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|www)(?=[:.])")


def escape(text: str) -> str:
    """Make text of unknown origin literal in Markdown, on one line.

    HTML is escaped, punctuation that means something is backslashed, and mentions, references,
    emoji codes and bare addresses are broken up with an empty comment, so that no service links
    or notifies.
    """
    line = visible(" ".join(text.split()))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _SPECIAL.sub(r"\\\1", line)
    line = _REFERENCE.sub(r"\g<0><!-- -->", line)
    return _ADDRESS.sub(r"\1<!-- -->", line)


def table(header: Sequence[str], align: str, rows: Iterable[Sequence[str]]) -> list[str]:
    """A table's lines; cells are escaped already.

    Args:
        header: The columns' names.
        align: `l` or `r` for each column.
        rows: The cells.
    """
    marks = [":--" if side == "l" else "--:" for side in align]
    return [f"| {' | '.join(cells)} |" for cells in (header, marks, *rows)]
