"""`policyscore dominance`."""

from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyscore.cli.parameters import DirectoryOption, Format, OutputOption, ProfileOption
from policyscore.cli.threads import one_thread

if TYPE_CHECKING:
    from policyscore.analysis.dominance.results import Dominance
    from policyscore.case.case import Case


class GraphFormat(StrEnum):
    """Forms in which a result with a graph is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    DOT = "dot"
    MERMAID = "mermaid"


class Weights(StrEnum):
    """Which weights are looked at."""

    ADMISSIBLE = "admissible"
    ANY = "any"
    MEMBERS = "members"


class Judgements(StrEnum):
    """What of the judgements is looked at."""

    LIKELY = "likely"
    RANGES = "ranges"


def points(text: str) -> float:
    """A number of value points.

    Raises:
        BadParameter: If it is no number from 0 to 100.
    """
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not (isfinite(number) and 0 <= number <= 100):
        raise typer.BadParameter(f"it needs a number of value points, 0 to 100, not '{text}'.")
    return number


def command(
    context: typer.Context,
    profile: ProfileOption = None,
    weights: Annotated[
        Weights | None,
        typer.Option(
            "--weights",
            "-w",
            help="Look at all weights that the profile admits, at any at all, or at any mean of "
            "what the members of its group admit. What the profile admits, if that leaves "
            "something open, or else any.",
            case_sensitive=False,
            show_default=False,
        ),
    ] = None,
    judgements: Annotated[
        Judgements,
        typer.Option(
            "--judgements",
            help="Take scores at their likely values, or anywhere in their ranges.",
            case_sensitive=False,
        ),
    ] = Judgements.LIKELY,
    tolerance: Annotated[
        float,
        typer.Option(
            "--tolerance",
            metavar="POINTS",
            parser=points,
            help="Disadvantages of up to so many value points do not save an option from being "
            "practically dominated.",
        ),
    ] = 2.0,
    tags: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="TAG", help="Take only options with this tag. Repeatable."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="OPTION", help="Take only this option. Repeatable."),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="OPTION", help="Leave this option out. Repeatable."),
    ] = None,
    form: Annotated[
        GraphFormat,
        typer.Option("--format", "-f", help="Form of the result.", case_sensitive=False),
    ] = GraphFormat.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Say which options can be first at all, and what dominates what, whatever the weights.

    Profiles stated by `order` or `ranges` leave weights open; all others fix them.
    """
    one_thread()
    from policyscore.analysis.dominance.study import (  # noqa: PLC0415 (only what runs pays)
        MOST_OPTIONS,
        NoGroupError,
        TooManyOptionsError,
    )
    from policyscore.cli.choosing import choose_options  # noqa: PLC0415
    from policyscore.cli.opening import open_case  # noqa: PLC0415

    decision = open_case(context, directory)
    key = decision.profile(profile)
    options = choose_options(decision, tags or [], only or [], without or [])
    try:
        found = decision.dominance(
            key,
            weights=None if weights is None else weights.value,
            judgements=judgements.value,
            tolerance=tolerance,
            options=options,
        )
    except NoGroupError as error:
        raise typer.BadParameter(
            f"`--weights members` is for the profile of a group, and `{key}` is none."
        ) from error
    except TooManyOptionsError as error:
        raise typer.BadParameter(
            f"{error} options are too many to be compared pair by pair; choose {MOST_OPTIONS} at "
            "most with `--tag`, `--only` or `--without`."
        ) from error
    _emit(decision.case, found, form, output)


def _emit(case: "Case", found: "Dominance", form: GraphFormat, output: Path | None) -> None:
    """Print what was found."""
    from policyscore.cli.streams import emit, emit_data  # noqa: PLC0415

    if form is GraphFormat.TABLE:
        from policyscore.views.dominance.terminal import dominance_terminal  # noqa: PLC0415

        emit(output, table=lambda console: dominance_terminal(console, case, found))
    elif form in (GraphFormat.DOT, GraphFormat.MERMAID):
        from policyscore.views.dominance.graph import dot, mermaid  # noqa: PLC0415

        make = dot if form is GraphFormat.DOT else mermaid
        emit(output, text=lambda: make(case, found))
    else:
        from policyscore.views.dominance import as_json as dominance_json  # noqa: PLC0415
        from policyscore.views.dominance import tables as dominance_tables  # noqa: PLC0415

        emit_data(
            output,
            Format(form.value),
            data=lambda: dominance_json.dominance_data(case, found),
            csv=lambda: dominance_tables.dominance_csv(case, found),
            markdown=lambda: dominance_tables.dominance_markdown(case, found),
        )
