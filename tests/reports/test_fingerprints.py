"""A finding keeps its fingerprint when lines move, and shares it with no other finding."""

from dataclasses import replace

from report_sample import FILES, FINDINGS, sample

from policyscore.reading.diagnostics import Span
from policyscore.views.reports.report import report


def test_fingerprints_are_unique() -> None:
    prints = [reported.fingerprint for reported in sample().reported]
    assert len(set(prints)) == len(FINDINGS)


def test_a_moved_line_keeps_its_fingerprint() -> None:
    moved = [replace(f, span=Span(f.span.line + 40, *f.span[1:])) for f in FINDINGS]
    after = report(moved, FILES, str).reported
    assert [r.fingerprint for r in after] == [r.fingerprint for r in sample().reported]


def test_figures_in_a_message_do_not_change_the_fingerprint() -> None:
    told = report([replace(FINDINGS[0], message="other figures")], FILES, str).reported[0]
    assert told.fingerprint == sample().reported[0].fingerprint


def test_another_file_rule_or_line_changes_it() -> None:
    first = FINDINGS[0]
    others = [
        replace(first, path="options/c.yaml"),
        replace(first, rule=FINDINGS[1].rule),
        replace(first, excerpt="    title: other"),
    ]
    prints = {report([f], FILES, str).reported[0].fingerprint for f in [first, *others]}
    assert len(prints) == 4
