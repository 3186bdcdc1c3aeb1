"""SARIF 2.1.0 (OASIS, 27 March 2020), the format of code scanning services."""

import json
from typing import Any
from urllib.parse import quote

from policyscore import __version__
from policyscore.reading.characters import visible
from policyscore.reading.rules import Rule, all_rules
from policyscore.rulebook.page import page_of
from policyscore.views.reports.report import Report, Reported, full_message

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "policyscore/v1"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report) -> str:
    """Render a report, with the page of every rule that is broken."""
    broken = {reported.finding.rule for reported in report.reported}
    rules = [rule for rule in all_rules() if rule in broken]
    index = {rule: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "policyscore",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule, report.address_of(rule.code)) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The root of the repository."}}},
        "results": [_result(reported, index) for reported in report.reported],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule, address: str) -> dict[str, Any]:
    page = page_of(rule)
    means = " ".join(page.means.split())
    described: dict[str, Any] = {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{rule.name}: {means.split('. ')[0].rstrip('.')}."},
        "fullDescription": {"text": means},
        "help": {"text": page.markdown, "markdown": page.markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }
    if address:
        described["helpUri"] = address
    return described


def _result(reported: Reported, index: dict[Rule, int]) -> dict[str, Any]:
    finding, span = reported.finding, reported.finding.span
    region: dict[str, Any] = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": max(span.end_column, span.column if span.line == span.end_line else 1),
    }
    if finding.excerpt:
        region["snippet"] = {"text": visible(finding.excerpt[:1000])}
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(full_message(finding))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(visible(reported.path)),
                        "uriBaseId": "SRCROOT",
                    },
                    "region": region,
                }
            }
        ],
        "partialFingerprints": {FINGERPRINT: reported.fingerprint},
    }
