"""The severities that a case sets for rules, and what is wrong with those settings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from policyscore.case.header import Header
from policyscore.case.suggestions import did_you_mean
from policyscore.reading import rules
from policyscore.reading.characters import shorten, visible
from policyscore.reading.diagnostics import Finding
from policyscore.reading.document import Document
from policyscore.reading.rules import Rule, all_rules


def apply_settings(
    document: Document, header: Header, findings: Iterable[Finding], complete: bool
) -> list[Finding]:
    """Give findings the severities that the case wants.

    Args:
        document: `policyscore.yaml`.
        header: What it says.
        findings: All findings.
        complete: Whether all rules were run, so that a setting without a finding is unused.

    Returns:
        The findings without those whose rule is off, and what is wrong with the settings.
    """
    kept = list(findings)
    if not header.rules:
        return kept
    by_name = {name: rule for rule in all_rules() for name in (rule.code, rule.name)}
    for key, setting in header.rules.items():
        rule = by_name.get(key)
        if rule is None or not rule.can_be_set:
            kept.extend(_bad_setting(document, key, rule))
            continue
        mine = [finding for finding in kept if finding.rule == rule]
        if not mine and complete:
            kept.append(_unused(document, key, rule))
        others = [finding for finding in kept if finding.rule != rule]
        if setting.severity != "off":
            mine = [replace(finding, level=setting.severity) for finding in mine]
            others.extend(mine)
        kept = others
    return kept


def _bad_setting(document: Document, key: str, rule: Rule | None) -> Iterator[Finding]:
    if rule is None:
        names = [name for r in all_rules() for name in (r.code, r.name)]
        yield document.finding(
            rules.UNKNOWN_RULE,
            ("rules", key),
            f"There is no rule `{shorten(visible(key), 40)}`.",
            did_you_mean(key, names) or "`policyscore rule --all` lists the rules.",
            of_key=True,
        )
    else:
        yield document.finding(
            rules.FIXED_SEVERITY,
            ("rules", key),
            f"{rule.code} ({rule.name}) is always an error: the case cannot be ranked without it.",
            "Only warnings and rules of decision quality (PS4xx) can be set.",
            of_key=True,
        )


def _unused(document: Document, key: str, rule: Rule) -> Finding:
    return document.finding(
        rules.UNUSED_SETTING,
        ("rules", key),
        f"Nothing in the case breaks {rule.code} ({rule.name}), so this setting does nothing.",
        "Delete it.",
        of_key=True,
    )
