"""Findings: what is wrong with a file, where, and what would be right."""

from dataclasses import dataclass
from typing import NamedTuple

from policyscore.reading.rules import Rule, Severity


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1; columns count code points.

    Attributes:
        line: Line of the first character.
        column: Column of the first character.
        end_line: Line of the last character.
        end_column: Column just after the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int


FILE_START = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the files of a case.

    Attributes:
        rule: The rule that it breaks.
        path: The file, with `/` between folders, relative to the case's directory.
        span: The stretch of the file that it is about.
        message: What is wrong, in one sentence.
        hint: What would be right, or an empty string.
        excerpt: The line of the file on which `span` begins, as it stands.
        level: The severity that the case has set for the rule, or None for the rule's own.
    """

    rule: Rule
    path: str
    span: Span
    message: str
    hint: str = ""
    excerpt: str = ""
    level: Severity | None = None

    @property
    def severity(self) -> Severity:
        """How grave it is: `error`, `warning` or `info`."""
        return self.level or self.rule.severity

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """Sorting key: by file, then by place."""
        return (self.path, self.span, self.rule.code, self.message)


class CaseError(Exception):
    """Files that cannot be used, with all that is wrong with them.

    Attributes:
        findings: What is wrong, sorted by file and place; at least one error.
    """

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        first = next(f for f in findings if f.severity == "error")
        more = sum(f.severity == "error" for f in findings) - 1
        tail = f" (and {more} more)" if more else ""
        place = f"{first.path}:{first.span.line}:{first.span.column}"
        super().__init__(f"{place}: {first.message}{tail}")
        self.findings = findings
