"""`policyscore git-setup`."""

from pathlib import Path
from typing import Annotated

import typer

from policyscore.cli.parameters import DirectoryOption, directory_of


def command(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORD]...",
            help="What git says to an external diff; only with `--ext-diff`.",
            show_default=False,
        ),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back what was set up, and nothing else.")
    ] = False,
    textconv: Annotated[
        Path | None,
        typer.Option(
            "--textconv",
            metavar="FILE",
            help="Print the normalised weights of FILE, or FILE as it is if it has none. Git runs "
            "this.",
            show_default=False,
        ),
    ] = None,
    ext_diff: Annotated[
        bool,
        typer.Option(
            "--ext-diff",
            help="Print what changed in a weights file and what it does to the ranking. Git runs "
            "this.",
        ),
    ] = False,
    directory: DirectoryOption = None,
) -> None:
    """Let git show changes of weights files as normalised weights, with what they do.

    Writes a marked block into the case's `.gitattributes`, and three settings into
    the local configuration of the repository. Running it again changes nothing.
    """
    base = directory_of(context, directory)
    if undo + (textconv is not None) + ext_diff > 1 or (words and not ext_diff):
        raise typer.BadParameter("Use one of `--undo`, `--textconv` and `--ext-diff`, or none.")
    if textconv is not None:
        _show_weights(textconv, base)
    elif ext_diff:
        _show_effect(words or [], base)
    else:
        _set_up(base, undo=undo)


def _set_up(base: Path, *, undo: bool) -> None:
    from policyscore.case.directory import find_case  # noqa: PLC0415 (only what runs pays)
    from policyscore.cli import channels, git_attributes, git_driver  # noqa: PLC0415

    root = find_case(base)
    git_driver.check_ours(git_driver.top_level(root))
    text = git_attributes.read_attributes(root)
    if undo:
        wanted = None if text is None else git_attributes.without_block(text)
        changed = git_attributes.write_attributes(root, wanted)
        changed = git_driver.forget(root) or changed
        said = "Taken back." if changed else "Nothing was set up here, so nothing was taken back."
    else:
        changed = git_attributes.write_attributes(root, git_attributes.with_block(text))
        changed = git_driver.configure(root) or changed
        said = (
            "Set up. `git diff` and `git log -p` show normalised weights; `git diff` and "
            "`git log -p --ext-diff` also what a change does to the ranking."
            if changed
            else "All is set up already."
        )
    channels.complain(said, plain=True)


def _show_weights(file: Path, base: Path) -> None:
    from policyscore.cli import channels  # noqa: PLC0415
    from policyscore.cli.git_shown import shown_text  # noqa: PLC0415
    from policyscore.reading.characters import visible  # noqa: PLC0415

    try:
        text = shown_text(file, base)
    except OSError as error:
        words = f"`{visible(str(file))}` cannot be read: {error.strerror}."
        raise channels.OutputError(words) from error
    channels.write_text(text)


def _show_effect(words: list[str], base: Path) -> None:
    from policyscore.analysis.difference import Difference  # noqa: PLC0415
    from policyscore.cli import channels, git_shown  # noqa: PLC0415
    from policyscore.cli.streams import emit  # noqa: PLC0415
    from policyscore.reading.characters import visible  # noqa: PLC0415
    from policyscore.views.diff.terminal import diff_terminal  # noqa: PLC0415

    if len(words) == 1:  # a conflict that is not resolved
        channels.write_text(f"* Unmerged path {visible(words[0])}\n")
        return
    if len(words) not in (7, 9):
        raise typer.BadParameter("`--ext-diff` needs the seven or nine words that git gives it.")
    path = words[7] if len(words) == 9 else words[0]
    old, new = Path(words[1]), Path(words[4])
    try:
        channels.write_text(git_shown.change_text(path, old, new, base))
    except OSError as error:
        raise channels.OutputError(f"A file cannot be read: {error.strerror}.") from error
    found = git_shown.effect(path, old, new, base)
    if not isinstance(found, Difference):
        channels.write_text(f"{found}\n")
        return
    names = _version(words[2]), _version(words[5])
    emit(None, table=lambda console: diff_terminal(console, names, (found,), ()))
    channels.write_text("\n")


def _version(blob: str) -> str:
    """What git calls a version of a file: an abbreviated name, or noughts for the working tree."""
    return blob[:7] if blob.strip("0.") else "the working tree"
