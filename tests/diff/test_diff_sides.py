"""`diff` in real repositories: each kind of side is read, or a clear message says why not."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from diff_repository import CASE, Ran, Repository

from policyscore.cli.starting import start_case

Diff = Callable[..., Ran]


def data(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_a_revision_is_compared_with_the_working_tree(repository: Repository, diff: Diff) -> None:
    repository.score("ferry", 30, 60)
    found = data(diff(repository.root, "HEAD", "-p", "even", "-f", "json"))
    assert found["compared"]["new"]["kind"] == "working-tree"
    assert [edit["kind"] for edit in found["edits"]] == ["score"]
    assert data(diff(repository.root, "-p", "even", "-f", "json")) == found


def test_two_revisions_leave_the_working_tree_and_the_index_alone(
    repository: Repository, diff: Diff
) -> None:
    repository.score("ferry", 30, 60)
    repository.git("tag", "before")
    after = repository.commit("faster")
    repository.score("ferry", 99, 0)
    index = (repository.root / ".git" / "index").read_bytes()
    found = data(diff(repository.root, "before", "HEAD", "-p", "even", "-f", "json"))
    assert [edit["new"] for edit in found["edits"]] == [60]
    assert found["compared"]["new"]["commit"] == after
    assert (repository.root / ".git" / "index").read_bytes() == index
    assert "cost: 99" in (repository.root / "options" / "ferry.yaml").read_text("utf-8")


def test_staged_is_what_is_in_the_index(repository: Repository, diff: Diff) -> None:
    repository.score("ferry", 30, 60)
    repository.git("add", "--all")
    repository.score("ferry", 30, 90)
    found = data(diff(repository.root, "--staged", "-p", "even", "-f", "json"))
    assert [edit["new"] for edit in found["edits"]] == [60]
    assert found["compared"]["new"]["kind"] == "index"


def test_a_file_that_was_deleted_or_renamed_is_told_apart(
    repository: Repository, diff: Diff
) -> None:
    repository.git("mv", "options/ferry.yaml", "options/boat.yaml")
    repository.git("rm", "--quiet", "options/bridge.yaml")
    found = data(diff(repository.root, "--staged", "-p", "even", "-f", "json"))
    assert [edit["kind"] for edit in found["edits"]] == ["option-dropped"]
    assert {"kind": "renamed", "subjects": ["ferry", "boat"]}.items() <= found["without_effect"][
        0
    ].items()


def test_two_profiles_are_compared_under_one_case(repository: Repository, diff: Diff) -> None:
    found = data(diff(repository.root, "even", "weights/hasty.yaml", "-f", "json"))
    assert found["schema"] == "policyscore/diff/1"
    assert [edit["kind"] for edit in found["edits"]] == ["weight"]
    assert found["profile"]["new"]["id"] == "hasty"


def test_a_profile_alone_is_compared_between_head_and_the_working_tree(
    repository: Repository, diff: Diff
) -> None:
    repository.write("weights/even.yaml", "title: Even\npoints:\n  cost: 3\n  speed: 1\n")
    found = data(diff(repository.root, "even", "-f", "json"))
    assert [edit["subjects"] for edit in found["edits"]] == [["cost"]]
    assert found["compared"]["old"]["name"] == "HEAD"


def test_every_profile_of_both_sides_has_a_block(repository: Repository, diff: Diff) -> None:
    repository.score("ferry", 30, 60)
    repository.write("weights/new.yaml", "title: Newcomer\npoints:\n  cost: 3\n  speed: 1\n")
    found = data(diff(repository.root, "HEAD", "-f", "json"))
    assert found["schema"] == "policyscore/diffs/1"
    assert {block["profile"]["new"]["id"] for block in found["diffs"]} == {"even", "hasty"}
    assert found["notes"] == ["Profile Newcomer was added."]


def test_directories_are_compared(repository: Repository, diff: Diff, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.write_case()
    other.score("ferry", 30, 60)
    ran = diff(repository.root, str(repository.root), str(other.root), "-p", "even", "-f", "json")
    assert [edit["new"] for edit in data(ran)["edits"]] == [60]


def test_a_case_in_a_folder_of_its_repository_is_found(tmp_path: Path, diff: Diff) -> None:
    made = Repository(tmp_path / "large")
    made.git("init", "--quiet", "--initial-branch=main")
    made.write_case("decisions/crossing")
    made.commit("one of many")
    made.write(
        "decisions/crossing/options/ferry.yaml", "title: A ferry\nscores: {cost: 1, speed: 50}\n"
    )
    place = made.root / "decisions" / "crossing" / "options"
    for arguments in ((), ("--staged",)):
        found = data(diff(place, *arguments, "-p", "even", "-f", "json"))
        assert len(found["edits"]) == (0 if arguments else 1)


def test_a_bare_repository_has_revisions_to_compare(
    repository: Repository, diff: Diff, tmp_path: Path
) -> None:
    repository.score("ferry", 30, 60)
    repository.commit("faster")
    repository.git("clone", "--quiet", "--bare", str(repository.root), str(tmp_path / "bare.git"))
    found = data(diff(tmp_path / "bare.git", "HEAD~1", "HEAD", "-p", "even", "-f", "json"))
    assert [edit["new"] for edit in found["edits"]] == [60]


def test_another_worktree_has_its_own_files(
    repository: Repository, diff: Diff, tmp_path: Path
) -> None:
    repository.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "side"))
    other = Repository(tmp_path / "side")
    other.score("ferry", 30, 60)
    assert len(data(diff(other.root, "main", "-p", "even", "-f", "json"))["edits"]) == 1
    assert data(diff(repository.root, "main", "-p", "even", "-f", "json"))["edits"] == []


def test_a_shallow_clone_says_that_it_is_shallow(
    repository: Repository, diff: Diff, tmp_path: Path
) -> None:
    repository.score("ferry", 30, 60)
    repository.commit("faster")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", repository.root.as_uri(), str(clone))
    ran = diff(clone, "HEAD~1")
    assert ran.code == 2
    assert "shallow" in ran.err


def test_errors_of_a_revision_are_named_with_it(repository: Repository, diff: Diff) -> None:
    repository.write("options/ferry.yaml", "title: A ferry\nscores: {cost: fast}\n")
    repository.commit("broken")
    repository.score("ferry", 30, 60)
    ran = diff(repository.root, "HEAD")
    assert ran.code == 1
    assert "HEAD:options/ferry.yaml:2:16" in ran.err
    assert ran.out == ""


def test_a_revision_without_the_case_is_said_to_have_none(tmp_path: Path, diff: Diff) -> None:
    made = Repository(tmp_path / "young")
    made.git("init", "--quiet", "--initial-branch=main")
    made.write("README", "Nothing yet.\n")
    made.commit("nothing")
    made.write_case()
    ran = diff(made.root, "HEAD")
    assert ran.code == 2
    assert "There is no case in `HEAD`" in ran.err


@pytest.mark.parametrize("asked", ["nowhere", "--output", "HEAD~9", "weights/none.yaml"])
def test_what_names_nothing_is_complained_of(
    repository: Repository, diff: Diff, asked: str
) -> None:
    ran = diff(repository.root, asked)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_a_profile_cannot_be_compared_with_a_revision(repository: Repository, diff: Diff) -> None:
    ran = diff(repository.root, "even", "HEAD")
    assert ran.code == 2
    assert "two versions of the case" in ran.err


def test_without_a_repository_two_profiles_can_still_be_compared(
    tmp_path: Path, diff: Diff, monkeypatch: pytest.MonkeyPatch
) -> None:
    lone = Repository(tmp_path / "lone")
    lone.write_case()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert diff(lone.root, "even", "hasty").code == 0
    ran = diff(lone.root, "HEAD")
    assert ran.code == 2
    assert "not in a git repository" in ran.err


def test_comments_alone_are_no_edit(repository: Repository, diff: Diff) -> None:
    repository.write("options/ferry.yaml", f"# a boat\n{CASE['options/ferry.yaml']}")
    found = data(diff(repository.root, "-p", "even", "-f", "json"))
    assert found["edits"] == []
    assert found["notes"] == ["1 file changed in comments or layout only."]
    assert not found["order_changed"]


def test_two_directories_are_compared_from_anywhere(tmp_path: Path) -> None:
    for name in ("old", "new"):
        start_case(tmp_path / name)
    profile = tmp_path / "new" / "weights" / "balanced.yaml"
    profile.write_text(profile.read_text("utf-8").replace("support: 40", "support: 80"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "policyscore", "diff", "old", "new", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"kind": "weight"' in done.stdout
