"""`schema` prints schemas, writes those of a case, and tells whether they are fresh."""

import json
import os
import stat
from pathlib import Path

import pytest
from editor_cases import write_case

from policyscore.cli.app import run
from policyscore.cli.starting import starter_files
from policyscore.editors.json_schema import KINDS, schema_for

SCHEMAS = [f".policyscore/{kind}.schema.json" for kind in KINDS]
BARE = {
    path: "".join(line for line in text.splitlines(True) if "yaml-language-server" not in line)
    for path, text in starter_files().items()
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case whose files have no comments for editors."""
    return write_case(tmp_path / "case", BARE).resolve()


def contents(root: Path) -> dict[str, bytes]:
    """Every file under a directory, by its path in it."""
    found = [path for path in root.rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_the_schema_of_a_kind_of_file(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", kind]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out) == schema_for(kind)
    assert shown.err == ""


def test_it_writes_a_schema_to_a_file(tmp_path: Path) -> None:
    assert run(["schema", "option", "--output", str(tmp_path / "option.json")]) == 0
    assert json.loads((tmp_path / "option.json").read_text("utf-8")) == schema_for("option")


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["opinion"],
        ["option", "--write"],
        ["option", "--check"],
        ["--write", "--check"],
        ["--write", "--output", "x"],
    ],
)
def test_a_command_line_that_asks_for_nothing_or_too_much_is_wrong_usage(
    words: list[str], case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(case), "schema", *words]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "schema --help" in shown.err
    assert not (case / ".policyscore").exists()


def test_it_writes_schemas_and_comments_and_says_which(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(case)
    assert run(["schema", "--write", "-C", str(case)]) == 0
    named = [*SCHEMAS, "policyscore.yaml", *(path for path in sorted(BARE) if "/" in path)]
    assert capsys.readouterr().out.splitlines() == named
    after = contents(case)
    assert set(after) == {*before, *SCHEMAS}
    for path, content in before.items():
        added = after[path].removesuffix(content)
        assert added.startswith(b"# yaml-language-server: $schema=")
        assert added.count(b"\n") == 1
        schema = (case / path).parent / added.decode().strip().partition("=")[2]
        assert schema.resolve() in map(case.joinpath, SCHEMAS)


def test_doing_it_again_writes_nothing(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["schema", "--write", "-C", str(case)])
    before = {path: path.stat().st_mtime_ns for path in case.rglob("*")}
    capsys.readouterr()
    assert run(["schema", "--write", "-C", str(case / "options")]) == 0
    assert capsys.readouterr().out == ""
    assert {path: path.stat().st_mtime_ns for path in case.rglob("*")} == before


def test_check_lists_what_is_stale_and_touches_nothing(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(case)
    assert run(["schema", "--check", "-C", str(case)]) == 1
    shown = capsys.readouterr()
    assert shown.out.splitlines()[:3] == SCHEMAS
    assert "policyscore schema --write" in shown.err
    assert contents(case) == before
    run(["schema", "--write", "-C", str(case)])
    capsys.readouterr()
    assert run(["schema", "--check", "-C", str(case)]) == 0
    assert capsys.readouterr().out == ""


def test_check_notices_a_schema_that_somebody_has_edited(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["schema", "--write", "-C", str(case)])
    path = case / SCHEMAS[1]
    path.write_text(path.read_text("utf-8").replace('"maximum": 100', '"maximum": 900'), "utf-8")
    capsys.readouterr()
    assert run(["schema", "--check", "-C", str(case)]) == 1
    assert capsys.readouterr().out.splitlines() == [SCHEMAS[1]]


def test_only_what_has_changed_is_written(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["schema", "--write", "-C", str(case)])
    weights = case / "weights" / "balanced.yaml"
    weights.write_text(
        weights.read_text("utf-8").replace("title: Balanced", "title: Even"), "utf-8"
    )
    capsys.readouterr()
    assert run(["schema", "--write", "-C", str(case)]) == 0
    assert capsys.readouterr().out.splitlines() == [SCHEMAS[0], SCHEMAS[2]]


def test_byte_order_marks_line_ends_and_modes_stay(case: Path) -> None:
    path = case / "options" / "wait.yaml"
    text = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    before = path.read_bytes()
    assert run(["schema", "--write", "-C", str(case)]) == 0
    line = b"# yaml-language-server: $schema=../.policyscore/option.schema.json\r\n"
    assert path.read_bytes() == b"\xef\xbb\xbf" + line + before[3:]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert run(["validate", "-C", str(case)]) == 0


def test_a_case_with_errors_gets_nothing(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = case / "options" / "wait.yaml"
    path.write_text(path.read_text("utf-8").replace("support: 55", "suport: 55"), "utf-8")
    before = contents(case)
    assert run(["schema", "--write", "-C", str(case)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "No schema is made for a case whose files have errors." in shown.err
    assert "Did you mean `support`?" in shown.err
    assert contents(case) == before


def test_where_there_is_no_case_there_are_no_schemas(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", "--write", "-C", str(tmp_path)]) == 2
    assert "policyscore.yaml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [".policyscore", ".policyscore/option.schema.json"])
def test_no_link_is_followed_out_of_the_case(
    name: str, case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "outside"
    if name == ".policyscore":
        outside.mkdir()
    else:
        (case / ".policyscore").mkdir()
        outside.write_text("mine", "utf-8")
    (case / name).symlink_to(outside)
    before = contents(tmp_path)
    assert run(["schema", "--write", "-C", str(case)]) == 1
    assert "is a link that leads outside" in capsys.readouterr().err
    assert contents(tmp_path) == before


def test_a_file_of_the_case_behind_a_link_inside_it_gets_its_comment(case: Path) -> None:
    path = case / "options" / "wait.yaml"
    (case / "shared").mkdir()
    path.rename(case / "shared" / "wait.yaml")
    path.symlink_to(case / "shared" / "wait.yaml")
    assert run(["schema", "--write", "-C", str(case)]) == 0
    assert path.is_symlink()
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../.policyscore/")


@pytest.mark.parametrize("name", [".policyscore", ".policyscore/option.schema.json"])
def test_what_is_in_the_way_is_not_replaced_nor_waited_for(
    name: str, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (case / name).parent.mkdir(exist_ok=True)
    os.mkfifo(case / name)
    before = contents(case)
    assert run(["schema", "--write", "-C", str(case)]) == 1
    assert capsys.readouterr().out == ""
    assert contents(case) == before


def test_a_file_that_the_comment_would_make_too_large_stays_as_it_is(case: Path) -> None:
    path = case / "options" / "wait.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + "#" * ((1 << 20) - len(text.encode()) - 1) + "\n", "utf-8")
    before = path.read_bytes()
    assert run(["schema", "--write", "-C", str(case)]) == 0
    assert path.read_bytes() == before
    assert run(["schema", "--check", "-C", str(case)]) == 0


def test_a_folder_that_cannot_be_made_is_complained_of(
    case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    before = contents(case)
    assert run(["schema", "--write", "-C", str(case)]) == 2
    assert "`.policyscore` cannot be made: Permission denied." in capsys.readouterr().err
    assert contents(case) == before


def test_the_starter_files_carry_the_comment() -> None:
    files = starter_files()
    assert {path for path in files if files[path] == BARE[path]} == set()
