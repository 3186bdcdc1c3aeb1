"""`policyscore diff`."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from policyscore.cli.parameters import DirectoryOption, OutputOption, directory_of, whole_number

if TYPE_CHECKING:
    from pathlib import Path

    from policyscore.cli.diff_pairs import Compared


class DiffFormat(StrEnum):
    """Forms in which a difference is printed."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"


class ExitOn(StrEnum):
    """What makes `--exit-code` exit with 1."""

    ORDER = "order"
    FIRST = "first"


def command(
    context: typer.Context,
    old: Annotated[
        str | None,
        typer.Argument(
            metavar="[OLD]",
            help="A profile, a directory with a case, or a git revision; looked for in this "
            "order. HEAD otherwise.",
            show_default=False,
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[NEW]",
            help="The same; the working tree otherwise. A profile alone is compared between "
            "HEAD and the working tree.",
            show_default=False,
        ),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", help="Compare with what is staged in git's index.")
    ] = False,
    merge: Annotated[
        tuple[str, str, str] | None,
        typer.Option(
            "--merge",
            metavar="BASE OURS THEIRS",
            help="Merge two versions and exit with 1 if both together change a front-runner that "
            "each of them keeps.",
            show_default=False,
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            "-p",
            metavar="PROFILE",
            help="Compare two versions under this profile only; under all otherwise.",
            show_default=False,
        ),
    ] = None,
    places: Annotated[
        int | None,
        typer.Option(
            "--places",
            metavar="N",
            parser=whole_number,
            help="Say which edits changed who stands at each of the first N places; of "
            "first place otherwise.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", help="Seed, where orders of many edits are sampled.")
    ] = 1,
    material: Annotated[
        bool,
        typer.Option("--only-if-material", help="Print nothing if no order changed."),
    ] = False,
    exit_on: Annotated[
        ExitOn | None,
        typer.Option(
            "--exit-code",
            metavar="WHEN",
            help="Exit with 1 if any `order` changed, or only if `first` place did; `order` if "
            "nothing is said.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        DiffFormat,
        typer.Option("--format", "-f", help="Form of the result.", case_sensitive=False),
    ] = DiffFormat.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Show what changed between two versions of a case, or two profiles, and what it did.

    Every edit is named with its share in what happened to each option and to the lead of the
    front-runner.
    """
    from policyscore.cli import diff_pairs  # noqa: PLC0415 (only what runs pays)
    from policyscore.cli.diff_sides import case_root  # noqa: PLC0415

    root = case_root(directory_of(context, directory), [w for w in (old, new) if w])
    if merge is not None:
        if old is not None or staged or material or exit_on or profile or places:
            raise typer.BadParameter("`--merge` goes with `--format`, `--output` and `-C` only.")
        raise typer.Exit(_merge(root, merge, form, output))
    try:
        first, second, only = diff_pairs.choose_places(root, old, new, staged=staged)
    except diff_pairs.UsageError as error:
        raise typer.BadParameter(str(error)) from error
    if profile is not None and (only is not None or first.kind == "profile"):
        raise typer.BadParameter("`--profile` goes with two versions of the case, not profiles.")
    compared = diff_pairs.compare_places(
        root, first, second, only or profile, places=places or 1, seed=seed
    )
    changed = any(d.order_changed for d in compared.differences)
    if changed or not material:
        _emit(compared, form, output)
    flipped = any(d.first_changed for d in compared.differences)
    if (exit_on is ExitOn.ORDER and changed) or (exit_on is ExitOn.FIRST and flipped):
        raise typer.Exit(1)


def _emit(compared: "Compared", form: DiffFormat, output: "Path | None") -> None:
    """Print what was found."""
    from policyscore.cli.streams import emit  # noqa: PLC0415

    words = compared.old.words, compared.new.words
    differences, notes = compared.differences, compared.notes
    if form is DiffFormat.TABLE:
        from policyscore.views.diff.terminal import diff_terminal  # noqa: PLC0415

        emit(output, table=lambda c: diff_terminal(c, words, differences, notes))
    elif form is DiffFormat.JSON:
        from policyscore.views.diff.as_json import diffs_data  # noqa: PLC0415

        data = diffs_data(compared.old.data, compared.new.data, differences, notes)
        emit(output, data=lambda: data)
    else:
        from policyscore.views.diff.markdown import diff_markdown  # noqa: PLC0415

        comment = form is DiffFormat.GITHUB
        emit(output, text=lambda: diff_markdown(words, differences, notes, comment=comment))


def _merge(
    root: "Path", names: tuple[str, str, str], form: DiffFormat, output: "Path | None"
) -> int:
    """Print what a merge does; 1 if it does what neither side does."""
    from policyscore.cli.diff_merge import merge_places  # noqa: PLC0415
    from policyscore.cli.streams import emit  # noqa: PLC0415
    from policyscore.views.diff import merge as diff_merge  # noqa: PLC0415

    if form not in (DiffFormat.TABLE, DiffFormat.JSON):
        raise typer.BadParameter("`--merge` prints a table or JSON.")
    outcomes = merge_places(root, names)
    if form is DiffFormat.JSON:
        emit(output, data=lambda: diff_merge.merge_data(outcomes))
    else:
        emit(output, table=lambda console: diff_merge.merge_terminal(console, outcomes))
    return int(any(outcome.conflict for outcome in outcomes))
