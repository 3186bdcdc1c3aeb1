"""`policyscore show`."""

from typing import Annotated

import typer

from policyscore.cli.parameters import (
    DirectoryOption,
    Format,
    FormatOption,
    OutputOption,
    ProfileOption,
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
    from policyscore.cli.opening import open_case  # noqa: PLC0415 (only what runs pays)
    from policyscore.cli.streams import emit, emit_data  # noqa: PLC0415

    decision = open_case(context, directory)
    key = decision.option(option)
    ranking = decision.rank(profile)
    case, place = decision.case, ranking.place(key)
    if form is Format.TABLE:
        from policyscore.views.option.terminal import option_terminal  # noqa: PLC0415

        emit(output, table=lambda console: option_terminal(console, case, ranking, place))
        return
    from policyscore.views.option import tables as option_tables  # noqa: PLC0415

    emit_data(
        output,
        form,
        data=lambda: option_tables.option_data(case, ranking, place),
        csv=lambda: option_tables.option_csv(case, ranking, place),
        markdown=lambda: option_tables.option_markdown(case, ranking, place),
    )
