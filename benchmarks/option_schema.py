"""A JSON Schema for option files, for validators that know nothing of cases.

It asks for what `policyscore validate` asks for as far as a schema can: types, keys, ids, words,
a score for every criterion, each on its scale. That ids exist and that ranges are in order is
beyond it.
"""

from collections.abc import Iterable
from typing import Any

_ID = {"type": "string", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "maxLength": 64}
_TEXT = {"type": "string", "minLength": 1}
_SCORE = {"type": "number", "minimum": 0, "maximum": 100}
_UNKNOWN = {"const": "unknown"}


def option_schema(criteria: Iterable[str]) -> dict[str, Any]:
    """The schema of an option's file.

    Args:
        criteria: Ids of the criteria that every option scores, on scales from 0 to 100.
    """
    keys = list(criteria)
    several = {"type": "array", "items": {"$ref": "#/$defs/judgement"}, "minItems": 1}
    ids = {"type": "array", "items": _ID}
    stance = {
        "expert": _ID,
        "stance": _words("recommends", "conditional", "mentions", "doubts", "opposes", "predicts"),
        "source": _ID,
        "at": _TEXT,
        "because": _TEXT,
    }
    judgement = {
        "by": _ID,
        "likely": {"anyOf": [_SCORE, _UNKNOWN]},
        "low": _SCORE,
        "high": _SCORE,
        "because": _TEXT,
        "source": _ID,
        "at": _TEXT,
        "confidence": _words("low", "moderate", "high"),
        "basis": _words("stated", "inferred"),
    }
    option = {
        "title": _TEXT,
        "summary": _TEXT,
        "tags": ids,
        "requires": ids,
        "conflicts-with": ids,
        "stances": {"type": "array", "items": _object(stance, "expert", "stance")},
        "scores": _object({key: {"$ref": "#/$defs/score"} for key in keys}, *keys),
    }
    forms = [_SCORE, _UNKNOWN, {"$ref": "#/$defs/judgement"}, several]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {"judgement": _object(judgement), "score": {"anyOf": forms}},
        **_object(option, "title", "scores"),
    }


def _object(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    """A mapping with fixed keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _words(*allowed: str) -> dict[str, Any]:
    return {"enum": list(allowed)}
