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
    between: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--between",
            metavar="OLD NEW",
            help="Explain instead what the edits between two sides, as in `diff`, did to the gap.",
            show_default=False,
        ),
    ] = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Say why one option stands above another, criterion by criterion."""
    if between is not None:
        from policyscore.cli.diff_sides import case_root  # noqa: PLC0415 (only what runs pays)
        from policyscore.cli.diff_why import why_between  # noqa: PLC0415

        root = case_root(directory_of(context, directory), between)
        why_between(root, (first, second), between, profile, form, output)
        return
    from policyscore.cli.opening import open_case  # noqa: PLC0415 (only what runs pays)
    from policyscore.cli.streams import emit, emit_data  # noqa: PLC0415

    decision = open_case(context, directory)
    ranking = decision.rank(profile)
    comparison = decision.why(first, second, ranking.profile)
    case = decision.case
    if form is Format.TABLE:
        from policyscore.views.comparison.terminal import comparison_terminal  # noqa: PLC0415

        emit(output, table=lambda c: comparison_terminal(c, case, ranking, comparison))
        return
    from policyscore.views.comparison import tables as views  # noqa: PLC0415

    emit_data(
        output,
        form,
        data=lambda: views.comparison_data(case, ranking, comparison),
        csv=lambda: views.comparison_csv(case, comparison),
        markdown=lambda: views.comparison_markdown(case, ranking, comparison),
    )
