"""CSV that a program reads back exactly and a spreadsheet reads as data."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from cli_program import change, copy_of_bridge, policyscore


def rows(*arguments: str, cwd: Path | None = None) -> list[dict[str, str]]:
    options: dict[str, Any] = {} if cwd is None else {"cwd": cwd}
    outcome = policyscore(*arguments, "--format", "csv", **options)
    assert outcome.code == 0, outcome.err
    return list(csv.DictReader(io.StringIO(outcome.out)))


def data(*arguments: str) -> Any:
    return json.loads(policyscore(*arguments, "--format", "json").out)


def test_a_ranking_reads_back_with_every_number_exact() -> None:
    for row, ranked in zip(rows("rank"), data("rank")["ranking"], strict=True):
        assert row["option"] == ranked["option"]
        assert row["title"] == ranked["title"]
        assert row["rank"] == ("" if ranked["rank"] is None else str(ranked["rank"]))
        assert row["tied"] == str(ranked["tied"]).lower()
        assert row["excluded"] == str(ranked["excluded"]).lower()
        for name in ("value", "low", "high", "gap"):
            assert float(row[name]) == ranked[name]
        for name in ("score", "value", "contribution"):
            for key, number in ranked[f"{name}s"].items():
                assert float(row[f"{name}:{key}"]) == number


def test_several_rankings_read_back_with_ranks_and_values_of_each_profile() -> None:
    by_option = {row["option"]: row for row in rows("rank", "--all")}
    for ranking in data("rank", "--all")["rankings"]:
        profile = ranking["profile"]["id"]
        for ranked in ranking["ranking"]:
            row = by_option[ranked["option"]]
            assert float(row[f"value:{profile}"]) == ranked["value"]
            assert row[f"rank:{profile}"] == str(ranked["rank"] or "")


def test_top_cuts_several_rankings_to_the_options_that_are_that_good_somewhere() -> None:
    assert [row["option"] for row in rows("rank", "--all", "--top", "1")] == [
        "second-bridge",
        "close-now",
    ]


def test_an_option_reads_back_with_a_line_for_each_judgement() -> None:
    shown = data("show", "close-now")
    expected = [(c, j) for c in shown["criteria"] for j in c["judgements"]]
    for row, (criterion, judgement) in zip(rows("show", "close-now"), expected, strict=True):
        assert row["criterion"] == criterion["criterion"]
        assert row["because"] == (judgement["because"] or "")
        for name in ("score", "value", "weight", "contribution"):
            assert float(row[name]) == criterion[name]
        for name in ("likely", "low", "high"):
            assert row[name] == ("" if judgement[name] is None else str(judgement[name]))


def test_a_comparison_reads_back_with_a_column_for_each_option() -> None:
    comparison = data("why", "rebuild", "close-now")
    for row, difference in zip(
        rows("why", "rebuild", "close-now"), comparison["differences"], strict=True
    ):
        assert float(row["value:rebuild"]) == difference["first"]
        assert float(row["value:close-now"]) == difference["second"]
        assert float(row["points"]) == difference["points"]


@pytest.mark.parametrize(
    "title", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"]
)
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(title: str, tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "options" / "close-now.yaml", "title: Close it now", f"title: '{title}'")
    titles = [row["title"] for row in rows("rank", cwd=case)]
    assert f"'{title}" in titles
    assert title not in titles


def test_commas_quotes_and_wide_characters_survive(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    title = """今すぐ, "close" it; 'now'"""
    change(case / "options" / "close-now.yaml", "Close it now", json.dumps(title))
    assert title in [row["title"] for row in rows("rank", cwd=case)]


def test_lines_end_with_a_line_feed_alone() -> None:
    raw = policyscore("rank", "--format", "csv").raw
    assert b"\r" not in raw
    assert raw.count(b"\n") == 8
