"""CSV that reads back as it was, with exact numbers, and runs nowhere as a formula."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.reading.characters import visible
from policyscore.views.csv_text import csv_text

FORMULAS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
TEXT = st.text(max_size=20) | st.text(alphabet=st.sampled_from("=+-@\t\r\n,\"' a1|"), max_size=12)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(TEXT, NUMBER, st.integers(), st.booleans()), max_size=5))
def test_rows_read_back_with_exact_numbers(rows: list[tuple[str, float, int, bool]]) -> None:
    header, *back = read(csv_text(["text", "number", "whole", "truth"], rows))
    assert header == ["text", "number", "whole", "truth"]
    for (text, number, whole, truth), cells in zip(rows, back, strict=True):
        assert cells[0].removeprefix("'") in {shown(text), shown(text).removeprefix("'")}
        assert float(cells[1]) == number
        assert int(cells[2]) == whole
        assert cells[3] == str(truth).lower()


def shown(text: str) -> str:
    """A text on one line, with its odd characters spelt out."""
    return visible(" ".join(text.split()))


@settings(max_examples=100, deadline=None)
@given(TEXT)
def test_no_text_begins_like_a_formula(text: str) -> None:
    cell = read(csv_text(["a", "b"], [[text, 0]]))[1][0]
    assert not cell.startswith((*FORMULAS, "\t", "\r"))
    assert cell == (f"'{shown(text)}" if shown(text).startswith(FORMULAS) else shown(text))


def test_negative_numbers_are_numbers_and_no_formulas() -> None:
    assert csv_text(["a"], [[-1.5]]) == "a\n-1.5\n"


def test_headers_are_text_like_any_other() -> None:
    assert csv_text(["=1+1", "a,b"], []) == '\'=1+1,"a,b"\n'


def test_nothing_is_an_empty_cell() -> None:
    assert csv_text(["a", "b"], [[None, 1]]) == "a,b\n,1\n"


def test_a_text_of_several_lines_becomes_one() -> None:
    assert csv_text(["a"], [["one\ntwo\r\nthree"]]) == "a\none two three\n"
