"""The schema of profiles in one case: what can be weighed on each level of its tree."""

import json
from collections.abc import Mapping

from policyscore.editors.enumerations import (
    Describe,
    one_of_ids,
    with_members,
    without_large_examples,
)
from policyscore.editors.facts import Level, Member, Titles, WeightsFacts
from policyscore.editors.forms import JsonSchema
from policyscore.editors.levels import forms_of_ways, level_properties, settings
from policyscore.editors.stated_lines import comparisons_of, trade_offs_of
from policyscore.weighing.group import GROUP, OF
from policyscore.weighing.pairwise import PAIRWISE
from policyscore.weighing.trade_offs import TRADE_OFFS

MOST_MEMBERS = 1000  # places of members that are named; more would make editors slow


def put_weights(made: JsonSchema, facts: WeightsFacts) -> None:
    """Put what is known of a case into the schema of profiles."""
    members = {member.id: member for member in facts.members}
    if len(facts.scales) <= MOST_MEMBERS:
        scales = made["properties"]["scales"]
        scales["properties"] = {
            key: {
                "title": members[key].title,
                "description": "Fingerprint of the scale as it is now.",
                "examples": [now],
                **scales["additionalProperties"],
            }
            for key, now in facts.scales
        }
    shared: JsonSchema = {"one-way": made["$defs"]["one-way"]}
    forms = forms_of_ways(shared)
    combined = _of_profiles(forms.pop(GROUP.key), facts.profiles)
    kept = settings(shared)
    few = sum(len(level.members) for level in facts.levels) <= MOST_MEMBERS
    kinds: dict[str, str] | None = {} if few else None
    group = made["$defs"]["group"]
    for level in facts.levels:
        there = {key: members[key] for key in level.members}
        keys = _level_keys(level, there, forms, shared, kinds) | kept
        if level.group:
            shared[f"in-{level.group}"] = {**group, "properties": keys}
        else:
            made["properties"] |= keys
    made["properties"][GROUP.key] |= combined
    made["$defs"] = shared


def _of_profiles(form: JsonSchema, profiles: Titles) -> JsonSchema:
    """What may stand under `group`, with the profiles that can be combined."""
    of = form["properties"][OF]
    if len(profiles) > MOST_MEMBERS:
        of["propertyNames"] = one_of_ids(profiles, "profile")
    else:
        del of["propertyNames"]
        says = "How much this profile counts in the group."
        of["properties"] = {
            key: {"title": title, "description": says, **of["additionalProperties"]}
            for key, title in profiles
        }
        of["additionalProperties"] = False
    made: JsonSchema = without_large_examples({"properties": {OF: of}})
    return made


def _level_keys(
    level: Level,
    members: Mapping[str, Member],
    forms: Mapping[str, JsonSchema],
    shared: JsonSchema,
    kinds: dict[str, str] | None,
) -> JsonSchema:
    """The keys that state the weights of a level; what they share goes into `shared`.

    With `kinds`, as for `_describing`, each member is described; without, they are only named.
    """
    name = f"names-in-{level.group}" if level.group else "names"
    ref = f"#/$defs/{name}"
    ways = {
        key: with_members(
            form,
            members,
            {"$ref": ref},
            None if kinds is None else _describing(key, kinds, shared),
        )
        for key, form in forms.items()
    }
    titles = tuple((member.id, member.title) for member in members.values())
    if kinds is not None:
        ways[PAIRWISE.key] = comparisons_of(ways[PAIRWISE.key], titles)
        criteria = [(key, title) for key, title in titles if key not in level.groups]
        ways[TRADE_OFFS.key] = trade_offs_of(ways[TRADE_OFFS.key], criteria)
    shared[name] = one_of_ids(titles, "criterion or group here")
    within: JsonSchema = {
        "type": "object",
        "properties": {group: {"$ref": f"#/$defs/in-{group}"} for group in level.groups},
        "additionalProperties": False,
    }
    made: JsonSchema = without_large_examples(level_properties(ways, within))
    return {key: _without_ids(value) for key, value in made.items()}


def _without_ids(key: JsonSchema) -> JsonSchema:
    """The schema of a key without examples, whose ids are those of another case."""
    return {word: value for word, value in key.items() if word != "examples"}


def _describing(way: str, kinds: dict[str, str], shared: JsonSchema) -> Describe:
    """Describe members as keys, once for all levels and ways where the same may stand there.

    Args:
        way: The way of weighing.
        kinds: What may stand there, to the way that had it first.
        shared: Where the descriptions go.
    """

    def describe(inner: JsonSchema, member: Member) -> JsonSchema:
        name = f"{kinds.setdefault(json.dumps(inner), way)}-of-{member.id}"
        shared[name] = {"title": member.title, "description": member.says, **inner}
        return {"$ref": f"#/$defs/{name}"}

    return describe
