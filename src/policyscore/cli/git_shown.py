"""What git shows of a weights file: its weights, normalised, and what a change of them does."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.difference import Difference
from policyscore.analysis.matching import Side
from policyscore.case.directory import HEADER_FILE, WEIGHTS, Files, NoCaseError, find_case
from policyscore.case.header import Header
from policyscore.case.loading import load_files, load_profile
from policyscore.case.profiles import Profile
from policyscore.cli.git_driver import known_cases, top_level
from policyscore.decision import CaseError, Decision, UnknownError, load
from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import Finding
from policyscore.reading.files import read_text
from policyscore.reading.yaml_reader import read_yaml
from policyscore.weighing.all_weights import members_stated
from policyscore.weighing.weights import Weights, derive

_NOTHING = ("/dev/null", "nul")


def weights_text(file: Path, base: Path) -> str | None:
    """A weights file as its title, holder and reason, and its normalised weights.

    Args:
        file: The file; git gives a temporary one that is in no case.
        base: Where cases are looked for.

    Returns:
        A line for each criterion in the order of the case, or None if no case fits the file.
    """
    text = read_text(file, file.name)
    if isinstance(text, Finding):
        return None
    document, findings = read_yaml(text, file.name)
    if document is None or _failed(findings):
        return None
    profile, findings = load_profile(document)
    if profile is None or _failed(findings):
        return None
    for root in _cases(file, base):
        header = _header(root)
        if header is None:
            continue
        weights, findings = derive(document, profile, header, _members(profile, root))
        if weights is not None and not _failed(findings):
            head = [("title", profile.title), ("by", profile.by), ("because", profile.because)]
            lines = [f"{key}: {' '.join(visible(said).split())}" for key, said in head if said]
            lines.append(f"stated as: {', '.join(weights.ways)}")
            lines += [f"weight of {key}: {weight:.6f}" for key, weight in weights.criteria.items()]
            return "".join(f"{line}\n" for line in lines)
    return None


def _members(profile: Profile, root: Path) -> Mapping[str, Weights]:
    """The weights of the profiles that a group's profile is made of."""
    if members_stated(profile):
        with suppress(CaseError, NoCaseError):
            return load(root).weights
    return {}


def _failed(findings: Sequence[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def _cases(file: Path, base: Path) -> Iterator[Path]:
    """The cases that a weights file may belong to, the likeliest first."""
    resolved = file.resolve()
    own = resolved.parent.parent
    if resolved.parent.name == WEIGHTS and (own / HEADER_FILE).is_file():
        yield own
        return
    with suppress(UnknownError):
        top = top_level(base)
        yield from (top / case for case in known_cases(base))
    with suppress(NoCaseError):
        yield find_case(base)


def _header(root: Path) -> Header | None:
    text = read_text(root / HEADER_FILE, HEADER_FILE)
    if isinstance(text, Finding):
        return None
    return load_files(Files({HEADER_FILE: text}, {HEADER_FILE})).header


def shown_text(file: Path, base: Path) -> str:
    """What stands for a file in a difference: its weights, or its text if it has none to show."""
    if str(file) in _NOTHING:
        return ""
    return weights_text(file, base) or file.read_bytes().decode("utf-8", "replace")


def change_text(path: str, old: Path, new: Path, base: Path) -> str:
    """The lines in which two versions of a weights file differ, as git shows them."""
    before, after = (shown_text(file, base).splitlines() for file in (old, new))
    first, second = (
        "/dev/null" if str(file) in _NOTHING else f"{side}/{visible(path)}"
        for side, file in (("a", old), ("b", new))
    )
    everything = len(before) + len(after)
    lines = difflib.unified_diff(before, after, first, second, n=everything, lineterm="")
    head = f"diff --git a/{visible(path)} b/{visible(path)}"
    return "".join(f"{line}\n" for line in (head, *lines))


def effect(path: str, old: Path, new: Path, base: Path) -> Difference | str:
    """What a change of a weights file does to the ranking of the case as it is now.

    Args:
        path: The file's path from the top of the working tree.
        old: One version of it.
        new: The other.
        base: The top of the working tree.

    Returns:
        The difference, or in words why there is none to show.
    """
    if str(old) in _NOTHING or str(new) in _NOTHING:
        return "The profile is on one side only, so there is nothing to compare it with."
    root = _case_of(path, base)
    try:
        decision = load(root)
        sides = [_side(decision, file, Path(path).stem) for file in (old, new)]
    except NoCaseError:
        return "There is no case in the working tree to rank."
    except UnknownError as error:
        return str(error)
    except CaseError as error:
        first = error.findings[0] if error.findings else None
        why = f": {visible(first.path)}: {first.message}" if first else "."
        return f"The ranking cannot be told, for files of the case have errors{why}"
    return compare_sides(*sides)


def _case_of(path: str, base: Path) -> Path:
    """The case of a weights file; `git diff --relative` cuts the front off its path."""
    own = (base / path).parent.parent
    if not (own / HEADER_FILE).is_file():
        for case in known_cases(base):
            if f"/{case}/{WEIGHTS}/{Path(path).name}".endswith(f"/{path}"):
                return base / case
    return own


def _side(decision: Decision, file: Path, name: str) -> Side:
    key = decision.profile(str(file.resolve()))
    ranking = replace(decision.rank(key), profile=name)
    return Side(decision.case, decision.profiles[key], ranking)
