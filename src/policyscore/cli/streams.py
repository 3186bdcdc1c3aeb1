"""Standard output and error: safe on any terminal, encoding and pipe; files written whole."""

import json
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import Finding

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


class OutputError(Exception):
    """Something could not be written."""


def prepare() -> None:
    """Make characters that a stream's encoding lacks show as `?` rather than raise."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def console_for(stream: TextIO) -> "Console":
    """A rich console that takes nothing in a text as markup, emoji or highlight."""
    from rich.console import Console  # noqa: PLC0415 (only where text is laid out)

    return Console(file=stream, markup=False, emoji=False, highlight=False, soft_wrap=False)


def complain(message: str, *, plain: bool = False) -> None:
    """Say something on standard error."""
    start = "" if plain else "policyscore: "
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{start}{message}\n")
        sys.stderr.flush()


def write_text(text: str) -> None:
    """Write the payload to standard output; a reader who has gone away is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go(sys.stdout)
    except OSError as error:
        _let_go(sys.stdout)
        raise OutputError(f"The output cannot be written: {error.strerror}.") from error


def _let_go(stream: TextIO) -> None:
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
        _let_go(sys.stdout)
    return code


def json_text(data: Any) -> str:
    """Data as JSON; without characters that standard output could not carry."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    return json.dumps(data, indent=2, ensure_ascii=encoding != "utf8", allow_nan=False) + "\n"


def emit(
    output: Path | None,
    *,
    text: Callable[[], str] | None = None,
    table: "Callable[[Console], RenderableType] | None" = None,
) -> None:
    """Print a result, or write it to a file.

    Args:
        output: The file; standard output if None.
        text: Makes the result as text.
        table: Makes it as something for rich to lay out, where there is no text.
    """
    if output is not None:
        content = text() if text is not None else _table_text(table)
        write_file(output, content)
    elif text is not None:
        write_text(text())
    elif table is not None:
        console = console_for(sys.stdout)
        with console.capture() as capture:
            console.print(table(console))
        write_text(_without_trailing_blanks(capture.get()))


def _table_text(table: "Callable[[Console], RenderableType] | None") -> str:
    """A table as plain text in UTF-8, without colour."""
    import io  # noqa: PLC0415 (rarely needed)

    from rich.console import Console  # noqa: PLC0415

    stream = io.StringIO()
    console = Console(file=stream, markup=False, emoji=False, highlight=False, no_color=True)
    if table is not None:
        console.print(table(console))
    return _without_trailing_blanks(stream.getvalue())


def _without_trailing_blanks(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def write_file(path: Path, text: str) -> None:
    """Write a file in UTF-8, whole or not at all: to a file beside it, then renamed.

    Raises:
        OutputError: If it cannot be written; what was there before stays.
    """
    name = visible(str(path))
    target = Path(os.path.realpath(path))
    temporary = ""
    try:
        if target.is_dir():
            raise OutputError(f"`{name}` is a directory, not a file.")
        if target.exists() and not target.is_file():  # a device or a pipe cannot be replaced
            with target.open("w", encoding="utf-8", newline="") as stream:
                stream.write(text)
            return
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        with open(descriptor, "w", encoding="utf-8", newline="") as stream:  # noqa: PTH123
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError(f"`{name}` cannot be written: {error.strerror}.") from error


def _umask() -> int:
    """The mask that new files are made with."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def show_findings(
    findings: Sequence[Finding], stream: TextIO, name: Callable[[str], str] = str
) -> None:
    """Print findings, and how many there are on standard error."""
    from rich.text import Text  # noqa: PLC0415

    from policyscore.views.findings_text import findings_text  # noqa: PLC0415

    console = console_for(stream)
    with console.capture() as capture:
        for line in findings_text(findings, name, console.width):
            console.print(Text.assemble(*line), soft_wrap=True)  # one finding, one line
    if stream is sys.stdout:
        write_text(capture.get())
    else:
        with suppress(OSError, ValueError):
            stream.write(capture.get())
            stream.flush()


def count_line(findings: Sequence[Finding]) -> str:
    """How many findings of each severity there are, in words."""
    counts = {
        severity: sum(f.severity == severity for f in findings)
        for severity in ("error", "warning", "info")
    }
    words = [f"{n} {kind}{'s' * (n != 1)}" for kind, n in counts.items() if n]
    return ", ".join(words) or "no findings"
