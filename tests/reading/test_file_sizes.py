"""A file may hold 1 MiB and not a byte more, whatever the system says of its size."""

from collections.abc import Callable
from io import RawIOBase
from pathlib import Path
from typing import Any

import pytest
from case_folders import case_folder, complaint, findings_by_path, soon

from policyscore.reading import files
from policyscore.reading.files import LARGEST, read_text
from policyscore.reading.yaml_reader import read_yaml


def of_size(size: int) -> bytes:
    return b"a: " + b"x" * (size - 4) + b"\n"


def test_the_limit_is_a_mebibyte() -> None:
    assert LARGEST == 1_048_576


@pytest.mark.parametrize("size", [LARGEST - 1, LARGEST])
def test_a_file_of_a_mebibyte_is_read(tmp_path: Path, size: int) -> None:
    (tmp_path / "x.yaml").write_bytes(of_size(size))
    text = read_text(tmp_path / "x.yaml", "x.yaml")
    assert isinstance(text, str)
    document, findings = read_yaml(text, "x.yaml")
    assert findings == []
    assert document is not None
    assert document.data == {"a": "x" * (size - 4)}


@pytest.mark.parametrize("size", [LARGEST + 1, LARGEST * 3])
def test_a_larger_file_is_refused(tmp_path: Path, size: int) -> None:
    (tmp_path / "x.yaml").write_bytes(of_size(size))
    finding = complaint(tmp_path / "x.yaml")
    assert finding.rule.name == "too-large"
    assert finding.message == "The file is larger than 1 MiB."
    assert "keep data elsewhere" in finding.hint


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    root = case_folder(tmp_path)
    with (root / "options" / "a.yaml").open("wb") as stream:
        stream.truncate(1 << 40)  # takes no room on the disk
    assert findings_by_path(root) == {"options/a.yaml": "too-large"}


def hand_out(chunk: Callable[[RawIOBase, int], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files be handed out as `chunk` says, of a stream and the bytes asked for."""

    class Stream:
        def __init__(self, descriptor: int, *_: Any, **__: Any) -> None:
            self.real: Any = open(descriptor, "rb", buffering=0)  # noqa: SIM115

        def __enter__(self) -> "Stream":
            return self

        def __exit__(self, *_: object) -> None:
            self.real.close()

        def read(self, size: int) -> bytes:
            return chunk(self.real, size)

    monkeypatch.setattr(files, "open", Stream, raising=False)


def test_a_file_handed_out_in_pieces_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "title: é\n" * 50
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    hand_out(lambda stream, size: stream.read(min(size, 7)) or b"", monkeypatch)
    assert read_text(tmp_path / "x.yaml", "x.yaml") == text


def test_a_file_that_grows_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.yaml").write_bytes(b"a: 1\n")
    asked: list[int] = []

    def endless(_: RawIOBase, size: int) -> bytes:
        asked.append(size)
        return b"x" * size

    hand_out(endless, monkeypatch)
    finding = soon(lambda: complaint(tmp_path / "x.yaml"))
    assert finding.rule.name == "too-large"
    assert sum(asked) <= 2 * LARGEST
