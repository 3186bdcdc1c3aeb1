"""`policyscore init`."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    directory: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="Directory of the new case; made if need be."),
    ] = Path(),
) -> None:
    """Make a small case that validates and ranks, with comments that teach the format."""
    from policyscore.cli import streams  # noqa: PLC0415 (only the command that runs pays)
    from policyscore.cli.starting import start_case  # noqa: PLC0415

    for path in start_case(directory):
        streams.write_text(f"{path}\n")
    here = directory == Path()
    where = "" if here else f" -C {directory}"
    streams.complain(f"A new case. Rank it with `policyscore rank{where}`.", plain=True)
