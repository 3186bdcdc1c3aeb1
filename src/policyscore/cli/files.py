"""Files written whole or not at all."""

import os
import stat
import tempfile
from pathlib import Path

from policyscore.cli.channels import OutputError
from policyscore.reading.characters import visible


def write_file(path: Path, text: str) -> None:
    """Write a file in UTF-8, whole or not at all: to a file beside it, then renamed.

    Raises:
        OutputError: If it cannot be written; what was there before stays.
    """
    name = visible(str(path))
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir():
            raise OutputError(f"`{name}` is a directory, not a file.")
        if target.exists() and not target.is_file():  # a device or a pipe cannot be replaced
            with target.open("w", encoding="utf-8", newline="") as stream:
                stream.write(text)
        else:
            _replace(target, text)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not valid"
        raise OutputError(f"`{name}` cannot be written: {why}.") from error


def _replace(target: Path, text: str) -> None:
    """Write a file beside `target` and put it in its place, with the mode of what it replaces."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as stream:  # noqa: PTH123
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except BaseException:  # whatever stops it, an interrupt included, leaves nothing behind
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The mask that new files are made with."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
