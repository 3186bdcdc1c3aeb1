"""Narrow, wide, unknown and absurd widths: no figure is ever lost, no line runs on for ever."""

import re
from pathlib import Path

import pytest
from cli_program import BRIDGE, change, copy_of_bridge, policyscore, spawn
from rich.cells import cell_len

COMMANDS = (
    ("rank",),
    ("rank", "--all"),
    ("show", "close-now"),
    ("why", "second-bridge", "rebuild"),
)
_TOTALS = ("80.2", "72.8", "67.7", "62.7", "58.9", "54.3")


def figures(text: str) -> set[str]:
    """Every number and mark that stands in a text."""
    return set(re.findall(r"[+−-]?\d[\d.]*[%?=]?", text))


@pytest.mark.parametrize("columns", [1, 20, 40, 47, 60, 80, 140])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_lines_fit_the_terminal_down_to_forty_columns(
    arguments: tuple[str, ...], columns: int
) -> None:
    lines = policyscore(*arguments, columns=columns).out.splitlines()
    assert max(map(cell_len, lines)) <= max(columns, 40)


@pytest.mark.parametrize("columns", [20, 40, 48, 64, 140, 500])
def test_no_figure_is_cut_however_narrow_the_terminal(columns: int) -> None:
    ranking = policyscore("rank", columns=columns).out
    assert "…" not in ranking
    for total in _TOTALS:
        assert total in ranking
    assert {"+21.4", "+13.9", "baseline", "−4.6"} <= set(ranking.split())
    comparison = policyscore("why", "second-bridge", "rebuild", columns=columns).out
    assert "…" not in comparison
    assert {"74.4", "+12.5", "−5.3", "+7.4", "36%"} <= set(comparison.split())
    option = policyscore("show", "rebuild", columns=columns).out
    assert "…" not in option
    assert {"10500000", "unknown", "98.6", "36%", "72.8"} <= set(option.split())


def test_a_matrix_of_more_profiles_than_fit_is_broken_into_several() -> None:
    profiles = sorted((BRIDGE / "weights").glob("*.yaml"))
    wide = policyscore("rank", "--all", columns=140).out
    narrow = policyscore("rank", "--all", columns=40).out
    assert len(profiles) == 3
    assert narrow.count("Option ") >= wide.count("Option ") == 1
    assert figures(narrow) == figures(wide)


def test_twenty_profiles_on_a_narrow_terminal_lose_no_rank(tmp_path: Path) -> None:
    assert policyscore("init", cwd=tmp_path).code == 0
    text = (tmp_path / "weights" / "balanced.yaml").read_text("utf-8")
    for number in range(20):
        (tmp_path / "weights" / f"view-{number}.yaml").write_text(text, "utf-8")
    lines = policyscore("rank", "--all", cwd=tmp_path, columns=60).out.splitlines()
    assert max(map(cell_len, lines)) <= 60
    tables = [i for i, line in enumerate(lines) if line.startswith("Option ")]
    assert len(tables) > 1
    letters = " ".join(lines[i].removeprefix("Option") for i in tables).split()
    assert letters == [*"ABCDEFGHIJKLMNOPQRSTUV", "Mean"]
    ranks = [line.split()[2:] for line in lines if line.startswith("Formal protest  ")]
    assert [rank for part in ranks for rank in part] == ["1"] * 22 + ["1.0"]


def test_a_very_wide_terminal_does_not_stretch_the_lines() -> None:
    for arguments in COMMANDS:
        lines = policyscore(*arguments, columns=500).out.splitlines()
        assert max(map(cell_len, lines)) <= 160


@pytest.mark.parametrize("columns", ["0", "", "-5", "many"])
def test_a_width_that_makes_no_sense_is_passed_over(columns: str) -> None:
    settings = {"COLUMNS": columns}
    outcome = policyscore("rank", environment=settings)
    assert outcome.code == 0
    for total in _TOTALS:
        assert total in outcome.out
    assert "--format" in policyscore("rank", "--help", environment=settings).out


def test_without_a_terminal_or_a_width_lines_are_eighty_columns_wide() -> None:
    outcome = spawn("rank")
    assert outcome.code == 0
    assert outcome.out == policyscore("rank", columns=80).out


def test_ids_are_shown_where_there_is_room_for_them() -> None:
    assert "limit-speed" in policyscore("rank", columns=140).out
    assert "limit-speed" not in policyscore("rank", columns=80).out


def test_the_range_and_the_bar_give_way_before_the_figures() -> None:
    wide, middle, narrow = (policyscore("rank", columns=n).out for n in (80, 60, 40))
    assert "█" in wide
    assert "63.9–90.3" in wide
    assert "█" not in middle
    assert "63.9–90.3" in middle
    assert "63.9–90.3" not in narrow
    assert "Low and high" not in narrow


def test_figures_that_are_wider_than_the_terminal_run_over_its_edge_whole(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "policyscore.yaml", "12500000: the", "999999999999: the")
    for old, new in (("likely: 10500000", "likely: 987654321098.25"), ("12500000", "999999999999")):
        change(case / "options" / "rebuild.yaml", old, new)
    lines = policyscore("show", "rebuild", cwd=case, columns=40).out.splitlines()
    row = next(line for line in lines if line.startswith("Cost"))
    assert row.split() == ["Cost", "987654321098.25", "1.2", "21%", "0.3"]
    assert len(row) > 40
