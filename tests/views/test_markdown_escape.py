"""Escaped text reads literally wherever it stands in a Markdown page, and notifies nobody."""

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from policyscore.reading.characters import visible
from policyscore.views.markdown import escape, table

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TABLE = (
    '<table>\n<thead>\n<tr>\n<th style="text-align:left">a</th>\n'
    '<th style="text-align:right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
    '<td style="text-align:left">(.*)</td>\n<td style="text-align:right">2</td>\n'
    "</tr>\n</tbody>\n</table>"
)
BOLD = "<ul>\n<li><strong>(.*)</strong> recommends it</li>\n</ul>"
PLACES = {
    "paragraph": ("{}\n", "<p>(.*)</p>"),
    "heading": ("## {}\n", "<h2>(.*)</h2>"),
    "item": ("- {}\n", "<ul>\n<li>(.*)</li>\n</ul>"),
    "bold": ("- **{}** recommends it\n", BOLD),
    "cell": ("| a | b |\n| :-- | --: |\n| {} | 2 |\n", TABLE),
}
MARKS = st.text(alphabet=st.sampled_from("ab1 \\`*_[](){}<>#+-=.!|~$&;:@/\"'^\n"), max_size=30)
BITS = st.lists(
    st.sampled_from(
        [
            *("<b>", "</td>", "<!--", "-->", "<script>", "&lt;", "&#64;", "&copy;", "\\|", "||"),
            *(
                "[a](b)",
                "![a](b)",
                "<http://a.b>",
                "http://a.b",
                "www.a.b",
                "a@b.cd",
                "mailto:a@b.cd",
            ),
            *(
                "@user",
                "#12",
                "user/repo#1",
                "GH-12",
                ":bomb:",
                "**a**",
                "__a__",
                "~~a~~",
                "`a`",
                "$a$",
            ),
            *("- ", "+ ", "1. ", "1) ", "# ", "> ", "===", "---", "***", "```", "    ", "\t", "\n"),
            *(
                "抗議",
                "é",
                "\u00a0",
                "\u200b",
                "\u202e",
                "\x00",
                "\x1b[31m",
                "\r\n",
                "\\",
                "a",
                " ",
            ),
        ]
    ),
    max_size=8,
).map("".join)
TEXTS = (MARKS | BITS | st.text(max_size=30)).filter(lambda text: text.split())


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=80, deadline=None)
@given(text=TEXTS)
@example(text="1. first")
@example(text="- a list")
@example(text="=====")
@example(text="a #")
@example(text="\\")
@example(text="a|b\\|c\\\\|d")
@example(text="C# & F#")
def test_text_reads_literally_in_every_place(place: str, text: str) -> None:
    template, pattern = PLACES[place]
    page = RENDERER.render(template.format(escape(text)))
    found = re.fullmatch(pattern + "\n", page, re.DOTALL)
    assert found is not None, page
    inner = found[1].replace("<!-- -->", "")
    assert "<" not in inner, page
    assert html.unescape(inner) == visible(" ".join(text.split()))


@settings(max_examples=80, deadline=None)
@given(text=TEXTS)
def test_nothing_is_left_that_a_service_would_link_or_notify(text: str) -> None:
    page = html.unescape(RENDERER.render(escape(text)))
    assert not re.search(r"[@#]\w", page)
    assert not re.search(r":[\w+-]+:", page)
    assert not re.search(r"(?i)\b(https?|ftp|mailto):", page)
    assert not re.search(r"(?i)\bwww\.", page)
    assert not re.search(r"(?i)\bGH-\d", page)


@settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=60) | BITS)
def test_the_result_is_one_line(text: str) -> None:
    assert len(escape(text).splitlines()) <= 1


def test_plain_words_stay_as_they_are() -> None:
    for text in ("Formal protest", "抗議 (protest)", "5 of 10, or 50%", "3.5", "C'est la vie!"):
        assert escape(text) == text


def test_a_table_has_a_line_for_its_header_its_sides_and_each_row() -> None:
    assert table(["a", "b"], "lr", [["1", "2"], ["3", "4"]]) == [
        "| a | b |",
        "| :-- | --: |",
        "| 1 | 2 |",
        "| 3 | 4 |",
    ]
