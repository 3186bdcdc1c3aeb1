"""A weights file: whose profile it is and why, and the judgements that its weights come from."""

from typing import Any

from pydantic_core import SchemaValidator

from policyscore.case.shapes import ID, LINE, TEXT, Field, mapping, model, optional, record


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
class ProfileHead:
    """The keys of a weights file that every way of weighing has in common."""

    title: str
    by: str
    because: str
    scales: dict[str, str]


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
}
PROFILE_SCHEMA = record(ProfileHead, **PROFILE_KEYS)
PROFILE_HEAD = SchemaValidator(PROFILE_SCHEMA)
