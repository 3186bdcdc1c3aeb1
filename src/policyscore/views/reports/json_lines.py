"""Findings as JSON, whole (`policyscore/findings/1`) or a line each."""

import json
from typing import Any

from policyscore.reading.characters import visible
from policyscore.views.reports.report import Report, Reported


def finding_data(reported: Reported) -> dict[str, Any]:
    """One finding as data."""
    finding = reported.finding
    span = finding.span
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        "path": visible(reported.path),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": visible(finding.message),
        "hint": visible(finding.hint),
        "fingerprint": reported.fingerprint,
    }


def findings_data(report: Report) -> dict[str, Any]:
    """A report as data, schema `policyscore/findings/1`."""
    return {
        "schema": "policyscore/findings/1",
        "files": len(report.files),
        "findings": [finding_data(reported) for reported in report.reported],
    }


def render(report: Report) -> str:
    """Render a report as one JSON document."""
    return json.dumps(findings_data(report), indent=2) + "\n"


def render_lines(report: Report) -> str:
    """Render a report as one JSON document a line."""
    return "".join(json.dumps(finding_data(reported)) + "\n" for reported in report.reported)
