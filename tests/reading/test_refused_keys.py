"""Keys that are refused: duplicates, merge keys, and keys that are not words or numbers."""

import pytest
from reading_texts import data, read, refusal


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: 1\nb: 2\n«a»: 3\n", "a", 1),
        ("x:\n  b: 1\n  c: 2\n  «b»: 3\n", "b", 2),
        ("x: {a: 1, «a»: 2}\n", "a", 1),
        ("x:\n  - c: 1\n    d: 2\n    «c»: 3\n", "c", 2),
        ('a: 1\n«"a"»: 2\n', "a", 1),
        ("'a b': 1\n«a b»: 2\n", "a b", 1),
        ("1: x\n«1.0»: y\n", "1.0", 1),
        ("0: x\n«-0.0»: y\n", "0.0", 1),
        ("100: x\n«1e2»: y\n", "100.0", 1),
        ("é: 1\n\n\n«é»: 2\n", "é", 1),
        ('a: 1\n«"\\x61"»: 2\n', "a", 1),
        ("? a\n: 1\n? «a»\n: 2\n", "a", 1),
    ],
)
def test_a_duplicate_key_names_the_line_of_the_first(text: str, key: str, line: int) -> None:
    finding = refusal(text)
    assert finding.rule.name == "duplicate-key"
    assert finding.message == f"The key `{key}` is already set on line {line}."
    assert finding.hint == "Keep one of the two."


def test_the_first_of_two_duplicates_is_kept() -> None:
    document, _ = read("a: 1\na: 2\na: 3\n")
    assert document is not None
    assert document.data == {"a": 1}


def test_each_further_duplicate_has_its_own_finding() -> None:
    _, findings = read("a: 1\na: 2\na: 3\n")
    assert [(f.rule.name, f.span.line) for f in findings] == [
        ("duplicate-key", 2),
        ("duplicate-key", 3),
    ]
    assert all("line 1" in f.message for f in findings)


@pytest.mark.parametrize("text", ["a: 1\nA: 2\n", '1: x\n"1": y\n', "x: {a: 1}\ny: {a: 1}\n"])
def test_keys_that_differ_or_stand_in_different_mappings_are_no_duplicates(text: str) -> None:
    assert len(data(text)) == 2


@pytest.mark.parametrize(
    "text",
    ["«<<»: {a: 1}\n", "x: {«<<»: {a: 1}}\n", "«<<»:\n  - {a: 1}\n", "a: 1\n«<<»: 2\nb: 3\n"],
)
def test_a_merge_key_is_refused(text: str) -> None:
    finding = refusal(text)
    assert finding.rule.name == "alias"
    assert finding.message == "Merge keys (`<<`) are not allowed."
    assert "Write the keys out" in finding.hint


def test_a_quoted_merge_key_is_a_key_like_any_other() -> None:
    assert data('"<<": 1\n') == {"<<": 1}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("«~»: 1\n", "`~`"),
        ("«null»: 1\n", "`null`"),
        ("x: {«Null»: 1}\n", "`Null`"),
        ("«true»: 1\n", "`true`"),
        ("x:\n  «FALSE»: 1\n", "`FALSE`"),
        ("«[»a, b]: 1\n", "a list or mapping"),
        ("«{»a: b}: 1\n", "a list or mapping"),
        ("? «»- a\n: 1\n", "a list or mapping"),
        ("? «[»a]\n: 1\n", "a list or mapping"),
        ("x: {«[»a]: 1}\n", "a list or mapping"),
        ("?«»\n: 1\n", "empty"),
    ],
)
def test_a_key_that_is_not_a_word_or_number_is_refused(text: str, what: str) -> None:
    finding = refusal(text)
    assert finding.rule.name == "bad-key"
    assert finding.message.startswith(f"The key is {what}")
    assert finding.hint == "Keys are words or numbers; use quotes."


@pytest.mark.parametrize("word", ["true", "null", "~", "no"])
def test_in_quotes_any_word_is_a_key(word: str) -> None:
    assert data(f'"{word}": 1\n') == {word: 1}


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "n", "y", "012", "1:30", ".nan", "="])
def test_words_that_other_readers_change_are_keys_as_they_stand(word: str) -> None:
    assert data(f"{word}: 1\n") == {word: 1}


def test_a_refused_key_drops_its_value_and_keeps_the_rest() -> None:
    document, findings = read("a: 1\n? [x]\n: {b: 2}\nc: 3\n")
    assert [f.rule.name for f in findings] == ["bad-key"]
    assert document is not None
    assert document.data == {"a": 1, "c": 3}


def test_a_very_long_key_is_cut_short_in_the_message() -> None:
    key = "k" * 900
    finding = refusal(f"{key}: 1\n«{key}»: 2\n")
    assert finding.rule.name == "duplicate-key"
    assert len(finding.message) < 120
    assert "…" in finding.message
