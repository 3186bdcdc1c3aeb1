"""The parts that terminal views are made of: safe text, bars, legends, lists, tables."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from policyscore.views.figure_table import Column, figure_table, fits
from policyscore.views.glyphs import FULL, PLAIN
from policyscore.views.terminal import bar, indented, item, join, labelled, legend, safe

TITLES = st.lists(
    st.text(alphabet=st.sampled_from("ab 抗é"), min_size=1, max_size=40).filter(str.split),
    min_size=1,
    max_size=6,
)


def printed(content: RenderableType, width: int = 40) -> list[str]:
    stream = io.StringIO()
    Console(file=stream, width=width, color_system=None).print(content, crop=False)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def test_text_of_a_case_is_no_markup_and_stays_on_one_line() -> None:
    assert safe("[red]a[/] :bomb:\n b").plain == "[red]a[/] :bomb: b"
    assert safe("a\x1b[31m\u202e").plain == "a\\x1b[31m\\u202e"
    assert join("[b]", safe("[i]")).plain == "[b][i]"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=6).filter(any), st.integers(12, 50))
def test_a_bar_is_as_long_as_its_parts_together(shares: list[float], width: int) -> None:
    parts = [100 * share / max(1, sum(shares)) for share in shares]
    drawn = bar(parts, width, FULL)
    assert abs(drawn.cell_len - sum(parts) * width / 100) <= 0.5 + 1e-9
    assert drawn.cell_len <= width


def test_parts_of_a_bar_are_told_apart_without_colour() -> None:
    assert bar([50, 25, 25], 8, PLAIN).plain == "####==++"
    assert bar([0, 100], 4, FULL).plain == "▓▓▓▓"
    assert bar([], 4, FULL).plain == ""


def test_a_legend_breaks_between_its_entries_only() -> None:
    lines = legend(["One group", "Another group", "A third"], 30, PLAIN).plain.splitlines()
    assert lines == ["## One group", "== Another group   ++ A third"]


def test_lists_and_labels_hang() -> None:
    text = Text("word " * 12)
    lines = printed(item(text, PLAIN), 20)
    assert lines[0].startswith("* word")
    assert all(line.startswith("  word") for line in lines[1:])
    assert printed(labelled(Text("AA:"), text), 20)[1].startswith("    word")
    assert printed(indented(item(text, PLAIN)), 20)[0].startswith("  * word")


def test_a_word_longer_than_the_line_is_broken_and_not_cut() -> None:
    address = "https://town.example/" + "x" * 100
    lines = printed(item(Text(address), PLAIN), 40)
    assert "".join(line[2:] for line in lines) == address


@settings(max_examples=100, deadline=None)
@given(TITLES, st.integers(20, 120), st.data())
def test_no_figure_of_a_table_is_ever_cut(
    titles: list[str], width: int, data: st.DataObject
) -> None:
    figures = st.lists(
        st.integers(-(10**9), 10**9).map(str), min_size=len(titles), max_size=len(titles)
    )
    cells = data.draw(st.lists(figures, min_size=1, max_size=4))
    columns = [Column(Text("Name"), [Text(cell) for cell in column]) for column in cells]
    lines = printed(figure_table("Title", [Text(title) for title in titles], columns, width), width)
    text = "\n".join(lines)
    for column in cells:
        for cell in column:
            assert cell in text
    if fits(columns, width):
        assert max(map(cell_len, lines)) <= width


def test_a_header_is_broken_at_its_words() -> None:
    column = Column(Text("Censure in the Council"), [Text("1.0")], widest_header=10)
    lines = printed(figure_table("Title", [Text("a")], [column], 60), 60)
    assert lines == [
        "       Censure in",
        "              the",
        "Title     Council",
        "a             1.0",
    ]


@pytest.mark.parametrize("right", [True, False])
def test_a_column_stands_at_its_side(right: bool) -> None:
    column = Column(Text("Wide header"), [Text("1")], right=right)
    last = printed(figure_table("T", [Text("a")], [column], 40), 40)[-1]
    assert last == ("a            1" if right else "a  1")
