"""Every key in the schemas has a title, a description and examples, in words for a reader."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editor_cases import schemas_with
from schema_peers import check_jsonschema, validator_of

from policyscore.cli.schema import Kind
from policyscore.editors.json_schema import DIALECT, KINDS, schema_for
from policyscore.editors.staleness import KINDS as WRITTEN

GENERAL = {kind: schema_for(kind) for kind in KINDS}
HERE = schemas_with()
EVERY = [
    *((f"any {k}", s) for k, s in GENERAL.items()),
    *((f"this {k}", s) for k, s in HERE.items()),
]
NAMED = ("properties", "$defs")
PYTHON = re.compile(
    r"\bNone\b|\bTrue\b|\bFalse\b|Attributes|attribute|\bdict\b|\btuple\b|\bfloat\b|\bstr\b|`[A-Z_]+`"
)


def nodes(schema: Any, place: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema in a schema, with its place; no data, such as examples."""
    if isinstance(schema, list):
        for number, item in enumerate(schema):
            yield from nodes(item, f"{place}/{number}")
    if isinstance(schema, dict):
        yield place, schema
        for word, value in schema.items():
            if word in NAMED or word == "dependentRequired":
                for name, inner in value.items():
                    yield from nodes(inner, f"{place}/{word}/{name}")
            elif word not in {"examples", "default", "enum", "required", "defaultSnippets"}:
                yield from nodes(value, f"{place}/{word}")


def keys(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every key that a file may have; `range` has only conditions on keys described elsewhere."""
    return [
        (place, node)
        for place, node in nodes(schema)
        if re.search(r"/properties/[^/]+$", place) and "/$defs/range" not in place
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_says_what_it_is(kind: str) -> None:
    schema = GENERAL[kind]
    assert schema["$schema"] == DIALECT
    assert schema["$id"] == f"urn:policyscore:schema:{kind}:1"
    assert schema["title"]
    assert schema["description"].endswith(".")


def test_the_kinds_are_the_same_everywhere() -> None:
    assert KINDS == WRITTEN == tuple(Kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_a_title_a_description_and_examples(kind: str) -> None:
    found = keys(GENERAL[kind])
    assert len(found) > 5
    for place, node in found:
        name = node["$ref"].removeprefix("#/$defs/") if list(node) == ["$ref"] else None
        key = GENERAL[kind]["$defs"][name] if name else node
        assert key.get("title"), place
        assert key.get("description"), place
        assert key.get("examples"), place


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_one_case_has_a_title_and_a_description(kind: str) -> None:
    for place, key in keys(HERE[kind]):
        if list(key) != ["$ref"]:
            assert key.get("title"), place
            assert key.get("description"), place


@pytest.mark.parametrize("kind", KINDS)
def test_no_example_of_one_case_is_a_mapping(kind: str) -> None:
    # The language server would offer them under the name `[object Object]`.
    for place, node in nodes(HERE[kind]):
        for example in node.get("examples", ()):
            assert "{" not in json.dumps(example), place


@pytest.mark.parametrize(("name", "schema"), EVERY, ids=[name for name, _ in EVERY])
def test_every_example_is_accepted_where_it_stands(name: str, schema: dict[str, Any]) -> None:
    del name
    whole = validator_of(schema)
    for place, node in nodes(schema):
        if "/$defs/range" in place:
            continue
        validator = whole.evolve(schema=node)
        for example in node.get("examples", ()):
            assert [e.message for e in validator.iter_errors(example)] == [], place
        for snippet in node.get("defaultSnippets", ()):
            assert [e.message for e in validator.iter_errors(snippet["body"])] == [], place
        if "default" in node:
            assert validator.is_valid(node["default"]), place


@pytest.mark.parametrize(("name", "schema"), EVERY, ids=[name for name, _ in EVERY])
def test_no_word_of_python_is_in_a_schema(name: str, schema: dict[str, Any]) -> None:
    del name
    for place, node in nodes(schema):
        for word in ("title", "description", "errorMessage", "patternErrorMessage"):
            said = node.get(word, "")
            assert isinstance(said, str), place
            assert not PYTHON.search(said), f"{place}: {said}"


@pytest.mark.parametrize(("name", "schema"), EVERY, ids=[name for name, _ in EVERY])
def test_no_default_is_nothing(name: str, schema: dict[str, Any]) -> None:
    del name
    found = {place: node["default"] for place, node in nodes(schema) if "default" in node}
    known = {"case-author", 1, "centroid", "eigenvector", "alonso-lamata", "linear"}
    assert set(found.values()) <= known, found


@pytest.mark.parametrize(("name", "schema"), EVERY, ids=[name for name, _ in EVERY])
def test_no_schema_offers_forms_that_an_editor_would_have_to_guess(
    name: str, schema: dict[str, Any]
) -> None:
    del name
    assert not any("oneOf" in node or "anyOf" in node for _, node in nodes(schema))


def test_every_schema_is_one_by_the_metaschema(tmp_path: Path) -> None:
    for number, (_, schema) in enumerate(EVERY):
        (tmp_path / f"{number}.json").write_text(json.dumps(schema), "utf-8")
    done = check_jsonschema("--check-metaschema", *sorted(tmp_path.iterdir()), cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("ok")
