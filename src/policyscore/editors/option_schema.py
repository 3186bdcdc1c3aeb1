"""The schema of options in one case: its criteria with their scales, experts, sources, options."""

from typing import Any

from policyscore.case.naming import plain
from policyscore.case.options import UNKNOWN
from policyscore.editors.distribution_forms import distributions_on
from policyscore.editors.enumerations import one_of_ids, put_ids
from policyscore.editors.facts import OptionFacts, Scale
from policyscore.editors.forms import JsonSchema, whole

MOST_SCALES = 200  # criteria that are described one by one; more would make editors slow
_SCORES = ("likely", "low", "high")


def put_option(made: JsonSchema, facts: OptionFacts) -> None:
    """Put what is known of a case into the schema of options."""
    properties, shared = made["properties"], made["$defs"]
    shared["option"] = one_of_ids(facts.options, "option")
    for key in ("requires", "conflicts-with"):
        properties[key]["items"] = {"$ref": "#/$defs/option"}
        del properties[key]["examples"]
    properties["tags"]["items"]["examples"] = list(facts.tags)
    del properties["tags"]["examples"]
    stance = properties["stances"]["items"]["properties"]
    judgement = shared["judgement"]["properties"]
    experts, sources = one_of_ids(facts.experts, "expert"), one_of_ids(facts.sources, "source")
    stance["expert"] = put_ids(stance["expert"], experts)
    judgement["by"] = put_ids(judgement["by"], experts)
    for keys in (stance, judgement):
        keys["source"] = put_ids(keys["source"], sources)
    _put_scores(made, facts.scales)


def _put_scores(made: JsonSchema, scales: tuple[Scale, ...]) -> None:
    scores, shared = made["properties"]["scores"], made["$defs"]
    score = scores.pop("additionalProperties")
    del scores["propertyNames"]
    scores["required"] = [scale.id for scale in scales]
    scores["additionalProperties"] = False
    if len(scales) > MOST_SCALES:
        shared["score"] = score
        scores["properties"] = {scale.id: {"$ref": "#/$defs/score"} for scale in scales}
        return
    scores["properties"] = {scale.id: _score(score, scale) for scale in scales}
    for scale in scales:
        shared[f"judgement-on-{scale.id}"] = _judgement(shared["judgement"], scale)
    shared["judgement"] = {"properties": shared["judgement"]["properties"]}


def _score(form: JsonSchema, scale: Scale) -> JsonSchema:
    """A score on a criterion: its question and anchors, and its range."""
    ref = {"$ref": f"#/$defs/judgement-on-{scale.id}"}
    several = {"if": form["else"]["if"], "then": {**form["else"]["then"], "items": ref}}
    limits = _limits(scale)
    return {
        **form,
        **limits,
        "title": scale.title,
        "description": scale.says,
        "examples": [UNKNOWN],
        "then": ref,
        "else": several,
    }


def _judgement(form: JsonSchema, scale: Scale) -> JsonSchema:
    """A judgement on a criterion. It has no words of its own, so that those of the score show."""
    properties: JsonSchema = {
        key: {"$ref": f"#/$defs/judgement/properties/{key}"} for key in form["properties"]
    }
    anchors: list[tuple[str, Any]] = [
        (f"{plain(at)}: {words}", whole(at)) for at, words in scale.anchors
    ]
    for key in _SCORES:
        own = {k: v for k, v in form["properties"][key].items() if k != "examples"}
        lines, offered = [own["description"]], list(anchors)
        if UNKNOWN in form["properties"][key]["examples"]:
            lines += [words for words, _ in anchors]
            offered += [(UNKNOWN, UNKNOWN)]
        properties[key] = {
            **own,
            **_limits(scale),
            "description": "\n".join(lines),
            "defaultSnippets": [
                {"label": words, "body": score, "sortText": f"{number:02}"}
                for number, (words, score) in enumerate(offered)
            ],
        }
    kept = {k: v for k, v in form.items() if k not in {"title", "description"}}
    own_forms, more = distributions_on(scale, form["properties"])
    return kept | {"properties": properties | own_forms, "allOf": [*form["allOf"], *more]}


def _limits(scale: Scale) -> JsonSchema:
    return {"minimum": whole(scale.low), "maximum": whole(scale.high)}
