"""JSON Schemas (2020-12) of the three kinds of files, fitting every case."""

from collections.abc import Callable

from policyscore.case.header import FORMAT_VERSION, HEADER_SCHEMA
from policyscore.case.options import OPTION_SCHEMA, UNKNOWN
from policyscore.case.profiles import PROFILE_SCHEMA
from policyscore.case.shapes import ID, mapping
from policyscore.editors.distribution_forms import distribution_or, put_distributions
from policyscore.editors.forms import JsonSchema, json_schema_of
from policyscore.editors.levels import (
    exactly_one_way,
    forms_of_ways,
    level_properties,
    one_way_or_group,
    settings,
)
from policyscore.editors.tidying import tidy
from policyscore.reading.rules import all_rules
from policyscore.weighing.group import GROUP

DIALECT = "https://json-schema.org/draft/2020-12/schema"

# What the program checks beyond the form of a judgement, as far as JSON Schema can say it.
_RANGE: JsonSchema = {
    "dependentRequired": {"low": ["high"], "high": ["low"]},
    **distribution_or(
        {
            "if": {"required": ["low"]},
            "then": {
                "properties": {
                    "likely": {
                        "type": "number",
                        "errorMessage": "An unknown score has no range.",
                        "doNotSuggest": True,
                    }
                }
            },
            "else": {
                "required": ["likely"],
                "errorMessage": f"Add `likely`, or `low` and `high`, or `likely: {UNKNOWN}`.",
            },
        }
    ),
}

_DAY = {
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "patternErrorMessage": "Write a day, such as 2026-11-22.",
}


def schema_for(kind: str) -> JsonSchema:
    """The schema of a kind of file.

    Args:
        kind: One of `KINDS`.
    """
    says, make = _MAKERS[kind]
    head = {"$schema": DIALECT, "$id": f"urn:policyscore:schema:{kind}:{FORMAT_VERSION}"}
    return tidy({**make(), **head, **says})


def _case() -> JsonSchema:
    made = json_schema_of(HEADER_SCHEMA)
    properties = made["properties"]
    properties["policyscore"] |= {"const": FORMAT_VERSION}
    rules = properties["rules"]
    made["$defs"]["rule-setting"] = rules.pop("additionalProperties")
    del rules["propertyNames"]
    rules["properties"] = {
        name: {
            "title": f"{rule.code} {rule.name}",
            "description": f"How grave the findings of {rule.code} ({rule.name}) are, and why. "
            f"Unless set: {rule.severity}. `policyscore rule {rule.code}` explains the rule.",
            "examples": [{"severity": "off", "because": "It does not matter for this decision."}],
            "$ref": "#/$defs/rule-setting",
        }
        for rule in all_rules()
        if rule.can_be_set
        for name in (rule.code, rule.name)
    }
    rules["additionalProperties"] = False
    return made


def _option() -> JsonSchema:
    made = json_schema_of(OPTION_SCHEMA)
    for key in ("tags", "requires", "conflicts-with"):
        made["properties"][key]["uniqueItems"] = True
    score = made["properties"]["scores"]["additionalProperties"]
    put_distributions(score["then"]["properties"])
    made["$defs"] = {"judgement": score["then"] | {"allOf": [{"$ref": "#/$defs/range"}]}}
    made["$defs"]["range"] = _RANGE
    score["then"] = {"$ref": "#/$defs/judgement"}
    score["else"]["then"]["items"] = {"$ref": "#/$defs/judgement"}
    return made


def _weights() -> JsonSchema:
    made = json_schema_of(PROFILE_SCHEMA)
    made["properties"]["elicited"]["properties"]["when"] |= _DAY
    within = json_schema_of(mapping(ID, ID)) | {"additionalProperties": {"$ref": "#/$defs/group"}}
    shared: JsonSchema = {}
    level = level_properties(forms_of_ways(shared), within) | settings(shared)
    made["properties"] |= level
    shared["group"] = {
        "title": "Weights in a group",
        "description": "How the weight of a group is divided among its criteria.",
        "type": "object",
        "properties": {key: value for key, value in level.items() if key != GROUP.key},
        "additionalProperties": False,
        "allOf": [exactly_one_way(shared)],
    }
    made["$defs"] = shared
    return made | one_way_or_group()


Maker = tuple[dict[str, str], Callable[[], JsonSchema]]
_MAKERS: dict[str, Maker] = {
    "case": (
        {
            "title": "Case",
            "description": "One decision: its question, criteria, experts and sources "
            "(`policyscore.yaml`).",
        },
        _case,
    ),
    "option": (
        {
            "title": "Option",
            "description": "One course of action and how it scores on every criterion "
            "(a file in `options/`).",
        },
        _option,
    ),
    "weights": (
        {
            "title": "Profile",
            "description": "What matters how much to somebody, and why (a file in `weights/`).",
        },
        _weights,
    ),
}
KINDS = tuple(_MAKERS)
