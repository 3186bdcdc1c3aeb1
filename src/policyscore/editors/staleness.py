"""Whether the schemas written for a case still know it, told without making them anew."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from policyscore.case.case import Case
from policyscore.reading import rules
from policyscore.reading.diagnostics import Finding
from policyscore.reading.files import refusal

FOLDER = ".policyscore"
KINDS = ("case", "option", "weights")
_FINGERPRINT = re.compile(r'"\$comment": "[^"\n]*Fingerprint: ([0-9a-f]{32})"')
_NEAR_THE_TOP = 4096
_NO_HANG = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def schema_path(kind: str) -> str:
    """Where the schema of a kind of file is written, relative to the case's directory."""
    return f"{FOLDER}/{kind}.schema.json"


def stale_schemas(root: Path, case: Case) -> Iterator[Finding]:
    """Find the written schemas that do not know the case as it is now.

    Args:
        root: The case's directory.
        case: The case.

    Yields:
        A finding for each schema that is stale, or missing beside others; none if there are none.
    """
    written = {kind: root / schema_path(kind) for kind in KINDS}
    if not any(os.path.lexists(path) for path in written.values()):
        return
    from policyscore.editors.facts import facts_of  # noqa: PLC0415 (rarely needed)
    from policyscore.editors.fingerprint import fingerprint  # noqa: PLC0415

    for kind, facts in facts_of(case).items():
        found = _fingerprint_in(written[kind])
        if found == fingerprint(kind, facts):
            continue
        yield refusal(
            rules.STALE_SCHEMA,
            schema_path(kind),
            "The schema does not know the case as it is now."
            if os.path.lexists(written[kind])
            else "The schema is missing, though others of the case are there.",
            f"Run `policyscore schema --write`, or delete the folder `{FOLDER}`.",
        )


def _fingerprint_in(file: Path) -> str:
    """The fingerprint near the top of a written schema, or an empty string."""
    try:
        if not stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116 (one system call, no object)
            return ""
        descriptor = os.open(file, os.O_RDONLY | _NO_HANG)
        with open(descriptor, "rb", buffering=0) as stream:  # noqa: PTH123 (a descriptor)
            top = stream.read(_NEAR_THE_TOP)
    except (OSError, ValueError):
        return ""
    found = _FINGERPRINT.search(top.decode("utf-8", "replace"))
    return found[1] if found else ""
