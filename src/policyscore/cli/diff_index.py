"""Reading a case from git's index: what is staged, without touching it."""

from pathlib import Path

from policyscore.case.directory import HEADER_FILE, OPTIONS, WEIGHTS, Files, name_finding
from policyscore.case.git import RevisionError, blob_contents, git
from policyscore.reading import rules
from policyscore.reading.characters import visible
from policyscore.reading.files import LARGEST, decode, refusal

_FILES = frozenset({b"100644", b"100755"})


def read_index(root: Path) -> Files:
    """Read the files of the case in `root` as they are staged.

    Raises:
        RevisionError: If there is no git or no repository, or a merge is not resolved.
    """
    files = Files()
    wanted: list[tuple[str, str]] = []
    listing = git(root, "ls-files", "-z", "--stage", "--", HEADER_FILE, OPTIONS, WEIGHTS)
    for line in filter(None, listing.split(b"\0")):
        described, _, name = line.partition(b"\t")
        mode, blob, stage = described.split()
        path = visible(name.decode("utf-8", "surrogateescape"))
        if stage != b"0":
            raise RevisionError(f"`{path}` has a conflict that is not resolved; resolve it first.")
        folder, _, last = path.rpartition("/")
        if last.startswith(".") or (path != HEADER_FILE and folder not in (OPTIONS, WEIGHTS)):
            continue
        complaint = name_finding(path, last, folder, False) if folder else None
        if complaint is not None:
            files.findings.append(complaint)
        elif mode not in _FILES:
            files.add(path, refusal(rules.NOT_A_FILE, path, "This is not a regular file."))
        elif path.endswith(".yaml"):
            wanted.append((path, blob.decode("ascii")))
    contents = blob_contents(root, [blob for _, blob in wanted])
    for (path, _), content in zip(wanted, contents, strict=True):
        if len(content) > LARGEST:
            files.add(path, refusal(rules.TOO_LARGE, path, "The file is larger than 1 MiB."))
        else:
            files.add(path, decode(content, path))
    return files
