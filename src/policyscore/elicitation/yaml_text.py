"""Data as YAML that a person would write: one key a line, quotes only where they are needed."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from policyscore.case.naming import plain
from policyscore.reading.scalars import resolve

WIDEST = 100
_SAFE = re.compile(r"[^\W_](?:[^:#\n\"\\{}\[\]]|:(?! |$)|(?<! )#)*\Z")
_LEAST_FOLDED = 80


def scalar_text(value: str | float) -> str:
    """A text or number on one line; a text that would read as anything else is quoted."""
    if not isinstance(value, str):
        return plain(value)
    plain_ = _SAFE.match(value) and value == value.strip() and isinstance(resolve(value), str)
    words = {"y", "n", "yes", "no", "on", "off"}  # truth values to readers of YAML 1.1
    if plain_ and value.lower() not in words and value.isprintable():
        return value
    return json.dumps(value, ensure_ascii=False)


def fingerprint_text(value: str) -> str:
    """A text that is always quoted, since some of its kind look like numbers."""
    return json.dumps(value)


def value_lines(key: str, value: Any, indent: int) -> list[str]:
    """What stands after `KEY:`; the first line begins on the key's own line.

    Args:
        key: The key.
        value: A text, a number, a list or a mapping.
        indent: Columns before the key.
    """
    if isinstance(value, Mapping):
        return ["", *mapping_lines(value, indent + 2, quoted=key == "scales")]
    if isinstance(value, str) and len(value) > _LEAST_FOLDED and _folds(value):
        start = " " * (indent + 2)
        return [" >-", *textwrap.wrap(value, WIDEST, initial_indent=start,
                                      subsequent_indent=start, break_long_words=False,
                                      break_on_hyphens=False)]  # fmt: skip
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ["", *(f"{' ' * (indent + 2)}- {_item(item)}" for item in value)]
    return [f" {scalar_text(value)}"]


def mapping_lines(data: Mapping[str, Any], indent: int, *, quoted: bool = False) -> list[str]:
    """A mapping, one key a line.

    Args:
        data: The mapping.
        indent: Columns before each key.
        quoted: Whether its texts are all quoted.
    """
    lines = []
    for key, value in data.items():
        after = [f" {fingerprint_text(value)}"] if quoted else value_lines(key, value, indent)
        lines += [f"{' ' * indent}{scalar_text(key)}:{after[0]}", *after[1:]]
    return lines


def _item(item: Any) -> str:
    return scalar_text(item) if isinstance(item, str) else f"[{', '.join(item)}]"


def _folds(value: str) -> bool:
    """Whether a text comes back the same from a folded block: one space between words."""
    return value == " ".join(value.split()) and value.isprintable()
