"""`policyscore show`."""

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
    option: Annotated[
        str, typer.Argument(metavar="OPTION", help="Option's id.", show_default=False)
    ],
    profile: ProfileOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Show one option: its place, what experts say of it, and who judged each score and why."""
    from policyscore.cli import streams  # noqa: PLC0415 (only the command that runs pays)
    from policyscore.decision import load  # noqa: PLC0415

    decision = load(directory_of(context, directory))
    key = decision.option(option)
    ranking = decision.rank(profile)
    case, place = decision.case, ranking.place(key)
    if form is Format.TABLE:
        from policyscore.views.option_terminal import option_terminal  # noqa: PLC0415

        streams.emit(output, table=lambda c: option_terminal(c, case, ranking, place))
        return
    from policyscore.views import option_tables  # noqa: PLC0415

    views = {
        Format.JSON: lambda: streams.json_text(option_tables.option_data(case, ranking, place)),
        Format.CSV: lambda: option_tables.option_csv(case, ranking, place),
        Format.MARKDOWN: lambda: option_tables.option_markdown(case, ranking, place),
    }
    streams.emit(output, text=views[form])
