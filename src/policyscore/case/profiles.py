"""A weights file: whose profile it is and why, and the judgements that its weights come from."""

from typing import Any

from pydantic_core import SchemaValidator

from policyscore.case.shapes import LINE, TEXT, Field, model, optional, record


@model
class Profile:
    """A set of weights, as stated.

    Attributes:
        title: Its name for readers.
        by: Who holds it, or an empty string.
        because: Why, or an empty string.
        stated: The keys of the file that state weights, as read; the weighing layer gives them
            their meaning, so that a new way of weighing is a module there and nothing here.
    """

    title: str
    by: str
    because: str
    stated: dict[str, Any]


@model
class ProfileHead:
    """The keys of a weights file that every way of weighing has in common."""

    title: str
    by: str
    because: str


PROFILE_KEYS = {
    "title": Field(LINE, "The profile's name for readers."),
    "by": optional(LINE, "Who holds it.", ""),
    "because": optional(TEXT, "Why these weights.", ""),
}
PROFILE_SCHEMA = record(ProfileHead, **PROFILE_KEYS)
PROFILE_HEAD = SchemaValidator(PROFILE_SCHEMA)
