"""Findings at a terminal: an unbroken place, the line cut to fit, carets under what is meant."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from policyscore.reading.characters import visible
from policyscore.reading.diagnostics import FILE_START, Finding, Span
from policyscore.reading.rules import SWING_NOT_ANCHORED, UNKNOWN_KEY
from policyscore.views.findings_text import findings_text


def finding(excerpt: str, first: int, last: int, **changes: Any) -> Finding:
    """A finding about the columns `first` to before `last` of line 7."""
    span = Span(7, first, 7, last)
    settings: dict[str, Any] = {"rule": UNKNOWN_KEY, "path": "options/a.yaml", "span": span}
    settings |= {"message": "A message.", "hint": "A hint.", "excerpt": excerpt, **changes}
    return Finding(**settings)


def lines(*findings: Finding, width: int = 80) -> list[str]:
    laid_out = findings_text(findings, lambda path: path, width)
    return ["".join(text for text, _ in line) for line in laid_out]


def marked(*findings: Finding, width: int = 80) -> tuple[str, str]:
    """What of the line stands above the carets, and the carets."""
    snippet, carets = lines(*findings, width=width)[1:3]
    start = len(carets) - len(carets.lstrip())
    used, above = 0, ""
    for character in snippet:
        if used >= start and used < cell_len(carets):
            above += character
        used += cell_len(character)
    return above, carets.strip()


def test_a_finding_has_four_parts_and_a_blank_line_after_it() -> None:
    assert lines(finding("scroes: 40", 1, 7)) == [
        "options/a.yaml:7:1 error[unknown-key] A message.",
        "    7 | scroes: 40",
        "        ^^^^^^",
        "  A hint.",
        "",
    ]


def test_a_finding_without_a_line_or_a_hint_is_one_line() -> None:
    about_all = finding("", 1, 1, span=FILE_START, hint="")
    assert lines(about_all) == ["options/a.yaml:1:1 error[unknown-key] A message.", ""]


def test_the_severity_is_named() -> None:
    assert lines(finding("a: 1", 1, 2, rule=SWING_NOT_ANCHORED))[0] == (
        "options/a.yaml:7:1 warning[swing-not-anchored] A message."
    )


def test_the_first_line_is_never_broken() -> None:
    first = lines(finding("a: 1", 1, 2, message="word " * 100), width=20)[0]
    assert first.startswith("options/a.yaml:7:1 error[unknown-key] word word")
    assert len(first) > 500


@pytest.mark.parametrize(
    ("excerpt", "first", "last", "above", "carets"),
    [
        ("scroes: 40", 1, 7, "scroes", 6),
        ("a: 抗議", 4, 6, "抗議", 4),
        ("抗議: scroes", 5, 11, "scroes", 6),
        ("\tkey: 1", 2, 5, "key", 3),
        ("a:\t\tb", 5, 6, "b", 1),
        ("e\u0301\u0301: scroes", 6, 12, "scroes", 6),
        ("a: \u202eb", 5, 6, "b", 1),
        ("a: \u202eb", 4, 5, "\\u202e", 6),
        ("a: [red]b[/]", 10, 13, "[/]", 3),
    ],
)
def test_carets_stand_under_what_is_meant(
    excerpt: str, first: int, last: int, above: str, carets: int
) -> None:
    assert marked(finding(excerpt, first, last)) == (above, "^" * carets)


def test_a_place_at_the_end_of_a_line_gets_one_caret_after_it() -> None:
    shown = lines(finding("key:", 5, 5))
    assert shown[1] == "    7 | key:"
    assert shown[2] == "            ^"


def test_a_finding_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert marked(finding("a: [1,", 4, 2, span=Span(7, 4, 9, 2)))[0] == "[1,"


@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("filling", ["x", "抗", "\u202e", "\t"])
@pytest.mark.parametrize("before", [0, 10, 5_000])
@pytest.mark.parametrize("after", [0, 10, 5_000])
def test_a_long_line_is_cut_around_what_is_meant(
    width: int, filling: str, before: int, after: int
) -> None:
    excerpt = f"{filling * before}WRONG{filling * after}."
    found = finding(excerpt, before + 1, before + 6)
    assert marked(found, width=width) == ("WRONG", "^^^^^")
    snippet = lines(found, width=width)[1]
    assert cell_len(snippet) <= width
    whole = cell_len("    7 | " + visible(excerpt.replace("\t", " ")))
    assert ("..." in snippet) == (whole >= width)


def test_what_is_meant_is_cut_at_its_end_if_it_is_too_long_itself() -> None:
    above, carets = marked(finding(f"key: {'x' * 500}", 6, 506), width=60)
    assert above.startswith("xxx")
    assert above.endswith("...")
    assert len(carets) == len(above)
    assert lines(finding(f"key: {'x' * 500}", 6, 506), width=60)[1].startswith("    7 | key: xxx")


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("ab \t抗\u0301\u202e\x1b\u200b[]"), min_size=1, max_size=300),
    st.data(),
    st.integers(20, 160),
)
def test_whatever_the_line_it_fits_and_its_carets_are_under_it(
    excerpt: str, data: st.DataObject, width: int
) -> None:
    first = data.draw(st.integers(1, len(excerpt) + 1))
    last = data.draw(st.integers(first, len(excerpt) + 1))
    shown = lines(finding(excerpt, first, last), width=width)
    assert all("\x1b" not in line and "\u202e" not in line for line in shown)
    if excerpt.strip():
        snippet, carets = shown[1:3]
        assert cell_len(snippet) <= max(width, 30)
        assert cell_len(carets) <= cell_len(snippet) + 1
        assert set(carets) <= {" ", "^"}
        assert "^" in carets


def test_many_findings_are_cut_short_and_counted() -> None:
    shown = lines(*[finding("a: 1", 1, 2)] * 250)
    assert shown[-1] == "... and 50 more findings."
    assert sum("error[" in line for line in shown) == 200


def test_nothing_of_a_file_reaches_the_terminal_raw() -> None:
    nasty = "\x1b[31m\u202e\n"
    shown = lines(finding(f"a{nasty}", 1, 2, path=nasty, message=nasty, hint=nasty))
    assert not any(character in "".join(shown) for character in "\x1b\u202e\n")
