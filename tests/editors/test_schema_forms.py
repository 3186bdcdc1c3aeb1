"""How models become JSON Schema: values of several forms, keys that are numbers, ids of members."""

import re
from typing import Any

import pytest
from pydantic_core import core_schema as cs
from schema_peers import validator_of

from policyscore.case.shapes import ID, NUMBER, Schema, either, many, mapping, words
from policyscore.editors.enumerations import Describe, one_of_ids, put_ids, with_members
from policyscore.editors.facts import Member
from policyscore.editors.forms import ID_KEY, NUMBER_KEY, json_schema_of, one_of
from policyscore.reading.scalars import resolve

TEXTS = ("0", "-1", "+2", "0.5", ".5", "5.", "1e3", "-1.5E-7", "10", "100000000000000")
NOT_NUMBERS = ("", "a", "012", "1_000", "1:30", "0x1A", ".nan", ".inf", "1,5", "1 ", "--1", "1e")
MEMBERS = {key: Member(key, key.upper(), f"About {key}.") for key in ("a", "b")}
NAMES = {"$ref": "#/$defs/names"}


@pytest.mark.parametrize("text", [*TEXTS, *NOT_NUMBERS])
def test_a_key_is_a_number_to_the_schema_if_it_is_one_to_the_reader(text: str) -> None:
    is_number = type(resolve(text)) in (int, float)
    assert is_number == (text in TEXTS)
    assert bool(re.search(NUMBER_KEY, text)) == is_number


@pytest.mark.parametrize(
    ("text", "good"),
    [("a", True), ("no", True), ("a-1", True), ("trueish", True), ("nullify-it", True)]
    + [(t, False) for t in ("true", "false", "null", "A", "a_b", "a-", "1a", "", "ä")],
)
def test_a_key_is_an_id_to_the_schema_if_it_is_one_to_the_program(text: str, good: bool) -> None:
    assert bool(re.search(ID_KEY, text)) == good


def test_a_value_of_several_types_is_told_apart_by_its_type() -> None:
    listed = json_schema_of(many(NUMBER)) | {"items": {"title": "Score", "type": "number"}}
    made = one_of([listed, json_schema_of(words("unknown")), json_schema_of(NUMBER)])
    assert made["type"] == ["number", "string", "array"]
    assert made["pattern"] == "^(unknown)$"
    assert made["if"] == {"type": "array"}
    assert made["then"] is listed
    assert "else" not in made
    assert made["errorMessage"] == "Write a number, `unknown` or a list of scores."


def test_mappings_are_told_apart_by_a_key_that_only_one_has() -> None:
    def form(*names: str) -> dict[str, Any]:
        key = {"title": "T", "description": "D", "examples": [1], "type": "number"}
        return {"type": "object", "required": [*names], "properties": dict.fromkeys(names, key)}

    first, second, third = form("title", "one"), form("title", "two"), form("title", "three")
    made = one_of([first, second, third])
    assert made["if"] == {"type": "object", "required": ["one"]}
    assert made["then"] is first
    assert made["else"]["if"] == {"type": "object", "required": ["two"]}
    assert made["else"]["then"] is second
    assert made["else"]["else"] is third
    assert set(made["properties"]) == {"one", "two"}


def test_forms_that_no_key_tells_apart_are_a_mistake_of_the_program() -> None:
    form = {"type": "object", "required": ["title"], "properties": {"title": {}}}
    with pytest.raises(StopIteration):
        one_of([form, form])


def described(inner: dict[str, Any], member: Member) -> dict[str, Any]:
    return {"title": member.title, "description": member.says, **inner}


def with_ids(schema: Schema, describe: Describe | None = described) -> dict[str, Any]:
    return with_members(json_schema_of(schema), MEMBERS, NAMES, describe)


def test_a_way_that_gives_a_number_to_each_member_offers_each_as_a_key() -> None:
    made = with_ids(mapping(ID, NUMBER))
    assert made["additionalProperties"] is False
    assert "propertyNames" not in made
    assert made["properties"]["b"] == {
        "title": "B",
        "description": "About b.",
        "type": "number",
    }


def test_a_way_that_compares_members_names_those_inside_without_describing_them() -> None:
    made = with_ids(mapping(ID, mapping(ID, NUMBER)))
    assert made["properties"]["a"]["propertyNames"] == NAMES
    assert made["properties"]["a"]["additionalProperties"] == {"type": "number"}


def test_a_way_that_lists_members_takes_only_their_names() -> None:
    made = with_ids(many(many(ID)))
    assert made["items"]["items"] == NAMES


def test_a_way_that_lists_members_and_ties_of_them_takes_names_in_both() -> None:
    tie = either(
        lambda written: "tie" if isinstance(written, list) else "one", one=ID, tie=many(ID)
    )
    schema = {**with_ids(many(tie)), "$defs": {"names": {"enum": ["a", "b"]}}}
    assert schema["items"]["examples"] == ["a", "b"]
    validator = validator_of(schema)
    assert validator.is_valid(["a", ["b"]])
    for wrong in (["c"], ["a", ["c"]], [1], [{"a": 1}], ["a", [["b"]]]):
        assert not validator.is_valid(wrong), wrong


def test_very_many_members_are_named_without_being_described() -> None:
    made = with_ids(mapping(ID, NUMBER), None)
    assert made["propertyNames"] == NAMES
    assert "properties" not in made


def test_ids_are_listed_with_their_titles() -> None:
    made = one_of_ids((("a", "First"), ("b", "Second")), "expert")
    assert made == {"type": "string", "enum": ["a", "b"], "enumDescriptions": ["First", "Second"]}


def test_a_complaint_of_a_wrong_id_does_not_list_very_many() -> None:
    made = one_of_ids(tuple((f"a-{n}", "") for n in range(13)), "option")
    assert made["errorMessage"] == "The case has no such option."


def test_where_there_are_no_ids_none_is_accepted() -> None:
    made = put_ids(
        {"title": "Source", "pattern": ID_KEY, "examples": ["x"]}, one_of_ids((), "source")
    )
    assert made["title"] == "Source"
    assert made["patternErrorMessage"] == "The case has no source yet."
    assert "examples" not in made
    assert not re.search(made["pattern"], "anything")
    assert not re.search(made["pattern"], "")


def test_a_card_may_be_a_number_or_an_id() -> None:
    made = one_of([json_schema_of(cs.int_schema()), json_schema_of(ID)])
    assert made["type"] == ["integer", "string"]
    assert made["pattern"] == ID_KEY
    assert made["errorMessage"] == "Write a whole number or a name."


def test_a_key_that_names_a_member_keeps_its_title() -> None:
    named = {"title": "Best", "description": "What counts most.", "examples": ["x"]}
    form = {"properties": {"best": json_schema_of(ID) | named}}
    made = with_members(form, MEMBERS, NAMES, described)
    assert made["properties"]["best"] == {
        "title": "Best",
        "description": "What counts most.",
        **NAMES,
    }


def test_numbers_in_a_list_of_members_keep_their_bounds() -> None:
    cards = many(
        either(
            lambda written: "blanks" if isinstance(written, int) else "one",
            one=ID,
            blanks=cs.int_schema(ge=1, le=5),
        )
    )
    schema = {**with_ids(cards), "$defs": {"names": {"enum": ["a", "b"]}}}
    validator = validator_of(schema)
    assert validator.is_valid(["a", 5, "b"])
    for wrong in (["a", 6, "b"], ["a", 0, "b"], ["a", "c"]):
        assert not validator.is_valid(wrong), wrong
