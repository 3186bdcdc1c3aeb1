"""What every way of weighing has to offer."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pydantic_core import SchemaValidator

from policyscore.case.kinds import Where
from policyscore.case.shapes import Schema
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document


class Stated(NamedTuple):
    """What somebody stated about the members of one level of the tree, in one way.

    Attributes:
        document: The weights file.
        where: The place of the way's key in it.
        content: What stands under the key, validated by the way's schema.
    """

    document: Document
    where: Where
    content: Any


class Way(NamedTuple):
    """A way of stating weights: a key in weights files.

    Attributes:
        key: The key.
        says: What stands under it, for messages and editors.
        validator: Checks that what stands under it has the form of `schema`.
        names: The criteria and groups that a statement weighs, each with its place.
        check: What is wrong with a statement in the right form.
        weigh: The weight of each name, summing to 1; called when `check` found no error.
        schema: The form of what stands under it. An id in it is that of a criterion or group.
        examples: What somebody might write under it, for editors.
    """

    key: str
    says: str
    validator: SchemaValidator
    names: Callable[[Stated], Iterable[tuple[str, Where]]]
    check: Callable[[Stated], Iterator[Finding]]
    weigh: Callable[[Stated], dict[str, float]]
    schema: Schema
    examples: tuple[Any, ...]
