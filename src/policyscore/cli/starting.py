"""The small case that `init` makes."""

import os
from importlib.resources import files
from pathlib import Path

from policyscore.cli.streams import OutputError, write_file
from policyscore.reading.characters import visible

_TEMPLATE = "starter"


def start_case(directory: Path) -> list[str]:
    """Write a new case.

    Args:
        directory: Where; made if it does not exist.

    Returns:
        The files written, relative to `directory`.

    Raises:
        OutputError: If any of the files is there already, or cannot be written; no file that
            exists is ever touched.
    """
    contents = starter_files()
    for name in ("options", "weights", *contents):
        taken = directory / name
        if os.path.lexists(taken) and not (taken.is_dir() and not any(taken.iterdir())):
            raise OutputError(
                f"`{visible(str(taken))}` is there already; `init` replaces nothing. "
                "Choose another directory: `policyscore init DIR`."
            )
    for name, text in contents.items():
        path = directory / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            parent = visible(str(path.parent))
            raise OutputError(f"`{parent}` cannot be made: {error.strerror}.") from error
        write_file(path, text)
    return list(contents)


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
