"""The schemas of one case know its ids, titles, scales and levels."""

from editor_cases import schemas_with
from schema_peers import validator_of

from policyscore.cli.starting import starter_files
from policyscore.editors.case_schemas import case_schema
from policyscore.editors.facts import CaseFacts

SCHEMAS = schemas_with()
OPTION, WEIGHTS, CASE = SCHEMAS["option"], SCHEMAS["weights"], SCHEMAS["case"]
CRITERIA = ["escalation-risk", "deterrence", "support"]


def test_an_option_scores_the_criteria_of_the_case_and_all_of_them() -> None:
    scores = OPTION["properties"]["scores"]
    assert list(scores["properties"]) == CRITERIA
    assert scores["required"] == CRITERIA
    assert scores["additionalProperties"] is False


def test_a_score_comes_with_its_question_its_anchors_and_its_range() -> None:
    score = OPTION["properties"]["scores"]["properties"]["escalation-risk"]
    assert score["title"] == "Escalation risk"
    assert score["description"].split("\n") == [
        "How likely is it that the other side answers with force?",
        "0: no answer is expected",
        "50: troops move up to the border",
        "100: shots are fired",
        "Lower is better.",
    ]
    assert (score["minimum"], score["maximum"]) == (0, 100)
    support = OPTION["properties"]["scores"]["properties"]["support"]
    assert support["description"].endswith("Higher is better, in points.")


def test_the_numbers_of_a_judgement_offer_the_anchors() -> None:
    judgement = OPTION["$defs"]["judgement-on-support"]["properties"]
    offered = {s["label"]: s["body"] for s in judgement["low"]["defaultSnippets"]}
    assert offered == {"0: none": 0, "50: the governing parties": 50, "100: all": 100}
    assert judgement["likely"]["defaultSnippets"][-1]["body"] == "unknown"
    assert (judgement["high"]["minimum"], judgement["high"]["maximum"]) == (0, 100)


def test_an_option_names_experts_sources_and_options_of_the_case() -> None:
    judgement = OPTION["$defs"]["judgement"]["properties"]
    stance = OPTION["properties"]["stances"]["items"]["properties"]
    for key in (judgement["by"], stance["expert"]):
        assert key["enum"] == ["analyst", "attache", "case-author"]
        assert key["enumDescriptions"] == ["Desk analyst", "Defence attaché", "The case's author"]
    for key in (judgement["source"], stance["source"]):
        assert key["enum"] == ["cable"]
    assert OPTION["$defs"]["option"]["enum"] == ["patrols", "protest", "wait"]
    for name in ("requires", "conflicts-with"):
        assert OPTION["properties"][name]["items"] == {"$ref": "#/$defs/option"}


def test_tags_are_suggested_and_not_enforced() -> None:
    tags = OPTION["properties"]["tags"]["items"]
    assert tags["examples"] == ["diplomatic", "military"]
    assert "enum" not in tags


def test_weights_name_the_criteria_and_groups_of_each_level() -> None:
    for way in ("points", "swing", "ranges"):
        assert list(WEIGHTS["properties"][way]["properties"]) == ["security", *CRITERIA]
        inside = WEIGHTS["$defs"]["in-security"]["properties"][way]["properties"]
        assert list(inside) == CRITERIA[:2]
    assert WEIGHTS["$defs"]["names"]["enum"] == ["security", *CRITERIA]
    assert WEIGHTS["$defs"]["names-in-security"]["enum"] == CRITERIA[:2]
    for way in ("order", "cards"):
        assert WEIGHTS["properties"][way]["items"]["then"] == {"$ref": "#/$defs/names"}
        inside = WEIGHTS["$defs"]["in-security"]["properties"][way]["items"]
        assert inside["then"] == {"$ref": "#/$defs/names-in-security"}
    within = WEIGHTS["properties"]["within"]
    assert within["properties"] == {"security": {"$ref": "#/$defs/in-security"}}
    assert within["additionalProperties"] is False


