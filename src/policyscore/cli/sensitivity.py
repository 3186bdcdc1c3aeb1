"""`policyscore sensitivity`."""

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policyscore.cli.parameters import (
    DirectoryOption,
    Format,
    FormatOption,
    OutputOption,
    ProfileOption,
    directory_of,
)
from policyscore.cli.threads import one_thread

if TYPE_CHECKING:
    from policyscore.analysis.sensitivity.results import CrossOver
    from policyscore.decision import Decision
    from policyscore.views.sensitivity.words import Scene


def command(
    context: typer.Context,
    profile: ProfileOption = None,
    criterion: Annotated[
        str | None,
        typer.Option(
            "--criterion",
            metavar="ID",
            help="Show totals against the weight of this criterion or group, and where they cross.",
            show_default=False,
        ),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option(
            "--save",
            metavar="FILE",
            help="Write the nearest weights that change first place as a weights file.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Let `--save` replace a file that is there already.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", "-a", help="Show long lists whole.")] = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
    directory: DirectoryOption = None,
) -> None:
    """Say how far each weight and each judgement is from changing who is first.

    Every number is exact: nothing is sampled or tried out on a grid.
    """
    from policyscore.cli.opening import open_case  # noqa: PLC0415 (only what runs pays)

    one_thread()
    _check_target(save, force=force)
    decision = open_case(context, directory)
    key = decision.profile(profile)
    if criterion is not None:
        _check_member(decision, criterion)
    from policyscore.analysis.sensitivity.crossings import cross_over  # noqa: PLC0415
    from policyscore.views.sensitivity.words import Scene  # noqa: PLC0415

    case, valued, weights = decision.case, decision.valued, decision.weights[key]
    found = decision.sensitivity(key)
    picture = None if criterion is None else cross_over(case, valued, weights, criterion)
    title = decision.profiles[key].title
    scene = Scene(case, title, weights.criteria, found, everything=everything)
    again = ["policyscore"]
    if context.obj is not None or directory is not None:
        again += ["-C", str(directory_of(context, directory))]
    if save is not None:
        _save(decision, scene, save)
    invitation = "" if save is not None else _invitation(scene, again, profile)
    _emit(scene, key, picture, invitation, form, output)
    if save is not None:
        from policyscore.cli.streams import complain  # noqa: PLC0415

        words = _spelt([*again, "rank", _rankable(save)])
        complain(f"The nearest weights are saved. To try them: {words}", plain=True)


def _emit(
    scene: "Scene",
    profile: str,
    picture: "CrossOver | None",
    invitation: str,
    form: Format,
    output: Path | None,
) -> None:
    """Print the analysis, or of a table, CSV or Markdown only the picture that was asked for."""
    from policyscore.cli.streams import emit, emit_data  # noqa: PLC0415

    if form is Format.TABLE:
        if picture is None:
            from policyscore.views.sensitivity.terminal import (  # noqa: PLC0415
                sensitivity_terminal,
            )

            emit(output, table=lambda c: sensitivity_terminal(c, scene, invitation))
            return
        from policyscore.views.sensitivity.crossover import crossover_terminal  # noqa: PLC0415

        emit(output, table=lambda c: crossover_terminal(c, scene, picture))
        return
    from policyscore.views.sensitivity import crossover as crossing  # noqa: PLC0415
    from policyscore.views.sensitivity.as_csv import sensitivity_csv  # noqa: PLC0415
    from policyscore.views.sensitivity.as_json import sensitivity_data  # noqa: PLC0415
    from policyscore.views.sensitivity.markdown import sensitivity_markdown  # noqa: PLC0415

    emit_data(
        output,
        form,
        data=lambda: sensitivity_data(scene, profile, picture),
        csv=lambda: crossing.crossover_csv(picture) if picture else sensitivity_csv(scene),
        markdown=lambda: (
            crossing.crossover_markdown(scene, picture)
            if picture
            else sensitivity_markdown(scene, invitation)
        ),
    )


def _check_member(decision: "Decision", member: str) -> None:
    """Complain if there is no such criterion or group."""
    from policyscore.case.suggestions import did_you_mean  # noqa: PLC0415
    from policyscore.decision import UnknownError  # noqa: PLC0415
    from policyscore.reading.characters import visible  # noqa: PLC0415

    known = [*decision.case.criteria, *decision.case.groups]
    if member not in known:
        hint = did_you_mean(member, known) or f"There is {', '.join(f'`{k}`' for k in known)}."
        raise UnknownError(f"There is no criterion or group `{visible(member)}`. {hint}")


def _check_target(save: Path | None, *, force: bool) -> None:
    """Complain, before anything is worked out, if a file would be overwritten unasked."""
    if save is None:
        if force:
            raise typer.BadParameter("`--force` is about `--save FILE`, which is not given.")
        return
    if os.path.lexists(save) and not force:
        from policyscore.cli.channels import OutputError  # noqa: PLC0415
        from policyscore.reading.characters import visible  # noqa: PLC0415

        raise OutputError(
            f"`{visible(str(save))}` is there already; `--force` lets `--save` replace it."
        )


def _save(decision: "Decision", scene: "Scene", save: Path) -> None:
    """Write the nearest weights.

    Raises:
        OutputError: If there are none, or the file cannot be written.
    """
    from policyscore.analysis.sensitivity_reading import writable_points  # noqa: PLC0415
    from policyscore.cli.channels import OutputError  # noqa: PLC0415
    from policyscore.cli.files import write_file  # noqa: PLC0415
    from policyscore.views.sensitivity.file import weights_file  # noqa: PLC0415

    nearest = scene.found.nearest
    if nearest is None:
        raise OutputError("There is nothing to save: no weights change who is first.")
    written = writable_points(decision.valued, scene.weights, nearest)
    write_file(save, weights_file(scene, nearest, written))


def _invitation(scene: "Scene", again: list[str], profile: str | None) -> str:
    """How to try the nearest weights; empty if there are none."""
    if scene.found.nearest is None:
        return ""
    chosen = [] if profile is None else ["--profile", profile]
    save = _spelt([*again, "sensitivity", *chosen, "--save", "nearest.yaml"])
    return f"To try them: {save} && {_spelt([*again, 'rank', 'nearest.yaml'])}"


def _rankable(path: Path) -> str:
    """A path as `rank` takes it for a file and not for a profile's id."""
    text = str(path)
    is_path = os.sep in text or text.endswith((".yaml", ".yml"))
    return text if is_path else os.path.join(os.curdir, text)  # noqa: PTH118 (Path drops the dot)


def _spelt(words: list[str]) -> str:
    """A command line to copy."""
    from policyscore.reading.characters import visible  # noqa: PLC0415

    return visible(shlex.join(words))
