"""A weights file: whose profile it is and why, and the judgements that its weights come from."""

from datetime import date
from typing import Any

from pydantic_core import SchemaValidator
from pydantic_core import core_schema as cs

from policyscore.case.shapes import (
    ID,
    LINE,
    NUMBER,
    TEXT,
    Field,
    Schema,
    either,
    mapping,
    model,
    optional,
    record,
)


@model
class Profile:
    """A set of weights, as stated.

    Attributes:
        title: Its name for readers.
        by: Who holds it, or an empty string.
        because: Why, or an empty string.
        scales: Criterion's id to the fingerprint of the scale its weight was elicited on, or {}.
        stated: The keys of the file that state weights, as read; the weighing layer gives them
            their meaning, so that a new way of weighing is a module there and nothing here.
    """

    title: str
    by: str
    because: str
    scales: dict[str, str]
    stated: dict[str, Any]


@model
class Elicited:
    """How the weights were elicited.

    Attributes:
        when: The day, such as 2026-11-22, or an empty string.
        way: The way in which was asked, or an empty string.
        by: Who answered, or an empty string.
        answers: Question to answer, in the order in which they were given.
    """

    when: str
    way: str
    by: str
    answers: dict[str, float | str]


@model
class ProfileHead:
    """The keys of a weights file that every way of weighing has in common."""

    title: str
    by: str
    because: str
    scales: dict[str, str]
    elicited: Elicited | None


def _a_day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:  # it takes 20261122, too
        raise ValueError("not a day")
    return text


_DAY: Schema = cs.custom_error_schema(
    cs.no_info_after_validator_function(_a_day, cs.str_schema(strict=True)),
    custom_error_type="not_a_day",
    custom_error_message="not a day",
)
_ANSWER = either(
    lambda written: (
        "number" if isinstance(written, int | float) and not isinstance(written, bool) else "text"
    ),
    number=NUMBER,
    text=LINE,
)
ELICITED_KEYS = {
    "when": optional(_DAY, "The day, such as 2026-11-22.", "", examples=("2026-11-22",)),
    "way": optional(LINE, "The way in which was asked.", "", examples=("swing", "order")),
    "by": optional(LINE, "Who answered.", "", examples=("European desk", "Planning staff")),
    "answers": optional(
        mapping(LINE, _ANSWER),
        "The answers, question to number or text, in the order in which they were given.",
        {},
        examples=({"matters most": "deterrence", "support against deterrence": 40},),
    ),
}
PROFILE_KEYS = {
    "title": Field(
        LINE, "The profile's name for readers.", examples=("Balanced", "Alliance first")
    ),
    "by": optional(LINE, "Who holds it.", "", examples=("European desk", "Planning staff")),
    "because": optional(
        TEXT,
        "Why these weights.",
        "",
        examples=(
            "Unity is the asset that the other side is trying to spend down.",
            "The next incident will be worse unless this one has a price.",
        ),
    ),
    "scales": optional(
        mapping(ID, LINE),
        "Fingerprints of the scales that the weights were elicited on, by criterion.",
        {},
        examples=({"escalation-risk": "3f1c9a52"},),
    ),
    "elicited": optional(
        record(Elicited, **ELICITED_KEYS),
        "When, how and from whom the weights were elicited, with the answers; "
        "`policyscore weigh` writes it.",
        examples=(
            {"when": "2026-11-22", "way": "swing", "answers": {"matters most": "deterrence"}},
        ),
    ),
}
PROFILE_SCHEMA = record(ProfileHead, **PROFILE_KEYS)
PROFILE_HEAD = SchemaValidator(PROFILE_SCHEMA)
