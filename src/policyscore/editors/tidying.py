"""The words of a schema in the order in which a reader wants them."""

import json
from typing import Any

from policyscore.editors.forms import JsonSchema

_ORDER = (
    "$schema", "$id", "$comment", "$ref", "title", "description", "examples", "default", "type",
    "enum", "enumDescriptions", "properties", "required",
)  # fmt: skip
_DATA = frozenset({"examples", "default", "enum", "required", "defaultSnippets"})
_NAMED = frozenset({"properties", "$defs", "dependentRequired"})
_LAST = ("if", "then", "else", "errorMessage", "patternErrorMessage", "$defs")


def tidy(schema: JsonSchema) -> JsonSchema:
    """A schema with its words in order, and with nothing in it that JSON does not have."""
    made: JsonSchema = _in_order(json.loads(json.dumps(schema)), words=True)
    return made


def _in_order(node: Any, *, words: bool) -> Any:
    """Put a node in order.

    Args:
        node: The node.
        words: Whether its keys are words of JSON Schema, rather than names.
    """
    if isinstance(node, list):
        return [_in_order(item, words=True) for item in node]
    if not isinstance(node, dict):
        return node
    first = [key for key in _ORDER if words and key in node]
    last = [key for key in _LAST if words and key in node]
    between = [key for key in node if key not in first and key not in last]
    return {
        key: node[key]
        if words and key in _DATA
        else _in_order(node[key], words=not words or key not in _NAMED)
        for key in (*first, *between, *last)
    }
