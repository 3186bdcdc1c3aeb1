"""Tables as CSV that a spreadsheet reads as data, never as formulas."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from policyscore.reading.characters import visible

# Spreadsheets of some locales take the full-width forms for the plain ones.
_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write rows as CSV (RFC 4180, but with plain line feeds).

    Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay exact.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([_cell(name) for name in header])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        text = visible(" ".join(value.split()))
        return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
    return "" if value is None else value
