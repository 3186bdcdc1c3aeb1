"""The models' own schemas, put into the JSON Schema that editors read best.

Editors report badly on `oneOf`, so a value of several forms is told apart by its type or by a key
that only one of the forms has; then every complaint is about the form that was meant.
"""

import re
from collections.abc import Sequence
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema as cs

from policyscore.case.shapes import ID_PATTERN, RESERVED_IDS, TEXT, Schema

JsonSchema = dict[str, Any]

NUMBER_KEY = r"^[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"
ID_KEY = f"^(?!({'|'.join(sorted(RESERVED_IDS))})$)" + ID_PATTERN[1:]
_SCALARS = ("number", "integer", "string")
_OFFERED = ("title", "description", "examples", "type")
_ORDER = (*_SCALARS, "object", "array")


class _Forms(GenerateJsonSchema):
    """Pydantic's translation of a core schema, in plain words and without `oneOf`."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Keep the order of the models."""
        del parent_key
        return value

    def get_title_from_name(self, name: str) -> str:
        """`conflicts-with` as `Conflicts with`."""
        return name.replace("-", " ").capitalize()

    def str_schema(self, schema: cs.StringSchema) -> JsonSchemaValue:
        """A text, with words for a text that does not fit."""
        made = super().str_schema(schema)
        if made.get("pattern") == ID_PATTERN:
            made["pattern"] = ID_KEY
            made["patternErrorMessage"] = "Ids are lower-case words joined by hyphens."
        elif made.get("pattern") == TEXT["pattern"]:
            made["patternErrorMessage"] = "Write some text."
        elif "pattern" in made:
            made["patternErrorMessage"] = "Write some text, on one line."
        return made

    def default_schema(self, schema: cs.WithDefaultSchema) -> JsonSchemaValue:
        """A key that may be left out; defaults that only the program knows are not told."""
        made = self.generate_inner(schema["schema"]).copy()
        default = schema.get("default")
        if isinstance(default, str | float) and default != "":
            made["default"] = whole(default) if isinstance(default, float) else default
        return made

    def dict_schema(self, schema: cs.DictSchema) -> JsonSchemaValue:
        """A mapping; numbers as keys are text to JSON Schema."""
        names = self.generate_inner(schema["keys_schema"]).copy()
        if names.pop("type") == "number":
            names = {"pattern": NUMBER_KEY, "patternErrorMessage": "Write a number."}
        made: JsonSchema = {"type": "object", "propertyNames": names}
        made["additionalProperties"] = self.generate_inner(schema["values_schema"])
        if schema.get("min_length"):
            made["minProperties"] = schema["min_length"]
        return made

    def dataclass_schema(self, schema: cs.DataclassSchema) -> JsonSchemaValue:
        """A record, titled and described by its class's name and the first line on it."""
        made = super().dataclass_schema(schema)
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", schema["cls"].__name__)
        made["title"] = words.capitalize()
        made["description"] = (schema["cls"].__doc__ or "").split("\n", 1)[0]
        return made

    def tagged_union_schema(self, schema: cs.TaggedUnionSchema) -> JsonSchemaValue:
        """A value of several forms."""
        return one_of([self.generate_inner(form) for form in schema["choices"].values()])


def whole(number: float) -> float | int:
    """A number without a fraction if it has none: 40 for 40.0."""
    return int(number) if number == int(number) else number


def one_of(forms: Sequence[JsonSchema]) -> JsonSchema:
    """A value of one of several forms.

    Args:
        forms: Their schemas. They have different types; or all are mappings, and each but the last
            requires a key that the later ones do not have.
    """
    if len({form["type"] for form in forms}) == len(forms):
        return _by_type(forms)
    return _by_key(forms)


def _by_type(forms: Sequence[JsonSchema]) -> JsonSchema:
    forms = sorted(forms, key=lambda form: _ORDER.index(form["type"]))
    made: JsonSchema = {"type": [form["type"] for form in forms]}
    for form in forms:
        if words := _words(form):
            made["pattern"] = f"^({'|'.join(words)})$"
        elif form["type"] in _SCALARS:
            made.update({k: v for k, v in form.items() if k != "type"})
    named = [name for form in forms for name in _names(form)]
    message = f"Write {', '.join(named[:-1])} or {named[-1]}."
    made["errorMessage"] = made["patternErrorMessage"] = message
    chain: JsonSchema = {}
    for form in reversed(forms):
        if form["type"] not in _SCALARS:
            otherwise = {"else": chain} if chain else {}
            chain = {"if": {"type": form["type"]}, "then": form, **otherwise}
    return made | chain


def _words(form: JsonSchema) -> list[str]:
    """The few words that a form allows; none if it allows any."""
    words: list[str] = [form["const"]] if "const" in form else form.get("enum", [])
    return words


def _names(form: JsonSchema) -> list[str]:
    """What a form is, in words."""
    match form:
        case {"type": "object"}:
            return [f"a {form['title'].lower()}"]
        case {"type": "array"}:
            return [f"a list of {form['items'].get('title', 'name').lower()}s"]
        case {"type": "number"}:
            return ["a number"]
        case {"type": "integer"}:
            return ["a whole number"]
    if form.get("pattern") == ID_KEY:
        return ["a name"]
    return [f"`{word}`" for word in _words(form)] or ["text"]


def _by_key(forms: Sequence[JsonSchema]) -> JsonSchema:
    """Tell mappings apart by a key; the keys that do are offered by the mapping as such."""
    telling: JsonSchema = {}
    *others, chain = forms
    known = set(chain["properties"])
    for form in reversed(others):
        key = next(key for key in form["required"] if key not in known)
        known |= set(form["properties"])
        telling[key] = {k: form["properties"][key][k] for k in _OFFERED}
        chain = {"if": {"type": "object", "required": [key]}, "then": form, "else": chain}
    return {"properties": telling, **chain}


def json_schema_of(schema: Schema) -> JsonSchema:
    """Put a model's schema into JSON Schema, without any of the words that name the whole."""
    made: JsonSchema = _Forms(by_alias=True).generate(schema)
    return made
