"""How numbers, names and values from files read in a message."""

from collections.abc import Sequence
from typing import Any

from policyscore.reading.characters import shorten, visible

MOST_LISTED = 12


def plain(number: float) -> str:
    """A number in full, as a person would write it: 40, 0.1, 2500000."""
    return repr(float(number)).removesuffix(".0")


def quoted(name: object) -> str:
    """A name from a file, short and visible, in backquotes."""
    return f"`{shorten(visible(str(name)), 40)}`"


def listed(names: Sequence[str], last: str = "or") -> str:
    """Join names as in a sentence: a, b or c."""
    shown = [f"`{name}`" for name in names]
    return f" {last} ".join(filter(None, [", ".join(shown[:-1]), shown[-1]])) if shown else ""


def some(names: Sequence[str], mark: str = "`") -> str:
    """List names, counting those of a long list that are left out."""
    shown = ", ".join(f"{mark}{name}{mark}" for name in names[:MOST_LISTED])
    return shown + (f" and {len(names) - MOST_LISTED} more" if len(names) > MOST_LISTED else "")


def there_are(names: Sequence[str]) -> str:
    """Say what there is, where suggesting one of it would be a guess; nothing if it is a lot."""
    if not names or len(names) > MOST_LISTED:
        return ""
    return f"There {'is' if len(names) == 1 else 'are'} {listed(names, 'and')}."


def what_is(written: Any, as_written: str = "") -> str:
    """Name a value of a file in plain words.

    Args:
        written: The value.
        as_written: A number's text in the file, if it is known: `1.10` is not 1.1 to a reader.
    """
    if written is None:
        return "nothing"
    if isinstance(written, bool):
        return f"`{str(written).lower()}`, a truth value"
    if isinstance(written, dict):
        return "a mapping"
    if isinstance(written, list):
        return "a list"
    if isinstance(written, str):
        return f"the text {quoted(written)}"
    return f"the number `{as_written or written}`"
