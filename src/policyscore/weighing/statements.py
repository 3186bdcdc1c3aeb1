"""What a weights file states about one level of the tree: in which way, and within which groups."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from pydantic_core import SchemaValidator
from pydantic_core import core_schema as cs

from policyscore.case.explanations import validate_as
from policyscore.case.header import Criterion
from policyscore.case.kinds import RecordKind, Where
from policyscore.case.naming import listed, quoted, what_is
from policyscore.case.profiles import PROFILE_KEYS
from policyscore.case.shapes import Field
from policyscore.case.suggestions import did_you_mean
from policyscore.reading import rules
from policyscore.reading.complaints import MOST_FINDINGS
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document, Key
from policyscore.weighing.way import Stated, Way
from policyscore.weighing.ways import WAYS, WITHIN

SETTINGS = {key: way.key for way in WAYS.values() for key in way.settings if key not in WAYS}
_OTHERS = listed([key for key in WAYS if key != "swing"])
HOW_TO_STATE = f"Add `swing:` with a line for each criterion, or another way: {_OTHERS}."


def read_statement(
    document: Document,
    stated: Mapping[Any, Any],
    where: Where,
    criteria: Mapping[str, Criterion],
) -> tuple[tuple[Way, Stated] | None, list[Finding]]:
    """Find the one way that is used at a level.

    Args:
        document: The weights file.
        stated: The keys of the level, without those that every weights file has.
        where: The level's place in the file; () at the top.
        criteria: The criteria at or under the level, by id.

    Returns:
        The way with what it says, or None, and what is wrong.
    """
    known = {*WAYS, WITHIN, *SETTINGS}
    strange = [key for key in stated if key not in known]
    findings = [_unknown_key(document, (*where, key)) for key in islice(strange, MOST_FINDINGS)]
    used = ways_used(stated)
    if len(used) > 1:
        keys = [key for key in stated if WAYS.get(key) in used]
        findings.append(
            document.finding(
                rules.WEIGHING_WAY,
                (*where, keys[1]),
                f"There are both `{keys[0]}` and `{keys[1]}` here.",
                "State the weights of one level in one way.",
                of_key=True,
            )
        )
    elif not used and not strange:
        lone = next((key for key in stated if key in SETTINGS), None)
        hint = (
            HOW_TO_STATE if lone is None else f"`{lone}` goes with `{SETTINGS[lone]}:`; add that."
        )
        message = "No weights are stated here."
        findings.append(document.finding(rules.WEIGHING_WAY, where, message, hint, of_key=True))
    if len(used) != 1:
        return None, findings
    way, place = used[0], (*where, used[0].key)
    content, wrong = _read_content(document, way, stated[way.key], place)
    settings, unset = _read_settings(document, way, stated, where)
    findings.extend([*wrong, *unset])
    if content is None or settings is None:
        # What the reader has complained of already is not right, though nothing is said of it here.
        return None, findings
    return (way, Stated(document, place, content, settings, criteria)), findings


def ways_used(stated: Mapping[Any, Any]) -> list[Way]:
    """The ways whose keys a level has; one that only sets another one's statement is none."""
    used = [way for key, way in WAYS.items() if key in stated]
    return [way for way in used if not any(way.key in other.settings for other in used)]


def _read_content(
    document: Document, way: Way, written: Any, place: Where
) -> tuple[Any, list[Finding]]:
    says = Field(cs.any_schema(), way.says)
    whole = RecordKind("a profile", {way.key.replace("-", "_"): says})
    statement = RecordKind(f"a statement by `{way.key}`", way.fields)
    line = RecordKind(f"a line of `{way.key}`", way.fields)

    def kind_of(_: Document, at: Where) -> RecordKind:
        if not way.fields or at[: len(place)] != place:
            return whole
        return statement if at == place else line

    return validate_as(way.validator, document, written, kind_of, place)


def _read_settings(
    document: Document, way: Way, stated: Mapping[Any, Any], where: Where
) -> tuple[dict[str, Any] | None, list[Finding]]:
    """Read the keys that say how a way's statement is meant."""
    kind = RecordKind("a profile", {k.replace("-", "_"): f for k, f in way.settings.items()})
    settings: dict[str, Any] | None = {}
    findings: list[Finding] = []
    for key, field in way.settings.items():
        value = field.default
        if key in stated:
            validator = SchemaValidator(field.schema)
            value, wrong = validate_as(
                validator, document, stated[key], lambda _, __: kind, (*where, key)
            )
            findings.extend(wrong)
            settings = None if value is None else settings
        elif field.required:
            findings.append(
                document.finding(
                    rules.MISSING_KEY,
                    (*where, way.key),
                    f"`{way.key}` needs `{key}` beside it.",
                    f"Add `{key}:`. {field.says}",
                    of_key=True,
                )
            )
            settings = None
        if settings is not None:
            settings[key] = value
    findings.extend(
        document.finding(
            rules.UNKNOWN_KEY,
            (*where, key),
            f"`{key}` goes with `{SETTINGS[key]}`, but the weights are stated by `{way.key}` here.",
            "Delete it.",
            of_key=True,
        )
        for key in stated
        if key in SETTINGS and key not in way.settings and key not in WAYS
    )
    return settings, findings


def _unknown_key(document: Document, where: Where) -> Finding:
    """Complain of a key that is no way of weighing."""
    top = len(where) == 1
    if top:  # the keys of a profile are kept as text, those of the file may be numbers
        where = (next((key for key in document.data if str(key) == where[0]), where[0]),)
    there = [*(PROFILE_KEYS if top else ()), *WAYS, WITHIN]
    near = did_you_mean(str(where[-1]), [*there, *SETTINGS])
    what = "a profile" if top else "the weights of a group"
    return document.finding(
        rules.UNKNOWN_KEY,
        where,
        f"{quoted(where[-1])} is not a key of {what}.",
        near or f"Its keys are {listed(there, 'and')}.",
        of_key=True,
    )


def read_within(
    document: Document, stated: Mapping[Any, Any], where: Where
) -> tuple[dict[Key, Any] | None, list[Finding]]:
    """Find what is stated about the groups of a level; arguments and result as `read_statement`."""
    written = stated.get(WITHIN, {})
    place = (*where, WITHIN)
    if not isinstance(written, dict):
        message = f"`{WITHIN}` needs a line for each group, not {what_is(written)}."
        if written is None:
            message = f"`{WITHIN}` has no value."
        hint = f"Write `{WITHIN}: {{group: {{swing: ...}}}}`, or delete it."
        return None, [document.finding(rules.WRONG_TYPE, place, message, hint, of_key=True)]
    findings: list[Finding] = []
    for name, inner in written.items():
        if not isinstance(inner, dict) and len(findings) < MOST_FINDINGS:
            message = f"{quoted(name)} needs `swing:` or another way of weighing under it, not "
            message += f"{what_is(inner)}."
            hint = "Say there how its weight is divided among its criteria."
            where_ = (*place, name)
            findings.append(document.finding(rules.WRONG_TYPE, where_, message, hint, of_key=True))
    return written, findings
