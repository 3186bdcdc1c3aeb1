"""Parts of YAML that no file of a case may use: anchors, aliases, tags, several documents."""

import pytest
from reading_texts import data, read, refusal


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a: «&x 1»\n", "x"),
        ("a: «&x [»1]\n", "x"),
        ("a: «&x {»b: 1}\n", "x"),
        ("a: «&long-name_1 |\n  text»\n", "long-name_1"),
        ("«&x a»: 1\n", "x"),
        ("a:\n  - «&x 1»\n", "x"),
        ("a: «&x»\n", "x"),
        ("«&x»\na: 1\n", "x"),
        ("«&x {»a: 1}\n", "x"),
        ("«&x text»\n", "x"),
        ("«&x»\n", "x"),
    ],
)
def test_an_anchor_is_refused(text: str, name: str) -> None:
    finding = refusal(text)
    assert finding.rule.name == "alias"
    assert finding.message == f"Anchors (`&{name}`) are not allowed."
    assert finding.hint == "Delete it, and write out what its aliases stand for."


@pytest.mark.parametrize(
    "text",
    ["a: «*x»\n", "a: [1, «*x»]\n", "a:\n  - «*x»\n", "«*x» : 1\n", "a: {«*x» : 1}\n", "«*x»\n"],
)
def test_an_alias_is_refused_with_or_without_its_anchor(text: str) -> None:
    finding = refusal(text)
    assert finding.rule.name == "alias"
    assert finding.message == "Aliases (`*x`) are not allowed."
    assert finding.hint == "Write the value out. A text that starts with `*` needs quotes."


def test_an_anchor_and_its_aliases_are_all_reported() -> None:
    _, findings = read("a: &x [1]\nb: *x\nc:\n  <<: *x\n")
    assert [(f.rule.name, f.span.line, f.message[:7]) for f in findings] == [
        ("alias", 1, "Anchors"),
        ("alias", 2, "Aliases"),
        ("alias", 4, "Merge k"),
        ("alias", 4, "Aliases"),
    ]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a: «!!str 1»\n", "!!str"),
        ("a: «!!python/object/apply:os.system [»ls]\n", "!!python/object/apply:os.system"),
        ("a: «!local {»b: 1}\n", "!local"),
        ("a: «!<tag:x.org,2000:y> 1»\n", "tag:x.org,2000:y"),
        ("a: «! 1»\n", "!"),
        ("«!!str a»: 1\n", "!!str"),
        ("a:\n  - «!!int 1»\n", "!!int"),
        ("a: «!!binary |\n  R0lG»\n", "!!binary"),
        ("a: «!t»\n", "!t"),
        ("«!!map {»a: 1}\n", "!!map"),
        ("«!!set»\n? a\n", "!!set"),
        ("«!»\n", "!"),
        ("«!t text»\n", "!t"),
        ("«!!omap [»]\n", "!!omap"),
        ("a: «!%1b%5b31m b»\n", "!\\x1b[31m"),
    ],
)
def test_a_tag_is_refused(text: str, tag: str) -> None:
    finding = refusal(text)
    assert finding.rule.name == "tag"
    assert finding.message == f"Tags (`{tag}`) are not allowed."
    assert finding.hint == "Delete the tag; quote the value if it is text."


def test_an_anchor_and_a_tag_on_one_value_are_two_findings() -> None:
    _, findings = read("a: &x !y z\n")
    assert [f.rule.name for f in findings] == ["alias", "tag"]
    assert {f.span for f in findings} == {findings[0].span}


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n«---»\nb: 2\n",
        "a: 1\n«---»\n",
        "---\na: 1\n«---»\nb: 2\n",
        "a: 1\n...\n«---»\nb: 2\n",
        "{a: 1}\n«---» {b: 2}\n",
        "a: 1\n...\n«%YAML 1.2\n---»\nb: 2\n",
    ],
)
def test_a_second_document_is_refused(text: str) -> None:
    finding = refusal(text)
    assert finding.rule.name == "several-documents"
    assert "more than one document" in finding.message
    assert finding.hint == "Keep one document a file."


@pytest.mark.parametrize(
    "text",
    ["---\na: 1\n", "a: 1\n...\n", "---\na: 1\n...\n...\n", "%YAML 1.1\n---\na: 1\n", "--- {a: 1}"],
)
def test_one_document_may_say_where_it_starts_and_ends(text: str) -> None:
    assert data(text) == {"a": 1}


def test_three_dashes_inside_a_text_are_no_document() -> None:
    assert data("a: |\n  x\n  ---\n  y\n") == {"a": "x\n---\ny\n"}
