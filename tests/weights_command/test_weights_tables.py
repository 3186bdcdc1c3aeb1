"""Weights as CSV and Markdown, with texts that would be something else there."""

import csv
import io
from pathlib import Path

import pytest
from weights_cases import HEADER, PAIRS, SWING, TOP_DOWN, weights, write_case

NASTY = "=1+1 <b>*x*</b> [l](http://e.org) | @me"
HOSTILE = (
    HEADER.replace("title: Escalation", f'title: "{NASTY}"')
    .replace("title: Security", f'title: "{NASTY}"')
    .replace("100: a clash", f'100: "{NASTY}"')
)
HOSTILE_PROFILE = PAIRS.replace("Pairs", f'"{NASTY}"').replace("The desk", f'"{NASTY}"')


def records(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_of_one_profile(tmp_path: Path) -> None:
    rows = records(weights(write_case(tmp_path, {"p": SWING}), "--format", "csv").out)
    assert list(rows[0]) == [
        *("id", "title", "kind", "group", "from", "from_words", "to", "to_words"),
        *("weight:p", "local:p", "low:p", "high:p"),
    ]
    assert [row["id"] for row in rows] == [
        *("security", "escalation", "deterrence", "home", "purse", "cost", "support", "speed")
    ]
    cost = rows[5]
    assert (cost["kind"], cost["group"]) == ("criterion", "purse")
    assert (cost["from"], cost["from_words"], cost["to"], cost["to_words"]) == (
        *("1000.0", "ruin", "0.0", "free"),
    )
    assert float(cost["weight:p"]) == pytest.approx(0.1)
    assert (cost["local:p"], cost["low:p"], cost["high:p"]) == ("1.0", "", "")
    assert (rows[4]["kind"], rows[4]["from"], rows[4]["to_words"]) == ("group", "", "")


def test_csv_of_several_profiles_has_columns_for_each(tmp_path: Path) -> None:
    order = "title: O\norder: [escalation, deterrence, support, cost, speed]\n"
    case = write_case(tmp_path, {"p": SWING, "q": TOP_DOWN, "r": order})
    rows = records(weights(case, "--all", "--format", "csv").out)
    escalation, support = rows[1], rows[6]
    found = [float(escalation[f"weight:{key}"]) for key in "pqr"]
    assert found == pytest.approx([0.4, 0.5, (1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5) / 5])
    assert float(escalation["local:q"]) == pytest.approx(2 / 3)
    assert support["local:q"] == ""
    assert float(escalation["low:r"]) == pytest.approx(0.2)
    assert float(escalation["high:r"]) == 1.0


def test_csv_takes_no_text_for_a_formula(tmp_path: Path) -> None:
    case = write_case(tmp_path, {"p": HOSTILE_PROFILE}, HOSTILE)
    rows = records(weights(case, "--format", "csv").out)
    assert rows[0]["title"] == f"'{NASTY}"
    assert rows[1]["title"] == f"'{NASTY}"
    assert rows[1]["from_words"] == f"'{NASTY}"


def test_markdown_of_one_profile(tmp_path: Path) -> None:
    lines = weights(write_case(tmp_path, {"p": SWING}), "-f", "markdown").out.splitlines()
    assert lines[:4] == ["## An incident", "", "Profile: **Plain**", ""]
    assert "| **Security** | 70.0% |  |  |" in lines
    assert "| &nbsp;&nbsp;Escalation | 40.0% | 57.1% | from *a clash* to *none* |" in lines
    assert (
        "| &nbsp;&nbsp;&nbsp;&nbsp;Cost | 10.0% | 100.0% "
        "| from *ruin (1000 euros)* to *free (0 euros)* |" in lines
    )
    assert "Stated by: swing." in lines
    assert "A step in Escalation from 60 to 40 is worth" in lines
    assert "- a step in Cost from 1000 (ruin) to 200 euros" in lines
    assert "- a step in Deterrence from 50 (a price) to about 76.7" in lines


def test_markdown_of_several_profiles_marks_the_largest_of_each_row(tmp_path: Path) -> None:
    case = write_case(tmp_path, {"p": SWING, "q": TOP_DOWN, "r": PAIRS})
    text = weights(case, "--all", "-f", "markdown").out
    assert "| Criterion | A | B | C | Range |" in text
    assert "| &nbsp;&nbsp;Escalation | 40.0% | **50.0%** |" in text
    assert "- C: Pairs, held by The desk; stated by pairwise" in text
    assert "  - These judgements contradict each other: the consistency ratio" in text
    assert "  - Because: It was asked so." in text
    assert "They differ most on:" in text


@pytest.mark.parametrize("profiles", [("p",), ("--all",)], ids=["one", "all"])
def test_markdown_takes_no_text_for_markup(tmp_path: Path, profiles: tuple[str, ...]) -> None:
    case = write_case(tmp_path, {"p": HOSTILE_PROFILE, "q": HOSTILE_PROFILE}, HOSTILE)
    text = weights(case, *profiles, "-f", "markdown").out
    assert "&lt;b&gt;\\*x\\*&lt;/b&gt;" in text
    for raw in ("<b>", "*x*</b>", "[l](", "http:", " | @me", "@me"):
        assert raw not in text
    widths = {line.replace("\\|", "").count("|") for line in text.splitlines() if line[:1] == "|"}
    assert len(widths) == 1


def test_a_line_for_each_member_of_a_group(tmp_path: Path) -> None:
    us = "title: Us\ngroup: {of: {p: 3, q: 1}}\n"
    case = write_case(tmp_path, {"p": SWING, "q": TOP_DOWN, "us": us})
    lines = weights(case, "us", "-f", "markdown").out.splitlines()
    assert "- Plain (p): 75.0%" in lines
    assert "- Top-down (q): 25.0%" in lines
    assert any("40.0–50.0" in line for line in lines)
