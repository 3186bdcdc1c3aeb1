"""Findings ready to be rendered: with names of files for the reader, and lasting fingerprints."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from policyscore.reading.diagnostics import Finding


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding as it is reported.

    Attributes:
        finding: The finding.
        path: Its file from the root of the repository, with `/`.
        fingerprint: The same as long as the line it is about stands in the file, wherever.
    """

    finding: Finding
    path: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Report:
    """What `validate` found.

    Attributes:
        reported: The findings, by file and place.
        files: The files that were looked at, from the root of the repository.
        rules_address: Where the pages of the rules are to be read, or an empty string.
    """

    reported: tuple[Reported, ...]
    files: tuple[str, ...]
    rules_address: str = ""

    def address_of(self, code: str) -> str:
        """The address of a rule's page, or an empty string."""
        return f"{self.rules_address.rstrip('/')}/{code}.md" if self.rules_address else ""


def report(
    findings: Iterable[Finding],
    files: Iterable[str],
    name: Callable[[str], str],
    rules_address: str = "",
) -> Report:
    """Make a report of the findings of one case.

    Args:
        findings: The findings, by file and place.
        files: The files of the case, as findings name them.
        name: Names a file of the case from the root of the repository.
        rules_address: Where the pages of the rules are to be read, or an empty string.
    """
    seen: Counter[str] = Counter()
    reported = []
    for finding in findings:
        path = name(finding.path)
        content = finding.excerpt.strip() or finding.message
        key = "\0".join((finding.rule.code, path, content))
        seen[key] += 1
        text = f"{key}\0{seen[key]}"
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        reported.append(Reported(finding, path, digest))
    return Report(tuple(reported), tuple(name(file) for file in files), rules_address)


def merged(reports: Iterable[Report]) -> Report:
    """Several cases' reports as one."""
    every = list(reports)
    return Report(
        tuple(r for each in every for r in each.reported),
        tuple(file for each in every for file in each.files),
        every[0].rules_address if every else "",
    )


def full_message(finding: Finding) -> str:
    """What is wrong and what would be right, in one line."""
    return f"{finding.message} {finding.hint}".strip()
