"""`policyscore rank`."""

from typing import Annotated

import typer

from policyscore.cli.parameters import (
    DirectoryOption,
    Format,
    FormatOption,
    OutputOption,
    directory_of,
)


def command(
    context: typer.Context,
    profiles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PROFILE]...",
            help="Profiles' ids, or paths of weights files; the case's default profile otherwise.",
            show_default=False,
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", "-a", help="Rank under every profile of the case.")
    ] = False,
    top: Annotated[
        int | None,
        typer.Option("--top", "-n", min=1, help="Show only the first N ranks.", show_default=False),
    ] = None,
    tags: Annotated[
        list[str] | None,
        typer.Option("--tag", help="Rank only options with this tag. Repeatable."),
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
    from policyscore.cli import streams  # noqa: PLC0415 (only the command that runs pays)
    from policyscore.cli.choosing import choose_options  # noqa: PLC0415
    from policyscore.decision import load  # noqa: PLC0415

    decision = load(directory_of(context, directory))
    names = list(decision.case.profiles) if every else list(profiles or [])
    if every and profiles:
        raise typer.BadParameter("`--all` already names every profile; drop one of the two.")
    keys = list(dict.fromkeys(decision.profile(name) for name in names)) or [
        decision.default_profile()
    ]
    options = choose_options(decision, tags or [], only or [], without or [])
    rankings = [decision.rank(key, options) for key in keys]
    case = decision.case
    if len(rankings) == 1:
        ranking = rankings[0]
        if form is Format.TABLE:
            from policyscore.views.ranking_terminal import ranking_terminal  # noqa: PLC0415

            streams.emit(output, table=lambda c: ranking_terminal(c, case, ranking, top))
            return
        from policyscore.views import ranking_json, ranking_tables  # noqa: PLC0415

        ranking = ranking.first_ranks(top)
        views = {
            Format.JSON: lambda: streams.json_text(ranking_json.ranking_data(case, ranking)),
            Format.CSV: lambda: ranking_tables.ranking_csv(case, ranking),
            Format.MARKDOWN: lambda: ranking_tables.ranking_markdown(case, ranking),
        }
        streams.emit(output, text=views[form])
        return
    agreement = decision.agreement(rankings)
    if form is Format.TABLE:
        from policyscore.views.matrix_terminal import matrix_terminal  # noqa: PLC0415

        streams.emit(output, table=lambda c: matrix_terminal(c, case, rankings, agreement, top))
        return
    from policyscore.views import ranking_json, ranking_tables  # noqa: PLC0415

    shown = [ranking.first_ranks(top) for ranking in rankings]
    several = {
        Format.JSON: lambda: streams.json_text(ranking_json.rankings_data(case, shown, agreement)),
        Format.CSV: lambda: ranking_tables.rankings_csv(case, rankings, agreement),
        Format.MARKDOWN: lambda: ranking_tables.rankings_markdown(case, rankings, agreement),
    }
    streams.emit(output, text=several[form])
