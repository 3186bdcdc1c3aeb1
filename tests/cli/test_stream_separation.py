"""The payload goes to standard output, everything else to standard error."""

import json
from pathlib import Path

import pytest
from cli_program import change, copy_of_bridge, policyscore

PAYLOADS = (
    ("rank",),
    ("rank", "treasurer", "everyone"),
    ("show", "close-now"),
    ("why", "close-now", "rebuild"),
)
FORMATS = ("table", "json", "csv", "markdown")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("arguments", PAYLOADS, ids=" ".join)
def test_a_result_leaves_standard_error_empty(arguments: tuple[str, ...], form: str) -> None:
    outcome = policyscore(*arguments, "--format", form)
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.out.endswith("\n")
    assert not outcome.out.endswith("\n\n")


@pytest.mark.parametrize("arguments", PAYLOADS, ids=" ".join)
def test_a_warning_does_not_mix_with_the_payload(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "weights" / "everyone.yaml", "collapse-risk: 100", "collapse-risk: 90")
    outcome = policyscore(*arguments, "--format", "json", cwd=case)
    assert json.loads(outcome.out)
    assert "warning" in outcome.err
    assert "warning" not in outcome.out


@pytest.mark.parametrize("arguments", PAYLOADS, ids=" ".join)
def test_findings_that_keep_a_command_from_its_work_leave_standard_output_empty(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "options" / "rebuild.yaml", "summary:", "sumary:")
    outcome = policyscore(*arguments, cwd=case)
    assert outcome.out == ""
    assert "Did you mean `summary`?" in outcome.err
    assert outcome.err.splitlines()[-1] == "policyscore: These files cannot be used: 1 error."


def test_the_findings_of_validate_are_its_payload_and_the_count_is_not(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "options" / "rebuild.yaml", "summary:", "sumary:")
    outcome = policyscore("validate", cwd=case)
    assert outcome.out.startswith("options/rebuild.yaml:2:1 error[unknown-key] ")
    assert outcome.err == "11 files checked: 1 error.\n"


def test_init_lists_its_files_and_says_the_rest_on_standard_error(tmp_path: Path) -> None:
    outcome = policyscore("init", cwd=tmp_path)
    assert sorted(outcome.out.split()) == sorted(
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    )
    assert outcome.err == "A new case. Rank it with `policyscore rank`.\n"


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("rank", "--nonsense"), ("rank", "nobody"), ("show", "nothing")]
)
def test_wrong_usage_leaves_standard_output_empty(arguments: tuple[str, ...]) -> None:
    outcome = policyscore(*arguments)
    assert outcome.out == ""
    assert outcome.err.startswith("policyscore: ")


@pytest.mark.parametrize("arguments", [("--help",), ("rank", "--help"), ("-h",), ("--version",)])
def test_help_and_version_that_were_asked_for_are_payload(arguments: tuple[str, ...]) -> None:
    outcome = policyscore(*arguments)
    assert outcome.out
    assert outcome.err == ""
