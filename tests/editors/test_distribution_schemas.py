"""What editors are told of judgements given as `normal`, `beta` or `samples`."""

from typing import Any

import pytest
from editor_cases import schemas_with
from schema_peers import validator_of

from policyscore.cli.starting import starter_files
from policyscore.editors.json_schema import schema_for

ANY = schema_for("option")
HERE = schemas_with()["option"]
ON_SUPPORT = HERE["$defs"]["judgement-on-support"]


def complaints(schema: dict[str, Any], judgement: dict[str, Any]) -> set[str]:
    """What a validator's own words for editors say of a judgement on support."""
    option = {
        "title": "X",
        "scores": {"escalation-risk": 1, "deterrence": 1, "support": judgement},
    }
    errors = list(validator_of(schema).iter_errors(option))
    return {_words(schema, error) for error in errors}


def _words(schema: dict[str, Any], error: Any) -> str:
    """The nearest `errorMessage` at or above the keyword that complains."""
    node: Any = schema
    found = ""
    for step in error.absolute_schema_path:
        while isinstance(node, dict) and "$ref" in node and step not in node:
            node = _resolved(schema, node["$ref"])
        if step == "$ref":
            node = _resolved(schema, node["$ref"])
            found = node.get("errorMessage", "")
            continue
        if isinstance(node, dict) and "errorMessage" in node:
            found = node["errorMessage"]
        node = node[step]
    return found


def _resolved(schema: dict[str, Any], ref: str) -> Any:
    node: Any = schema
    for step in ref.removeprefix("#/").split("/"):
        node = node[step]
    return node


@pytest.mark.parametrize("form", ["normal", "beta", "samples"])
def test_each_form_is_described_and_has_an_example_that_holds(form: str) -> None:
    key = ANY["$defs"]["judgement"]["properties"][form]
    assert key["description"].startswith("In place of `likely`: ")
    ends = {"low": 0, "high": 100} if form == "beta" else {}
    for example in key["examples"]:
        assert complaints(ANY, {form: example, **ends}) == set()
        assert complaints(HERE, {form: example, **ends}) == set()


@pytest.mark.parametrize(
    ("judgement", "message"),
    [
        ({"normal": [40, 10], "likely": 4}, "This does not go with `normal`."),
        ({"beta": [4, 1], "samples": [4, 1]}, "This does not go with `beta`."),
        ({"samples": [4, 1], "low": 3, "high": 5}, "This does not go with `samples`."),
        ({"normal": [40]}, "Write the mean and the standard deviation, such as [40, 10]."),
        ({"normal": [40, 0]}, "Write a number above 0."),
        ({"samples": [4]}, "Write a list of numbers, 10,000 at the most."),
        ({"beta": [4], "low": 3, "high": 5}, "Write two shapes, such as [2, 5]."),
    ],
)
def test_a_complaint_says_what_to_write(judgement: dict[str, Any], message: str) -> None:
    assert message in complaints(ANY, judgement)
    assert message in complaints(HERE, judgement)


def test_the_mean_lies_on_the_scale_of_the_case() -> None:
    mean, deviation = ON_SUPPORT["properties"]["normal"]["allOf"][0]["prefixItems"]
    assert (mean["minimum"], mean["maximum"]) == (0, 100)
    assert deviation["exclusiveMinimum"] == 0
    assert complaints(HERE, {"normal": [101, 1]}) == {"Write a mean from 0 to 100."}
    assert complaints(ANY, {"normal": [101, 1]}) == set()


def test_samples_may_lie_beyond_the_scale() -> None:
    assert complaints(HERE, {"samples": [-1, 50, 101]}) == set()


def test_beta_needs_its_ends_unless_the_scale_runs_from_0_to_1() -> None:
    message = "Add the ends, such as `low: 0` and `high: 100`: this scale does not run from 0 to 1."
    assert complaints(HERE, {"beta": [2, 5]}) == {message}
    assert complaints(HERE, {"beta": [2, 5], "low": 10, "high": 20}) == set()
    assert complaints(ANY, {"beta": [2, 5]}) == set()
    header = starter_files()["policyscore.yaml"]
    unit = header.replace(
        "scale: {0: none, 50: the governing parties, 100: all}", "scale: {0: none, 1: all}"
    )
    assert unit != header
    scores = "{escalation-risk: 1, deterrence: 1, support: 1}"
    options = {
        f"options/{key}.yaml": f"title: X\nscores: {scores}\n"
        for key in ("wait", "protest", "patrols")
    }
    schema = schemas_with({"policyscore.yaml": unit, **options})["option"]
    assert complaints(schema, {"beta": [2, 5]}) == set()
