"""Characters that no file may hold, raw or as an escape, and the line ends that it may."""

import unicodedata

import pytest
from reading_texts import data, read, refusal

C0 = [chr(c) for c in range(0x20) if chr(c) not in "\t\n\r"]
C1 = [chr(c) for c in range(0x7F, 0xA0)]
BIDIRECTIONAL = [
    *("\u061c", "\u200e", "\u200f"),
    *(chr(c) for c in range(0x202A, 0x202F)),
    *(chr(c) for c in range(0x2066, 0x206A)),
]
SEPARATORS = ["\u2028", "\u2029"]
OTHERS = ["\ufeff", "\ufffe", "\uffff"]
REFUSED = [*C0, *C1, *BIDIRECTIONAL, *SEPARATORS, *OTHERS]


def number(character: str) -> str:
    return f"U+{ord(character):04X}"


def test_every_bidirectional_control_that_unicode_knows_is_in_the_list() -> None:
    kinds = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    known = [chr(c) for c in range(0x110000) if unicodedata.bidirectional(chr(c)) in kinds]
    assert set(known) <= set(BIDIRECTIONAL)


@pytest.mark.parametrize("character", REFUSED, ids=number)
def test_the_character_is_refused_where_it_stands(character: str) -> None:
    finding = refusal(f"a: 1\nb: text é «{character}» text\n")
    assert finding.rule.name == "control-character"
    assert finding.message.startswith("The text holds a character that is not allowed: ")
    assert number(character) in finding.message
    assert finding.hint == "Delete it; it is invisible in most editors."


@pytest.mark.parametrize(
    "text",
    [
        "# a «\x1b»[31m comment\na: 1\n",
        "«\x00»",
        "a«\x7f»: 1\n",
        "a: '«\x9b»'\n",
        "a: |\n  «\u202e»x\n",
    ],
    ids=["comment", "alone", "key", "quotes", "block"],
)
def test_it_is_refused_anywhere_in_the_file(text: str) -> None:
    assert refusal(text).rule.name == "control-character"


@pytest.mark.parametrize("character", ["\x07", "\x9b", "\x80"])
def test_characters_without_a_name_are_called_control_characters(character: str) -> None:
    assert "control character" in refusal(f"a: «{character}»\n").message


def test_characters_with_a_name_are_named() -> None:
    message = refusal("a: «\u202e»\n").message
    assert message.endswith("U+202E RIGHT-TO-LEFT OVERRIDE.")


def test_each_such_character_has_its_own_finding() -> None:
    _, findings = read("a: \x01\nb: x\x02y\u202e\n")
    assert [(f.span.line, f.span.column) for f in findings] == [(1, 4), (2, 5), (2, 7)]


@pytest.mark.parametrize("character", [c for c in REFUSED if c != "\ufeff"], ids=number)
def test_an_escape_in_double_quotes_makes_none_of_them_either(character: str) -> None:
    finding = refusal(f'a: «"x \\u{ord(character):04x} y"»\n')
    assert finding.rule.name == "control-character"
    assert number(character) in finding.message
    assert finding.hint == "Delete the escape that stands for it."


@pytest.mark.parametrize(
    ("escape", "shown"),
    [
        *(("\\0", "U+0000"), ("\\a", "U+0007"), ("\\b", "U+0008"), ("\\v", "U+000B")),
        *(("\\f", "U+000C"), ("\\r", "U+000D"), ("\\e", "U+001B"), ("\\N", "U+0085")),
        *(("\\L", "U+2028"), ("\\P", "U+2029"), ("\\x1b", "U+001B"), ("\\U0000202E", "U+202E")),
        ("\\uFEFF", "U+FEFF"),
    ],
)
def test_short_and_long_escapes_are_seen_through(escape: str, shown: str) -> None:
    for text in (f'a: «"{escape}"»\n', f'«"{escape}"»: 1\n', f'a: [«"{escape}"»]\n'):
        finding = refusal(text)
        assert finding.rule.name == "control-character"
        assert shown in finding.message


@pytest.mark.parametrize("escape", ["\\ud800", "\\uDFFF", "\\U00110000", "\\UFFFFFFFF"])
def test_an_escape_that_stands_for_no_character_is_a_syntax_error(escape: str) -> None:
    document, findings = read(f'a: 1\nb: "{escape}"\n')
    assert document is None
    assert [(f.rule.name, f.span.line) for f in findings] == [("yaml-syntax", 2)]
    assert findings[0].message == "This escape stands for no character."


def test_in_single_quotes_and_plain_text_an_escape_is_only_a_backslash() -> None:
    assert data("a: '\\e'\nb: \\u202e\n") == {"a": "\\e", "b": "\\u202e"}


@pytest.mark.parametrize(
    "text", ["a: 1«\r»b: 2\n", "a: |\n  x«\r»  y\n", "a: 1\n«\r»\r\n", "a: 1«\r»"]
)
def test_a_lone_carriage_return_is_refused_and_line_ends_are_explained(text: str) -> None:
    finding = refusal(text)
    assert finding.rule.name == "control-character"
    assert "U+000D" in finding.message
    assert finding.hint == "Save the file with Unix or Windows line ends."


def test_files_with_windows_line_ends_read_the_same() -> None:
    text = "a: one\n  two\nb: |\n  x\n  y\nc: 'q\n\n  r'\nd:\n  - 1\n  - {e: f}\n"
    assert data(text.replace("\n", "\r\n")) == data(text)


def test_with_windows_line_ends_places_and_excerpts_are_the_same() -> None:
    finding = refusal("a: 1\r\n  \r\n«a»: 2\r\n")
    assert finding.excerpt == "a: 2"


@pytest.mark.parametrize(
    "character",
    [
        "\t",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\u200d",
        "\u3000",
        "é",
        "漢",
        "😀",
        "\ufffd",
        "\U0010ffff",
    ],
    ids=number,
)
def test_other_characters_are_text_raw_or_escaped(character: str) -> None:
    escaped = f"\\U{ord(character):08x}"
    assert data(f'a: "x{character}y"\nb: "x{escaped}y"\n') == {
        "a": f"x{character}y",
        "b": f"x{character}y",
    }
