"""A line a finding: `file:line:column: severity[rule] message`."""

from policyscore.reading.characters import visible
from policyscore.views.reports.report import Report, full_message


def render(report: Report) -> str:
    """Render a report."""
    return "".join(
        f"{visible(r.path)}:{r.finding.span.line}:{r.finding.span.column}: "
        f"{r.finding.severity}[{r.finding.rule.code} {r.finding.rule.name}] "
        f"{visible(full_message(r.finding))}\n"
        for r in report.reported
    )
