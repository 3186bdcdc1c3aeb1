"""The GitHub Action: its script annotates, fails on a broken case, and summarises a good one."""

import re
from pathlib import Path

import pytest
import yaml
from pipeline_case import ROOT, bash, make_case

SCRIPT = f"bash '{ROOT / 'ci' / 'github.sh'}'"


def run_action(repository: Path, **inputs: str) -> tuple[int, str, str]:
    summary = repository.parent / "summary.md"
    done = bash(
        SCRIPT,
        repository,
        GITHUB_ACTIONS="true",
        GITHUB_WORKSPACE=str(repository),
        GITHUB_STEP_SUMMARY=str(summary),
        **inputs,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, summary.read_text("utf-8") if summary.exists() else ""


def test_a_good_case_passes_and_its_ranking_is_summarised(tmp_path: Path) -> None:
    make_case(tmp_path / "repository" / "case")
    code, out, summary = run_action(tmp_path / "repository", CASE_DIRECTORY="case")
    assert code == 0
    assert "::error" not in out
    assert "A border incident" in summary
    assert "Formal protest" in summary


def test_a_broken_case_fails_with_an_annotation_on_its_line(tmp_path: Path) -> None:
    make_case(tmp_path / "repository" / "case", broken=True)
    code, out, summary = run_action(tmp_path / "repository", CASE_DIRECTORY="case")
    assert code == 1
    assert "::error file=case/options/protest.yaml,line=" in out
    assert "not accepted" in summary


def test_strict_fails_on_warnings(tmp_path: Path) -> None:
    case = make_case(tmp_path / "repository")
    profile = case / "weights" / "balanced.yaml"
    profile.write_text(profile.read_text("utf-8").replace(": 100", ": 90"), "utf-8")
    assert run_action(case, CASE_STRICT="false")[0] == 0
    assert run_action(case, CASE_STRICT="true")[0] == 1


def test_summary_can_be_left_out(tmp_path: Path) -> None:
    make_case(tmp_path / "repository")
    assert run_action(tmp_path / "repository", CASE_SUMMARY="false")[2] == ""


@pytest.mark.parametrize("nasty", ["$(touch pwned)", "; touch pwned", "--help", "`touch pwned`"])
def test_input_never_becomes_a_command_or_an_option(nasty: str, tmp_path: Path) -> None:
    make_case(tmp_path / "repository")
    code, out, _ = run_action(tmp_path / "repository", CASE_DIRECTORY=nasty)
    assert code == 2
    assert out == ""
    code, out, _ = run_action(tmp_path / "repository", CASE_SINCE=nasty)
    assert code == 2
    assert not (tmp_path / "repository" / "pwned").exists()


def test_expressions_stand_in_the_environment_only() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_every_input_reaches_the_script() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    action = yaml.safe_load(text)
    for name in action["inputs"]:
        assert f"inputs.{name} }}}}" in text
    handed = set(re.findall(r"^ {8}(CASE_\w+):", text, re.MULTILINE))
    assert handed == set(re.findall(r"CASE_\w+", (ROOT / "ci" / "github.sh").read_text("utf-8")))
