"""Which case a command is about: `-C` before or after it, the working directory, or one above."""

import json
import shlex
import subprocess
from pathlib import Path

import pytest
from cli_program import (
    BRIDGE,
    change,
    clean_environment,
    command_line,
    copy_of_bridge,
    import_path,
    policyscore,
)

COMMANDS = (
    ("rank",),
    ("show", "rebuild"),
    ("why", "rebuild", "close-now"),
    ("validate",),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_c_stands_before_or_after_the_command(command: tuple[str, ...], tmp_path: Path) -> None:
    here = policyscore(*command)
    before = policyscore("-C", BRIDGE, *command, cwd=tmp_path)
    after = policyscore(*command, "-C", BRIDGE, cwd=tmp_path)
    assert before == after
    assert before.code == here.code == 0
    if command != ("validate",):  # which names its files from the working directory
        assert before.out == here.out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_inside_a_case_will_do(command: tuple[str, ...]) -> None:
    inside = policyscore(*command, cwd=BRIDGE / "options")
    assert inside.code == 0
    assert policyscore(*command, "-C", "options").code == 0


def test_the_later_c_wins(tmp_path: Path) -> None:
    assert policyscore("init", cwd=tmp_path).code == 0
    outcome = policyscore("-C", tmp_path, "rank", "-C", BRIDGE, cwd=tmp_path)
    assert outcome.out.startswith("The cracked bridge\n")


def test_the_nearest_case_wins(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    assert policyscore("init", "options/inner", cwd=case).code == 0
    outcome = policyscore("rank", cwd=case / "options" / "inner" / "weights")
    assert outcome.out.startswith("A border incident\n")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_outside_any_case_the_way_out_is_told(command: tuple[str, ...], tmp_path: Path) -> None:
    outcome = policyscore(*command, cwd=tmp_path)
    assert outcome.code == 2
    assert outcome.out == ""
    assert f"There is no `policyscore.yaml` in `{tmp_path.resolve()}` or above it." in outcome.err
    assert "`policyscore init` makes a new case" in outcome.err


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_that_is_missing_is_named(command: tuple[str, ...]) -> None:
    outcome = policyscore("-C", "nowhere", *command)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "policyscore: There is no directory `nowhere`.\n"


def test_a_file_is_no_folder() -> None:
    outcome = policyscore("-C", "policyscore.yaml", "rank")
    assert outcome.code == 2
    assert outcome.err == "policyscore: `policyscore.yaml` is not a directory.\n"


def test_findings_name_files_as_they_are_reached_from_here(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "options" / "rebuild.yaml", "summary:", "sumary:")
    places = {
        case: "options/rebuild.yaml:2:1 ",
        case / "options": "rebuild.yaml:2:1 ",
        case / "weights": "../options/rebuild.yaml:2:1 ",
        tmp_path: "bridge/options/rebuild.yaml:2:1 ",
    }
    for cwd, place in places.items():
        ranked = policyscore("rank", "-C", case, cwd=cwd)
        assert ranked.err.startswith(place)
        checked = policyscore("validate", "-C", case, cwd=cwd)
        assert checked.out.startswith(place)


def test_findings_name_files_in_full_from_far_away(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path).resolve()
    change(case / "options" / "rebuild.yaml", "summary:", "sumary:")
    far = tmp_path / "a" / "b" / "c"
    far.mkdir(parents=True)
    outcome = policyscore("rank", "-C", case, cwd=far)
    assert outcome.err.startswith(f"{case}/options/rebuild.yaml:2:1 ")


def test_a_case_behind_a_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(BRIDGE)
    data = policyscore("rank", "-C", "link", "--format", "json", cwd=tmp_path)
    assert json.loads(data.out)["case"] == "The cracked bridge"


def test_a_working_directory_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    program = shlex.join(command_line("rank"))
    done = subprocess.run(
        ["bash", "-c", f"cd gone && rmdir ../gone && {program}"],
        cwd=tmp_path,
        env=clean_environment(PYTHONPATH=import_path()),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"policyscore: There is no directory `.`.\n" in done.stderr
