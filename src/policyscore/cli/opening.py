"""Opening the case that a command is about."""

import os
from collections.abc import Callable
from pathlib import Path

import typer

from policyscore.case.directory import find_case
from policyscore.cli import channels
from policyscore.cli.parameters import directory_of
from policyscore.decision import Decision, load
from policyscore.reading.diagnostics import CaseError, Finding


class WrongFilesError(CaseError):
    """A case whose files cannot be used.

    Attributes:
        name: Names a file of it as a reader finds it from the working directory.
    """

    def __init__(self, findings: tuple[Finding, ...], root: Path) -> None:
        super().__init__(findings)
        self.name = namer(root)


def open_case(context: typer.Context, own: Path | None) -> Decision:
    """Load the case of a command line, and say on standard error if it has warnings.

    Args:
        context: The command's context, which holds the `-C` before the command's name.
        own: The `-C` after it.

    Raises:
        NoCaseError: If there is no case there.
        WrongFilesError: If its files have errors.
    """
    directory = directory_of(context, own)
    try:
        decision = load(directory)
    except CaseError as error:
        raise WrongFilesError(error.findings, find_case(directory)) from error
    if decision.warnings:
        count = len(decision.warnings)
        words = f"{count} warnings" if count > 1 else "a warning"
        them = "them" if count > 1 else "it"
        channels.complain(f"The case has {words}; `policyscore validate` shows {them}.", plain=True)
    return decision


def namer(root: Path) -> Callable[[str], str]:
    """Names the files of a case so that a terminal or an editor opens them from here."""

    def name(path: str) -> str:
        try:
            here = os.path.relpath(root / path)
        except (OSError, ValueError):  # no working directory, or one on another drive
            return str(root / path)
        far = Path(here).parts[:3] == ("..", "..", "..")
        return str(root / path) if far else Path(here).as_posix()

    return name