def test_a_weight_comes_with_the_step_that_it_is_the_worth_of() -> None:
    for way in ("swing", "points", "ranges"):
        says = {
            key: WEIGHTS["$defs"][value["$ref"].removeprefix("#/$defs/")]["description"]
            for key, value in WEIGHTS["properties"][way]["properties"].items()
        }
        assert says == {
            "security": "A group: Escalation risk, Deterrence.",
            "escalation-risk": "The step from 100 (shots are fired) to 0 (no answer is expected).",
            "deterrence": "The step from 0 (encouraged) to 100 (convinced that it does not pay).",
            "support": "The step from 0 (none) to 100 (all).",
        }


def test_levels_and_ways_where_the_same_may_stand_share_its_description() -> None:
    inside = WEIGHTS["$defs"]["in-security"]["properties"]
    for way in ("swing", "points"):
        for level in (WEIGHTS["properties"], inside):
            shared = level[way]["properties"]["deterrence"]
            assert shared == {"$ref": "#/$defs/swing-of-deterrence"}
    times = inside["best-worst"]["properties"]["others-to-worst"]["properties"]["deterrence"]
    assert times == {"$ref": "#/$defs/best-worst-of-deterrence"}
    assert WEIGHTS["$defs"]["best-worst-of-deterrence"]["minimum"] == 1


def test_pairs_of_a_level_are_offered_as_keys_and_the_other_way_round_is_allowed() -> None:
    inside = WEIGHTS["$defs"]["in-security"]["properties"]["pairwise"]
    assert list(inside["properties"]) == ["escalation-risk over deterrence"]
    validator = validator_of({**inside, "$defs": WEIGHTS["$defs"]})
    assert not validator.is_valid({"escalation-risk over deterrence": -3})
    assert validator.is_valid({"deterrence over escalation-risk": "1/3"})
    assert not validator.is_valid({"deterrence over support": 3})


def test_a_group_of_profiles_names_those_of_the_case_and_stands_only_at_the_top() -> None:
    of = WEIGHTS["properties"]["group"]["properties"]["of"]
    assert {key: form["title"] for key, form in of["properties"].items()} == {
        "balanced": "Balanced",
        "deterrence-first": "Deterrence first",
    }
    assert of["additionalProperties"] is False
    assert "group" not in WEIGHTS["$defs"]["in-security"]["properties"]


def test_the_case_names_its_options_and_profiles() -> None:
    assert CASE["properties"]["baseline"]["enum"] == ["patrols", "protest", "wait"]
    assert CASE["properties"]["default-profile"]["enum"] == ["balanced", "deterrence-first"]


def test_a_schema_of_one_case_does_not_pass_for_that_of_every_case() -> None:
    for schema in SCHEMAS.values():
        assert "$id" not in schema
        assert "Case: A border incident" in schema["description"]


def test_in_a_case_without_sources_none_can_be_cited() -> None:
    header = starter_files()["policyscore.yaml"].partition("sources:")[0]
    scores = "{escalation-risk: 1, deterrence: 1, support: 1}"
    options = {
        f"options/{key}.yaml": f"title: X\nscores: {scores}\n"
        for key in ("wait", "protest", "patrols")
    }
    schema = schemas_with({"policyscore.yaml": header, **options})["option"]
    score = {"likely": 1, "source": "cable"}
    option = {"title": "X", "scores": {"escalation-risk": 1, "deterrence": 1, "support": score}}
    assert [e.message for e in validator_of(schema).iter_errors(option)] != []
    del score["source"]
    assert validator_of(schema).is_valid(option)


def test_in_a_case_without_profiles_none_can_be_the_default() -> None:
    schema = case_schema("case", CaseFacts("Title", (("wait", "Wait"),), ()))
    validator = validator_of(schema["properties"]["default-profile"])
    assert [e.validator for e in validator.iter_errors("balanced")] == ["pattern"]
