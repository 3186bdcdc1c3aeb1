"""`diff --merge`: what a clean merge does to the front-runner, though neither side does."""

import json
from collections.abc import Callable

from diff_repository import Ran, Repository

Diff = Callable[..., Ran]
BRIDGE = "title: A bridge\nscores:\n  cost: {cost}\n\n\n\n  speed: {speed}\n"


def branches(repository: Repository, ours: tuple[int, int], theirs: tuple[int, int]) -> None:
    """Commit a base and two branches that give the bridge other scores (cost, speed)."""
    repository.write("options/bridge.yaml", BRIDGE.format(cost=90, speed=80))
    repository.commit("base")
    repository.git("tag", "base")
    for name, (cost, speed) in (("ours", ours), ("theirs", theirs)):
        repository.git("checkout", "--quiet", "-B", name, "base")
        repository.write("options/bridge.yaml", BRIDGE.format(cost=cost, speed=speed))
        repository.commit(name)


def test_two_edits_that_flip_only_together_are_a_conflict(
    repository: Repository, diff: Diff
) -> None:
    # Even: the ferry has 60, the bridge 45; each side adds 10.
    branches(repository, (70, 80), (90, 100))
    ran = diff(repository.root, "--merge", "base", "ours", "theirs", "-f", "json")
    found = json.loads(ran.out)
    assert ran.code == 1
    assert found["conflict"]
    [even] = [p for p in found["profiles"] if p["profile"] == "even"]
    assert even["base"] == even["ours"] == even["theirs"] == ["ferry"]
    assert even["merged"] == ["bridge"]
    repository.git("checkout", "--quiet", "--detach", "ours")
    repository.git("merge", "--quiet", "theirs")  # git sees no conflict
    screen = " ".join(diff(repository.root, "--merge", "base", "ours", "theirs").out.split())
    assert "although the text merges cleanly" in screen
    assert "together are enough for it" in screen


def test_a_side_that_flips_by_itself_is_no_conflict_of_the_merge(
    repository: Repository, diff: Diff
) -> None:
    branches(repository, (40, 80), (90, 81))
    ran = diff(repository.root, "--merge", "base", "ours", "theirs", "-f", "json")
    assert ran.code == 0
    assert not json.loads(ran.out)["conflict"]


def test_a_conflict_in_the_text_is_left_to_git(repository: Repository, diff: Diff) -> None:
    branches(repository, (70, 80), (60, 80))
    ran = diff(repository.root, "--merge", "base", "ours", "theirs")
    assert ran.code == 2
    assert "`options/bridge.yaml`" in ran.err


def test_a_merge_that_is_no_valid_case_is_named(repository: Repository, diff: Diff) -> None:
    repository.git("tag", "base")
    repository.git("checkout", "--quiet", "-b", "ours")
    repository.git("rm", "--quiet", "options/bridge.yaml")
    repository.commit("no bridge")
    repository.git("checkout", "--quiet", "-b", "theirs", "base")
    ferry = "title: A ferry\nconflicts-with: [bridge]\nscores: {cost: 30, speed: 50}\n"
    repository.write("options/ferry.yaml", ferry)
    repository.commit("not both")
    ran = diff(repository.root, "--merge", "base", "ours", "theirs")
    assert ran.code == 1
    assert "the merge:options/ferry.yaml:2:" in ran.err


def test_options_without_effect_on_a_merge_are_refused(repository: Repository, diff: Diff) -> None:
    ran = diff(repository.root, "--merge", "HEAD", "HEAD", "HEAD", "--only-if-material")
    assert ran.code == 2
