"""Opening the files of a case: regular files, of bounded size, inside the case, in UTF-8."""

import os
import stat
from pathlib import Path

from policyscore.reading import rules
from policyscore.reading.diagnostics import FILE_START, Finding, Span
from policyscore.reading.rules import Rule

LARGEST = 1 << 20
_PIECE = 4096
_NO_HANG = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def read_text(file: Path, path: str, within: Path | None = None) -> str | Finding:
    """Read a file of a case without trusting it.

    Args:
        file: Where it is.
        path: Its name in findings.
        within: The case's directory with all links resolved, out of which no link may lead;
            None for a file that the user named on the command line.

    Returns:
        Its text without a byte order mark, or what keeps it from being read.
    """
    content = read_bytes(file, path, within)
    return content if isinstance(content, Finding) else decode(content, path)


def read_bytes(file: Path, path: str, within: Path | None) -> bytes | Finding:
    """Read a file's bytes; see `read_text`."""
    try:
        if within is not None and file.is_symlink():
            target = Path(os.path.realpath(file))
            if not target.is_relative_to(within):
                return refusal(
                    rules.OUTSIDE_CASE,
                    path,
                    "The file is a link that leads outside the case.",
                    "Put the file itself here.",
                )
        if not stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116 (one system call, no object)
            return _irregular(path)
        descriptor = os.open(file, os.O_RDONLY | _NO_HANG)
        with open(descriptor, "rb", buffering=0) as stream:  # noqa: PTH123 (a descriptor)
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):  # replaced since it was looked at
                return _irregular(path)
            if status.st_size > LARGEST:
                return _too_large(path)
            content = stream.read(status.st_size + 1)  # a buffer of its size is the fastest
            while len(content) <= LARGEST and (more := stream.read(_PIECE)):
                content += more  # the system may hand a file out in pieces, or it may grow
    except FileNotFoundError:
        if file.is_symlink():
            return refusal(
                rules.MISSING_FILE,
                path,
                "The file is a link that leads nowhere.",
                "Put the file itself here, or delete the link.",
            )
        return refusal(rules.MISSING_FILE, path, "The file does not exist.")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not valid"
        return refusal(rules.UNREADABLE, path, f"The file cannot be read: {why}.")
    return _too_large(path) if len(content) > LARGEST else content


def decode(content: bytes, path: str) -> str | Finding:
    """Turn a file's bytes into text: UTF-8, with or without a byte order mark."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        good = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        line, column = good.count("\n") + 1, len(good) - good.rfind("\n")
        end = content.find(b"\n", error.start)
        rest = content[error.start : end if end >= 0 else len(content)]
        return Finding(
            rules.NOT_UTF8,
            path,
            Span(line, column, line, column + 1),
            f"The file is not UTF-8 text: byte {error.start + 1} is {content[error.start]:#04x}.",
            "Save it as UTF-8 in your editor.",
            good[len(good) - column + 1 :] + rest.decode("utf-8", "replace").rstrip("\r"),
        )
    return text.removeprefix("\ufeff")


def _too_large(path: str) -> Finding:
    return refusal(
        rules.TOO_LARGE,
        path,
        "The file is larger than 1 MiB.",
        "A file of a case is a few pages of text; keep data elsewhere and cite it.",
    )


def _irregular(path: str) -> Finding:
    return refusal(
        rules.NOT_A_FILE,
        path,
        "This is not a regular file.",
        "Put a plain file in its place, or delete it.",
    )


def refusal(rule: Rule, path: str, message: str, hint: str = "") -> Finding:
    """A finding about a file as a whole."""
    return Finding(rule, path, FILE_START, message, hint)
