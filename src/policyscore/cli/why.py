"""`policyscore why`."""

from typing import Annotated

import typer

from policyscore.cli.parameters import (
    DirectoryOption,
    Format,
    FormatOption,
    OutputOption,
    ProfileOption,
    directory_of,
)


def command(
    context: typer.Context,
    first: Annotated[str, typer.Argument(metavar="A", help="Option's id.", show_default=False)],
    second: Annotated[
        str, typer.Argument(metavar="B", help="Id of the option to compare it with.")
    ],
    profile: ProfileOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Say why one option stands above another, criterion by criterion."""
    from policyscore.cli import streams  # noqa: PLC0415 (only the command that runs pays)
    from policyscore.decision import load  # noqa: PLC0415
    from policyscore.views import comparison_views as views  # noqa: PLC0415

    decision = load(directory_of(context, directory))
    ranking = decision.rank(profile)
    comparison = decision.why(first, second, ranking.profile)
    case = decision.case
    if form is Format.TABLE:
        streams.emit(
            output, table=lambda c: views.comparison_terminal(c, case, ranking, comparison)
        )
        return
    texts = {
        Format.JSON: lambda: streams.json_text(views.comparison_data(case, ranking, comparison)),
        Format.CSV: lambda: views.comparison_csv(case, comparison),
        Format.MARKDOWN: lambda: views.comparison_markdown(case, ranking, comparison),
    }
    streams.emit(output, text=texts[form])
