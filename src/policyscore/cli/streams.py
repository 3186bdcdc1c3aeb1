"""Results and findings laid out for where they go: a terminal, a pipe or a file."""

import codecs
import io
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from policyscore.cli.channels import OutputError, complain, encoding_of, write_data, write_text
from policyscore.cli.parameters import Format
from policyscore.reading.characters import json_escaped

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from policyscore.reading.diagnostics import Finding

__all__ = [
    "OutputError",
    "complain",
    "count_line",
    "emit",
    "emit_data",
    "emit_findings",
    "json_text",
    "show_findings",
    "write_text",
]

NARROWEST, WIDEST = 40, 160


class _Sheet(io.StringIO):
    """Takes what rich lays out, as if it were the stream that it is meant for."""

    def __init__(self, stream: TextIO | None) -> None:
        super().__init__()
        self.stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The stream's encoding; UTF-8 for a file."""
        return "utf-8" if self.stream is None else encoding_of(self.stream)

    def isatty(self) -> bool:
        """Whether the stream is a terminal."""
        return self.stream is not None and self.stream.isatty()


def _console(sheet: _Sheet) -> "Console":
    """A rich console that takes nothing in a text as markup, emoji or highlight.

    It is never so narrow that figures would be lost, nor so wide that lines are hard to follow.
    """
    from rich.console import Console  # noqa: PLC0415 (only where text is laid out)

    coloured = None if sheet.stream is not None else False
    console = Console(
        file=sheet, markup=False, emoji=False, highlight=False, force_terminal=coloured
    )
    console.width = min(max(console.width, NARROWEST), WIDEST)
    return console


def _fitted(sheet: _Sheet) -> str:
    """The text of a sheet with a `?` for each column of a character that its stream lacks."""
    text = sheet.getvalue()
    try:
        text.encode(sheet.encoding)
    except UnicodeEncodeError:
        from rich.cells import cell_len  # noqa: PLC0415 (imported already)

        kept = {c: c.encode(sheet.encoding, "ignore") != b"" for c in set(text)}
        text = "".join(c if kept[c] else "?" * cell_len(c) for c in text)
    return text


def emit(
    output: Path | None,
    *,
    data: Callable[[], Any] | None = None,
    text: Callable[[], str] | None = None,
    table: "Callable[[Console], RenderableType] | None" = None,
) -> None:
    """Print a result, or write it to a file. One of the three makers is given.

    Args:
        output: The file; standard output if None.
        data: Makes the result as data for JSON.
        text: Makes it as text.
        table: Makes it as something for rich to lay out.
    """
    if table is not None:
        sheet = _Sheet(sys.stdout if output is None else None)
        console = _console(sheet)
        console.print(table(console), crop=False)
        content = "".join(f"{line.rstrip()}\n" for line in _fitted(sheet).splitlines())
    elif data is not None:
        content = json_text(data(), utf8=output is not None)
    else:
        content = text() if text is not None else ""
    if output is not None:
        from policyscore.cli.files import write_file  # noqa: PLC0415 (rarely needed)

        write_file(output, content)
    elif text is not None:
        write_data(content)
    else:
        write_text(content)


def json_text(data: Any, *, utf8: bool = False) -> str:
    """Data as JSON, without characters that standard output lacks unless it is all `utf8`."""
    utf8 = utf8 or codecs.lookup(encoding_of(sys.stdout)).name == "utf-8"
    text = json.dumps(data, indent=2, ensure_ascii=not utf8, allow_nan=False) + "\n"
    return json_escaped(text)


def emit_data(
    output: Path | None,
    form: Format,
    *,
    data: Callable[[], Any],
    csv: Callable[[], str],
    markdown: Callable[[], str],
) -> None:
    """Print a result in one of the forms that are no table, or write it to a file."""
    if form is Format.JSON:
        emit(output, data=data)
    else:
        emit(output, text=csv if form is Format.CSV else markdown)


def show_findings(
    findings: "Sequence[Finding]", stream: TextIO, name: Callable[[str], str] = str
) -> None:
    """Print findings, each file named by `name`."""
    from rich.text import Text  # noqa: PLC0415

    from policyscore.views.findings_text import findings_text  # noqa: PLC0415

    sheet = _Sheet(stream)
    console = _console(sheet)
    for line in findings_text(findings, name, console.width):
        console.print(Text.assemble(*line), soft_wrap=True)  # one finding, one line
    if stream is sys.stdout:
        write_text(_fitted(sheet))
    else:
        with suppress(OSError, ValueError):
            stream.write(_fitted(sheet))
            stream.flush()


def emit_findings(
    output: Path | None, parts: "Sequence[tuple[Sequence[Finding], Callable[[str], str]]]"
) -> None:
    """Print findings of several cases as text, or write them to a file.

    Args:
        output: The file; standard output if None.
        parts: For each case its findings, and what names its files for the reader.
    """
    if output is None:
        for findings, name in parts:
            show_findings(findings, sys.stdout, name)
        return
    from policyscore.cli.files import write_file  # noqa: PLC0415 (rarely needed)
    from policyscore.views.findings_text import findings_text  # noqa: PLC0415

    lines = [line for findings, name in parts for line in findings_text(findings, name, WIDEST)]
    write_file(output, "".join(f"{''.join(text for text, _ in line)}\n" for line in lines))


def count_line(findings: "Sequence[Finding]") -> str:
    """How many findings of each severity there are, in words."""
    names = {"error": "error", "warning": "warning", "info": "note"}
    counts = {name: sum(f.severity == kind for f in findings) for kind, name in names.items()}
    words = [f"{n} {name}{'s' * (n != 1)}" for name, n in counts.items() if n]
    return ", ".join(words) or "no findings"
