"""`policyscore init`."""

import shlex
from pathlib import Path
from typing import Annotated

import typer


def command(
    context: typer.Context,
    directory: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="Directory of the new case; made if need be."),
    ] = Path(),
) -> None:
    """Make a small case that validates and ranks, with comments that teach the format."""
    from policyscore.cli import channels  # noqa: PLC0415 (only the command that runs pays)
    from policyscore.cli.parameters import directory_of  # noqa: PLC0415
    from policyscore.cli.schema import write_schemas  # noqa: PLC0415
    from policyscore.cli.starting import start_case  # noqa: PLC0415
    from policyscore.decision import load  # noqa: PLC0415
    from policyscore.reading.characters import visible  # noqa: PLC0415

    place = directory_of(context, None) / directory
    written = start_case(place)
    try:
        written += write_schemas(load(place))
    except channels.OutputError as error:  # the case itself is whole
        channels.complain(f"{error} `policyscore schema --write` tries again.")
    for path in written:
        channels.write_text(f"{visible((place / path).as_posix())}\n")
    where = "" if place == Path() else f" -C {shlex.quote(visible(str(place)))}"
    channels.complain(f"A new case. Rank it with `policyscore rank{where}`.", plain=True)
