"""`validate`: which cases and files it looks at, and what it says of them."""

import os
from pathlib import Path

import pytest
from cli_program import BRIDGE, change, copy_of_bridge, policyscore


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    case = copy_of_bridge(tmp_path)
    change(case / "options" / "rebuild.yaml", "summary:", "sumary:")
    change(case / "options" / "close-now.yaml", "stance: opposes", "stance: oppose")
    change(case / "weights" / "treasurer.yaml", "  trust: 1\n", "")
    return case


def places(text: str) -> list[str]:
    """The files that findings are about, in order."""
    lines = [line for line in text.splitlines() if " error[" in line]
    return [line.split(":")[0] for line in lines]


def test_a_whole_case_is_checked_without_arguments(broken: Path) -> None:
    outcome = policyscore("validate", cwd=broken)
    assert outcome.code == 1
    assert places(outcome.out) == [
        "options/close-now.yaml",
        "options/rebuild.yaml",
        "weights/treasurer.yaml",
    ]
    assert outcome.err == "11 files checked: 3 errors.\n"


def test_each_finding_has_its_place_its_line_a_caret_and_a_way_out(broken: Path) -> None:
    first = policyscore("validate", "options/rebuild.yaml", cwd=broken).out.split("\n\n")[0]
    lines = first.splitlines()
    assert lines[0].startswith("options/rebuild.yaml:2:1 error[unknown-key] `sumary`")
    assert lines[1].startswith("    2 | sumary: 新しい橋")
    assert lines[2] == "        ^^^^^^"
    assert lines[3] == "  Did you mean `summary`?"


def test_a_file_shows_only_its_own_findings(broken: Path) -> None:
    outcome = policyscore("validate", "options/rebuild.yaml", cwd=broken)
    assert places(outcome.out) == ["options/rebuild.yaml"]
    assert outcome.code == 1
    assert outcome.err == "1 file checked: 1 error.\n"


def test_several_files_of_a_case_are_checked_together(broken: Path) -> None:
    outcome = policyscore(
        "validate",
        "weights/treasurer.yaml",
        "options/rebuild.yaml",
        "options/rebuild.yaml",
        cwd=broken,
    )
    assert places(outcome.out) == ["options/rebuild.yaml", "weights/treasurer.yaml"]
    assert outcome.err == "2 files checked: 2 errors.\n"


def test_the_file_of_the_case_stands_for_all_of_it(broken: Path) -> None:
    outcome = policyscore("validate", "policyscore.yaml", "options/rebuild.yaml", cwd=broken)
    assert len(places(outcome.out)) == 3


def test_a_good_file_of_a_broken_case_is_fine(broken: Path) -> None:
    outcome = policyscore("validate", "options/limit-speed.yaml", cwd=broken)
    assert outcome.code == 0
    assert " error[" not in outcome.out


def test_several_cases_are_checked_and_counted_together(broken: Path) -> None:
    folder = broken.parent
    assert policyscore("init", "fine", cwd=folder).code == 0
    outcome = policyscore("validate", "fine", "bridge", cwd=folder)
    assert outcome.code == 1
    assert set(places(outcome.out)) == {
        "bridge/options/close-now.yaml",
        "bridge/options/rebuild.yaml",
        "bridge/weights/treasurer.yaml",
    }
    assert outcome.err.startswith("17 files checked: 3 errors")


def test_files_of_several_cases_are_each_checked_in_their_own(broken: Path, tmp_path: Path) -> None:
    assert policyscore("init", "fine", cwd=tmp_path).code == 0
    outcome = policyscore(
        "validate", "fine/options/wait.yaml", broken / "options" / "rebuild.yaml", cwd=tmp_path
    )
    assert places(outcome.out) == ["bridge/options/rebuild.yaml"]
    assert outcome.err.startswith("2 files checked: 1 error")


def test_a_folder_inside_a_case_means_the_case(broken: Path) -> None:
    assert len(places(policyscore("validate", "weights", cwd=broken).out)) == 3


def test_paths_are_looked_for_here_and_then_in_the_folder_of_c(broken: Path) -> None:
    outcome = policyscore("validate", "options/rebuild.yaml", "-C", broken, cwd=broken.parent)
    assert places(outcome.out) == ["bridge/options/rebuild.yaml"]


@pytest.mark.parametrize("name", ["notes.txt", "options/notes.txt", "docs/rebuild.yaml"])
def test_a_file_that_is_none_of_the_case_is_told(name: str, broken: Path) -> None:
    (broken / "docs").mkdir()
    (broken / name).write_text("title: no\n")
    outcome = policyscore("validate", name, cwd=broken)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"policyscore: `{name}` is not a file of the case in `{broken.resolve()}`: "
        "those are `policyscore.yaml`, `options/*.yaml` and `weights/*.yaml`.\n"
    )


def test_a_file_outside_any_case_is_told(tmp_path: Path) -> None:
    (tmp_path / "lonely.yaml").write_text("title: no\n")
    outcome = policyscore("validate", "lonely.yaml", cwd=tmp_path)
    assert outcome.code == 2
    assert f"There is no `policyscore.yaml` in `{tmp_path.resolve()}`" in outcome.err


def test_a_path_that_is_missing_is_told() -> None:
    outcome = policyscore("validate", "options/missing.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == ("policyscore: There is no file or directory `options/missing.yaml`.\n")


def test_a_misnamed_file_is_found_though_it_would_be_passed_over(broken: Path) -> None:
    (broken / "options" / "rebuild.yaml").rename(broken / "options" / "rebuild.yml")
    outcome = policyscore("validate", "options/rebuild.yml", cwd=broken)
    assert outcome.code == 1
    assert "options/rebuild.yml:1:1 error[file-name]" in outcome.out


def test_a_pipe_among_the_options_is_told_and_hangs_nothing(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    os.mkfifo(case / "options" / "pipe.yaml")
    outcome = policyscore("validate", cwd=case)
    assert outcome.code == 1
    assert "options/pipe.yaml:1:1 error[not-a-regular-file]" in outcome.out


def test_an_empty_case_file_is_told_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "policyscore.yaml").touch()
    outcome = policyscore("validate", cwd=tmp_path)
    assert outcome.code == 1
    assert outcome.out.startswith("policyscore.yaml:1:1 error[empty-file] ")


def test_every_line_of_a_finding_that_names_a_place_stays_whole(broken: Path) -> None:
    wide = policyscore("validate", cwd=broken, columns=200).out.splitlines()
    narrow = policyscore("validate", cwd=broken, columns=40).out.splitlines()
    heads = [line for line in wide if " error[" in line]
    assert heads == [line for line in narrow if " error[" in line]
    assert max(map(len, heads)) > 80


def test_the_bridge_itself_has_no_error() -> None:
    outcome = policyscore("validate", cwd=BRIDGE)
    assert outcome.code == 0
    assert " error[" not in outcome.out
    assert outcome.err.startswith("11 files checked: ")
