"""The small words in which the models of the files are described to pydantic.

The models are frozen dataclasses, validated by pydantic's engine through the schemas made here:
strict scalars, unknown keys forbidden. The schemas are written out rather than derived from
`BaseModel` classes, because importing those and deriving the schemas takes longer than reading
and ranking a whole case; `docs/speed.md` has the figures. `pydantic.json_schema` reads the same
schemas.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar, dataclass_transform

from pydantic_core import core_schema as cs

Schema = cs.CoreSchema
T = TypeVar("T")

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LONGEST_ID = 64
LONGEST_LINE = 300
RESERVED_IDS = frozenset({"true", "false", "null"})

BAD_ID = "bad_id"
ID: Schema = cs.custom_error_schema(
    cs.str_schema(strict=True, pattern=ID_PATTERN, max_length=LONGEST_ID),
    custom_error_type=BAD_ID,
    custom_error_message="not an id",
)
LINE: Schema = cs.str_schema(strict=True, pattern=r"^[^\n]*\S[^\n]*$", max_length=LONGEST_LINE)
TEXT: Schema = cs.str_schema(strict=True, pattern=r"\S")
NUMBER: Schema = cs.float_schema(strict=True, allow_inf_nan=False)
NOT_NEGATIVE: Schema = cs.float_schema(strict=True, allow_inf_nan=False, ge=0)


def words(*allowed: str) -> Schema:
    """One of a few words."""
    return cs.literal_schema(list(allowed))


def many(item: Schema, *, at_least: int = 0) -> Schema:
    """A list, kept as a tuple."""
    return cs.tuple_schema([item], variadic_item_index=0, min_length=at_least or None)


def mapping(key: Schema, value: Schema, *, at_least: int = 0) -> Schema:
    """A mapping in the order of the file."""
    return cs.dict_schema(key, value, min_length=at_least)


def either(choose: Callable[[Any], str], **choices: Schema) -> Schema:
    """One of several forms, chosen by looking at what was written, so that errors are about it.

    The names of the forms show up in the places of errors, in angle brackets, which no key has.
    """
    return cs.tagged_union_schema(
        {f"<{name}>": schema for name, schema in choices.items()},
        lambda written: f"<{choose(written)}>",
    )


class Field(NamedTuple):
    """A key of a record.

    Attributes:
        schema: What its value must be.
        says: What it means, for messages and editors.
        required: Whether it must be there.
        default: What stands for it if it is not.
        examples: What somebody might write, for editors.
    """

    schema: Schema
    says: str
    required: bool = True
    default: Any = None
    examples: tuple[Any, ...] = ()


def optional(
    schema: Schema, says: str, default: Any = None, examples: tuple[Any, ...] = ()
) -> Field:
    """A key that may be left out."""
    return Field(schema, says, required=False, default=default, examples=examples)


@dataclass_transform(frozen_default=True)
def model(cls: type[T]) -> type[T]:
    """Make a class a frozen dataclass with slots."""
    return dataclass(frozen=True, slots=True)(cls)


def record(cls: type[Any], **fields: Field) -> Schema:
    """A mapping with fixed keys, made into `cls`. Keys are spelled with hyphens in files."""
    arguments = [
        cs.dataclass_field(
            name,
            field.schema
            if field.required
            else cs.with_default_schema(field.schema, default=field.default),
            kw_only=True,
            validation_alias=name.replace("_", "-"),
            metadata={
                "pydantic_js_updates": {
                    "description": field.says,
                    "examples": list(field.examples),
                }
            },
        )
        for name, field in fields.items()
    ]
    return cs.dataclass_schema(
        cls,
        cs.dataclass_args_schema(cls.__name__, arguments),
        list(fields),
        slots=True,
        frozen=True,
        config=cs.CoreConfig(extra_fields_behavior="forbid"),
    )
