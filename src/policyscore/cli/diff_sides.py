"""The two sides of `diff`: profiles, git revisions, directories, the index, the working tree."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from policyscore.case.directory import HEADER_FILE, Files, NoCaseError, find_case, read_directory
from policyscore.case.git import RevisionError, git, resolve_commit
from policyscore.case.revision import read_revision
from policyscore.cli.diff_index import read_index
from policyscore.decision import Decision, UnknownError, check
from policyscore.reading.characters import shorten, visible
from policyscore.reading.diagnostics import CaseError, Finding

WORKING_TREE, INDEX = "the working tree", "the index"


class BrokenSideError(CaseError):
    """A side whose files cannot be used.

    Attributes:
        side: What it is, in words.
    """

    def __init__(self, findings: tuple[Finding, ...], side: str) -> None:
        super().__init__(findings)
        self.side = side

    def name(self, path: str) -> str:
        """Name a file of the side, as git names one of a revision."""
        return path if self.side == WORKING_TREE else f"{self.side}:{path}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a version of a case is.

    Attributes:
        kind: `profile`, `revision`, `directory`, `working-tree` or `index`.
        name: What was asked for.
        commit: The full name of a revision's commit, or an empty string.
    """

    kind: str
    name: str
    commit: str = ""

    @property
    def words(self) -> str:
        """What it is, for readers."""
        if self.kind == "revision":
            full = self.commit.startswith(self.name)
            return self.name if full else f"{self.name} ({self.commit[:7]})"
        return f"profile {self.name}" if self.kind == "profile" else self.name

    @property
    def data(self) -> dict[str, str]:
        """What it is, for programs."""
        return {"kind": self.kind, "name": self.name, "commit": self.commit}


def case_root(directory: Path, asked: Sequence[str] = ()) -> Path:
    """The directory of the case that is compared, even if only old revisions have a case.

    Args:
        directory: Where to look.
        asked: The words for the sides. If they are directories, the last one will do.

    Raises:
        NoCaseError: If there is neither a case nor a git repository.
    """
    try:
        return find_case(directory)
    except NoCaseError:
        if not directory.is_dir():
            raise
        try:
            git(directory, "rev-parse", "--git-dir")
        except RevisionError:
            pass
        else:
            return directory.resolve()
        if asked and all((Path(word) / HEADER_FILE).is_file() for word in asked):
            return find_case(Path(asked[-1]))
        raise


def place_of(root: Path, asked: str) -> Place:
    """Find out what a word on the command line names.

    In this order: a profile of the case in the working tree, by id or path; a directory that
    holds a case; a git revision.

    Raises:
        UnknownError: If it is nothing of these.
    """
    if _is_profile(root, asked):
        return Place("profile", asked)
    path = Path(asked)
    if path.is_dir() and (path / HEADER_FILE).is_file():
        return Place("directory", asked)
    try:
        return Place("revision", asked, resolve_commit(root, asked))
    except RevisionError as error:
        shown = f"`{shorten(visible(asked))}`"
        looked = f"{shown} is no profile of the case and no directory that holds a case."
        raise UnknownError(f"{looked} {error}") from error


def _is_profile(root: Path, asked: str) -> bool:
    if asked.endswith((".yaml", ".yml")):
        return True
    plain = "/" not in asked and "\\" not in asked and "\0" not in asked
    return plain and (root / "weights" / f"{asked}.yaml").is_file()


def read_place(root: Path, place: Place) -> tuple[Decision, Files]:
    """Read the version of a case that is at a place.

    Raises:
        BrokenSideError: If its files have errors.
        NoCaseError: If there is no case.
        UnknownError: If git cannot tell.
    """
    case = root
    try:
        if place.kind == "revision":
            files = read_revision(root, place.name)
        elif place.kind == "index":
            files = read_index(root)
        else:
            case = find_case(Path(place.name)) if place.kind == "directory" else root
            files = read_directory(case)
    except RevisionError as error:
        raise UnknownError(str(error)) from error
    name = shorten(visible(place.name))
    if not files.present or (place.kind == "working-tree" and HEADER_FILE not in files.texts):
        raise NoCaseError(f"There is no case in `{name}`: it has no `{HEADER_FILE}` there.")
    decision, findings = check(files)
    if decision is None:
        raise BrokenSideError(findings, name)
    decision.root = case
    return decision, files
