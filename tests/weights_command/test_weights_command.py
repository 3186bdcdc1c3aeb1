"""`weights` as a command: what it takes, where it writes, what it refuses."""

from pathlib import Path

import pytest
from weights_cases import SWING, TOP_DOWN, weights, write_case

from policyscore.cli.app import COMMANDS


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_case(tmp_path / "case", {"p": SWING, "q": TOP_DOWN})


def test_it_is_listed_after_why() -> None:
    assert COMMANDS[COMMANDS.index("why") + 1] == "weights"


def test_all_and_a_profile_are_too_much(case: Path) -> None:
    run = weights(case, "--all", "p")
    assert (run.code, run.out) == (2, "")
    assert "`--all` already names every profile" in run.err


def test_a_profile_that_is_not_there(case: Path) -> None:
    run = weights(case, "pp")
    assert (run.code, run.out) == (2, "")
    assert "There is no profile `pp`" in run.err


def test_no_case(tmp_path: Path) -> None:
    assert weights(tmp_path).code == 2


def test_another_directory(case: Path, tmp_path: Path) -> None:
    assert weights(tmp_path, "-C", case).out == weights(case).out


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("profiles", [("p",), ("--all",)], ids=["one", "all"])
def test_a_file_takes_what_would_be_printed(
    case: Path, tmp_path: Path, form: str, profiles: tuple[str, ...]
) -> None:
    printed = weights(case, *profiles, "--format", form)
    target = tmp_path / "result"
    written = weights(case, *profiles, "--format", form, "-o", target)
    assert (written.code, written.out) == (0, "")
    assert target.read_text("utf-8") == printed.out
    assert printed.out.endswith("\n")
    assert len(printed.out) > 100


def test_files_with_errors_are_findings(case: Path) -> None:
    (case / "weights" / "p.yaml").write_text("title: P\nswing: {escalation: 1}\n", "utf-8")
    run = weights(case)
    assert (run.code, run.out) == (1, "")
