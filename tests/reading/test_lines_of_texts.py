"""Lines and columns of a text, against counting by hand."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from policyscore.reading.diagnostics import Span
from policyscore.reading.lines import STRETCH_BITS, Lines, line_of, lines_of, span_in

texts = st.text(st.sampled_from("ab\n\r\té漢😀 "), max_size=40)


@settings(derandomize=True, deadline=None)
@given(texts, st.data())
@example("", None)
def test_positions_are_those_found_by_counting(text: str, draw: st.DataObject | None) -> None:
    index = draw.draw(st.integers(0, len(text))) if draw is not None else 0
    before = text[:index]
    line, column = before.count("\n") + 1, len(before.rsplit("\n", maxsplit=1)[-1]) + 1
    assert Lines(text).position(index) == (line, column)


@settings(derandomize=True, deadline=None)
@given(texts)
def test_lines_are_those_between_line_feeds(text: str) -> None:
    lines = Lines(text)
    split = text.split("\n")
    assert [lines.line(n + 1) for n in range(len(split))] == [line.rstrip("\r") for line in split]
    assert lines.line(len(split) + 1) == ""


@settings(derandomize=True, deadline=None)
@given(texts, st.data())
def test_a_stretch_never_ends_before_it_starts(text: str, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(text)))
    end = draw.draw(st.integers(0, len(text)))
    span = span_in(text, start << STRETCH_BITS | end)
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert 1 <= span.line <= span.end_line <= text.count("\n") + 1


def test_a_stretch_that_ends_with_its_line_ends_on_that_line() -> None:
    assert span_in("ab\ncd\n", 0 << STRETCH_BITS | 3) == Span(1, 1, 1, 3)


def test_findings_about_one_line_share_its_text() -> None:
    text = "a" * 5000 + "\nb"
    assert line_of(text, 1) is line_of(text, 1)
    assert lines_of(text) is lines_of(text)
