"""What unquoted words mean: true, false, null and decimal numbers; all else is text."""

import math

import pytest
from reading_texts import data, value

from policyscore.reading.scalars import resolve, why_not_a_number

TEXTS = [
    *("no", "No", "NO", "yes", "Yes", "on", "On", "off", "OFF", "y", "n", "Y", "N"),
    *("tRue", "TRue", "nULL", "none", "None", "nil", "t", "f", "N/A", "--", "+", "."),
    *("012", "-012", "00", "007.5", "0o17", "0O17", "0x1F", "0b101", "1_000", "1_000.5", "1__0"),
    *("1:30", "1:30:00", "2020-07-01", "2020-07", "2020-07-01T10:00:00Z", "1.2.3", "1,5", "1,000"),
    *(".nan", ".NaN", ".inf", "-.Inf", "+.INF", "nan", "inf", "Infinity", "-inf", "NaN"),
    *(
        "1e999",
        "-1e400",
        "1e16",
        "1000000000000001",
        "-9007199254740993",
        "9" * 400,
        "1." + "0" * 60,
    ),
    *(
        "1e",
        "e3",
        "1e+",
        ".e3",
        "..5",
        "5..",
        "+-1",
        "--1",
        "1 000",
        "50%",
        "5 %",
        "½",
        "٣",
        "１２",
    ),
    *("=", "5 points", "#hash"[1:], "a#b", "~5", "null5", "true!", "1.5f", "1d", "0.0.0"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_text_as_it_stands(text: str) -> None:
    assert value(text) == text
    assert type(value(text)) is str


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("0", 0), ("7", 7), ("-3", -3), ("+3", 3), ("-0", 0), ("100", 100)),
        *(("1000000000000000", 10**15), ("-1000000000000000", -(10**15))),
    ],
)
def test_it_is_a_whole_number(text: str, number: int) -> None:
    assert value(text) == number
    assert type(value(text)) is int


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("0.5", 0.5), ("-.5", -0.5), ("+.5", 0.5), (".5", 0.5), ("5.", 5.0), ("-5.", -5.0)),
        *(("1e3", 1000.0), ("1E3", 1000.0), ("1e+3", 1000.0), ("1e-3", 0.001), ("-1.5e2", -150.0)),
        *(
            (".5e1", 5.0),
            ("0.0", 0.0),
            ("1e15", 1e15),
            ("1.0", 1.0),
            ("5.e1", 50.0),
            ("1e-400", 0.0),
        ),
    ],
)
def test_it_is_a_decimal_number(text: str, number: float) -> None:
    assert value(text) == number
    assert type(value(text)) is float


def test_no_number_is_negative_zero() -> None:
    assert math.copysign(1, value("-0.0")) == 1


@pytest.mark.parametrize("text", ["true", "True", "TRUE"])
def test_it_is_true(text: str) -> None:
    assert value(text) is True


@pytest.mark.parametrize("text", ["false", "False", "FALSE"])
def test_it_is_false(text: str) -> None:
    assert value(text) is False


@pytest.mark.parametrize("text", ["~", "null", "Null", "NULL", "", "# a comment"])
def test_it_is_nothing(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize("word", ["true", "null", "~", "5", "-.5", "1e3", "no", ""])
def test_in_quotes_it_is_text(word: str) -> None:
    assert data(f"a: \"{word}\"\nb: '{word}'\n") == {"a": word, "b": word}


@pytest.mark.parametrize("style", ["|-", ">-"])
def test_in_a_block_it_is_text(style: str) -> None:
    assert value(f"{style}\n  5\n") == "5"


def test_the_same_words_mean_the_same_in_lists_and_braces() -> None:
    assert value("[5, no, 012, .nan, true, ~, '5', {b: -.5}]") == [
        *(5, "no", "012", ".nan", True, None, "5"),
        {"b": -0.5},
    ]


def test_every_text_that_looks_like_a_number_resolves_to_itself() -> None:
    assert [resolve(text) for text in TEXTS] == TEXTS


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (".nan", "infinity and not-a-number are not scores"),
        ("-.INF", "infinity and not-a-number are not scores"),
        ("012", "write it without the leading zero"),
        ("-007.5", "write it without the leading zero"),
        ("0x1F", "write it as a decimal number"),
        ("0o17", "write it as a decimal number"),
        ("1_000", "write it without underscores"),
        ("1_000.5", "write it without underscores"),
        ("1:30", "times are not numbers"),
        ("1:30:00", "times are not numbers"),
        ("1,5", "write a point, not a comma, before decimals"),
        ("1,000", "write it without commas"),
        ("1,000,000.5", "write it without commas"),
        ("50%", "write it without the per cent sign"),
        ("2.5 %", "write it without the per cent sign"),
        ("1e999", "numbers over 1e15 are not exact"),
        ("1000000000000001", "numbers over 1e15 are not exact"),
        ("9" * 5000, "write it with fewer digits"),
        ("0." + "1" * 60, "write it with fewer digits"),
        ("5", ""),
        ("0.12345678901234567", ""),
        ("some", ""),
        ("", ""),
        ("1" + "_" * 100 + "x", ""),
    ],
    ids=lambda text: text[:30],
)
def test_a_text_like_a_number_is_told_what_keeps_it_from_being_one(text: str, why: str) -> None:
    assert why_not_a_number(text) == why


@pytest.mark.parametrize("start", ["1", "0", "1_", "1:1", "1,1", ".", "-"])
def test_a_mebibyte_of_almost_a_number_takes_no_longer_than_it_must(start: str) -> None:
    for middle in ("_", "1", ":1", ",1", ",111", "0", "."):
        assert why_not_a_number(start + middle * (1 << 18) + "x") == ""
