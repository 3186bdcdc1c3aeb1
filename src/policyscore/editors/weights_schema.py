"""The schema of profiles in one case: what can be weighed on each level of its tree."""

import json
from collections.abc import Mapping

from policyscore.editors.enumerations import one_of_ids, with_members, without_large_examples
from policyscore.editors.facts import Level, Member, WeightsFacts
from policyscore.editors.forms import JsonSchema
from policyscore.editors.levels import forms_of_ways, level_properties

MOST_MEMBERS = 2000  # keys that are described one by one; more would make editors slow


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
    shared: JsonSchema = {}
    forms = forms_of_ways(shared)
    described = len(forms) * sum(len(level.members) for level in facts.levels) <= MOST_MEMBERS
    group = made["$defs"]["group"]
    for level in facts.levels:
        there = {key: members[key] for key in level.members}
        keys = _level_keys(level, there, forms, shared, described=described)
        if level.group:
            shared[f"in-{level.group}"] = {**group, "properties": keys}
        else:
            made["properties"] |= keys
    made["$defs"] = shared


def _level_keys(
    level: Level,
    members: Mapping[str, Member],
    forms: Mapping[str, JsonSchema],
    shared: JsonSchema,
    *,
    described: bool,
) -> JsonSchema:
    """The keys that state the weights of a level; the ids that they share go into `shared`."""
    name = f"names-in-{level.group}" if level.group else "names"
    ref = f"#/$defs/{name}"
    ways = {
        key: with_members(form, members, {"$ref": ref}, described=described)
        for key, form in forms.items()
    }
    if json.dumps(ref) in json.dumps(ways):
        titles = tuple((member.id, member.title) for member in members.values())
        shared[name] = one_of_ids(titles, "criterion or group here")
    within: JsonSchema = {
        "type": "object",
        "properties": {group: {"$ref": f"#/$defs/in-{group}"} for group in level.groups},
        "additionalProperties": False,
    }
    made: JsonSchema = without_large_examples(level_properties(ways, within))
    return made
