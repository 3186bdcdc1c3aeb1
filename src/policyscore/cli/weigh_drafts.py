"""Drafts of interviews on disk, in `.policyscore/drafts/` of the case."""

import os
from contextlib import suppress
from pathlib import Path

from policyscore.cli.channels import OutputError
from policyscore.cli.files import write_file
from policyscore.elicitation.drafts import Draft, read_draft
from policyscore.reading.diagnostics import Finding
from policyscore.reading.files import read_text

FOLDER = ".policyscore/drafts"
_IGNORE = "# Drafts are nobody else's business, so git passes this folder over.\n*\n"


def draft_path(profile: str) -> str:
    """A draft's path, relative to the case's directory."""
    return f"{FOLDER}/{profile}.yaml"


def load_draft(root: Path, profile: str) -> tuple[Draft | None, bool]:
    """Read the draft of a profile.

    Args:
        root: The case's directory, with all links resolved.
        profile: The profile's id.

    Returns:
        The draft, or None; and whether there is a file that is no draft.

    Raises:
        OutputError: If a link stands where the draft belongs: writing would change what it
            leads to.
    """
    path = draft_path(profile)
    _check(root, path)
    if not os.path.lexists(root / path):
        return None, False
    text = read_text(root / path, path, root)
    draft = None if isinstance(text, Finding) else read_draft(text, path)[0]
    return draft, draft is None


def save_draft(root: Path, profile: str, text: str) -> None:
    """Write the draft of a profile, whole or not at all.

    Raises:
        OutputError: If it cannot be written.
    """
    path = draft_path(profile)
    _check(root, path)
    folder = root / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"`{FOLDER}` cannot be made: {error.strerror}.") from error
    if not os.path.lexists(folder / ".gitignore"):
        write_file(folder / ".gitignore", _IGNORE)
    write_file(root / path, text)


def drop_draft(root: Path, profile: str) -> None:
    """Delete the draft of a profile, if there is one."""
    with suppress(OSError):
        (root / draft_path(profile)).unlink(missing_ok=True)


def _check(root: Path, path: str) -> None:
    """Refuse a path on which a link stands."""
    for part in (root / path, *(root / path).parents):
        if part == root:
            return
        if part.is_symlink():
            name = part.relative_to(root).as_posix()
            raise OutputError(
                f"`{name}` is a link. Delete it: drafts are only kept inside the case itself."
            )
