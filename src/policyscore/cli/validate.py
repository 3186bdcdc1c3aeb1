"""`policyscore validate`."""

from pathlib import Path
from typing import Annotated

import typer

from policyscore.cli.parameters import DirectoryOption, directory_of


def command(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files of a case, or directories of cases; the case here otherwise. "
            "Of a file that is named, only its own findings are shown.",
            show_default=False,
        ),
    ] = None,
    directory: DirectoryOption = None,
) -> None:
    """Check the files of a case; exit 0 if they can be ranked, 1 if not."""
    from policyscore.cli.validation import validate_paths  # noqa: PLC0415 (only when it runs)

    code = validate_paths(paths or [], directory_of(context, directory))
    raise typer.Exit(code)
