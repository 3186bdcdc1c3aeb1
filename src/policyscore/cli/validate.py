"""`policyscore validate`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policyscore.cli.parameters import DirectoryOption, OutputOption, directory_of


class ReportFormat(StrEnum):
    """Forms in which findings are printed."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


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
    form: Annotated[
        ReportFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="Form of the findings; text otherwise, and github where GitHub runs it.",
            envvar="POLICYSCORE_FORMAT",
            case_sensitive=False,
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help="Report only what the git revision REV did not have.",
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Check the files of a case; exit 0 if they can be ranked, 1 if not."""
    import os  # noqa: PLC0415 (only the command that runs pays)

    from policyscore.cli.validation import validate  # noqa: PLC0415

    if form is None:
        on_github = os.environ.get("GITHUB_ACTIONS") == "true"
        form = ReportFormat.GITHUB if on_github else ReportFormat.TEXT
    code = validate(
        paths or [], directory_of(context, directory), form.value, strict, since, output
    )
    raise typer.Exit(code)
