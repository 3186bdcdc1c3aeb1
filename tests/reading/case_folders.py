"""Small folders of files to read, and a guard against reading that never ends."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from policyscore.case.directory import Files, find_case, read_directory
from policyscore.reading.diagnostics import Finding
from policyscore.reading.files import read_text

T = TypeVar("T")
TEXT = "title: Ä\n"


def case_folder(root: Path) -> Path:
    """Make a folder with the files of a case; what they say does not matter here."""
    for folder in ("options", "weights"):
        (root / folder).mkdir(parents=True)
    for path in ("policyscore.yaml", "options/a.yaml", "weights/p.yaml"):
        (root / path).write_text(TEXT, encoding="utf-8")
    return root


def soon(read: Callable[[], T]) -> T:
    """What a call gives, which must come within half a minute."""
    given: list[T] = []
    thread = threading.Thread(target=lambda: given.append(read()), daemon=True)
    thread.start()
    thread.join(timeout=30)
    assert given, "reading hangs, or raised"
    return given[0]


def read_case(root: Path) -> Files:
    """The files of the case in a folder."""
    return soon(lambda: read_directory(find_case(root)))


def findings_by_path(root: Path) -> dict[str, str]:
    """Path to the name of the rule that it breaks."""
    found = read_case(root).findings
    assert len({f.path for f in found}) == len(found)
    return {f.path: f.rule.name for f in found}


def complaint(file: Path, within: Path | None = None) -> Finding:
    """What keeps a file from being read."""
    read = soon(lambda: read_text(file, "options/x.yaml", within))
    assert isinstance(read, Finding)
    assert read.path == "options/x.yaml"
    return read
