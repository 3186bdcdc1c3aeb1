"""Plain YAML scalars by the core schema's names, without YAML 1.1's surprises.

Only `true`, `false`, `null` and decimal numbers are anything but text. `no`, `012`, `1:30`, `1_000`
and dates stay text; so do `.nan`, `.inf` and numbers too large to be exact, so that they are
refused wherever a number belongs. See YAML 1.2.2, section 10.3.
"""

import re

Scalar = str | int | float | bool | None

_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
FIRST = frozenset("-+.0123456789tTfFnN~")
_LONGEST_NUMBER = 40
_LARGEST = 1e15


def resolve(text: str) -> Scalar:
    """Give the value of a plain (unquoted) scalar.

    Args:
        text: The scalar as it stands in the file.

    Returns:
        A finite number of magnitude at most 1e15, a truth value, None, or the text itself.
    """
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST_NUMBER:
        return text
    if _INT.match(text):
        whole = int(text)
        return whole if abs(whole) <= _LARGEST else text
    if _FLOAT.match(text):
        number = float(text)
        return (number or 0.0) if abs(number) <= _LARGEST else text  # -0.0 is 0.0
    return text


_NOT_NUMBERS = (
    (re.compile(r"[-+]?\.(inf|nan)\Z", re.IGNORECASE), "infinity and not-a-number are not scores"),
    (re.compile(r"[-+]?0[0-9_]+(?:\.[0-9]*)?\Z"), "write it without the leading zero"),
    (re.compile(r"[-+]?0[xobXOB][0-9a-fA-F]+\Z"), "write it as a decimal number"),
    (re.compile(r"[-+]?[0-9]+(?:_[0-9]*)+(?:\.[0-9_]*)?\Z"), "write it without underscores"),
    (re.compile(r"[-+]?[0-9]+(:[0-9]+)+\Z"), "times are not numbers"),
    (re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?\Z"), "write it without commas"),
    (re.compile(r"[-+]?[0-9]+,[0-9]+\Z"), "write a point, not a comma, before decimals"),
    (re.compile(r"[-+]?[0-9.]+ ?%\Z"), "write it without the per cent sign"),
)


def why_not_a_number(text: str) -> str:
    """Say what keeps a text from being a number, or an empty string if it is not like one."""
    for pattern, why in _NOT_NUMBERS:
        if pattern.match(text):
            return why
    if not (_INT.match(text) or _FLOAT.match(text)):
        return ""
    if len(text) > _LONGEST_NUMBER:
        return "write it with fewer digits"
    return "numbers over 1e15 are not exact" if abs(float(text)) > _LARGEST else ""
