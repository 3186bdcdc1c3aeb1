"""Whether a result can be written where `--output` says, found out before there is one."""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from policyscore.case.directory import HEADER_FILE, OPTIONS, WEIGHTS
from policyscore.cli.channels import OutputError
from policyscore.reading.characters import visible

_ENDINGS = (".yaml", ".yml")


def check_output(path: Path) -> None:
    """Check that a result can be written to a path, and that it is not one of a case's own files.

    Args:
        path: Where `--output` points, through links or not.

    Raises:
        OutputError: If it cannot be written there, or is a file of a case, or would be one.
    """
    name = visible(str(path))
    try:
        if path.is_dir():
            raise OutputError(f"`{name}` is a directory, not a file.")
        target = Path(os.path.realpath(path))
        own = _own_name(path, target)
        if own is not None:
            verb = "is" if os.path.lexists(target) else "would be"
            raise OutputError(
                f"`{visible(own)}` {verb} a file of this case; write the result elsewhere."
            )
        _check_place(target)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not valid"
        raise OutputError(f"`{name}` cannot be written: {why}.") from error


def _check_place(target: Path) -> None:
    """Check that a file may be made or replaced where it is to be.

    Raises:
        OSError: If not.
    """
    folder = target.parent
    if not folder.is_dir():
        missing = errno.ENOTDIR if os.path.lexists(folder) else errno.ENOENT
        raise OSError(missing, os.strerror(missing))
    try:
        target.lstat()
    except FileNotFoundError:
        replaced = True
    else:
        replaced = target.is_file()
    # A file is written beside it and renamed; a device or a pipe is written to.
    place, needed = (folder, os.W_OK | os.X_OK) if replaced else (target, os.W_OK)
    if not os.access(place, needed):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def _own_name(path: Path, target: Path) -> str | None:
    """What a case calls the file that a path leads to, if it is one of its own.

    Args:
        path: As it was given: it may be a link in the case's folders.
        target: Where it leads.
    """
    spelt = Path(os.path.realpath(path.parent)) / path.name
    for root in dict.fromkeys((*spelt.parents, *target.parents)):
        if os.path.lexists(root / HEADER_FILE):
            for own, place in _own_places(root):
                if _same(place, spelt) or _same(place, target):
                    return own
            for folder in (OPTIONS, WEIGHTS):  # where a new file would be one of the case's
                for there in (spelt, target):
                    new = there.name.casefold().endswith(_ENDINGS)
                    if new and _same(Path(os.path.realpath(root / folder)), there.parent):
                        return f"{folder}/{there.name}"
    return None


def _own_places(root: Path) -> Iterator[tuple[str, Path]]:
    """The files of the case in a directory as it names them, and where each is, links followed."""
    yield HEADER_FILE, root / HEADER_FILE
    yield HEADER_FILE, Path(os.path.realpath(root / HEADER_FILE))
    for folder in (OPTIONS, WEIGHTS):
        with suppress(OSError), os.scandir(root / folder) as entries:
            for entry in entries:
                if entry.is_symlink() and entry.name.casefold().endswith(_ENDINGS):
                    yield f"{folder}/{entry.name}", Path(os.path.realpath(entry.path))


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one place, also where upper and lower case are the same."""
    if one == other:
        return True
    if one.name.casefold() != other.name.casefold():
        return False
    try:
        return one.samefile(other)
    except OSError:
        return False
