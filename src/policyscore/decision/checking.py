"""Files made into a decision: checked with all that is found, or loaded for use."""

from pathlib import Path
from typing import TYPE_CHECKING

from policyscore.case.directory import HEADER_FILE, Files, find_case, read_directory
from policyscore.case.loading import Tick, load_files
from policyscore.case.settings import apply_settings
from policyscore.decision.decision import Decision
from policyscore.reading.diagnostics import CaseError, Finding
from policyscore.weighing.all_weights import derive_all

if TYPE_CHECKING:
    from policyscore.weighing.weights import Weights

Checked = tuple[Decision | None, tuple[Finding, ...]]


def check(
    files: Files, *, quality: bool = False, root: Path | None = None, tick: Tick | None = None
) -> Checked:
    """Check the files of a case.

    Args:
        files: The files, from a directory or anywhere else.
        quality: Whether to look at a valid case as a decision analyst would, too.
        root: The case's directory, to look at what editors use there, too; or None.
        tick: Told now and then how many option files are done, and how many there are; or None.

    Returns:
        The decision, or None if there are errors, and all findings by file and place.
    """
    loaded = load_files(files, tick)
    findings = list(loaded.findings)
    weights: dict[str, Weights] = {}
    if loaded.header is not None:
        stated = {key: (loaded.profile_document(key), p) for key, p in loaded.stated.items()}
        weights, wrong = derive_all(stated, loaded.header, loaded.profile_ids)
        findings.extend(wrong)
    decision = None
    if loaded.case is not None and not any(f.severity == "error" for f in findings):
        decision = Decision(loaded.case, weights)
        if quality:
            from policyscore.quality.checks import review  # noqa: PLC0415 (`rank` needs none)

            findings.extend(review(decision.material(loaded)))
        if root is not None:
            from policyscore.editors.staleness import stale_schemas  # noqa: PLC0415

            findings.extend(stale_schemas(root, loaded.case))
    if loaded.header is not None:
        findings = apply_settings(loaded.documents[HEADER_FILE], loaded.header, findings, quality)
    findings.sort(key=lambda f: f.order)
    if any(f.severity == "error" and not f.rule.can_be_set for f in findings):
        decision = None
    if decision is not None:
        decision.warnings = tuple(findings)
    return decision, tuple(findings)


def load(path: str | Path = ".") -> Decision:
    """Load the case that a directory belongs to.

    Args:
        path: The case's directory or one inside it.

    Raises:
        NoCaseError: If there is no case there.
        CaseError: If its files have errors; `findings` says which.
    """
    root = find_case(Path(path))
    decision, findings = check(read_directory(root))
    if decision is None:
        raise CaseError(findings)
    decision.root = root
    return decision
