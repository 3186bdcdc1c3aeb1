"""What pydantic says of a file, put into the words of a case and at its place in the file."""

from collections.abc import Callable
from typing import Any

from pydantic_core import ErrorDetails, SchemaValidator, ValidationError

from policyscore.case.kinds import RecordKind, Where
from policyscore.case.shapes import LONGEST_ID, LONGEST_LINE, RESERVED_IDS
from policyscore.case.suggestions import did_you_mean
from policyscore.reading import rules
from policyscore.reading.characters import shorten, visible
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.reading.rules import Rule
from policyscore.reading.scalars import resolve, why_not_a_number
from policyscore.reading.yaml_reader import MOST_FINDINGS

KindOf = Callable[[Document, Where], RecordKind]


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
    findings = []
    for detail in details:
        where = _where(detail)
        if detail["type"] == "too_short" and any(
            other is not detail and _where(other)[: len(where)] == where for other in details
        ):
            continue  # an item was dropped because it is wrong, which has its own finding
        findings.append(_explain(document, detail, (*at, *where), kind_of))
        if len(findings) == MOST_FINDINGS:
            findings.append(_too_many(document, len(details)))
            break
    return None, findings


def _too_many(document: Document, count: int) -> Finding:
    return document.finding(
        rules.TOO_MANY, (), f"There are {count} errors in this file; only the first are shown."
    )


def _where(detail: ErrorDetails) -> Where:
    """The place of an error as keys and indices, without the names of forms."""
    return tuple(
        step for step in detail["loc"] if not (isinstance(step, str) and step.startswith("<"))
    )


def _explain(document: Document, detail: ErrorDetails, where: Where, kind_of: KindOf) -> Finding:
    of_key = bool(where) and where[-1] == "[key]"
    if of_key:
        where = where[:-1]
    kind = detail["type"]
    if kind == "missing":
        return _missing(document, where, kind_of(document, where[:-1]))
    if kind in {"unexpected_keyword_argument", "extra_forbidden", "invalid_key"}:
        return _unknown_key(document, where, kind_of(document, where[:-1]))
    written = where[-1] if of_key and where else detail["input"]
    name = "The key" if of_key else _name(where)
    rule, message, hint = _wrong_value(detail, name, written)
    return document.finding(rule, where, message, hint, of_key=of_key)


def _name(where: Where) -> str:
    """The key that a value stands under, for the start of a sentence."""
    for step in reversed(where):
        if not isinstance(step, int):
            return f"`{shorten(visible(str(step)), 40)}`"
    return "The file"


def _missing(document: Document, where: Where, kind: RecordKind) -> Finding:
    key = str(where[-1])
    says = kind.fields[key.replace("-", "_")].says
    return document.finding(
        rules.MISSING_KEY,
        where[:-1],
        f"`{key}` is missing from {kind.name}.",
        f"Add `{key}:`. {says}",
        of_key=True,
    )


def _unknown_key(document: Document, where: Where, kind: RecordKind) -> Finding:
    key = str(where[-1])
    there = ", ".join(f"`{k}`" for k in kind.keys)
    return document.finding(
        rules.UNKNOWN_KEY,
        where,
        f"`{shorten(visible(key), 40)}` is not a key of {kind.name}.",
        did_you_mean(key, kind.keys) or f"Its keys are {there}.",
        of_key=True,
    )


def what_is(written: Any) -> str:
    """Name a value of a file in plain words."""
    if written is None:
        return "nothing"
    if isinstance(written, bool):
        return f"`{str(written).lower()}`, a truth value"
    if isinstance(written, dict):
        return "a mapping"
    if isinstance(written, list):
        return "a list"
    if isinstance(written, str):
        return f"the text `{shorten(visible(written), 40)}`"
    return f"the number `{written}`"


def _not_a_number(name: str, written: Any) -> tuple[Rule, str, str]:
    hint = "Write a decimal number, such as 40 or 0.5."
    if isinstance(written, str):
        why = why_not_a_number(written)
        if not why and isinstance(resolve(written), int | float):
            hint = "Remove the quotes."
        elif why:
            hint = why[0].upper() + why[1:] + "."
    return rules.NOT_A_NUMBER, f"{name} needs a number, not {what_is(written)}.", hint


