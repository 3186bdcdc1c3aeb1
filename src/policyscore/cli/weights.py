"""`policyscore weights`."""

from typing import Annotated

import typer

from policyscore.cli.parameters import (
    DirectoryOption,
    Format,
    FormatOption,
    OutputOption,
    ProfilesArgument,
)


def command(
    context: typer.Context,
    profiles: ProfilesArgument = None,
    every: Annotated[
        bool, typer.Option("--all", "-a", help="Show every profile of the case side by side.")
    ] = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Show what a profile's weights are and mean, or several profiles' side by side.

    A weight is the worth of the step from the worst to the best end of a criterion's scale.
    """
    from policyscore.cli.choosing import choose_profiles  # noqa: PLC0415 (only what runs pays)
    from policyscore.cli.opening import open_case  # noqa: PLC0415
    from policyscore.cli.streams import emit, emit_data  # noqa: PLC0415
    from policyscore.scoring.weight_table import weight_table  # noqa: PLC0415

    if every and profiles:
        raise typer.BadParameter("`--all` already names every profile; drop one of the two.")
    decision = open_case(context, directory)
    keys = choose_profiles(decision, profiles or [], every=every)
    case, known = decision.case, decision.profiles
    tables = [weight_table(case, key, known, decision.weights[key]) for key in keys]
    if form is Format.TABLE:
        from policyscore.views.weights.matrix_terminal import (  # noqa: PLC0415
            weights_matrix_terminal,
        )
        from policyscore.views.weights.terminal import weights_terminal  # noqa: PLC0415

        if len(tables) == 1:
            emit(output, table=lambda console: weights_terminal(console, case, tables[0]))
        else:
            emit(output, table=lambda console: weights_matrix_terminal(console, case, tables))
        return
    from policyscore.views.weights import as_csv as weights_csv  # noqa: PLC0415
    from policyscore.views.weights import as_json as weights_json  # noqa: PLC0415
    from policyscore.views.weights import markdown as weights_markdown  # noqa: PLC0415

    emit_data(
        output,
        form,
        data=lambda: weights_json.weights_data(case, tables),
        csv=lambda: weights_csv.weights_csv(case, tables),
        markdown=lambda: (
            weights_markdown.weights_markdown(case, tables[0])
            if len(tables) == 1
            else weights_markdown.weights_matrix_markdown(case, tables)
        ),
    )
