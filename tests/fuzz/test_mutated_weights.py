"""Weights files of every way of weighing, mutated: weighed and shown, or found out."""

import io
import json
import os
import re
from typing import Any

from fuzz_judging import GOOD, judge_finding, judge_ranking
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from rich.console import Console

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.matching import Side
from policyscore.case.directory import Files
from policyscore.decision import Decision, check
from policyscore.reading.files import decode
from policyscore.scoring.weight_table import weight_table
from policyscore.views.diff.as_json import diffs_data
from policyscore.views.weights.as_csv import weights_csv
from policyscore.views.weights.as_json import weights_data
from policyscore.views.weights.markdown import weights_markdown
from policyscore.views.weights.matrix_terminal import weights_matrix_terminal
from policyscore.views.weights.terminal import weights_terminal

TRIED = "weights/tried.yaml"
WEIGHED = {
    "order": """\
order:
  - risk
  - [support, deterrence]
formula: rank-sum
""",
    "pairwise": """\
pairwise:
  risk over deterrence: 3
  deterrence over support: 1/2
  risk over support: 2.5
method: geometric-mean
random-index: saaty
""",
    "pairwise within": """\
pairwise: {security over support: 4}
within:
  security:
    pairwise: {risk over deterrence: 3/2}
""",
    "best-worst": """\
best-worst:
  best: risk
  worst: support
  best-to-others: {deterrence: 2, support: 8}
  others-to-worst: {risk: 8, deterrence: 4}
model: nonlinear
""",
    "cards": """\
cards: [risk, 2, [deterrence, support]]
ratio: 6.5
""",
    "cards within": """\
cards:
  - security
  - 1
  - support
ratio: 3
within:
  security:
    cards: [deterrence, risk]
    ratio: 2
""",
    "trade-offs": """\
trade-offs:
  - risk from 50 to 0 is worth deterrence from 0 to 8
  - deterrence from 0 to 7.5 is worth support from -5 to 5
  - risk from 100 to 50 is worth support from 0 to 5
""",
    "ranges": """\
ranges:
  risk: {low: 0.2, high: 0.5}
  deterrence: any
  support: {high: 0.4}
order: [risk, [deterrence, support]]
""",
    "ranges within": """\
ranges: {security: {low: 0.3}, support: any}
within:
  security:
    ranges: {risk: any, deterrence: {high: .5}}
""",
    "group": """\
group:
  of: {even: 2, groups: 1}
""",
}
WORDS = [
    *("risk", "deterrence", "support", "security", "even", "groups", "tried", "nobody"),
    *("risk over risk", "support over risk", "over", "x over y over z", "is worth", "from", "to"),
    *("best", "worst", "of", "low", "high", "any", "within", "order", "ranges", "pairwise"),
    *("cards", "ratio", "trade-offs", "group", "points", "swing", "formula", "model", "equal"),
    *("reciprocal", "centroid", "saaty", "linear", "geometric-mean", "eigenvector"),
    *("0", "-0.0", "1", "-1", "0.5", "9", "10", "1000", "1001", "1e-300", "1e308", "1e999"),
    *(".nan", ".inf", "1/0", "0/1", "1/3", "9/9", "1/1000", "999999999999/7", "-1/3", "1/3/3"),
    *("1e9", "3000000000", "0.0000001", "0.9999999", "~", "true", "'1'", '""', "[]", "{}", "[[]]"),
    *("[risk]", "[risk, risk]", "{low: 1}", "{low: .6, high: .4}", "é", "[red]x[/red]"),
    "risk from 50 to 0 is worth risk from 0 to 50",
    "risk from 0 to 1e999 is worth support from -5 to 5",
    "risk from 50 to 50 is worth support from -5 to 5",
    "x" * 300,
]
NUMBERS = ["1", "2", "3", "5", "7.5", "9", "0.1", "0.25", "0.4", "0", "1/2", "8/3", "50", "100"]
_NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:/\d+)?(?![\w.])")
_PART = re.compile(r"[^\s:,\[\]{}]+|(?<=[:,\[{-] )[^:,\[\]{}\n]+")


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A way, and a weights file of it after a few mutations."""
    way = draw(st.sampled_from(sorted(WEIGHED)))
    lines = WEIGHED[way].splitlines()
    for _ in range(draw(st.integers(1, 3))):
        lines = draw(mutation(lines))
    return way, "title: Tried\n" + "\n".join(lines) + "\n"


@st.composite
def mutation(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """The lines of a file after one mutation."""
    kinds = ["part", "part", "drop", "double", "swap", "indent", "cut", "join"]
    kinds += ["number"] * 8
    kind = draw(st.sampled_from(kinds)) if lines else "join"
    new = list(lines)
    if kind == "join":  # a statement in another way besides
        other = WEIGHED[draw(st.sampled_from(sorted(WEIGHED)))].splitlines()
        return [*new, *other]
    at, other_at = (draw(st.integers(0, len(lines) - 1)) for _ in "ab")
    line = lines[at]
    if kind == "drop":
        del new[at]
    elif kind == "double":
        new.insert(other_at, line)
    elif kind == "swap":
        new[at], new[other_at] = new[other_at], new[at]
    elif kind == "indent":
        new[at] = draw(st.sampled_from(["  ", "    ", "- ", "  - "])) + line.lstrip(" -")
    elif kind == "cut":
        place = draw(st.integers(0, len(line)))
        new[at] = line[:place] + draw(st.sampled_from([*"\"'{}[],:-/#& ", ""])) + line[place + 1 :]
    elif found := list((_NUMBER if kind == "number" else _PART).finditer(line)):
        match = draw(st.sampled_from(found))
        said = draw(st.sampled_from(NUMBERS if kind == "number" else WORDS))
        new[at] = line[: match.start()] + said + line[match.end() :]
    return new


def decide(text: str) -> Decision | None:
    """Check the good case with one more weights file; findings have to be good ones."""
    files = Files()
    for path, content in {**GOOD, TRIED: text}.items():
        files.add(path, decode(content.encode(), path))
    decision, findings = check(files)
    for finding in findings:
        judge_finding(finding, files)
    assert (decision is None) == any(finding.severity == "error" for finding in findings)
    return decision


def show(decision: Decision) -> None:
    """Weights are shares inside what is left open, and can be shown in every form."""
    judge_ranking(decision)
    weights = decision.weights["tried"]
    assert all(0 <= weight <= 1 for weight in weights.criteria.values())
    for name, (low, high) in weights.extents.items():
        found = {**weights.criteria, **weights.groups}[name]
        assert 0 <= low <= high <= 1
        assert low - 1e-9 <= found <= high + 1e-9
    case, known = decision.case, decision.profiles
    tables = [weight_table(case, key, known, decision.weights[key]) for key in ("tried", "even")]
    json.dumps(weights_data(case, tables), allow_nan=False)
    assert "nan" not in str(weights_csv(case, tables)).lower()
    assert weights_markdown(case, tables[0])
    console = Console(file=io.StringIO(), width=80, color_system=None)
    console.print(weights_terminal(console, case, tables[0]))
    console.print(weights_matrix_terminal(console, case, tables))


def compare(old: Decision, new: Decision) -> None:
    """The shares of every option add up to its change, and are numbers."""
    sides = [Side(d.case, d.profiles["tried"], d.rank("tried")) for d in (old, new)]
    found = compare_sides(*sides)
    for moved in found.options:
        assert abs(sum(moved.by.values()) - moved.change) < 1e-7
    named = {"kind": "profile", "name": "tried"}
    json.dumps(diffs_data(named, named, [found], []), allow_nan=False)
    assert all(edit.text for edit in found.edits)


_DECIDED: dict[str, Decision] = {}


def original(way: str) -> Decision:
    """The case with the file of a way as it was before mutations."""
    if way not in _DECIDED:
        decision = decide(f"title: Tried\n{WEIGHED[way]}")
        assert decision is not None, way
        _DECIDED[way] = decision
    return _DECIDED[way]


@settings(
    max_examples=int(os.environ.get("POLICYSCORE_EXAMPLES", "500")),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(mutated())
def test_a_mutated_weights_file_is_weighed_or_found_out(tried: tuple[str, str]) -> None:
    way, text = tried
    decision = decide(text)
    event(f"{way}: {'weighed' if decision is not None else 'found out'}")
    if decision is not None:
        show(decision)
        compare(original(way), decision)
        compare(decision, original(way))


def test_every_way_is_weighed_as_it_is_and_found_out_with_a_line_dropped() -> None:
    ends: dict[str, Any] = {}
    for way, text in WEIGHED.items():
        show(original(way))
        lines = text.splitlines()
        for at in range(len(lines)):
            left = "\n".join(line for n, line in enumerate(lines) if n != at)
            ends.setdefault(way, set()).add(decide(f"title: Tried\n{left}\n") is None)
    assert all(True in found for found in ends.values()), ends
