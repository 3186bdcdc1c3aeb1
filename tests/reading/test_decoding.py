"""Bytes to text: UTF-8 with or without a byte order mark, and where anything else goes wrong."""

import pytest

from policyscore.reading.diagnostics import Finding, Span
from policyscore.reading.files import decode
from policyscore.reading.yaml_reader import read_yaml


def complaint(content: bytes) -> Finding:
    finding = decode(content, "options/a.yaml")
    assert isinstance(finding, Finding)
    assert finding.rule.name == "not-utf-8"
    assert finding.path == "options/a.yaml"
    assert finding.hint == "Save it as UTF-8 in your editor."
    return finding


@pytest.mark.parametrize("text", ["", "a: é\n", "a: 漢\n", "a: 😀\n", "a: 1\r\n"])
def test_utf_8_is_read_with_and_without_a_byte_order_mark(text: str) -> None:
    assert decode(text.encode(), "a") == text
    assert decode(b"\xef\xbb\xbf" + text.encode(), "a") == text


def test_only_one_byte_order_mark_is_taken_off() -> None:
    text = decode(b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", "a")
    assert text == "\ufeffa: 1\n"
    _, findings = read_yaml(text, "a")
    assert [(f.rule.name, f.span) for f in findings] == [("control-character", Span(1, 1, 1, 2))]


@pytest.mark.parametrize(
    ("content", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, "byte 1 is 0xff"),
        (b"a: caf\xe9\n", 1, 7, "byte 7 is 0xe9"),
        (b"a: 1\nb: \x93quoted\x94\n", 2, 4, "byte 9 is 0x93"),
        (b"a: \xc3\xa9\xe9\n", 1, 5, "byte 6 is 0xe9"),
        (b"\xef\xbb\xbfa: \xe9\n", 1, 4, "byte 7 is 0xe9"),
        (b"a: 1\r\nb: \xfc\r\n", 2, 4, "byte 10 is 0xfc"),
        (b"a: \xed\xa0\x80\n", 1, 4, "byte 4 is 0xed"),
        (b"a: \xc0\x80\n", 1, 4, "byte 4 is 0xc0"),
        (b"a: \xf4\x90\x80\x80\n", 1, 4, "byte 4 is 0xf4"),
        (b"a: \xe2\x82", 1, 4, "byte 4 is 0xe2"),
        ("a: 1\n".encode("utf-16"), 1, 1, "byte 1 is 0xff"),
        ("a: 1\n".encode("utf-32"), 1, 1, "byte 1 is 0xff"),
    ],
)
def test_other_bytes_are_refused_where_the_first_of_them_stands(
    content: bytes, line: int, column: int, byte: str
) -> None:
    finding = complaint(content)
    assert finding.span == Span(line, column, line, column + 1)
    assert finding.message == f"The file is not UTF-8 text: {byte}."


def test_the_line_is_shown_with_the_bytes_replaced() -> None:
    finding = complaint(b"a: 1\nb: caf\xe9 cr\xe8me\r\nc: 2\n")
    assert finding.excerpt == "b: caf\ufffd cr\ufffdme"
    assert finding.excerpt[finding.span.column - 1] == "\ufffd"


def test_utf_16_without_a_mark_is_refused_for_its_nulls() -> None:
    text = decode("a: 1\n".encode("utf-16-le"), "a")
    assert isinstance(text, str)
    _, findings = read_yaml(text, "a")
    assert {f.rule.name for f in findings} == {"control-character"}
