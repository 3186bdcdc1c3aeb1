"""Markdown in which nothing of a case becomes markup, a link or a mention."""

import re
from pathlib import Path

import pytest
from cli_program import change, copy_of_bridge, policyscore
from markdown_it import MarkdownIt

COMMANDS = (
    ("rank",),
    ("rank", "--all"),
    ("show", "close-now"),
    ("why", "close-now", "rebuild"),
)
HOSTILE = (
    "# <b>Close</b> | *it* _now_ [now](http://evil.example) @mayor #12 :bomb: `x` ~~y~~ $z$ &lt; \\"
)


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(text))


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    case = copy_of_bridge(tmp_path)
    quoted = f"'{HOSTILE}'"
    change(case / "options" / "close-now.yaml", "Close it now", quoted)
    change(case / "options" / "close-now.yaml", "Nothing else is safe before winter.", quoted)
    change(case / "options" / "close-now.yaml", "Measured on a Sunday.", quoted)
    change(case / "weights" / "everyone.yaml", "Everyone at the table", quoted)
    change(case / "policyscore.yaml", "title: The cracked bridge", f"title: {quoted}")
    change(case / "policyscore.yaml", "title: Trade", f"title: {quoted}")
    change(case / "policyscore.yaml", "What should the town do about the crack in the", quoted[:-1])
    change(case / "policyscore.yaml", " old bridge?", "'")
    return case


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_hostile_case_reads_literally(arguments: tuple[str, ...], hostile: Path) -> None:
    text = policyscore(*arguments, "--format", "markdown", cwd=hostile).out
    html = rendered(text)
    tags = set(re.findall(r"</?([a-z0-9]+)", html))
    assert tags <= {"h2", "p", "strong", "ul", "li", "br"} | {
        *("table", "thead", "tbody", "tr", "th", "td")
    }
    assert HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in html.replace(
        "<!-- -->", ""
    )
    assert "@mayor" not in html
    assert "#12" not in html
    assert ":bomb:" not in html
    assert "http://" not in html


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_every_row_of_a_table_has_every_cell(arguments: tuple[str, ...], hostile: Path) -> None:
    html = rendered(policyscore(*arguments, "--format", "markdown", cwd=hostile).out)
    table = html[html.index("<table>") : html.index("</table>")]
    heads = table.count("<th ") + table.count("<th>")
    body = table[table.index("<tbody>") :]
    assert heads >= 5
    assert {row.count("<td") for row in body.split("</tr>")[:-1]} == {heads}


def test_a_ranking_says_what_is_left_out_and_what_the_marks_mean() -> None:
    text = policyscore("rank", "--top", "2", "--without", "ferry", "--format", "markdown")
    assert text.code == 2
    text = policyscore("rank", "--top", "2", "--without", "limit-speed", "--format", "markdown")
    assert "Ranked here: 6 of the case's 7 options. Not shown: 4 more." in text.out
    assert "?: a score is unknown." in text.out


def test_several_rankings_are_cut_to_the_first_ranks() -> None:
    text = policyscore("rank", "--all", "--top", "1", "--format", "markdown").out
    assert "| Close it now | 3 | 6 | 1 | 3.3 |" in text
    assert "| Keep it open |" not in text
    assert "Not shown: 5 more." in text
