"""Which cases and files `validate` is about, and what it finds in them."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from policyscore.case.directory import HEADER_FILE, NoCaseError, find_case, read_directory
from policyscore.cli import streams
from policyscore.cli.opening import namer
from policyscore.decision import check
from policyscore.reading.characters import visible

if TYPE_CHECKING:
    from policyscore.reading.diagnostics import Finding


def validate_paths(paths: Sequence[Path], directory: Path) -> int:
    """Check files and print what is wrong with them.

    Args:
        paths: Files of cases or directories; none for the case of `directory`.
        directory: Where to look for a case when no path is given.

    Returns:
        0 if no error was found, 1 otherwise.

    Raises:
        NoCaseError: If a path does not exist or belongs to no case.
    """
    failed = False
    total: list[Finding] = []
    files = 0
    for root, wanted in _cases(paths, directory).items():
        read = read_directory(root)
        _, findings = check(read, quality=True)
        if wanted is not None:
            unknown = wanted - read.present - {f.path for f in findings}
            if unknown:
                raise NoCaseError(
                    f"`{visible(min(unknown))}` is not a file of the case in "
                    f"`{visible(str(root))}`: those are `{HEADER_FILE}`, `options/*.yaml` and "
                    "`weights/*.yaml`."
                )
            findings = tuple(f for f in findings if f.path in wanted)
        files += len(wanted) if wanted is not None else len(read.present)
        total.extend(findings)
        failed = failed or any(f.severity == "error" for f in findings)
        if findings:
            streams.show_findings(findings, sys.stdout, namer(root))
    checked = f"{files} file{'s' * (files != 1)} checked: {streams.count_line(total)}."
    streams.complain(checked, plain=True)
    return int(failed)


def _cases(paths: Sequence[Path], directory: Path) -> dict[Path, set[str] | None]:
    """The cases that paths belong to, each with the files asked for; None for all of it."""
    if not paths:
        return {find_case(directory): None}
    cases: dict[Path, set[str] | None] = {}
    for given in paths:
        path = given if given.is_absolute() or os.path.lexists(given) else directory / given
        if not os.path.lexists(path):
            raise NoCaseError(f"There is no file or directory `{visible(str(given))}`.")
        if path.is_dir():
            cases[find_case(path)] = None
            continue
        # The folder is resolved but not the file, which may be a link that is to be complained of.
        place = path.parent.resolve() / path.name
        root = find_case(place.parent)
        wanted = place.relative_to(root).as_posix()
        if wanted == HEADER_FILE:  # what it says concerns every file
            cases[root] = None
        elif cases.setdefault(root, set()) is not None:
            cases[root] = {*(cases[root] or ()), wanted}
    return cases
