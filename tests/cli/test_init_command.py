"""`init`: a small case that validates and ranks, made whole or not at all, over nothing."""

import json
from pathlib import Path
from typing import NoReturn

import pytest
from cli_program import policyscore

SCHEMAS = {f".policyscore/{kind}.schema.json" for kind in ("case", "option", "weights")}
WRITTEN = {
    "policyscore.yaml",
    "options/patrols.yaml",
    "options/protest.yaml",
    "options/wait.yaml",
    "weights/balanced.yaml",
    "weights/deterrence-first.yaml",
}
FILES = WRITTEN | SCHEMAS


def files_in(directory: Path) -> set[str]:
    return {p.relative_to(directory).as_posix() for p in directory.rglob("*") if p.is_file()}


@pytest.mark.parametrize("given", [(), (".",), ("new",), ("new/deep",)], ids=str)
def test_a_new_case_validates_without_an_error_and_ranks(
    given: tuple[str, ...], tmp_path: Path
) -> None:
    outcome = policyscore("init", *given, cwd=tmp_path)
    assert outcome.code == 0
    place = tmp_path.joinpath(*given)
    assert files_in(place) == FILES
    assert {(tmp_path / line).resolve() for line in outcome.out.splitlines()} == {
        (place / name).resolve() for name in FILES
    }
    checked = policyscore("validate", cwd=place)
    assert checked.code == 0
    assert " error[" not in checked.out
    for words in ("rank", "rank --all", "show patrols", "why wait protest"):
        assert policyscore(*words.split(), cwd=place).code == 0


def test_the_command_that_it_names_works(tmp_path: Path) -> None:
    outcome = policyscore("init", "my case", cwd=tmp_path)
    assert outcome.err == "A new case. Rank it with `policyscore rank -C 'my case'`.\n"
    assert policyscore("rank", "-C", "my case", cwd=tmp_path).code == 0


def test_c_before_the_command_says_where(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    outcome = policyscore("-C", "there", "init", "new", cwd=tmp_path)
    assert outcome.code == 0
    assert files_in(tmp_path / "there" / "new") == FILES
    assert "policyscore rank -C there/new" in outcome.err


def test_an_empty_folder_and_other_files_are_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "options").mkdir()
    (tmp_path / "README.md").write_text("mine")
    assert policyscore("init", cwd=tmp_path).code == 0
    assert files_in(tmp_path) == {*FILES, "README.md"}
    assert (tmp_path / "README.md").read_text() == "mine"


@pytest.mark.parametrize(
    "taken",
    ["policyscore.yaml", "options", "options/wait.yaml", "options/mine.yaml", "weights/mine"],
)
def test_nothing_that_is_there_is_touched(taken: str, tmp_path: Path) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("mine")
    outcome = policyscore("init", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert "is there already; `init` replaces nothing." in outcome.err
    assert files_in(tmp_path) == {taken}
    assert (tmp_path / taken).read_text() == "mine"


def test_a_second_init_is_refused(tmp_path: Path) -> None:
    assert policyscore("init", cwd=tmp_path).code == 0
    assert policyscore("init", cwd=tmp_path).code == 2


@pytest.mark.parametrize("name", ["policyscore.yaml", "options"])
def test_a_link_that_leads_nowhere_is_there_too(name: str, tmp_path: Path) -> None:
    (tmp_path / name).symlink_to(tmp_path / "outside")
    assert policyscore("init", cwd=tmp_path).code == 2
    assert not (tmp_path / "outside").exists()


def test_a_link_to_an_empty_folder_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "case" / "options").symlink_to(tmp_path / "elsewhere")
    assert policyscore("init", cwd=tmp_path / "case").code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine")
    outcome = policyscore("init", "new", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "policyscore: `new` cannot be made: File exists.\n"
    assert (tmp_path / "new").read_text() == "mine"


def test_a_folder_that_may_not_be_written_is_told_and_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    outcome = policyscore("init", "new", cwd=tmp_path)
    assert outcome.code == 2
    assert outcome.err == "policyscore: `new` cannot be made: Permission denied.\n"


def test_a_write_that_fails_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def replace(self: Path, target: Path) -> Path:
        written.append(target)
        if len(written) == 4:
            raise OSError(28, "No space left on device")
        return rename(self, target)

    rename = Path.rename
    monkeypatch.setattr(Path, "replace", replace)
    (tmp_path / "new" / "options").mkdir(parents=True)
    outcome = policyscore("init", "new", cwd=tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert "cannot be written: No space left on device." in outcome.err
    assert [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")] == [
        "new",
        "new/options",
    ]
    monkeypatch.undo()
    assert policyscore("init", "new", cwd=tmp_path).code == 0


def test_the_comments_of_the_new_case_teach_the_format(tmp_path: Path) -> None:
    assert policyscore("init", cwd=tmp_path).code == 0
    for name in WRITTEN:
        text = (tmp_path / name).read_text("utf-8")
        assert text.count("#") >= 1, name
        assert max(map(len, text.splitlines())) <= 100, name
    option = (tmp_path / "options" / "protest.yaml").read_text("utf-8")
    for word in ("requires", "conflicts-with", "stances", "likely", "low", "high", "because"):
        assert word in option


def test_the_new_case_shows_what_the_program_can_tell(tmp_path: Path) -> None:
    assert policyscore("init", cwd=tmp_path).code == 0
    data = json.loads(policyscore("rank", "--format", "json", cwd=tmp_path).out)
    kinds = {caution["kind"] for caution in data["cautions"]}
    assert {"fragile-lead", "unknown"} <= kinds
    assert len(data["ranking"]) == 3
