"""What is wrong with a value, in the words of a case: a rule, a message and a hint."""

import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple

from policyscore.case.naming import listed, plain, quoted, what_is
from policyscore.case.shapes import BAD_ID, LONGEST_ID, LONGEST_LINE, RESERVED_IDS
from policyscore.case.suggestions import did_you_mean
from policyscore.reading import rules
from policyscore.reading.rules import Rule
from policyscore.reading.scalars import resolve, why_not_a_number

Words = tuple[Rule, str, str]
_A_NUMBER = "Write a decimal number, such as 40 or 0.5"
_OR_UNKNOWN = ", or `unknown` if nobody can say"
_IDS = f"Ids are lower-case words joined by hyphens, up to {LONGEST_ID} characters"


class Value(NamedTuple):
    """A value, or a key, that is not what it should be.

    Attributes:
        name: What it is, for the start of a sentence.
        written: What stands there.
        number: The same as it stands in the file, if it is a number.
        required: Whether there must be something.
        context: What pydantic knows of what should stand there.
    """

    name: str
    written: Any
    number: str
    required: bool
    context: dict[str, Any]

    @property
    def shown(self) -> str:
        """What stands there, in plain words."""
        return what_is(self.written, self.number)

    @property
    def or_delete(self) -> str:
        """The end of a hint."""
        return "." if self.required else ", or delete the key."


def words_for(kind: str, value: Value) -> Words:
    """Put an error of pydantic's into words.

    Args:
        kind: The error's type.
        value: What it is about.

    Returns:
        The rule, the message, and the hint or an empty string.
    """
    if value.written is None and kind != "literal_error":
        message = f"{value.name} has no value."
        return rules.WRONG_TYPE, message, f"Write its value{value.or_delete}"
    explain = _BY_TYPE.get(kind)
    if explain is None:
        return rules.WRONG_TYPE, f"{value.name} cannot be {value.shown}.", ""
    return explain(value)


def _number(value: Value) -> Words:
    hint = _why_no_number(value.written) or f"{_A_NUMBER}."
    return rules.NOT_A_NUMBER, f"{value.name} needs a number, not {value.shown}.", hint


def _whole_number(value: Value) -> Words:
    message = f"{value.name} needs a whole number, not {value.shown}."
    return rules.NOT_A_NUMBER, message, _why_no_number(value.written)


def _score(value: Value) -> Words:
    hint = did_you_mean(value.written, ["unknown"]) if isinstance(value.written, str) else ""
    hint = hint or _why_no_number(value.written) or f"{_A_NUMBER}{_OR_UNKNOWN}."
    if value.written is None:
        return rules.WRONG_TYPE, f"{value.name} has no value.", hint
    message = f"{value.name} needs a number or `unknown`, not {value.shown}."
    return rules.NOT_A_NUMBER, message, hint


def _why_no_number(written: Any) -> str:
    if not isinstance(written, str):
        return ""
    if why := why_not_a_number(written):
        return why[0].upper() + why[1:] + "."
    return "Remove the quotes." if isinstance(resolve(written), int | float) else ""


def _word(value: Value) -> Words:
    expected = value.context["expected"].replace(" or ", ", ").split(", ")
    allowed = [word.strip("'") for word in expected]
    if allowed == ["unknown"]:
        return _score(value)
    if value.written is None:
        return words_for("", value)
    hint = did_you_mean(value.written, allowed) if isinstance(value.written, str) else ""
    message = f"{value.name} cannot be {value.shown}."
    return rules.UNKNOWN_WORD, message, hint or f"Write {listed(allowed)}."


def _text(value: Value) -> Words:
    hint = ""
    if isinstance(value.written, bool | int | float):
        hint = f'Put quotes around it: "{value.number or str(value.written).lower()}".'
    return rules.WRONG_TYPE, f"{value.name} needs text, not {value.shown}.", hint


def _bad_text(value: Value) -> Words:
    if not value.written.strip():
        return rules.BAD_TEXT, f"{value.name} is empty.", f"Write some text{value.or_delete}"
    if "\n" in value.written:
        return rules.BAD_TEXT, f"{value.name} goes over several lines.", "Keep it on one line."
    message = f"{value.name} is too long."
    return rules.BAD_TEXT, message, f"Keep it under {LONGEST_LINE} characters."


def _id(value: Value) -> Words:
    if isinstance(value.written, dict | list):
        return rules.WRONG_TYPE, f"{value.name} needs an id, not {value.shown}.", ""
    written = str(value.written)
    return bad_id(
        value.name, written.lower() if isinstance(value.written, bool) else value.number or written
    )


def bad_id(name: str, written: str) -> Words:
    """Say what is wrong with an id.

    Args:
        name: What should be an id, for the start of a sentence.
        written: What stands there.
    """
    message = f"{name} is not an id: {quoted(written)}."
    if written.lower() in RESERVED_IDS:
        return rules.BAD_ID, message, "YAML gives this word a meaning of its own; choose another."
    bare = unicodedata.normalize("NFKD", written.lower())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in bare).split()
    suggestion = "-".join(words)[:LONGEST_ID].rstrip("-")
    if suggestion[:1].isdigit():
        return rules.BAD_ID, message, f"{_IDS}; they start with a letter."
    good = suggestion.isascii() and suggestion not in {"", written, *RESERVED_IDS}
    return rules.BAD_ID, message, _IDS + (f", such as `{suggestion}`." if good else ".")


def _too_short(value: Value) -> Words:
    least = value.context["min_length"]
    needs = f"needs {least} lines or more" if value.written else "is empty"
    return rules.WRONG_TYPE, f"{value.name} {needs}.", ""


def _too_small(value: Value) -> Words:
    least = value.context["ge"]
    if least == 0:
        return rules.OUT_OF_RANGE, f"{value.name} is negative: {value.number}.", "Write 0 or more."
    message = f"{value.name} is too small: {value.number}."
    return rules.OUT_OF_RANGE, message, f"Write {plain(least)} or more."


def _too_large(value: Value) -> Words:
    message = f"{value.name} is too large: {value.number}."
    return rules.OUT_OF_RANGE, message, f"Write {plain(value.context['le'])} or less."


def _list(value: Value) -> Words:
    hint = ""
    if isinstance(value.written, str):
        hint = f"Write it in brackets: [{quoted(value.written)[1:-1]}]."
    return rules.WRONG_TYPE, f"{value.name} needs a list, not {value.shown}.", hint


def _mapping(value: Value) -> Words:
    return rules.WRONG_TYPE, f"{value.name} needs `key: value` lines, not {value.shown}.", ""


_BY_TYPE: dict[str, Callable[[Value], Words]] = {
    BAD_ID: _id,
    "dataclass_type": _mapping,
    "dict_type": _mapping,
    "float_type": _number,
    "greater_than_equal": _too_small,
    "int_type": _whole_number,
    "less_than_equal": _too_large,
    "literal_error": _word,
    "string_pattern_mismatch": _bad_text,
    "string_too_long": _bad_text,
    "string_type": _text,
    "too_short": _too_short,
    "tuple_type": _list,
}
