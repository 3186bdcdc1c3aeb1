"""What pydantic says of a file, at its place in the file; `wording` has the words for it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError

from policyscore.case.kinds import RecordKind, Where
from policyscore.case.naming import listed, quoted
from policyscore.case.shapes import Field
from policyscore.case.suggestions import closest, did_you_mean
from policyscore.case.wording import Value, bad_id, words_for
from policyscore.reading import rules
from policyscore.reading.complaints import MOST_FINDINGS
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document, Key, line_of
from policyscore.reading.scalars import resolve

__all__ = ["at_most_findings", "bad_id", "validate_as"]
KindOf = Callable[[Document, Where], RecordKind]
_UNKNOWN_KEY = frozenset({"unexpected_keyword_argument", "extra_forbidden", "invalid_key"})
# Mappings whose keys are ids rather than words of the format.
_BY_ID = frozenset({"criteria", "experts", "sources", "scores", "rules", "scales", "answers"})


class _Mistake(NamedTuple):
    """An error of pydantic's: its place, whether it is about the key there, its type, and so on."""

    where: Where
    of_key: bool
    type: str
    written: Any
    context: dict[str, Any]


def validate_as(
    validator: SchemaValidator, document: Document, data: Any, kind_of: KindOf, at: Where = ()
) -> tuple[Any, list[Finding]]:
    """Validate a document's data.

    Args:
        validator: The schema's validator.
        document: Where the data stands.
        data: What is validated: the document's data or a part of it.
        kind_of: Tells what the mapping at a place describes.
        at: The place of `data` in the document.

    Returns:
        The model, or None, and what keeps the data from being one.
    """
    try:
        return validator.validate_python(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    mistakes = [_mistake(detail, data, at) for detail in details]
    said = (_explain(document, m, kind_of) for m in _worth_saying(document, mistakes, kind_of))
    return None, list(at_most_findings(document, said))


def at_most_findings(document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Pass on the first findings about a file; a hostile file must not be given thousands."""
    rest = iter(findings)
    yield from islice(rest, MOST_FINDINGS)
    if next(rest, None) is not None:
        yield document.finding(
            rules.TOO_MANY,
            (),
            f"This file has more errors of this kind; only the first {MOST_FINDINGS} are shown.",
        )


def _mistake(detail: ErrorDetails, data: Any, at: Where) -> _Mistake:
    """Find the place of an error as keys and indices, without the names of forms."""
    where: list[Key] = list(at)
    of_key, here = False, data
    for step in detail["loc"]:
        key: Any = step
        if isinstance(here, dict) and isinstance(step, str) and step not in here:
            number = resolve(step)  # pydantic gives the place of a key such as 0.5 as text
            key = number if isinstance(number, int | float) else step
        if (isinstance(here, dict) and key in here) or (
            isinstance(here, list) and isinstance(step, int)
        ):
            where.append(key)
            here = here[key]
        elif step == "[key]":
            of_key = True
        elif not (isinstance(step, str) and step.startswith("<")):
            where.append(step)  # a key that is missing
    return _Mistake(tuple(where), of_key, detail["type"], detail["input"], detail.get("ctx", {}))


def _worth_saying(
    document: Document, mistakes: list[_Mistake], kind_of: KindOf
) -> Iterator[_Mistake]:
    """Leave out the mistakes that only follow from others."""
    above = {m.where[:depth] for m in mistakes for depth in range(len(m.where))}
    misspelt: set[tuple[Where, str | None]] = set()
    if any(m.type == "missing" for m in mistakes):
        misspelt = {
            (m.where[:-1], closest(str(m.where[-1]), kind_of(document, m.where[:-1]).keys))
            for m in mistakes
            if m.type in _UNKNOWN_KEY
        }
    for mistake in mistakes:
        where = mistake.where
        if mistake.type == "too_short" and where in above:
            continue  # an item was dropped because it is wrong, which has its own finding
        if mistake.type == "missing" and (where[:-1], where[-1]) in misspelt:
            continue  # it is there, misspelt, which has its own finding
        if mistake.written is None and _text_at(document, where).startswith("*"):
            continue  # an alias, of which the reader has complained
        yield mistake


def _explain(document: Document, mistake: _Mistake, kind_of: KindOf) -> Finding:
    where = mistake.where
    if mistake.type == "missing":
        return _missing(document, where, kind_of(document, where[:-1]))
    if mistake.type in _UNKNOWN_KEY:
        return _unknown_key(document, where, kind_of(document, where[:-1]))
    field = None if mistake.of_key else _field(document, where, kind_of)
    rule, message, hint = words_for(mistake.type, _value(document, mistake, field))
    if not hint and mistake.type == "dataclass_type":
        hint = f"Its keys are {listed(kind_of(document, where).keys, 'and')}."
    elif not hint and field is not None:
        hint = field.says
    return document.finding(rule, where, message, hint, of_key=mistake.of_key)


def _text_at(document: Document, where: Where, *, of_key: bool = False) -> str:
    """A scalar as it stands in the file; of one over several lines, the first."""
    span = document.span(where, of_key=of_key)
    end = span.end_column if span.end_line == span.line else None
    return line_of(document.text, span.line)[span.column - 1 : end and end - 1]


def _name(where: Where) -> str:
    """What a value is, for the start of a sentence: the key that it stands under."""
    named = [step for step in where if isinstance(step, str)]
    name = quoted(named[-1]) if named else "The file"
    return (
        f"{name} at {quoted(where[-1])}"
        if named[-1:] in (["scale"], ["value"]) and (isinstance(where[-1], int | float))
        else name
    )


def _field(document: Document, where: Where, kind_of: KindOf) -> Field | None:
    """The key of the format that a value, or the list or mapping around it, stands under."""
    while where and not isinstance(where[-1], str):
        where = where[:-1]
    if not where or (len(where) > 1 and where[-2] in _BY_ID):
        return None
    return kind_of(document, where[:-1]).fields.get(str(where[-1]).replace("-", "_"))


def _missing(document: Document, where: Where, kind: RecordKind) -> Finding:
    key = str(where[-1])
    says = kind.fields[key.replace("-", "_")].says
    return document.finding(
        rules.MISSING_KEY,
        where[:-1],
        f"`{key}` is missing from this {kind.name.split(' ', 1)[1]}.",
        f"Add `{key}:`. {says}",
        of_key=True,
    )


def _unknown_key(document: Document, where: Where, kind: RecordKind) -> Finding:
    return document.finding(
        rules.UNKNOWN_KEY,
        where,
        f"{quoted(where[-1])} is not a key of {kind.name}.",
        did_you_mean(str(where[-1]), kind.keys) or f"Its keys are {listed(kind.keys, 'and')}.",
        of_key=True,
    )


def _value(document: Document, mistake: _Mistake, field: Field | None) -> Value:
    """What the words for a mistake are made from."""
    written = mistake.where[-1] if mistake.of_key else mistake.written
    number = ""
    if isinstance(written, int | float) and not isinstance(written, bool):
        number = _text_at(document, mistake.where, of_key=mistake.of_key)
    name = "The key" if mistake.of_key else _name(mistake.where)
    return Value(name, written, number, field is None or field.required, mistake.context)
