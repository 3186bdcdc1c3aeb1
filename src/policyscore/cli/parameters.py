"""Parameters that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

DIRECTORY_HELP = "Look for the case in DIR and its parents instead of the working directory."


class Format(StrEnum):
    """Forms in which a result is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


DirectoryOption = Annotated[
    Path | None, typer.Option("-C", metavar="DIR", help=DIRECTORY_HELP, show_default=False)
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="Form of the result.", case_sensitive=False)
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the result to FILE, whole or not at all, instead of printing it.",
        show_default=False,
    ),
]
ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        "-p",
        metavar="PROFILE",
        help="Profile's id, or path of a weights file; the case's default profile otherwise.",
        show_default=False,
    ),
]


def directory_of(context: typer.Context, own: Path | None) -> Path:
    """The directory picked by `-C`, before or after the command's name."""
    given: Any = context.obj
    if own is not None:
        return own
    return given if isinstance(given, Path) else Path()
