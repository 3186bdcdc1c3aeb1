"""Standard output and error: safe on any terminal, encoding and pipe."""

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

_FULL = (errno.ENOSPC, errno.EIO, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


class OutputError(Exception):
    """Something could not be written."""


def prepare() -> None:
    """Make the streams safe to write to.

    Characters that a stream's encoding lacks show as `?`, and a stream that was closed before the
    program began takes everything and keeps nothing.
    """
    if not os.environ.get("COLUMNS", "1").strip("0"):  # no width at all: lay out as if unsaid
        del os.environ["COLUMNS"]
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def complain(message: str, *, plain: bool = False) -> None:
    """Say something on standard error."""
    start = "" if plain else "policyscore: "
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{start}{message}\n")
        sys.stderr.flush()


def encoding_of(stream: TextIO) -> str:
    """The encoding of a stream."""
    return getattr(stream, "encoding", None) or "utf-8"


def write_text(text: str) -> None:
    """Write the payload to standard output; a reader who has gone away is no error.

    Raises:
        OutputError: If it cannot be written.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        let_go(sys.stdout)
    except OSError as error:
        let_go(sys.stdout)
        raise unwritable(error) from error


def write_data(text: str) -> None:
    """Write a payload that a program may read, and say so if its characters had to change."""
    write_text(text)
    encoding = encoding_of(sys.stdout)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        complain(
            f"Some characters cannot be written in {encoding} and stand as `?`; "
            "`--output FILE` writes UTF-8."
        )


def is_full(error: OSError) -> bool:
    """Whether an error says that there is no room for the output."""
    return error.errno in _FULL


def unwritable(error: OSError) -> OutputError:
    """What to say when standard output cannot be written."""
    return OutputError(f"The output cannot be written: {error.strerror}.")


def let_go(stream: TextIO) -> None:
    """Point a broken stream at nothing, so that closing it does not raise again."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)


def finish(code: int) -> int:
    """Flush what is left; see `write_text`."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        let_go(sys.stdout)
    return code
