"""A weights file by itself, from anywhere, read for a case that it need not be a part of."""

from collections.abc import Mapping
from pathlib import Path

from policyscore.case.header import Header
from policyscore.case.loading import load_profile
from policyscore.case.profiles import Profile
from policyscore.reading.diagnostics import CaseError, Finding
from policyscore.reading.files import read_text
from policyscore.reading.yaml_reader import read_yaml
from policyscore.weighing.weights import Weights, derive


def read_profile(
    path: Path, shown: str, header: Header, known: Mapping[str, Weights]
) -> tuple[Profile, Weights, list[Finding]]:
    """Read a weights file.

    Args:
        path: The file.
        shown: What it is called in messages.
        header: The criteria of the case.
        known: The weights of the case's profiles, which a group may be made of.

    Returns:
        The profile, its weights, and what is amiss though usable.

    Raises:
        CaseError: If the file has errors.
    """
    text = read_text(path, shown)
    if isinstance(text, Finding):
        raise CaseError((text,))
    document, findings = read_yaml(text, shown)
    profile = weights = None
    if document is not None:
        profile, wrong = load_profile(document)
        findings.extend(wrong)
        if profile is not None:
            weights, wrong = derive(document, profile, header, known, known)
            findings.extend(wrong)
    if any(f.severity == "error" for f in findings) or profile is None or weights is None:
        raise CaseError(tuple(sorted(findings, key=lambda f: f.order)))
    return profile, weights, findings
