"""Finding a case on disk and reading its files."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from policyscore.case.explanations import bad_id
from policyscore.case.shapes import ID_PATTERN, LONGEST_ID, RESERVED_IDS
from policyscore.reading import rules
from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import Finding
from policyscore.reading.files import read_text, refusal

HEADER_FILE = "policyscore.yaml"
OPTIONS = "options"
WEIGHTS = "weights"
_ID = re.compile(ID_PATTERN[:-1] + r"\Z")


class NoCaseError(Exception):
    """There is no case where one was looked for."""


@dataclass(slots=True)
class Files:
    """The files of a case as text, wherever they come from.

    Attributes:
        texts: Path relative to the case's directory, with `/`, to text.
        present: Paths of all files that there are, readable or not.
        findings: What kept files from being read.
    """

    texts: dict[str, str] = field(default_factory=dict)
    present: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def add(self, path: str, read: str | Finding) -> None:
        """Keep what reading a file gave."""
        self.present.add(path)
        if isinstance(read, Finding):
            self.findings.append(read)
        else:
            self.texts[path] = read


def find_case(start: Path) -> Path:
    """Find the case that a directory belongs to, as git finds `.git`.

    Args:
        start: Where to begin; its parents follow.

    Returns:
        The nearest directory that holds `policyscore.yaml`, with all links resolved.

    Raises:
        NoCaseError: If there is none, or `start` is not a directory.
    """
    try:
        here = start.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise NoCaseError(f"There is no directory `{visible(str(start))}`.") from error
    if not here.is_dir():
        raise NoCaseError(f"`{visible(str(start))}` is not a directory.")
    for directory in (here, *here.parents):
        if os.path.lexists(directory / HEADER_FILE):
            return directory
    raise NoCaseError(
        f"There is no `{HEADER_FILE}` in `{visible(str(here))}` or above it. "
        "`policyscore init` makes a new case; `-C DIR` picks another directory."
    )


def read_directory(root: Path) -> Files:
    """Read the files of the case in `root`, whose links are resolved."""
    files = Files()
    files.add(HEADER_FILE, read_text(root / HEADER_FILE, HEADER_FILE, root))
    for folder in (OPTIONS, WEIGHTS):
        _read_folder(root, folder, files)
    return files


def _read_folder(root: Path, folder: str, files: Files) -> None:
    directory = root / folder
    if not os.path.lexists(directory):
        return
    if not Path(os.path.realpath(directory)).is_relative_to(root):
        files.findings.append(
            refusal(
                rules.OUTSIDE_CASE,
                folder,
                "The folder is a link that leads outside the case.",
                "Put the folder itself here.",
            )
        )
        return
    try:
        with os.scandir(directory) as entries:
            found = sorted(
                (entry.name, entry.is_dir(follow_symlinks=False))
                for entry in entries
                if not entry.name.startswith(".")
            )
    except OSError as error:
        why = error.strerror or "unknown reason"
        files.findings.append(
            refusal(rules.UNREADABLE, folder, f"The folder cannot be read: {why}.")
        )
        return
    files.findings.extend(clash_findings(folder, [name for name, _ in found]))
    for name, is_directory in found:
        path = f"{folder}/{visible(name)}"
        if (complaint := name_finding(path, name, folder, is_directory)) is not None:
            files.findings.append(complaint)
        elif name.endswith(".yaml"):
            files.add(path, read_text(directory / name, path, root))


def name_finding(path: str, name: str, folder: str, is_directory: bool) -> Finding | None:
    """What is wrong with the name of an entry of `options/` or `weights/`."""
    stem, dot, ending = name.rpartition(".")
    if is_directory:
        return refusal(
            rules.FILE_NAME,
            path,
            f"Files of `{folder}/` are not looked for in folders inside it.",
            f"Move them up into `{folder}/`; use `tags` to sort options.",
        )
    if not dot or ending.lower() not in {"yaml", "yml"}:
        return None
    if ending != "yaml":
        return refusal(
            rules.FILE_NAME,
            path,
            "The file would be passed over, because its name does not end in `.yaml`.",
            f"Rename it to `{visible(stem)}.yaml`.",
        )
    if not is_id(stem):
        _, message, hint = bad_id("The file's name", stem)
        return refusal(rules.FILE_NAME, path, message, hint)
    return None


def is_id(text: str) -> bool:
    """Whether a text may be an id."""
    return bool(_ID.match(text)) and len(text) <= LONGEST_ID and text not in RESERVED_IDS


def clash_findings(folder: str, names: list[str]) -> Iterator[Finding]:
    """Names that are one file on a system that does not tell upper from lower case."""
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(name.casefold(), name)
        if other != name:
            yield refusal(
                rules.NAME_CLASH,
                f"{folder}/{visible(name)}",
                f"On many systems this is the same file as `{visible(other)}`.",
                "Rename one of the two.",
            )
