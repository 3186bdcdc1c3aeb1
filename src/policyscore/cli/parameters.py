"""Parameters that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

DIRECTORY_HELP = "Look for the case in DIR and its parents instead of the working directory."


class Format(StrEnum):
    """Forms in which a result is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class Command(TyperCommand):
    """A command whose usage names a required argument as it is, without braces around it."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The words of the usage line after the command's name."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


def whole_number(text: str) -> int:
    """A number of things to show.

    Raises:
        BadParameter: If it is not a whole number, or less than 1.
    """
    if not (text.isascii() and text.isdigit() and int(text) >= 1):
        raise typer.BadParameter(f"it needs a whole number, 1 or more, not '{text}'.")
    return int(text)


def _writable(path: Path | None) -> Path | None:
    """The file of `--output`, looked at before anything is done whose result it is to hold.

    Raises:
        OutputError: If it cannot be written, or is one of the case's own files.
    """
    if path is not None:
        from policyscore.cli.output_place import check_output  # noqa: PLC0415 (rarely needed)

        check_output(path)
    return path


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
        callback=_writable,
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
ProfilesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PROFILE]...",
        help="Profiles' ids, or paths of weights files; the case's default profile otherwise.",
        show_default=False,
    ),
]


def directory_of(context: typer.Context, own: Path | None) -> Path:
    """The directory picked by `-C`, before or after the command's name."""
    given: Any = context.obj
    if own is not None:
        return own
    return given if isinstance(given, Path) else Path()
