"""`policyscore schema`."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from policyscore.cli.parameters import DirectoryOption, OutputOption

if TYPE_CHECKING:
    from policyscore.decision import Decision


class Kind(StrEnum):
    """Kinds of files, as `policyscore.editors.json_schema` has them."""

    CASE = "case"
    OPTION = "option"
    WEIGHTS = "weights"


def command(
    context: typer.Context,
    kind: Annotated[
        Kind | None,
        typer.Argument(
            metavar="[KIND]",
            help="Print the schema of a kind of file as it fits every case: case, option, weights.",
            show_default=False,
        ),
    ] = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help="Write schemas that know this case's own ids into `.policyscore/`, and the "
            "comment that names them on top of each file of the case.",
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="List what `--write` would write; exit 1 if there is any."),
    ] = False,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Give editors JSON Schemas, by which they complete and check the files of a case."""
    from policyscore.cli import channels, streams  # noqa: PLC0415 (only the command that runs pays)

    if (kind is not None) + write + check != 1:
        raise typer.BadParameter("Name one kind of file, or ask for `--write` or for `--check`.")
    if kind is not None:
        from policyscore.editors.json_schema import schema_for  # noqa: PLC0415

        streams.emit(output, data=lambda: schema_for(kind.value))
        return
    if output is not None:
        raise typer.BadParameter("`--output` goes with a kind of file.")
    from policyscore.cli.opening import open_case  # noqa: PLC0415
    from policyscore.reading.diagnostics import CaseError  # noqa: PLC0415

    try:
        decision = open_case(context, directory)
    except CaseError:
        channels.complain("No schema is made for a case whose files have errors.")
        raise
    paths = write_schemas(decision) if write else stale_files(decision)
    for path in paths:
        channels.write_text(f"{path}\n")
    if check and paths:
        channels.complain("These files are stale: run `policyscore schema --write`.", plain=True)
        raise typer.Exit(1)
    if not paths:
        channels.complain("The schemas and the comments that name them are fresh.", plain=True)


def stale_files(decision: "Decision") -> list[str]:
    """The files that `write_schemas` would write."""
    from policyscore.editors.renewal import renewals  # noqa: PLC0415 (it imports much)

    root = decision.root
    return [] if root is None else [path for path, _ in renewals(root, decision.case)]


def write_schemas(decision: "Decision") -> list[str]:
    """Write the schemas for a case, and into each of its files the comment that names them.

    Returns:
        The files written, relative to the case's directory.

    Raises:
        OutputError: If a file cannot be written.
        CaseError: If a schema would land outside the case.
    """
    from policyscore.cli.channels import OutputError  # noqa: PLC0415
    from policyscore.cli.files import write_file  # noqa: PLC0415
    from policyscore.editors.renewal import renewals  # noqa: PLC0415
    from policyscore.editors.staleness import FOLDER  # noqa: PLC0415

    root = decision.root
    if root is None:
        return []
    due = renewals(root, decision.case)
    for path, text in due:
        try:
            (root / FOLDER).mkdir(exist_ok=True)
        except OSError as error:
            raise OutputError(f"`{FOLDER}` cannot be made: {error.strerror}.") from error
        write_file(root / path, text)
    return [path for path, _ in due]