def _not_text(name: str, written: Any) -> tuple[Rule, str, str]:
    if isinstance(written, bool | int | float):
        shown = str(written).lower() if isinstance(written, bool) else written
        return (
            rules.WRONG_TYPE,
            f"{name} needs text, not {what_is(written)}.",
            f'Put quotes around it: "{shown}".',
        )
    return rules.WRONG_TYPE, f"{name} needs text, not {what_is(written)}.", ""


def _bad_word(name: str, written: Any, expected: str) -> tuple[Rule, str, str]:
    allowed = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    hint = did_you_mean(str(written), allowed) if isinstance(written, str) else ""
    if allowed == ["unknown"]:
        if isinstance(written, str) and (why := why_not_a_number(written)):
            hint = why[0].upper() + why[1:] + "."
        elif isinstance(written, str) and isinstance(resolve(written), int | float):
            hint = "Remove the quotes."
        message = f"{name} needs a number or `unknown`, not {what_is(written)}."
        return rules.NOT_A_NUMBER, message, hint
    message = f"{name} is {what_is(written)}, which is not one of its words."
    return rules.UNKNOWN_WORD, message, hint or "Write " + ", ".join(f"`{w}`" for w in allowed)


def bad_id(name: str, written: str) -> tuple[Rule, str, str]:
    """Say what is wrong with an id."""
    suggestion = "-".join(
        "".join(c if c.isascii() and c.isalnum() else " " for c in written.lower()).split()
    )[:LONGEST_ID]
    good = suggestion[:1].isalpha() and suggestion not in RESERVED_IDS
    return (
        rules.BAD_ID,
        f"{name} is not an id: `{shorten(visible(written), 40)}`.",
        f"Ids are lower-case words joined by hyphens, up to {LONGEST_ID} characters"
        + (f", such as `{suggestion}`." if good and suggestion != written else "."),
    )


def _bad_text(name: str, written: str) -> tuple[Rule, str, str]:
    if not written.strip():
        return rules.BAD_TEXT, f"{name} is empty.", "Write its text, or delete the key."
    if "\n" in written:
        return rules.BAD_TEXT, f"{name} goes over several lines.", "Keep it on one line."
    return rules.BAD_TEXT, f"{name} is too long.", f"Keep it under {LONGEST_LINE} characters."


def _wrong_value(detail: ErrorDetails, name: str, written: Any) -> tuple[Rule, str, str]:
    """The rule, the message and the hint for a value that is not what it should be."""
    kind = detail["type"]
    context = detail.get("ctx", {})
    if written is None and kind != "missing":
        return rules.WRONG_TYPE, f"{name} has no value.", "Write its value, or delete the key."
    if kind in {"float_type", "int_type", "finite_number"}:
        return _not_a_number(name, written)
    if kind == "string_type":
        return _not_text(name, written)
    if kind in {"string_pattern_mismatch", "string_too_long"}:
        is_line = "S" in context.get("pattern", "") or context.get("max_length") == LONGEST_LINE
        return _bad_text(name, written) if is_line else bad_id(name, str(written))
    if kind == "literal_error":
        return _bad_word(name, written, context["expected"])
    if kind == "too_short":
        least = context["min_length"]
        needs = "something in it" if least == 1 else f"{least} lines or more"
        return rules.WRONG_TYPE, f"{name} needs {needs}.", ""
    if kind == "greater_than_equal":
        return rules.OUT_OF_RANGE, f"{name} is negative: {written}.", "Write 0 or more."
    if kind == "tuple_type":
        hint = (
            f"Write it in brackets: [{shorten(visible(written))}]."
            if isinstance(written, str)
            else ""
        )
        return rules.WRONG_TYPE, f"{name} needs a list, not {what_is(written)}.", hint
    if kind in {"dict_type", "dataclass_type"}:
        return (
            rules.WRONG_TYPE,
            f"{name} needs `key: value` lines, not {what_is(written)}.",
            "",
        )
    return rules.WRONG_TYPE, f"{name} is not right: {detail['msg']}.", ""
