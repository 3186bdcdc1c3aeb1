"""Which cases and files `validate` is about, what it finds in them, and how that is printed."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from policyscore.case.directory import HEADER_FILE, NoCaseError, find_case, read_directory
from policyscore.cli import channels, streams
from policyscore.cli.opening import namer
from policyscore.cli.progress import ProgressBar
from policyscore.decision import check
from policyscore.reading.characters import visible
from policyscore.views.reports.report import Report, merged, report

if TYPE_CHECKING:
    from policyscore.reading.diagnostics import Finding

_RENDERERS = {
    "concise": ("concise", "render"),
    "json": ("json_lines", "render"),
    "jsonl": ("json_lines", "render_lines"),
    "github": ("github", "render"),
    "gitlab": ("gitlab", "render"),
    "sarif": ("sarif", "render"),
    "junit": ("junit", "render"),
}


def validate(
    paths: Sequence[Path],
    directory: Path,
    form: str,
    strict: bool,
    since: str | None,
    output: Path | None,
) -> int:
    """Check files and print what is wrong with them.

    Args:
        paths: Files of cases or directories; none for the case of `directory`.
        directory: Where to look for a case when no path is given.
        form: The name of a format.
        strict: Whether warnings fail, too.
        since: A git revision whose findings are not reported again, or None.
        output: Where to write the findings; standard output if None.

    Returns:
        0 if nothing fails, 1 otherwise.

    Raises:
        NoCaseError: If a path does not exist or belongs to no case.
        RevisionError: If `since` names no revision.
    """
    reports = {
        root: _check(root, wanted, since) for root, wanted in _cases(paths, directory).items()
    }
    _print(reports, form, output)
    whole = merged(reports.values())
    findings = [reported.finding for reported in whole.reported]
    files = len(whole.files)
    news = f" new since {visible(since)}" if since is not None else ""
    channels.complain(
        f"{files} file{'s' * (files != 1)} checked: {streams.count_line(findings)}{news}.",
        plain=True,
    )
    failing = {"error", "warning"} if strict else {"error"}
    return int(any(f.severity in failing for f in findings))


def _check(root: Path, wanted: set[str] | None, since: str | None) -> Report:
    """The report of one case, or of the files of it that are wanted."""
    read = read_directory(root)
    # What editors use is no part of a revision, so it is not compared with one.
    with ProgressBar("Checking options") as tick:
        editors = root if since is None else None
        _, findings = check(read, quality=True, root=editors, tick=tick)
    files = sorted(read.present)
    if wanted is not None:
        unknown = wanted - read.present - {f.path for f in findings}
        if unknown:
            raise NoCaseError(
                f"`{visible(min(unknown))}` is not a file of the case in "
                f"`{visible(str(root))}`: those are `{HEADER_FILE}`, `options/*.yaml` and "
                "`weights/*.yaml`."
            )
        findings = tuple(f for f in findings if f.path in wanted)
        files = [path for path in files if path in wanted]
    name = repository_namer(root)
    address = os.environ.get("POLICYSCORE_RULES_URL", "")
    found = report(findings, files, name, address)
    if since is None:
        return found
    from policyscore.case.revision import read_revision  # noqa: PLC0415 (rarely needed)

    _, before = check(read_revision(root, since), quality=True)
    known = {reported.fingerprint for reported in report(before, (), name).reported}
    fresh = tuple(r for r in found.reported if r.fingerprint not in known)
    return Report(fresh, found.files, address)


def repository_namer(root: Path) -> Callable[[str], str]:
    """Names the files of a case from the root of the repository, as services want them."""
    named = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR")
    base = Path(named).resolve() if named else None
    if base is None or not root.is_relative_to(base):
        base = next((d for d in (root, *root.parents) if (d / ".git").exists()), root)
    start = root.relative_to(base).as_posix()
    return lambda path: path if start == "." else f"{start}/{path}"


def _print(reports: Mapping[Path, Report], form: str, output: Path | None) -> None:
    """Print or write the findings of all cases."""
    if form != "text":
        from importlib import import_module  # noqa: PLC0415 (only the format that is asked for)

        module, function = _RENDERERS[form]
        render = getattr(import_module(f"policyscore.views.reports.{module}"), function)
        text: str = render(merged(reports.values()))
        streams.emit(output, text=lambda: text)
        return
    parts: list[tuple[Sequence[Finding], Callable[[str], str]]] = [
        ([r.finding for r in found.reported], namer(root))
        for root, found in reports.items()
        if found.reported
    ]
    streams.emit_findings(output, parts)


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
