"""A weights file written after an interview: checked before it is put in place."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from policyscore.case.loading import load_profile
from policyscore.cli.channels import OutputError
from policyscore.cli.files import write_file
from policyscore.decision import Decision
from policyscore.editors.comment_line import comment_line
from policyscore.editors.staleness import schema_path
from policyscore.elicitation.profile_text import changed_text, new_text
from policyscore.elicitation.splicing import NotSplicedError
from policyscore.reading.diagnostics import CaseError, Finding
from policyscore.reading.document import Document
from policyscore.reading.files import LARGEST, decode, read_bytes
from policyscore.reading.yaml_reader import read_yaml
from policyscore.weighing.weights import Weights, derive

_MARK = b"\xef\xbb\xbf"


def profile_path(profile: str) -> str:
    """A profile's path, relative to the case's directory."""
    return f"weights/{profile}.yaml"


def document_of(root: Path, profile: str) -> tuple[Document, bool]:
    """A profile's file as it is now, and whether it begins with a byte order mark.

    Raises:
        CaseError: If it cannot be read.
    """
    path = profile_path(profile)
    content = read_bytes(root / path, path, root)
    if isinstance(content, Finding):
        raise CaseError((content,))
    text = decode(content, path)
    if isinstance(text, Finding):
        raise CaseError((text,))
    document, findings = read_yaml(text, path)
    if document is None or findings:
        raise CaseError(tuple(findings))
    return document, content.startswith(_MARK)


def composed(decision: Decision, root: Path, profile: str, data: Mapping[str, Any]) -> str:
    """The text of a weights file after an interview.

    Args:
        decision: The case.
        root: Its directory.
        profile: The profile's id.
        data: What the interview writes.

    Raises:
        OutputError: If the file that is there cannot be changed in place.
        CaseError: If it cannot be read, or what would be written is not valid.
    """
    path = profile_path(profile)
    if profile not in decision.case.profiles:
        if os.path.lexists(root / path):
            raise OutputError(f"`{path}` has appeared in the meantime; run this again.")
        named = (root / schema_path("weights")).exists()
        text = new_text(data, comment_line(path) if named else "")
    else:
        document, marked = document_of(root, profile)
        try:
            changed = changed_text(document, data, data["elicited"]["way"])
        except NotSplicedError as error:
            raise OutputError(
                f"`{path}` cannot be changed without touching the rest of it, since {error}. "
                "Write one key a line in it, or move it away, and run this again."
            ) from error
        text = ("\ufeff" if marked else "") + changed
    weights_in(decision, text, path)
    return text


def weights_in(decision: Decision, text: str, path: str) -> Weights:
    """Read a weights file back from its text.

    Raises:
        CaseError: If it is not valid.
        OutputError: If it is too large to be read.
    """
    if len(text.encode()) > LARGEST:
        raise OutputError(f"`{path}` would be larger than 1 MiB, more than is ever read.")
    document, findings = read_yaml(text.removeprefix("\ufeff"), path)
    weights = None
    if document is not None:
        profile, wrong = load_profile(document)
        findings += wrong
        if profile is not None:
            weights, wrong = derive(document, profile, decision.case.header, {})
            findings += wrong
    errors = tuple(finding for finding in findings if finding.severity == "error")
    if errors:
        raise CaseError(errors)
    if weights is None:
        raise OutputError(f"`{path}` would have no weights.")
    return weights


def write_profile(decision: Decision, root: Path, profile: str, data: Mapping[str, Any]) -> None:
    """Write a weights file, whole or not at all; errors as in `composed`."""
    text = composed(decision, root, profile, data)
    path = root / profile_path(profile)
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"`weights` cannot be made: {error.strerror}.") from error
    write_file(path, text)
