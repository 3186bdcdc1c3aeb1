"""A small good case as text, ways to break it, and what is said of it."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from policyscore.case.case import Case
from policyscore.case.directory import Files
from policyscore.decision import check
from policyscore.reading.diagnostics import Finding

HEADER = "policyscore.yaml"
WAIT = "options/wait.yaml"
ACT = "options/act.yaml"
EVEN = "weights/even.yaml"

GOOD: Mapping[str, str] = {
    HEADER: """\
policyscore: 1
title: Border
question: What now?
baseline: wait
default-profile: even
criteria:
  safety:
    title: Safety
    criteria:
      risk:
        title: Risk
        better: lower
        scale: {0: none, 50: some, 100: war}
        value: {0: 100, 50: 30, 100: 0}
      trust:
        title: Trust
        better: higher
        scale: {0: none, 10: full}
  cost:
    title: Cost
    better: lower
    scale:
      0: free
      2500000: ruin
    unit: dollars
    at-most: 2000000
experts:
  ann: {title: Ann, weight: 1}
  bob: {title: Bob, weight: 2}
  eve: {title: Eve, weight: 0}
sources:
  memo: {title: Memo}
""",
    WAIT: """\
title: Wait
scores:
  risk: 10
  trust: unknown
  cost: {likely: 5, low: 1, high: 9, by: ann, source: memo}
""",
    ACT: """\
title: Act
requires: []
scores:
  risk:
    - {by: ann, likely: 60}
    - {by: bob, low: 40, high: 80}
  trust: 4
  cost: 100
""",
    EVEN: """\
title: Even
points:
  risk: 1
  trust: 1
  cost: 1
""",
}


def changed(path: str, old: str, new: str, texts: Mapping[str, str] = GOOD) -> dict[str, str]:
    """The case with one stretch of one file replaced."""
    assert texts[path].count(old) == 1, f"{old!r} stands {texts[path].count(old)} times in {path}"
    return {**texts, path: texts[path].replace(old, new)}


def findings_of(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """All findings about a case."""
    _, findings = check(Files(texts=dict(texts), present=set(texts)))
    return findings


def told(texts: Mapping[str, str]) -> list[str]:
    """All findings about a case: `path:line:column rule message > hint`."""
    return [one_line(finding) for finding in findings_of(texts)]


def one_line(finding: Finding) -> str:
    """A finding on one line."""
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
    hint = f" > {finding.hint}" if finding.hint else ""
    return f"{place} {finding.rule.name} {finding.message}{hint}"


def case_of(texts: Mapping[str, str]) -> Case:
    """The case that good texts make."""
    decision, findings = check(Files(texts=dict(texts), present=set(texts)))
    assert decision is not None, [one_line(finding) for finding in findings]
    return decision.case


class Story(NamedTuple):
    """A change to the good case, and all that must be said of the result."""

    texts: dict[str, str]
    expected: list[str]

    @property
    def told(self) -> list[str]:
        """All that is said; what an expectation leaves open with `...` is left open here too."""
        said = told(self.texts)
        for number, wanted in enumerate(self.expected[: len(said)]):
            start = wanted.removesuffix("...")
            if (
                start != wanted
                and len(said[number]) > len(start)
                and said[number].startswith(start)
            ):
                said[number] = wanted
        return said


def stories(text: str) -> list[object]:
    """Read stories, one a paragraph, as parameters of a test.

    The first line names a file; lines after `- ` are replaced by those after `+ ` (`-` and `+`
    alone stand for an empty line); every other line is a finding, continued where a line begins
    with two blanks, and left open at its end with `...`. Without findings the case is still good.
    """
    return [_story(block.splitlines()) for block in text.strip("\n").split("\n\n")]


def _story(lines: list[str]) -> object:
    path, *rest = lines
    old = "".join(f"{line[2:]}\n" for line in rest if line.startswith("-"))
    new = "".join(f"{line[2:]}\n" for line in rest if line.startswith("+"))
    expected: list[str] = []
    for line in rest:
        if line.startswith("  "):
            expected[-1] += f" {line.strip()}"
        elif not line.startswith(("-", "+")):
            expected.append(line)
    name = " ".join((new or f"without {old}").split())
    return pytest.param(Story(changed(path, old, new), expected), id=f"{path} {name}"[:70])
