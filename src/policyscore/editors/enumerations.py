"""Ids of a case as the values or keys that JSON Schema allows."""

from collections.abc import Callable, Mapping
from typing import Any

from policyscore.editors.facts import Member, Titles
from policyscore.editors.forms import ID_KEY, JsonSchema

_MOST_NAMED = 12
_OF_LIST = ("title", "description", "type", "minimum", "maximum", "errorMessage")

Describe = Callable[[JsonSchema, Member], JsonSchema]


def one_of_ids(ids: Titles, what: str) -> JsonSchema:
    """The id of something in the case.

    Args:
        ids: What there is.
        what: What it is, in words.
    """
    if not ids:  # an empty `enum` is an error to some programs
        message = f"The case has no {what} yet."
        return {"type": "string", "pattern": "(?!)", "patternErrorMessage": message}
    made: JsonSchema = {
        "type": "string",
        "enum": [key for key, _ in ids],
        "enumDescriptions": [title for _, title in ids],
    }
    if len(ids) > _MOST_NAMED:  # too many for a complaint to list
        made["errorMessage"] = f"The case has no such {what}."
    return made


def put_ids(key: JsonSchema, ids: JsonSchema) -> JsonSchema:
    """A key whose value is any id, made into one whose value is an id of the case."""
    return {k: v for k, v in key.items() if k in {"title", "description", "default"}} | ids


def without_large_examples(node: Any) -> Any:
    """A schema without the examples that are mappings, which editors offer without a name."""
    if isinstance(node, list):
        return [without_large_examples(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: without_large_examples(value) for key, value in node.items()}
    examples = node.get("examples")
    if isinstance(examples, list):
        made["examples"] = [e for e in examples if not _is_large(e)]
        if not made["examples"]:
            del made["examples"]
    return made


def _is_large(example: Any) -> bool:
    return isinstance(example, dict) or (
        isinstance(example, list) and any(isinstance(item, dict) for item in example)
    )


def with_members(
    form: JsonSchema,
    members: Mapping[str, Member],
    names: JsonSchema,
    describe: Describe | None,
) -> JsonSchema:
    """What may stand under a way of weighing, with the ids of what can be weighed.

    Args:
        form: What may stand there, with any ids.
        members: What can be weighed, by id.
        names: The ids of that, as a schema.
        describe: Makes a key's schema of what stands for each member and the member; None if
            there are too many to describe each as a key.
    """

    def put(node: Any, keys: Callable[[JsonSchema], JsonSchema]) -> Any:
        if isinstance(node, list):
            return [put(item, keys) for item in node]
        if not isinstance(node, dict):
            return node
        if node.get("pattern") == ID_KEY:
            return put_ids(node, names) if node["type"] == "string" else or_name(node)
        if node.get("propertyNames", {}).get("pattern") == ID_KEY:
            return keys(node)
        return {key: put(value, keys) for key, value in node.items()}

    def or_name(node: JsonSchema) -> JsonSchema:
        chain = {k: put(node[k], as_names) for k in ("if", "then", "else") if k in node}
        kept: JsonSchema = {k: node[k] for k in _OF_LIST if k in node}
        offered = {"examples": list(members), "if": {"type": "string"}, "then": names}
        return {**kept, **offered, "else": chain}

    def as_names(node: JsonSchema) -> JsonSchema:
        inner = put(node["additionalProperties"], as_names)
        return {**node, "propertyNames": names, "additionalProperties": inner}

    def as_keys(node: JsonSchema) -> JsonSchema:
        if describe is None:
            return as_names(node)
        kept = {k: v for k, v in node.items() if k != "propertyNames"}
        inner = put(node["additionalProperties"], as_names)
        properties = {key: describe(inner, member) for key, member in members.items()}
        return {**kept, "properties": properties, "additionalProperties": False}

    made: JsonSchema = put(form, as_keys)
    return made
