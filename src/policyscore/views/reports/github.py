"""Workflow commands that annotate a pull request on GitHub.

The runner decodes `%25`, `%0D` and `%0A` in messages, and `%3A` and `%2C` in properties as well
(actions/runner, ActionCommand.cs); what it would decode is encoded here, so that nothing in a file
can end a command or start another.
"""

from policyscore.reading.characters import visible
from policyscore.views.reports.report import Report, full_message

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def escape_data(text: str) -> str:
    """Encode a message."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Encode a property, such as a title or a path."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def render(report: Report) -> str:
    """Render a report, a command a line."""
    lines = []
    for reported in report.reported:
        finding, span = reported.finding, reported.finding.span
        properties = {
            "file": escape_property(reported.path),
            "line": str(span.line),
            "endLine": str(span.end_line),
            "title": escape_property(f"{finding.rule.code} {finding.rule.name}"),
        }
        if span.line == span.end_line:  # GitHub wants columns only within one line
            properties["col"] = str(span.column)
            properties["endColumn"] = str(max(span.end_column, span.column))
        listed = ",".join(f"{key}={value}" for key, value in properties.items())
        message = escape_data(full_message(finding))
        lines.append(f"::{_LEVELS[finding.severity]} {listed}::{message}\n")
    return "".join(lines)
