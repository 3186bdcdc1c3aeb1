"""What is not YAML at all: where, and in words for someone who is not a programmer."""

import re

import pytest
from reading_texts import read

INDENTATION = "The indentation or the quotes do not fit the lines above."
OPEN_QUOTE = "A quote or bracket is opened and never closed."
OPEN_BRACKET = "A bracket or a comma is missing."
NO_COLON = "A `key:` is missing its colon or its value."
SECOND_COLON = "There is a second `: ` on this line."
TAB = "The line is indented with a tab."
START = "A value cannot start with this character."
PERCENT = "A line cannot start with `%`."
ESCAPE = "A backslash inside double quotes starts an escape that YAML does not know."
DIGITS = "This escape needs more hexadecimal digits."
NO_CHARACTER = "This escape stands for no character."
STAR = "A text that starts with `*` needs quotes."
AND = "A text that starts with `&` needs quotes."
BANG = "A text that starts with `!` needs quotes."
BAR = "A text cannot go on behind `|` or `>` on the same line."
DASH = "A list cannot start here."
QUESTION = "A `? ` cannot stand here."
COLON = "A colon inside brackets needs a space after it."
MISSING = "A value is missing here."
OCTETS = "These `%` escapes stand for no text."
APART = "This does not go on from the lines above."
VERSION = "The `%YAML` line cannot stand here, or asks for a version that there is not."

# A text, the line and column that are named, and the words.
MISTAKES = [
    ("a: b: c\n", 1, 5, SECOND_COLON),
    ("because: Two reasons: first\n", 1, 21, SECOND_COLON),
    ("a: 1\n b: 2\n", 2, 3, SECOND_COLON),
    ("a:\n\tb: 1\n", 2, 1, TAB),
    ("a:\n  b: 1\n\tc: 2\n", 3, 1, TAB),
    ("\ta: 1\n", 1, 1, TAB),
    ("a: |\n\tb\n", 2, 1, TAB),
    ("a: x\n\ty: z\n", 2, 1, TAB),
    ("x:\n-\ta: 1\n", 2, 2, TAB),
    ("a: @b\n", 1, 4, START),
    ("a: `b`\n", 1, 4, START),
    ("a: %b\n", 1, 4, START),
    ("a: 1\nb\nc: 2\n", 3, 1, NO_COLON),
    ("a: 1\nb\n", 3, 1, NO_COLON),
    ("a:\n  b: 1\n   c: 2\n", 3, 5, SECOND_COLON),
    ("a:\n  b: 1\n c: 2\n", 3, 2, INDENTATION),
    ("a: 1\n- b\n", 2, 1, INDENTATION),
    ("a:\n  - b\n  c: 1\n", 3, 3, INDENTATION),
    ("a: 'b' c\n", 1, 8, INDENTATION),
    ('a: "b" c\n', 1, 8, INDENTATION),
    ("a: [b] c\n", 1, 8, INDENTATION),
    (": a\n", 1, 1, INDENTATION),
    ('a: "b\nc: 1\n', 3, 1, OPEN_QUOTE),
    ("a: 'b\n", 2, 1, OPEN_QUOTE),
    ('a: "b\n---\n', 2, 1, OPEN_QUOTE),
    ("a: [b\nc: 1\n", 2, 2, OPEN_BRACKET),
    ("a: [b, c\n", 2, 1, OPEN_BRACKET),
    ("a: {b: 1\n", 2, 1, OPEN_BRACKET),
    ("a: {b: 1 c: 2}\n", 1, 11, OPEN_BRACKET),
    ("a: [b}\n", 1, 6, OPEN_BRACKET),
    ('a: "\\q"\n', 1, 5, ESCAPE),
    ('a: "C:\\data"\n', 1, 7, ESCAPE),
    ('a: "\\xZZ"\n', 1, 7, DIGITS),
    ('a: "\\u12"\n', 1, 7, DIGITS),
    ('a: "\\ud800"\n', 1, 7, NO_CHARACTER),
    ('a: "\\U00110000"\n', 1, 7, NO_CHARACTER),
    ("a: *Bold* text\n", 1, 9, STAR),
    ("a: *\n", 1, 5, STAR),
    ("a: &\n", 1, 5, AND),
    ("a: &Co.\n", 1, 7, AND),
    ("a: !\u00e9\n", 1, 5, BANG),
    ("a: !a[b]\n", 1, 6, BANG),
    ("a: !e!x b\n", 1, 4, BANG),
    ("a: !%ED%A0%80 b\n", 1, 5, OCTETS),
    ("a: !%C0%80 b\n", 1, 5, OCTETS),
    ("a: > 50 percent\n", 1, 6, BAR),
    ("a: >50\n", 1, 6, BAR),
    ("a: | text\n", 1, 6, BAR),
    ("a: |0\n  x\n", 1, 5, BAR),
    ("a: - b\n", 1, 4, DASH),
    ("a: -\n", 1, 4, DASH),
    ("a: ? b\n", 1, 4, QUESTION),
    ("a: {b:}\n", 1, 6, COLON),
    ("a: [b:, c]\n", 1, 6, COLON),
    ("a: ]\n", 1, 4, MISSING),
    ("a: ,\n", 1, 4, MISSING),
    ("a: [,]\n", 1, 5, MISSING),
    ("...\na: 1\n", 1, 1, MISSING),
    ("a: 1\n...\nb: 2\n", 3, 1, APART),
    ("{a: 1}\nb: 2\n", 2, 1, APART),
    ("  a: 1\nb: 2\n", 2, 1, APART),
    ("% comment\na: 1\n", 1, 2, PERCENT),
    ("%FOO\n---\na: 1\n", 1, 5, PERCENT),
    ("%TAG ! %ED%A0%80\n---\na: 1\n", 1, 8, OCTETS),
    ("%YAML 1.3\n---\na: 1\n", 1, 1, VERSION),
    ("%YAML 1.1\n%YAML 1.1\n---\na: 1\n", 2, 1, PERCENT),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), MISTAKES)
def test_a_mistake_is_found_where_it_shows_and_explained(
    text: str, line: int, column: int, message: str
) -> None:
    document, findings = read(text)
    assert document is None
    (finding,) = findings
    assert finding.rule.name == "yaml-syntax"
    assert (finding.span.line, finding.span.column) == (line, column)
    assert finding.message == message
    assert re.fullmatch(r"[A-Z].*\.", finding.hint)
    assert finding.excerpt == text.split("\n")[line - 1]


def test_what_was_found_before_a_syntax_error_is_kept() -> None:
    document, findings = read("a: 1\na: 2\nb: [\n")
    assert document is None
    assert [(f.rule.name, f.span.line) for f in findings] == [
        ("duplicate-key", 2),
        ("yaml-syntax", 4),
    ]


def test_a_tab_between_a_key_and_its_value_is_no_mistake() -> None:
    document, findings = read("a:\t1\t# why\nb:\t'x'\t\nc: [1,\t2]\n")
    assert findings == []
    assert document is not None
    assert document.data == {"a": 1, "b": "x", "c": [1, 2]}


def test_a_tab_elsewhere_on_the_line_is_not_blamed() -> None:
    _, findings = read('a:\t"b" c\n')
    assert findings[0].message == INDENTATION
