"""Texts of unknown origin made safe to print and short enough for a message."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.reading.characters import FORBIDDEN, character_name, shorten, visible

any_text = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("é 漢 😀", "é 漢 😀"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\nb\r\tc", "a\\x0ab\\x0d\\x09c"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\u202e", "\\u202e"),
        ("\u200b\u200d\ufeff", "\\u200b\\u200d\\ufeff"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_could_move_the_cursor_or_hide_text_is_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_every_control_and_every_invisible_format_character_is_spelt_out() -> None:
    left = [c for c in map(chr, range(0x110000)) if visible(c) == c]
    assert not [c for c in left if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
    formats = [c for c in left if unicodedata.category(c) == "Cf"]
    # Those that are left are seen: signs around Arabic numbers, joiners of hieroglyphs.
    assert {unicodedata.bidirectional(c) for c in formats} <= {"AN", "AL", "L"}


@pytest.mark.parametrize("character", "\u034f\u115f\u1160\u180b\u3164\uffa0\u2064\u206f\U000e0101")
def test_letters_and_marks_that_no_one_sees_are_spelt_out(character: str) -> None:
    assert visible(character).startswith("\\")


@pytest.mark.parametrize("text", ["❤️", "👍🏽", "Ünïcödé", "𝒳", "שלום", "مرحبا", "नमस्ते", "e\u0301"])
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@settings(derandomize=True, deadline=None)
@given(any_text)
def test_a_visible_text_stays_as_it_is_and_encodes(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    visible(text).encode("utf-8")


@settings(derandomize=True, deadline=None)
@given(any_text)
def test_what_no_file_may_hold_is_never_shown_raw(text: str) -> None:
    assert not FORBIDDEN.search(visible(text))


@settings(derandomize=True, deadline=None)
@given(any_text, st.integers(1, 50))
def test_a_shortened_text_is_one_line_of_at_most_so_many_characters(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    assert "\n" not in short


def test_a_short_text_is_not_cut() -> None:
    assert shorten("one\n  two") == "one two"
    assert shorten("a" * 61) == "a" * 59 + "…"


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\x07", "U+0007 control character"),
        ("\U0001f600", "U+1F600 GRINNING FACE"),
    ],
)
def test_characters_are_named_by_number_and_by_unicode(character: str, name: str) -> None:
    assert character_name(character) == name
