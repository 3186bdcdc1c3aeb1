"""`policyscore diff --merge`: what a merge of two sides does that neither does alone."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from policyscore.analysis.matching import Side
from policyscore.analysis.merging import Merged, look_at_merge
from policyscore.case.directory import Files
from policyscore.case.git import RevisionError, git
from policyscore.cli.diff_sides import BrokenSideError, place_of, read_place
from policyscore.decision import Decision, UnknownError, check
from policyscore.reading.characters import visible

MERGE = "the merge"


def merge_places(root: Path, names: Sequence[str]) -> list[Merged]:
    """Merge two versions of a case as git would, and see who is in front before and after.

    Args:
        root: The case's directory.
        names: The common base, our side and their side: revisions or directories.

    Raises:
        UnknownError: If a side is none, or git cannot merge the text by itself.
        BrokenSideError: If a side, or the merge, is not a valid case.
    """
    places = [place_of(root, name) for name in names]
    wrong = next((place for place in places if place.kind == "profile"), None)
    if wrong is not None:
        raise UnknownError(f"`{visible(wrong.name)}` is a profile; merge versions of the case.")
    read = [read_place(root, place) for place in places]
    merged, findings = check(merge_files(root, *(files for _, files in read)))
    if merged is None:
        raise BrokenSideError(findings, MERGE)
    decisions = [decision for decision, _ in read]
    keys = [k for k in merged.profiles if all(k in decision.profiles for decision in decisions)]
    if not keys:
        raise UnknownError("The sides have no profile in common to rank under.")
    return [look_at_merge(*(_side(d, key) for d in (*decisions, merged))) for key in keys]


def _side(decision: Decision, key: str) -> Side:
    return Side(decision.case, decision.profiles[key], decision.rank(key))


def merge_files(root: Path, base: Files, ours: Files, theirs: Files) -> Files:
    """Merge the files of a case three ways, as text.

    Raises:
        UnknownError: If both sides changed the same lines, or one deleted what the other changed.
    """
    files = Files()
    for path in sorted(base.texts.keys() | ours.texts.keys() | theirs.texts.keys()):
        b, o, t = (side.texts.get(path) for side in (base, ours, theirs))
        if t in (o, b):
            found = o
        elif o == b:
            found = t
        elif o is None or t is None:
            raise UnknownError(f"`{path}` was deleted on one side and changed on the other.")
        else:
            found = _merge_text(root, path, b or "", o, t)
        if found is not None:
            files.add(path, found)
    return files


def _merge_text(root: Path, path: str, base: str, ours: str, theirs: str) -> str:
    with TemporaryDirectory(prefix="policyscore-") as folder:
        names = []
        for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
            file = Path(folder) / name
            file.write_bytes(text.encode("utf-8"))
            names.append(str(file))
        try:
            return git(root, "merge-file", "-p", "--quiet", *names).decode("utf-8")
        except RevisionError as error:
            raise UnknownError(
                f"Both sides changed the same lines of `{path}`; resolve that first."
            ) from error
