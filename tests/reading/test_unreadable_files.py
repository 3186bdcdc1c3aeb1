"""Files and folders that the system does not let us read are findings, not faults."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from case_folders import TEXT, case_folder, complaint, findings_by_path, read_case

from policyscore.case.directory import NoCaseError, find_case
from policyscore.reading.diagnostics import Finding
from policyscore.reading.files import read_text


def refuse(monkeypatch: pytest.MonkeyPatch, function: str, path: Path, number: int) -> list[object]:
    """Let a call of the system fail for one path; the list given says how often it did."""
    asked: list[object] = []
    real = getattr(os, function)

    def refusing(place: Any, *arguments: Any, **options: Any) -> Any:
        if place == path:
            asked.append(place)
            raise OSError(number, os.strerror(number), str(place))
        return real(place, *arguments, **options)

    monkeypatch.setattr(os, function, refusing)
    return asked


@pytest.mark.parametrize(
    "number", [errno.EACCES, errno.EIO, errno.EMFILE, errno.ENXIO, errno.EPERM, errno.ESTALE]
)
@pytest.mark.parametrize("function", ["open", "stat"])
def test_a_file_that_cannot_be_opened_is_said_to_be_unreadable_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, function: str
) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(TEXT, encoding="utf-8")
    assert read_text(file, "x.yaml") == TEXT
    asked = refuse(monkeypatch, function, file, number)
    finding = complaint(file)
    assert asked
    assert finding.rule.name == "unreadable-file"
    assert finding.message == f"The file cannot be read: {os.strerror(number)}."


def test_a_file_that_vanishes_while_it_is_opened_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(TEXT, encoding="utf-8")
    assert refuse(monkeypatch, "open", file, errno.ENOENT) == []
    assert complaint(file).rule.name == "missing-file"


def test_the_other_files_of_the_case_are_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = case_folder(tmp_path).resolve()
    asked = refuse(monkeypatch, "open", root / "options" / "a.yaml", errno.EACCES)
    read = read_case(root)
    assert asked
    assert [(f.path, f.rule.name) for f in read.findings] == [("options/a.yaml", "unreadable-file")]
    assert set(read.texts) == {"policyscore.yaml", "weights/p.yaml"}
    assert "options/a.yaml" in read.present


@pytest.mark.parametrize("folder", ["options", "weights"])
def test_a_folder_that_cannot_be_listed_is_said_to_be_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    root = case_folder(tmp_path).resolve()
    asked = refuse(monkeypatch, "scandir", root / folder, errno.EACCES)
    (finding,) = read_case(root).findings
    assert asked
    assert (finding.path, finding.rule.name) == (folder, "unreadable-file")
    assert finding.message == f"The folder cannot be read: {os.strerror(errno.EACCES)}."


@pytest.mark.parametrize("folder", ["options", "weights"])
def test_a_folder_that_is_not_there_is_no_finding_of_reading(tmp_path: Path, folder: str) -> None:
    root = case_folder(tmp_path)
    for file in (root / folder).iterdir():
        file.unlink()
    (root / folder).rmdir()
    assert findings_by_path(root) == {}


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    finding = complaint(tmp_path / "x.yaml")
    assert finding.rule.name == "missing-file"
    assert finding.message == "The file does not exist."


@pytest.mark.parametrize("name", ["a\0b.yaml", "\0", "x" * 5000, "x/" * 5000])
def test_a_name_that_no_file_can_have_is_no_fault(tmp_path: Path, name: str) -> None:
    assert isinstance(read_text(tmp_path / name, "x"), Finding)
    with pytest.raises(NoCaseError):
        find_case(tmp_path / name)


def test_no_file_is_left_open(tmp_path: Path) -> None:
    root = case_folder(tmp_path)
    os.mkfifo(root / "options" / "pipe.yaml")
    (root / "options" / "big.yaml").write_bytes(b"x" * (2 << 20))
    (root / "options" / "bad.yaml").write_bytes(b"\xff")
    read_case(root)
    before = len(list(Path("/dev/fd").iterdir()))
    for _ in range(20):
        read_case(root)
    assert len(list(Path("/dev/fd").iterdir())) == before
