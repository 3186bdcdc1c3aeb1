"""Good files with lines moved, dropped or doubled and values exchanged: found out, or fine."""

import os
import re

from fuzz_judging import GOOD, judge
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

SCALARS = [
    *(
        "no",
        "yes",
        "012",
        "0x1F",
        "1:30",
        "1_000",
        "2020-07-01",
        ".nan",
        ".inf",
        "1e999",
        "-.5",
        "1e3",
    ),
    *(
        "~",
        "null",
        "true",
        '""',
        "''",
        '"5"',
        "[]",
        "{}",
        "[1]",
        "{a: 1}",
        "|\n  x",
        "unknown",
        "0",
    ),
    *("-1", "100", "1e15", "1e-300", "999999999999999999999", "risk", "security", "ann", "memo"),
    *(
        "wait",
        "act",
        "even",
        "lower",
        "higher",
        "doubts",
        "x" * 400,
        "é",
        "[red]x[/red]",
        "a-",
        "A",
    ),
    *(
        "&a 1",
        "*a",
        "!t 1",
        "policyscore",
        "criteria",
        "scores",
        "within",
        "points",
        "swing",
        "off",
    ),
]
_SCALAR = re.compile(r"(?<=[:,\[{ ])[^\s:,\[\]{}][^:,\[\]{}\n]*")
_WORD = re.compile(r"[A-Za-z0-9.-]+")


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, bytes]:
    """One or two files of the good case after a few mutations."""
    changes = {}
    for path in draw(st.lists(st.sampled_from(list(GOOD)), min_size=1, max_size=2, unique=True)):
        lines = GOOD[path].splitlines()
        for _ in range(draw(st.integers(1, 4))):
            lines = draw(mutation(lines))
        changes[path] = ("\n".join(lines) + "\n").encode()
    return changes


@st.composite
def mutation(draw: st.DrawFn, lines: list[str]) -> list[str]:
    """The lines of a file after one mutation."""
    if not lines:
        return [draw(st.sampled_from(SCALARS))]
    kind = draw(st.sampled_from(["drop", "double", "swap", "indent", "value", "word", "quote"]))
    event(kind)
    at = draw(st.integers(0, len(lines) - 1))
    other = draw(st.integers(0, len(lines) - 1))
    new, line = list(lines), lines[at]
    if kind == "drop":
        del new[at]
    elif kind == "double":
        new.insert(other, line)
    elif kind == "swap":
        new[at], new[other] = new[other], new[at]
    elif kind == "indent":
        new[at] = draw(st.sampled_from(["  ", " ", "\t", "- ", "? "])) + line
    elif kind == "quote":
        cut = draw(st.integers(0, len(line)))
        new[at] = line[:cut] + draw(st.sampled_from(list("\"'{}[],:#&*!|>%@`\\\t "))) + line[cut:]
    else:
        found = list((_SCALAR if kind == "value" else _WORD).finditer(line))
        if found:
            match = draw(st.sampled_from(found))
            new[at] = line[: match.start()] + draw(st.sampled_from(SCALARS)) + line[match.end() :]
    return "\n".join(new).split("\n")


@settings(
    max_examples=int(os.environ.get("POLICYSCORE_EXAMPLES", "500")),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(mutated())
def test_a_mutated_case_ends_in_a_decision_or_in_findings(changes: dict[str, bytes]) -> None:
    decision, _ = judge(changes)
    event("decision" if decision is not None else "findings")


def test_mutations_give_good_and_bad_files_alike() -> None:
    ends = {judge({path: ("\n".join(lines)).encode()})[0] is None for path, lines in _dropped()}
    assert ends == {True, False}


def _dropped() -> list[tuple[str, list[str]]]:
    """Every file with one line dropped."""
    return [
        (path, [line for n, line in enumerate(text.splitlines()) if n != at])
        for path, text in GOOD.items()
        for at in range(len(text.splitlines()))
    ]
