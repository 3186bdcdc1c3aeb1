"""What every way of weighing has to offer."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic_core import SchemaValidator

from policyscore.case.header import Criterion
from policyscore.case.kinds import Where
from policyscore.case.shapes import Field, Schema
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.weighing.changes import Content, Parts
from policyscore.weighing.consistency import Consistency

Interval = tuple[float, float]
_VALIDATORS: dict[str, SchemaValidator] = {}


class Stated(NamedTuple):
    """What somebody stated about the members of one level of the tree, in one way.

    Attributes:
        document: The weights file.
        where: The place of the way's key in it.
        content: What stands under the key, validated by the way's schema.
        settings: The way's settings, validated, with what stands for those left out.
        criteria: The criteria at or under the level, by id.
    """

    document: Document
    where: Where
    content: Any
    settings: Mapping[str, Any]
    criteria: Mapping[str, Criterion]

    def place(self, *steps: str | int | float) -> Where:
        """The place of something under the way's key."""
        return (*self.where, *steps)


def _fixed(stated: Stated) -> None:
    del stated


def _cannot_disagree(stated: Stated) -> tuple[Consistency, ...]:
    del stated
    return ()


def _has_no_parts(old: Content, new: Content) -> None:
    del old, new


def _renamed(content: Any, name: Callable[[str], str]) -> Any:
    """A statement with other ids as its keys and items."""
    if isinstance(content, dict):
        return {name(key): value for key, value in content.items()}
    if isinstance(content, tuple):
        return tuple(
            name(item) if isinstance(item, str) else _renamed(item, name) for item in content
        )
    return content


class Way(NamedTuple):
    """A way of stating weights: a key in weights files.

    Attributes:
        key: The key.
        says: What stands under it, for messages and editors.
        names: The criteria and groups that a statement weighs, each with its place.
        check: What is wrong with a statement in the right form.
        weigh: The weight of each name, summing to 1; called when `check` found no error.
        schema: The form of what stands under it. An id in it is that of a criterion or group.
        examples: What somebody might write under it, for editors.
        missing: What to do about a name that is not weighed.
        settings: Further keys of the level that say how the statement is meant.
        consistency: How well a statement agrees with itself, by each measure there is; none
            where it cannot disagree.
        extents: The least and greatest weight that a statement leaves to each name; None where
            it fixes the weights.
        parts: What changed between two statements, in the way's own words, and what a mixture of
            the two is; None where nothing smaller than the whole can be named.
        renamed: A statement's content with other ids in it.
        fields: The keys of the mappings in a statement that have fixed ones, for messages.
        only_criteria: Whether it weighs criteria and never groups.
    """

    key: str
    says: str
    names: Callable[[Stated], Iterable[tuple[str, Where]]]
    check: Callable[[Stated], Iterator[Finding]]
    weigh: Callable[[Stated], dict[str, float]]
    schema: Schema
    examples: tuple[Any, ...]
    missing: str = "Add a line for each; 0 says that it does not matter."
    settings: Mapping[str, Field] = {}
    consistency: Callable[[Stated], Sequence[Consistency]] = _cannot_disagree
    extents: Callable[[Stated], dict[str, Interval] | None] = _fixed
    parts: Callable[[Content, Content], Parts | None] = _has_no_parts
    renamed: Callable[[Any, Callable[[str], str]], Any] = _renamed
    fields: Mapping[str, Field] = {}
    only_criteria: bool = False

    @property
    def validator(self) -> SchemaValidator:
        """Checks that what stands under the key has the form of `schema`; made when first used."""
        if self.key not in _VALIDATORS:
            _VALIDATORS[self.key] = SchemaValidator(self.schema)
        return _VALIDATORS[self.key]
