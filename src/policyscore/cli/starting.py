"""The small case that `init` makes."""

import os
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from policyscore.cli.channels import OutputError
from policyscore.cli.files import write_file
from policyscore.reading.characters import visible

_TEMPLATE = "starter"


def start_case(directory: Path) -> list[str]:
    """Write a new case, whole or not at all.

    Args:
        directory: Where; made if it does not exist.

    Returns:
        The files written, relative to `directory`.

    Raises:
        OutputError: If any of the files is there already, or cannot be written; no file that
            exists is ever touched.
    """
    contents = starter_files()
    for name in ("options", "weights", ".policyscore", *contents):
        if _is_taken(directory / name):
            raise OutputError(
                f"`{visible(str(directory / name))}` is there already; `init` replaces nothing. "
                "Choose another directory: `policyscore init DIR`."
            )
    made: list[Path] = []
    try:
        for name, text in contents.items():
            path = directory / name
            made += _make_folder(path.parent)
            made.append(path)
            write_file(path, text)
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):
                (path.rmdir if path.is_dir() else path.unlink)()
        raise
    return list(contents)


def _is_taken(path: Path) -> bool:
    """Whether something is there that is not an empty folder."""
    try:
        if path.is_dir() and not path.is_symlink():
            return any(path.iterdir())
        return os.path.lexists(path)
    except OSError:  # a folder that cannot be read is not empty as far as anyone can tell
        return True


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it, and list the ones that were not there."""
    missing = [f for f in (folder, *folder.parents) if not os.path.lexists(f)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        name = visible(str(folder))
        raise OutputError(f"`{name}` cannot be made: {error.strerror}.") from error
    return missing[::-1]


def starter_files() -> dict[str, str]:
    """The files of the small case: path to text."""
    folder = files("policyscore") / _TEMPLATE
    found = {}
    for part in ("policyscore.yaml", "options", "weights"):
        entry = folder / part
        entries = sorted(entry.iterdir(), key=lambda e: e.name) if entry.is_dir() else [entry]
        for item in entries:
            path = part if item is entry else f"{part}/{item.name}"
            found[path] = item.read_text(encoding="utf-8")
    return found
