"""What must be true of any files at all: they end in a decision or in findings that can be used."""

from collections.abc import Mapping
from math import isfinite

from policyscore.case.directory import Files
from policyscore.decision import Decision, check
from policyscore.reading.diagnostics import Finding
from policyscore.reading.files import decode
from policyscore.reading.rules import all_rules

HEADER, OPTION, BASELINE, WEIGHTS, SWING = (
    "policyscore.yaml",
    "options/act.yaml",
    "options/wait.yaml",
    "weights/even.yaml",
    "weights/groups.yaml",
)
GOOD = {
    HEADER: """\
policyscore: 1
title: A border incident
question: How should we answer?
baseline: wait
default-profile: even
criteria:
  security:                    # a group
    title: Security
    criteria:
      risk:
        title: Risk
        asks: How likely is war?
        better: lower
        scale: {0: none, 50: some, 100: war}
        value: {0: 100, 50: 30, 100: 0}
        at-most: 90
      deterrence: {title: Deterrence, better: higher, scale: {0: none, 10: full}, unit: points}
  support:
    title: "Support at home"
    better: higher
    scale:
      -5: none
      5: all
experts:
  ann: {title: Ann, weight: 2}
  bob: {title: 'Bob''s office'}
sources:
  memo: {title: Memo, published: 2026-05, by: Ann, url: https://example.org}
rules:
  PS407: {severity: 'off', because: Reasons stand in the memo.}
""",
    OPTION: """\
title: Joint patrols
summary: |
  Patrol together.
  Every night.
tags: [military, joint]
conflicts-with: [wait]
stances:
  - {expert: ann, stance: doubts, source: memo, at: p2, because: Too close.}
scores:
  risk:
    - {by: ann, likely: 40, low: 20.5, high: 75, source: memo, at: p4, confidence: low}
    - {by: bob, low: 10, high: 1e2, because: "Patrols met
        before.", basis: inferred}
  deterrence: unknown
  support: -.5
""",
    BASELINE: """\
title: Wait
scores: {risk: 10, deterrence: {likely: unknown, by: bob}, support: 0}
""",
    WEIGHTS: """\
title: Even
by: All
because: Why not.
points: {risk: 1, deterrence: 1, support: 1}
""",
    SWING: """\
title: Groups
points:
  security: 3
  support: 1
within:
  security:
    swing: {risk: 50, deterrence: 100}
""",
}


def judge(changes: Mapping[str, bytes]) -> tuple[Decision | None, tuple[Finding, ...]]:
    """Check the good case with some files replaced, and judge what comes of it.

    Args:
        changes: Path to the bytes that stand there instead.

    Returns:
        The decision, if there is one, and the findings.
    """
    files = Files()
    for path, content in {**{k: v.encode() for k, v in GOOD.items()}, **changes}.items():
        files.add(path, decode(content, path))
    decision, findings = check(files, quality=True)
    errors = [finding for finding in findings if finding.severity == "error"]
    assert (decision is None) <= bool(errors), "no decision and no error"
    assert list(findings) == sorted(findings, key=lambda finding: finding.order)
    for finding in findings:
        judge_finding(finding, files)
    if decision is not None:
        judge_ranking(decision)
    return decision, findings


def judge_finding(finding: Finding, files: Files) -> None:
    """A finding has a rule, a path, a place inside the file, and sentences on one line."""
    assert finding.rule in all_rules()
    assert finding.path in files.present
    assert finding.message.endswith("."), finding.message
    for words in (finding.message, finding.hint):
        assert "\n" not in words
        assert len(words) < 2000
    text = files.texts.get(finding.path)
    span = finding.span
    assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
    if text is None:  # it could not be decoded, so there is no text to be inside of
        assert finding.rule.name == "not-utf-8"
        return
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    assert span.end_line <= len(lines)
    assert span.column <= len(lines[span.line - 1]) + 2
    assert span.end_column <= len(lines[span.end_line - 1]) + 2
    assert finding.excerpt in {"", lines[span.line - 1].rstrip("\r")}


def judge_ranking(decision: Decision) -> None:
    """Every profile ranks every option, with finite numbers in order."""
    for profile in decision.case.profiles:
        ranking = decision.rank(profile)
        assert len(ranking.ranked) == len(decision.case.options)
        assert abs(sum(ranking.weights.criteria.values()) - 1) < 1e-9
        for ranked in ranking.ranked:
            total = ranked.total
            assert 0 <= total.low <= total.value <= total.high <= 100
            assert all(isfinite(number) for number in total.contributions.values())
