"""Cases for the tests of what editors are given."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from policyscore.case.case import Case
from policyscore.case.directory import Files
from policyscore.cli.starting import starter_files
from policyscore.decision import check
from policyscore.editors.case_schemas import case_schema
from policyscore.editors.facts import facts_of
from policyscore.reading.diagnostics import Finding


def findings_with(changes: Mapping[str, str]) -> tuple[Finding, ...]:
    """What the program finds in the small case of `init` with some files replaced."""
    return check(_files(changes))[1]


def case_with(changes: Mapping[str, str] | None = None) -> Case:
    """The small case of `init` with some files replaced; they must be good."""
    decision, findings = check(_files(changes or {}))
    assert decision is not None, [finding.message for finding in findings]
    return decision.case


def schemas_with(changes: Mapping[str, str] | None = None) -> dict[str, dict[str, Any]]:
    """The schemas of that case: kind of file to schema."""
    facts = facts_of(case_with(changes))
    return {kind: case_schema(kind, known) for kind, known in facts.items()}


def write_case(directory: Path, changes: Mapping[str, str] | None = None) -> Path:
    """Write that case."""
    for path, text in {**starter_files(), **(changes or {})}.items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text(text, "utf-8", newline="")
    return directory


def _files(changes: Mapping[str, str]) -> Files:
    files = Files()
    for path, text in {**starter_files(), **changes}.items():
        files.add(path, text)
    return files
