"""JUnit XML, as Jenkins and GitLab read it: a test case for every file, a failure for each finding.

Warnings do not fail a file; they stand in its output.
"""

from collections import defaultdict
from xml.sax.saxutils import escape, quoteattr

from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import Finding
from policyscore.views.reports.report import Report, full_message


def render(report: Report) -> str:
    """Render a report."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for path in report.files:
        by_file[path] = []
    for reported in report.reported:
        by_file[reported.path].append(reported.finding)
    failing = sum(any(f.severity == "error" for f in found) for found in by_file.values())
    head = f'tests="{len(by_file)}" failures="{failing}" errors="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>"]
    lines.append(f'  <testsuite name="policyscore validate" {head} skipped="0" time="0">')
    for path, found in by_file.items():
        lines += _test_case(visible(path), found)
    lines += ["  </testsuite>", "</testsuites>"]
    return "\n".join(lines) + "\n"


def _test_case(path: str, found: list[Finding]) -> list[str]:
    """One file. A file has at most one `failure`, as the format wants, with all its errors."""
    start = f'    <testcase name={quoteattr(path)} classname={quoteattr(path)} time="0"'
    errors = [f for f in found if f.severity == "error"]
    others = [f for f in found if f.severity != "error"]
    if not found:
        return [f"{start}/>"]
    lines = [f"{start}>"]
    if errors:
        head = f"{len(errors)} error{'s' * (len(errors) != 1)} in {path}"
        kind = quoteattr(errors[0].rule.name)
        lines.append(f"      <failure message={quoteattr(head)} type={kind}>")
        lines += [escape(_line(path, f)) for f in errors]
        lines.append("      </failure>")
    if others:
        lines.append("      <system-out>")
        lines += [escape(_line(path, f)) for f in others]
        lines.append("      </system-out>")
    return [*lines, "    </testcase>"]


def _line(path: str, finding: Finding) -> str:
    place = f"{path}:{finding.span.line}:{finding.span.column}"
    label = f"{finding.severity}[{finding.rule.code} {finding.rule.name}]"
    return f"{place}: {label} {visible(full_message(finding))}"
