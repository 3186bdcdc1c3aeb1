"""The keys that state the weights of one level of the tree, in any way of weighing."""

from collections.abc import Mapping

from policyscore.case.naming import listed
from policyscore.editors.forms import JsonSchema, json_schema_of
from policyscore.editors.stated_lines import comparisons, trade_offs
from policyscore.weighing.cards import CARDS
from policyscore.weighing.group import GROUP
from policyscore.weighing.order import ORDER
from policyscore.weighing.pairwise import PAIRWISE
from policyscore.weighing.ranges import RANGES
from policyscore.weighing.trade_offs import TRADE_OFFS
from policyscore.weighing.way import Way
from policyscore.weighing.ways import WAYS, WITHIN

_WITHIN_SAYS = "How the weight of each group is divided among its criteria."
_WITHIN_EXAMPLE = {"security": {"swing": {"deterrence": 100, "escalation-risk": 50}}}
_SETTINGS = {
    key: field for way in WAYS.values() for key, field in way.settings.items() if key not in WAYS
}
_RANGE = "weight-range"
_ONE_WAY = {"$ref": "#/$defs/one-way"}


def forms_of_ways(shared: JsonSchema) -> dict[str, JsonSchema]:
    """What may stand under each way of weighing; definitions that it uses go into `shared`."""
    forms = {key: json_schema_of(way.schema) for key, way in WAYS.items()}
    for form in forms.values():
        shared.update(form.pop("$defs", {}))
    forms[PAIRWISE.key] = comparisons(forms[PAIRWISE.key], shared)
    forms[TRADE_OFFS.key] = trade_offs(forms[TRADE_OFFS.key])
    for form in (forms[ORDER.key], forms[ORDER.key]["items"]["then"]):
        form["uniqueItems"] = True
    first = {"type": ["string", "array"], "errorMessage": "Blank cards lie between two criteria."}
    forms[CARDS.key]["allOf"] = [{"prefixItems": [first]}]
    one = forms[RANGES.key]["additionalProperties"]
    # without words of its own, so that those of what is weighed show
    shared[_RANGE] = {k: v for k, v in one["then"].items() if k not in {"title", "description"}}
    one["then"] = {"$ref": f"#/$defs/{_RANGE}"}
    return forms


def settings(shared: JsonSchema) -> JsonSchema:
    """The keys that say how a statement is meant; what they may be goes into `shared`."""
    for key, field in _SETTINGS.items():
        form = json_schema_of(field.schema)
        shared[f"setting-{key}"] = {
            "title": key.capitalize(),
            "description": field.says,
            "examples": list(field.examples or form.get("enum", ())),
            **({} if field.default is None else {"default": field.default}),
            **form,
        }
    return {key: {"$ref": f"#/$defs/setting-{key}"} for key in _SETTINGS}


def level_properties(ways: Mapping[str, JsonSchema], within: JsonSchema) -> JsonSchema:
    """The keys that state weights, with their titles and descriptions.

    Args:
        ways: What may stand under each way of weighing.
        within: What may stand under `within`.
    """
    made = {
        key: {
            **form,
            "title": key.capitalize(),
            "description": WAYS[key].says,
            "examples": list(WAYS[key].examples),
        }
        for key, form in ways.items()
    }
    said = {"title": WITHIN.capitalize(), "description": _WITHIN_SAYS}
    return made | {WITHIN: {**said, "examples": [_WITHIN_EXAMPLE], **within}}


def exactly_one_way(shared: JsonSchema) -> JsonSchema:
    """That the weights of a group are stated in one way, with that way's own settings.

    Args:
        shared: Where what this says goes.
    """
    ways = [way for way in WAYS.values() if way is not GROUP]
    ways.sort(key=lambda way: not any(key in WAYS for key in way.settings))
    chain: JsonSchema = {
        "required": [ways[0].key],
        "errorMessage": f"State the weights, under {listed([w.key for w in ways])}.",
    }
    for way in reversed(ways):
        chain = {"if": {"required": [way.key]}, "then": _alone(way), "else": chain}
    shared["one-way"] = chain
    return _ONE_WAY


def one_way_or_group() -> JsonSchema:
    """That a whole profile's weights are stated in one way, or are those of other profiles."""
    others = [*(key for key in WAYS if key != GROUP.key), *_SETTINGS, WITHIN]
    alone = {
        "properties": dict.fromkeys(others, False),
        "errorMessage": f"`{GROUP.key}` combines whole profiles, so no weights are stated beside "
        "it.",
    }
    return {"if": {"required": [GROUP.key]}, "then": alone, "else": _ONE_WAY}


def _alone(way: Way) -> JsonSchema:
    """That a way of weighing stands alone, with the settings that it needs and no other's."""
    others = [key for key in WAYS if key not in (way.key, GROUP.key, *way.settings)]
    foreign = [key for key in _SETTINGS if key not in way.settings]
    needed = [key for key, field in way.settings.items() if field.required]
    more: list[JsonSchema] = [
        {
            "properties": dict.fromkeys(foreign, False),
            "errorMessage": f"This does not go with `{way.key}`.",
        }
    ]
    if needed:
        message = f"`{way.key}` needs {listed(needed, 'and')} beside it."
        more.append({"required": needed, "errorMessage": message})
    return {
        "properties": dict.fromkeys(others, False),
        "errorMessage": "State the weights of one level in one way.",
        "allOf": more,
    }
