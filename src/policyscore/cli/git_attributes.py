"""The marked block that `git-setup` keeps in the `.gitattributes` of a case."""

import re
from pathlib import Path

from policyscore.cli.channels import OutputError
from policyscore.cli.files import write_file
from policyscore.reading.characters import visible

FILE = ".gitattributes"
DRIVER = "policyscore-weights"
_BEGIN = "# begin: policyscore git-setup"
_END = "# end: policyscore git-setup"
BLOCK = f"{_BEGIN}\nweights/*.yaml diff={DRIVER}\n{_END}"
_FOUND = re.compile(
    rf"(?P<before>\n?)^{re.escape(_BEGIN)}$.*?^{re.escape(_END)}$(?P<after>\n?)",
    re.DOTALL | re.MULTILINE,
)


def with_block(text: str | None) -> str:
    """A file's text with the block in it, once.

    Args:
        text: The text, or None if there is no such file.

    Returns:
        The text. If what was there did not end with a line break, then the block does not either,
        by which `without_block` knows what to give back.
    """
    if text is not None and (found := _FOUND.search(text)):
        start = found.end("before")
        return text[:start] + BLOCK + text[found.start("after") :]
    if text is None or text.endswith("\n"):
        return f"{text or ''}{BLOCK}\n"
    return f"{text}\n{BLOCK}"


def without_block(text: str) -> str | None:
    """A file's text as it was before the block came in; None if there was no such file."""
    found = _FOUND.search(text)
    if found is None:
        return text
    if found["after"]:
        return text[: found.end("before")] + text[found.end() :] or None
    return text[: found.start()]


def read_attributes(root: Path) -> str | None:
    """What `.gitattributes` says in the directory of a case, or None if there is none.

    Raises:
        OutputError: If it is nothing that could be written back as it was.
    """
    path = root / FILE
    name = visible(str(path))
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OutputError(f"`{name}` is not a regular file, and git does not follow it.")
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            text = stream.read()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise OutputError(f"`{name}` is not in UTF-8, so nothing is written into it.") from error
    except OSError as error:
        raise OutputError(f"`{name}` cannot be read: {error.strerror}.") from error
    if text.count(_BEGIN) != text.count(_END) or text.count(_BEGIN) > 1:
        raise OutputError(f"`{name}` has half of the block, or two; mend it by hand.")
    return text


def write_attributes(root: Path, text: str | None) -> bool:
    """Write `.gitattributes`, or delete it if there was none; whether anything changed.

    Raises:
        OutputError: If it cannot be written; what was there before stays.
    """
    if text == read_attributes(root):
        return False
    if text is not None:
        write_file(root / FILE, text)
        return True
    try:
        (root / FILE).unlink()
    except OSError as error:
        name = visible(str(root / FILE))
        raise OutputError(f"`{name}` cannot be deleted: {error.strerror}.") from error
    return True
