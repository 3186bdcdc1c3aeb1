"""The keys that state the weights of one level of the tree, in any way of weighing."""

from collections.abc import Mapping

from policyscore.editors.forms import JsonSchema, json_schema_of
from policyscore.weighing.ways import WAYS, WITHIN

_WITHIN_SAYS = "How the weight of each group is divided among its criteria."
_WITHIN_EXAMPLE = {"security": {"swing": {"deterrence": 100, "escalation-risk": 50}}}


def forms_of_ways(shared: JsonSchema) -> dict[str, JsonSchema]:
    """What may stand under each way of weighing; definitions that it uses go into `shared`."""
    forms = {key: json_schema_of(way.schema) for key, way in WAYS.items()}
    for form in forms.values():
        shared.update(form.pop("$defs", {}))
    return forms


def level_properties(ways: Mapping[str, JsonSchema], within: JsonSchema) -> JsonSchema:
    """The keys that state weights, with their titles and descriptions.

    Args:
        ways: What may stand under each way of weighing.
        within: What may stand under `within`.
    """
    made = {
        key: {
            "title": key.replace("-", " ").capitalize(),
            "description": WAYS[key].says,
            "examples": list(WAYS[key].examples),
            **form,
        }
        for key, form in ways.items()
    }
    said = {"title": WITHIN.capitalize(), "description": _WITHIN_SAYS}
    return made | {WITHIN: {**said, "examples": [_WITHIN_EXAMPLE], **within}}


def exactly_one_way() -> JsonSchema:
    """That the weights of one level are stated in one way."""
    names = " or ".join(f"`{key}`" for key in WAYS)
    chain: JsonSchema = {
        "required": [next(iter(WAYS))],
        "errorMessage": f"State the weights, under {names}.",
    }
    for key in reversed(WAYS):
        chain = {
            "if": {"required": [key]},
            "then": {
                "properties": {other: False for other in WAYS if other != key},
                "errorMessage": "State the weights of one level in one way.",
            },
            "else": chain,
        }
    return chain
