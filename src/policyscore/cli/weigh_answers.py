"""`weigh` without asking anybody: the answers stand in a file."""

import sys
from pathlib import Path

from policyscore.cli.weigh_drafts import drop_draft
from policyscore.cli.weigh_files import write_profile
from policyscore.cli.weigh_plan import Undertaking
from policyscore.elicitation.answer_files import answered
from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import CaseError, Finding
from policyscore.reading.files import read_text
from policyscore.reading.yaml_reader import read_yaml


def write_from_answers(run: Undertaking, file: Path) -> None:
    """Write a profile by the answers of a file.

    Args:
        run: What is asked about.
        file: The file: questions' keys to answers, as under `elicited: answers:` of a profile.

    Raises:
        CaseError: If the answers are not right.
        OutputError: If the profile cannot be written.
    """
    shown = visible(file.as_posix())
    text = read_text(file, shown)
    if isinstance(text, Finding):
        raise CaseError((text,))
    document, findings = read_yaml(text, shown)
    course = None
    if document is not None:
        course, wrong = answered(run.plans(), document)
        findings += wrong
    if findings or course is None:
        raise CaseError(tuple(sorted(findings, key=lambda finding: finding.order)))
    write_profile(run.decision, run.root, run.profile, run.data(course))
    drop_draft(run.root, run.profile)


def has_terminal() -> bool:
    """Whether there is somebody to ask."""
    import os  # noqa: PLC0415 (for this one look)

    both = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    return both and os.environ.get("TERM") != "dumb"
