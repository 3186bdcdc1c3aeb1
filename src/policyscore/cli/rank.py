"""`policyscore rank`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyscore.cli.parameters import (
    DirectoryOption,
    Format,
    FormatOption,
    OutputOption,
    ProfilesArgument,
    whole_number,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policyscore.case.case import Case
    from policyscore.decision import Decision
    from policyscore.scoring.ranking import Ranking


def command(
    context: typer.Context,
    profiles: ProfilesArgument = None,
    every: Annotated[
        bool, typer.Option("--all", "-a", help="Rank under every profile of the case.")
    ] = False,
    top: Annotated[
        int | None,
        typer.Option(
            "--top",
            "-n",
            metavar="N",
            parser=whole_number,
            help="Show only the first N ranks.",
            show_default=False,
        ),
    ] = None,
    tags: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="TAG", help="Rank only options with this tag. Repeatable."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="OPTION", help="Rank only this option. Repeatable."),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="OPTION", help="Leave this option out. Repeatable."),
    ] = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Rank the options under one profile, or compare several.

    Scales are fixed, so leaving options out never reorders the others.
    """
    from policyscore.cli.choosing import choose_options, choose_profiles  # noqa: PLC0415 (only what runs pays)
    from policyscore.cli.opening import open_case  # noqa: PLC0415

    if every and profiles:
        raise typer.BadParameter("`--all` already names every profile; drop one of the two.")
    decision = open_case(context, directory)
    keys = choose_profiles(decision, profiles or [], every=every)
    options = choose_options(decision, tags or [], only or [], without or [])
    rankings = [decision.rank(key, options) for key in keys]
    if len(rankings) == 1:
        _emit_one(decision.case, rankings[0], top, form, output)
    else:
        _emit_several(decision, rankings, top, form, output)


def _emit_one(
    case: "Case", ranking: "Ranking", top: int | None, form: Format, output: Path | None
) -> None:
    """Print the ranking under one profile."""
    from policyscore.cli.streams import emit, emit_data  # noqa: PLC0415

    if form is Format.TABLE:
        from policyscore.views.ranking.terminal import ranking_terminal  # noqa: PLC0415

        emit(output, table=lambda console: ranking_terminal(console, case, ranking, top))
        return
    from policyscore.views.ranking import as_json as ranking_json  # noqa: PLC0415
    from policyscore.views.ranking import tables as ranking_tables  # noqa: PLC0415

    emit_data(
        output,
        form,
        data=lambda: ranking_json.ranking_data(case, ranking.first_ranks(top)),
        csv=lambda: ranking_tables.ranking_csv(case, ranking.first_ranks(top)),
        markdown=lambda: ranking_tables.ranking_markdown(case, ranking, top),
    )


def _emit_several(
    decision: "Decision",
    rankings: "Sequence[Ranking]",
    top: int | None,
    form: Format,
    output: Path | None,
) -> None:
    """Print the rankings under several profiles side by side."""
    from policyscore.cli.streams import emit, emit_data  # noqa: PLC0415

    case, agreement = decision.case, decision.agreement(rankings)
    if form is Format.TABLE:
        from policyscore.views.matrix.terminal import matrix_terminal  # noqa: PLC0415

        emit(output, table=lambda c: matrix_terminal(c, case, rankings, agreement, top))
        return
    from policyscore.views.matrix import tables as matrix_tables  # noqa: PLC0415
    from policyscore.views.ranking import as_json as ranking_json  # noqa: PLC0415

    cut = [ranking.first_ranks(top) for ranking in rankings]
    emit_data(
        output,
        form,
        data=lambda: ranking_json.rankings_data(case, cut, agreement),
        csv=lambda: matrix_tables.rankings_csv(case, rankings, agreement, top),
        markdown=lambda: matrix_tables.rankings_markdown(case, rankings, agreement, top),
    )
