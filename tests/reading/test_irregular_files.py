"""Only regular files are read; a pipe, a socket, a folder or a device is refused, and at once."""

import os
import socket
import stat
from pathlib import Path

import pytest
from case_folders import TEXT, case_folder, complaint, findings_by_path, read_case, soon

from policyscore.reading.files import read_text

HINT = "Put a plain file in its place, or delete it."


def test_a_named_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    pipe = tmp_path / "x.yaml"
    os.mkfifo(pipe)
    finding = complaint(pipe)
    assert finding.rule.name == "not-a-regular-file"
    assert finding.message == "This is not a regular file."
    assert finding.hint == HINT


def test_a_pipe_put_in_the_place_of_a_file_just_looked_at_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe, plain = tmp_path / "x.yaml", tmp_path / "y.yaml"
    os.mkfifo(pipe)
    plain.write_text(TEXT, encoding="utf-8")
    before = os.stat(plain)
    assert stat.S_ISREG(before.st_mode)
    look, looked = os.stat, []

    def looked_before_the_swap(path: object, **options: object) -> os.stat_result:
        if path == pipe:
            looked.append(path)
            return before
        return look(path, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", looked_before_the_swap)
    finding = complaint(pipe)
    assert looked == [pipe]
    assert finding.rule.name == "not-a-regular-file"


def test_a_folder_with_the_name_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    assert complaint(tmp_path / "x.yaml").rule.name == "not-a-regular-file"


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("x.yaml")
        assert complaint(Path("x.yaml")).rule.name == "not-a-regular-file"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_refused(device: str) -> None:
    assert complaint(Path(device)).rule.name == "not-a-regular-file"


@pytest.mark.parametrize("place", ["policyscore.yaml", "options/a.yaml", "weights/p.yaml"])
def test_a_pipe_anywhere_in_a_case_does_not_hang(tmp_path: Path, place: str) -> None:
    root = case_folder(tmp_path)
    (root / place).unlink()
    os.mkfifo(root / place)
    assert findings_by_path(root) == {place: "not-a-regular-file"}
    assert place in read_case(root).present
    assert place not in read_case(root).texts


@pytest.mark.parametrize("folder", ["options", "weights"])
def test_a_folder_of_a_case_that_is_a_file_or_a_pipe_is_refused(
    tmp_path: Path, folder: str
) -> None:
    root = case_folder(tmp_path)
    for file in (root / folder).iterdir():
        file.unlink()
    (root / folder).rmdir()
    os.mkfifo(root / folder)
    assert findings_by_path(root) == {folder: "unreadable-file"}
    (root / folder).unlink()
    (root / folder).write_text("", encoding="utf-8")
    assert findings_by_path(root) == {folder: "unreadable-file"}


def test_an_empty_file_is_read_as_empty(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").touch()
    assert soon(lambda: read_text(tmp_path / "x.yaml", "x.yaml")) == ""
