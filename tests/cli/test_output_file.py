"""`--output` writes a file whole or not at all, and never harms what was there."""

import json
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest
from cli_program import policyscore

COMMANDS = (("rank",), ("rank", "--all"), ("show", "rebuild"), ("why", "rebuild", "close-now"))


def write(target: Path | str, *arguments: str, code: int = 0) -> str:
    outcome = policyscore(*(arguments or ("rank",)), "--output", target)
    assert outcome.code == code, outcome.err
    assert outcome.out == ""
    return outcome.err


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_file_holds_what_would_have_been_printed(
    arguments: tuple[str, ...], form: str, tmp_path: Path
) -> None:
    target = tmp_path / "result"
    assert write(target, *arguments, "--format", form) == ""
    assert target.read_bytes() == policyscore(*arguments, "--format", form).raw


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_a_file_is_utf_8_and_plain_whatever_the_terminal(form: str, tmp_path: Path) -> None:
    plain, other = tmp_path / "plain", tmp_path / "other"
    write(plain, "rank", "--format", form)
    outcome = policyscore(
        *("rank", "--format", form, "--output", other),
        encoding="ascii",
        terminal=True,
        environment={"FORCE_COLOR": "1", "TERM": "xterm-256color"},
    )
    assert outcome.err == ""
    assert other.read_bytes() == plain.read_bytes()
    assert "全面的な架け替え" in other.read_text("utf-8")
    assert "\x1b" not in other.read_text("utf-8")


def test_nothing_but_the_file_is_left_in_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "result.json", "rank", "--format", "json")
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]


def test_an_existing_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "result.json"
    target.write_text("old")
    target.chmod(0o640)
    write(target, "rank", "--format", "json")
    assert json.loads(target.read_text("utf-8"))["schema"] == "policyscore/ranking/1"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_of_any_new_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    write(tmp_path / "result")
    assert (tmp_path / "result").stat().st_mode == other.stat().st_mode


def test_the_target_of_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "result", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    write(link)
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("The cracked bridge\n")


def test_a_link_to_nothing_yet_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "result")
    write(link)
    assert link.is_symlink()
    assert (tmp_path / "result").is_file()


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_write_that_fails_leaves_what_was_there_and_no_remains(
    error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> NoReturn:
        raise error

    target = tmp_path / "result"
    target.write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    outcome = policyscore("rank", "--output", target)
    assert outcome.code == (2 if isinstance(error, OSError) else 130)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["result"]
    if isinstance(error, OSError):
        message = f"policyscore: `{target}` cannot be written: No space left on device.\n"
        assert outcome.err == message


def test_a_folder_that_refuses_new_files_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("policyscore.cli.files.tempfile.mkstemp", refuse)
    target = tmp_path / "result"
    assert write(target, code=2) == (
        f"policyscore: `{target}` cannot be written: Permission denied.\n"
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert write(tmp_path, code=2) == f"policyscore: `{tmp_path}` is a directory, not a file.\n"


def test_a_folder_that_is_missing_is_an_error(tmp_path: Path) -> None:
    error = write(tmp_path / "no" / "result", code=2)
    assert error.endswith("cannot be written: No such file or directory.\n")


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    error = write(tmp_path / "file" / "result", code=2)
    assert error.endswith("cannot be written: Not a directory.\n")
    assert (tmp_path / "file").read_text() == "kept"


def test_a_name_that_is_too_long_is_an_error(tmp_path: Path) -> None:
    error = write(tmp_path / ("x" * 300), code=2)
    assert error.endswith("cannot be written: File name too long.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_device_is_written_to_and_not_replaced() -> None:
    before = os.stat(os.devnull).st_mode
    write(os.devnull)
    assert os.stat(os.devnull).st_mode == before


def test_a_full_device_is_an_error() -> None:
    assert write("/dev/full", code=2) == (
        "policyscore: `/dev/full` cannot be written: No space left on device.\n"
    )


def test_nothing_is_written_when_the_command_fails(tmp_path: Path) -> None:
    write(tmp_path / "result", "rank", "nobody", code=2)
    assert list(tmp_path.iterdir()) == []
