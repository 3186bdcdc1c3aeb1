"""Which files `schema --write` would write: the schemas of a case and its files' comments."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policyscore.case.case import Case
from policyscore.case.directory import HEADER_FILE, OPTIONS, WEIGHTS
from policyscore.editors.case_schemas import case_schema
from policyscore.editors.comment_line import with_comment
from policyscore.editors.facts import facts_of
from policyscore.editors.staleness import FOLDER, schema_path
from policyscore.reading import rules
from policyscore.reading.diagnostics import CaseError, Finding
from policyscore.reading.files import LARGEST, read_bytes, refusal


class Renewal(NamedTuple):
    """A file that is not as it should be.

    Attributes:
        path: Its path, relative to the case's directory.
        text: What it should hold.
    """

    path: str
    text: str


def renewals(root: Path, case: Case) -> list[Renewal]:
    """Find what keeps the files of a case from being ready for editors.

    Args:
        root: The case's directory, with all links resolved.
        case: The case.

    Raises:
        CaseError: If a file cannot be read, or a schema's place leads outside the case.
    """
    return [*_schemas(root, case), *_comments(root, case)]


def _schemas(root: Path, case: Case) -> Iterator[Renewal]:
    """The schemas that are missing or do not fit."""
    if not Path(os.path.realpath(root / FOLDER)).is_relative_to(root):
        raise _refused(rules.OUTSIDE_CASE, FOLDER, "The folder is a link that leads outside.")
    if os.path.lexists(root / FOLDER) and not (root / FOLDER).is_dir():
        raise _refused(rules.NOT_A_FILE, FOLDER, "This is not a folder.")
    for kind, facts in facts_of(case).items():
        path = schema_path(kind)
        text = json.dumps(case_schema(kind, facts), indent=2, ensure_ascii=False) + "\n"
        if _written(root, path, len(text.encode())) != text.encode():
            yield Renewal(path, text)


def _written(root: Path, path: str, most: int) -> bytes:
    """What stands where a schema belongs; nothing if it cannot be that schema."""
    file = root / path
    if not os.path.lexists(file):
        return b""
    if not Path(os.path.realpath(file)).is_relative_to(root):
        raise _refused(rules.OUTSIDE_CASE, path, "The file is a link that leads outside the case.")
    if not file.is_file():
        raise _refused(rules.NOT_A_FILE, path, "This is not a regular file.")
    try:
        if file.stat().st_size != most:
            return b""
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except OSError:  # whatever keeps it from being read is said when it cannot be written
        return b""


def _comments(root: Path, case: Case) -> Iterator[Renewal]:
    """The YAML files that lack the comment."""
    for path in (
        HEADER_FILE,
        *(f"{OPTIONS}/{key}.yaml" for key in case.options),
        *(f"{WEIGHTS}/{key}.yaml" for key in case.profiles),
    ):
        content = read_bytes(root / path, path, root)
        if isinstance(content, Finding):
            raise CaseError((content,))
        text = content.decode("utf-8")
        renewed = with_comment(text, path)
        if renewed != text and len(renewed.encode()) <= LARGEST:  # or it could not be read again
            yield Renewal(path, renewed)


def _refused(rule: rules.Rule, path: str, message: str) -> CaseError:
    hint = "Delete it, and run `policyscore schema --write` again."
    return CaseError((refusal(rule, path, message, hint),))
