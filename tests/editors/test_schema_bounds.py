"""Whatever a case's texts hold, and however large it is, its schemas keep their form and bounds."""

import json
from typing import Any

import pytest
from editor_cases import schemas_with
from schema_peers import validator_of

from policyscore.cli.starting import starter_files
from policyscore.editors import option_schema, weights_schema

CRITERIA = ["escalation-risk", "deterrence", "support"]
HOSTILE = (
    '"}, "x": {',
    "\\",
    "</script><!--",
    "${1:injected} $0",
    "![x](http://127.0.0.1/x) [y](command:z)",
    "\U0001f3f4\u200b\u00ad é \U0001d54f",
    "x" * 300,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_case_changes_the_form_of_a_schema(text: str) -> None:
    header = starter_files()["policyscore.yaml"]
    for title in ("Escalation risk", "Desk analyst", "Embassy cable", "shots are fired"):
        assert title in header
        header = header.replace(title, json.dumps(text, ensure_ascii=False))
    plain, schemas = schemas_with(), schemas_with({"policyscore.yaml": header})
    for kind, schema in schemas.items():
        assert json.loads(json.dumps(schema, ensure_ascii=False)) == schema
        assert shape(schema) == shape(plain[kind])
    scores = schemas["option"]["properties"]["scores"]["properties"]
    assert scores["escalation-risk"]["title"] == text


def shape(node: Any) -> Any:
    """A schema without its texts."""
    if isinstance(node, dict):
        return {key: shape(value) for key, value in node.items()}
    if isinstance(node, list):
        return [shape(value) for value in node]
    return type(node)


def test_very_many_criteria_are_named_though_not_described(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(option_schema, "MOST_SCALES", 2)
    monkeypatch.setattr(weights_schema, "MOST_MEMBERS", 2)
    schemas = schemas_with()
    scores = schemas["option"]["properties"]["scores"]
    assert scores["properties"] == {key: {"$ref": "#/$defs/score"} for key in CRITERIA}
    assert scores["required"] == CRITERIA
    swing = schemas["weights"]["properties"]["swing"]
    assert swing["propertyNames"] == {"$ref": "#/$defs/names"}
    assert schemas["weights"]["$defs"]["names"]["enum"] == ["security", *CRITERIA]
    good = {"title": "X", "scores": dict.fromkeys(CRITERIA, 1)}
    assert validator_of(schemas["option"]).is_valid(good)
    assert not validator_of(schemas["option"]).is_valid({"title": "X", "scores": {"support": 1}})
    weighed = validator_of(schemas["weights"])
    assert weighed.is_valid({"title": "X", "swing": {"support": 100}})
    assert not weighed.is_valid({"title": "X", "swing": {"suport": 100}})
    times = {"best-to-others": {"support": 2}, "others-to-worst": {"deterrence": 2}}
    for stated, wrong in (
        ({"order": ["support", ["deterrence"]]}, {"order": ["suport"]}),
        ({"ranges": {"support": "any"}}, {"ranges": {"suport": "any"}}),
        (
            {"best-worst": {"best": "deterrence", "worst": "support", **times}},
            {"best-worst": {"best": "deterrence", "worst": "suport", **times}},
        ),
    ):
        assert weighed.is_valid({"title": "X", **stated}), stated
        assert not weighed.is_valid({"title": "X", **wrong}), wrong


def test_very_many_profiles_can_be_combined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights_schema, "MOST_MEMBERS", 1)
    validator = validator_of(schemas_with()["weights"])
    assert validator.is_valid({"title": "X", "group": {"of": {"balanced": 1}}})
    assert not validator.is_valid({"title": "X", "group": {"of": {"unbalanced": 1}}})


def test_schemas_grow_no_faster_than_the_case() -> None:
    def size(criteria: int) -> int:
        members = "".join(
            f"  c{n}: {{title: {'t' * 200}, asks: {'q' * 3000}, better: lower, "
            f"scale: {{{', '.join(f'{a}: {chr(97) * 200}' for a in range(40))}}}}}\n"
            for n in range(criteria)
        )
        header = f"policyscore: 1\ntitle: x\nbaseline: wait\ncriteria:\n{members}"
        scores = ", ".join(f"c{n}: 1" for n in range(criteria))
        option = f"title: X\nscores: {{{scores}}}\n"
        swing = f"title: X\nswing: {{{scores.replace(': 1', ': 100')}}}\n"
        files = {"policyscore.yaml": header}
        files |= {f"options/{key}.yaml": option for key in ("wait", "protest", "patrols")}
        files |= {f"weights/{key}.yaml": swing for key in ("balanced", "deterrence-first")}
        return sum(len(json.dumps(schema)) for schema in schemas_with(files).values())

    small, large = size(10), size(80)
    assert large < small * 8
    assert large < 80 * 20_000


def test_the_deepest_tree_of_groups_has_schemas() -> None:
    tree = "{title: T, better: lower, scale: {0: a, 1: b}}"
    for depth in range(12):
        tree = f"{{title: G, criteria: {{{'leaf' if depth == 0 else f'g{depth}'}: {tree}}}}}"
    header = f"policyscore: 1\ntitle: x\nbaseline: wait\ncriteria: {{top: {tree}}}\n"
    option = "title: X\nscores: {leaf: 1}\n"
    files = {"policyscore.yaml": header}
    files |= {f"options/{key}.yaml": option for key in ("wait", "protest", "patrols")}
    swing = "title: X\nswing: {leaf: 100}\n"
    files |= {f"weights/{key}.yaml": swing for key in ("balanced", "deterrence-first")}
    schemas = schemas_with(files)
    assert validator_of(schemas["weights"]).is_valid({"title": "X", "swing": {"leaf": 100}})
    weights = schemas["weights"]
    assert len([name for name in weights["$defs"] if name.startswith("in-")]) == 12
    assert len(json.dumps(weights)) < 12 * 20_000
    assert "properties" not in weights["properties"]["pairwise"]  # 13 names have 78 pairs
