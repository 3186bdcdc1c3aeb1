"""What a weights file states about one level of the tree: in which way, and within which groups."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from pydantic_core import core_schema as cs

from policyscore.case.explanations import validate_as
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


def read_statement(
    document: Document, stated: Mapping[Any, Any], where: Where
) -> tuple[tuple[Way, Stated] | None, list[Finding]]:
    """Find the one way that is used at a level.

    Args:
        document: The weights file.
        stated: The keys of the level, without those that every weights file has.
        where: The level's place in the file; () at the top.

    Returns:
        The way with what it says, or None, and what is wrong.
    """
    strange = [key for key in stated if key not in WAYS and key != WITHIN]
    findings = [_unknown_key(document, (*where, key)) for key in islice(strange, MOST_FINDINGS)]
    used = [way for key, way in WAYS.items() if key in stated]
    if len(used) > 1:
        keys = [key for key in stated if key in WAYS]
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
        findings.append(
            document.finding(
                rules.WEIGHING_WAY,
                where,
                "No weights are stated here.",
                f"Add {' or '.join(f'`{key}:`' for key in WAYS)} with a line for each criterion.",
                of_key=True,
            )
        )
    if len(used) != 1:
        return None, findings
    way, place = used[0], (*where, used[0].key)
    kind = RecordKind("a profile", {way.key: Field(cs.any_schema(), way.says)})
    content, wrong = validate_as(
        way.validator, document, stated[way.key], lambda _, __: kind, place
    )
    findings.extend(wrong)
    # What the reader has complained of already is not right, though nothing is said of it here.
    return (None if content is None else (way, Stated(document, place, content))), findings


def _unknown_key(document: Document, where: Where) -> Finding:
    """Complain of a key that is no way of weighing."""
    top = len(where) == 1
    if top:  # the keys of a profile are kept as text, those of the file may be numbers
        where = (next((key for key in document.data if str(key) == where[0]), where[0]),)
    there = [*(PROFILE_KEYS if top else ()), *WAYS, WITHIN]
    what = "a profile" if top else "the weights of a group"
    return document.finding(
        rules.UNKNOWN_KEY,
        where,
        f"{quoted(where[-1])} is not a key of {what}.",
        did_you_mean(str(where[-1]), there) or f"Its keys are {listed(there, 'and')}.",
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
            ways = " or ".join(f"`{key}:`" for key in WAYS)
            message = f"{quoted(name)} needs {ways} under it, not {what_is(inner)}."
            hint = "Say there how its weight is divided among its criteria."
            where_ = (*place, name)
            findings.append(document.finding(rules.WRONG_TYPE, where_, message, hint, of_key=True))
    return written, findings
