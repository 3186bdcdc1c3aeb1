"""GitLab's Code Quality report: a JSON array of issues."""

import json

from policyscore.reading.characters import visible
from policyscore.views.reports.report import Report, full_message

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """Render a report."""
    issues = [
        {
            "description": visible(full_message(r.finding)),
            "check_name": f"{r.finding.rule.code} {r.finding.rule.name}",
            "fingerprint": r.fingerprint,
            "severity": _SEVERITIES[r.finding.severity],
            "location": {
                "path": visible(r.path),
                "lines": {"begin": r.finding.span.line, "end": r.finding.span.end_line},
            },
        }
        for r in report.reported
    ]
    return json.dumps(issues, indent=2) + "\n"
