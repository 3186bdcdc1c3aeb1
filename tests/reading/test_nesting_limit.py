"""Files may nest 32 levels deep and no deeper, however the nesting is written."""

import pytest
from reading_texts import data, read

from policyscore.reading.yaml_reader import DEEPEST


def brackets(levels: int) -> str:
    return "a:\n " + "[" * (levels - 1) + "]" * (levels - 1)


def braces(levels: int) -> str:
    return "{a: " * levels + "1" + "}" * levels


def blocks(levels: int) -> str:
    return "".join("  " * level + "a:\n" for level in range(levels))


def dashes(levels: int) -> str:
    return "a:\n" + "- " * (levels - 1) + "x\n"


def keys(levels: int) -> str:
    return "".join(" " * level + "? \n" for level in range(levels))


def mixed(levels: int) -> str:
    text = "1"
    for level in range(levels - 1):
        text = f"[{text}]" if level % 2 else f"{{a: {text}}}"
    return f"a:\n {text}"


SHAPES = [brackets, braces, blocks, dashes, mixed]


def test_the_limit_is_32() -> None:
    assert DEEPEST == 32


@pytest.mark.parametrize("shape", SHAPES)
def test_32_levels_are_read(shape: object) -> None:
    assert callable(shape)
    found, depth = data(shape(32)), 0
    while isinstance(found, dict | list):
        depth += 1
        found = found["a"] if isinstance(found, dict) else next(iter(found), None)
    assert depth == 32


@pytest.mark.parametrize("levels", [33, 34, 500])
@pytest.mark.parametrize("shape", [*SHAPES, keys])
def test_33_levels_are_refused_where_the_33rd_begins(shape: object, levels: int) -> None:
    assert callable(shape)
    text = shape(levels)
    document, findings = read(text)
    assert document is None
    finding = findings[-1]
    assert finding.rule.name == "too-deep"
    assert finding.message == "The file is nested more than 32 levels deep."
    before = text.split("\n")[finding.span.line - 1][: finding.span.column - 1]
    above = finding.span.line - 1
    opened = before.count("[") + before.count("{") + before.count("- ") + before.count("? ")
    assert above + opened == 32


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 30_000, "a: " + "{x: " * 30_000, "a:\n" + "- " * 30_000, "? " * 30_000],
    ids=["brackets", "braces", "dashes", "question marks"],
)
def test_thirty_thousand_levels_are_refused_like_33(text: str) -> None:
    document, findings = read(text)
    assert document is None
    assert [f.rule.name for f in findings] == ["too-deep"]


def test_nesting_in_a_key_counts_too() -> None:
    _, findings = read("? " + "[" * 40 + "]" * 40 + "\n: 1\n")
    assert findings[-1].rule.name == "too-deep"


def test_what_is_closed_again_does_not_count() -> None:
    assert len(data("a: [" + "[[]], " * 1000 + "]")["a"]) == 1000
