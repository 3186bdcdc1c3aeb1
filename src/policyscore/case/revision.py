"""Reading a case as it was at a git revision, without touching the working tree or the index."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policyscore.case.directory import (
    HEADER_FILE,
    OPTIONS,
    WEIGHTS,
    Files,
    clash_findings,
    name_finding,
)
from policyscore.case.git import RevisionError, blob_contents, git, resolve_commit
from policyscore.reading import rules
from policyscore.reading.characters import visible
from policyscore.reading.files import LARGEST, decode, refusal

_LINK = b"120000"
_FILES = frozenset({b"100644", b"100755"})


class _Entry(NamedTuple):
    mode: bytes
    kind: bytes
    name: str
    blob: str
    size: int


def read_revision(root: Path, revision: str) -> Files:
    """Read the files of the case that is now in `root` as they were at a revision.

    Args:
        root: The case's directory, inside a git repository.
        revision: Anything that names a commit: a branch, a tag, `HEAD~3`.

    Returns:
        The files; none at all if the case was not there yet.

    Raises:
        RevisionError: If there is no git, no repository, or no such revision.
    """
    commit = resolve_commit(root, revision)
    prefix = git(root, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").strip("\n")
    files = Files()
    readable = []
    for path, entry in _wanted(_list(root, commit, prefix), files):
        if entry.mode not in _FILES:
            hint = "Links are not followed in old revisions." if entry.mode == _LINK else ""
            files.add(path, refusal(rules.NOT_A_FILE, path, "This is not a regular file.", hint))
        elif entry.size > LARGEST:
            files.add(path, refusal(rules.TOO_LARGE, path, "The file is larger than 1 MiB."))
        else:
            readable.append((path, entry.blob))
    contents = blob_contents(root, [blob for _, blob in readable])
    for (path, _), content in zip(readable, contents, strict=True):
        files.add(path, decode(content, path))
    if files.present and HEADER_FILE not in files.present:
        files.add(HEADER_FILE, refusal(rules.MISSING_FILE, HEADER_FILE, "There is no such file."))
    return files


def _wanted(entries: list[_Entry], files: Files) -> Iterator[tuple[str, _Entry]]:
    """The entries that are files of a case, with their paths; complains of bad names."""
    names: dict[str, list[str]] = {OPTIONS: [], WEIGHTS: []}
    for entry in entries:
        folder, slash, name = entry.name.rpartition("/")
        path = f"{folder}{slash}{visible(name)}"
        if entry.name == HEADER_FILE:
            yield path, entry
        elif folder in names and not name.startswith("."):
            names[folder].append(name)
            complaint = name_finding(path, name, folder, entry.kind == b"tree")
            if complaint is not None:
                files.findings.append(complaint)
            elif name.endswith(".yaml"):
                yield path, entry
    for folder, found in names.items():
        files.findings.extend(clash_findings(folder, found))


def _list(root: Path, commit: str, prefix: str) -> list[_Entry]:
    """What a commit holds of the case: its own file, and the entries of the two folders."""
    entries = []
    for path in ("", f"{OPTIONS}/", f"{WEIGHTS}/"):
        tree = f"{commit}:{prefix}{path}"
        try:
            listing = git(root, "ls-tree", "--full-tree", "-z", "-l", tree)
        except RevisionError:
            continue  # the folder was not there
        for line in filter(None, listing.split(b"\0")):
            described, _, name = line.partition(b"\t")
            mode, kind, blob, size = described.split()
            entries.append(
                _Entry(
                    mode,
                    kind,
                    path + name.decode("utf-8", "surrogateescape"),
                    blob.decode("ascii"),
                    int(size) if size.isdigit() else 0,
                )
            )
    return entries
