"""Profiles by id, by path, several, all, and none where the case has no default."""

import json
from pathlib import Path

import pytest
from cli_program import BRIDGE, change, copy_of_bridge, policyscore

OWN = """\
title: My own view
points: {collapse-risk: 1, rescue-time: 1, cost: 1, trade: 1, trust: 1}
"""


def profile_of(*arguments: str | Path, cwd: Path = BRIDGE) -> str:
    outcome = policyscore(*arguments, "--format", "json", cwd=cwd)
    assert outcome.code == 0, outcome.err
    return str(json.loads(outcome.out)["profile"]["id"])


@pytest.mark.parametrize(
    "command", [("rank",), ("show", "rebuild", "-p"), ("why", "rebuild", "close-now", "-p")]
)
def test_the_default_profile_is_taken_unless_another_is_named(command: tuple[str, ...]) -> None:
    assert profile_of(*(word for word in command if word != "-p")) == "everyone"
    assert profile_of(*command, "treasurer") == "treasurer"
    assert profile_of(*command, "weights/treasurer.yaml") == "treasurer"


def test_a_weights_file_of_the_case_is_the_profile_of_that_id(tmp_path: Path) -> None:
    absolute = BRIDGE / "weights" / "treasurer.yaml"
    assert profile_of("rank", absolute) == "treasurer"
    assert profile_of("rank", "-C", BRIDGE, "weights/treasurer.yaml", cwd=tmp_path) == "treasurer"
    assert profile_of("rank", "treasurer.yaml", cwd=BRIDGE / "weights") == "treasurer"


def test_a_weights_file_from_anywhere_is_a_profile_too(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN)
    outcome = policyscore("rank", own, "--format", "json")
    data = json.loads(outcome.out)
    assert data["profile"]["title"] == "My own view"
    assert set(data["profile"]["weights"].values()) == {0.2}


def test_files_and_ids_go_together(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN)
    outcome = policyscore("rank", "treasurer", own)
    assert outcome.code == 0
    assert " A  Treasurer first  treasurer\n B  My own view  " in outcome.out


def test_a_broken_weights_file_from_anywhere_is_told_at_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(OWN.replace("trade: 1", "traed: 1"))
    outcome = policyscore("rank", own)
    assert (outcome.code, outcome.out) == (1, "")
    assert f"{own}:2:" in outcome.err
    assert "Did you mean `trade`?" in outcome.err
    assert outcome.err.splitlines()[-1].startswith("policyscore: These files cannot be used: ")


def test_an_unknown_profile_gets_a_suggestion_or_a_list() -> None:
    near = policyscore("rank", "tresurer")
    assert near.err == ("policyscore: There is no profile `tresurer`. Did you mean `treasurer`?\n")
    far = policyscore("rank", "xyz")
    assert far.err == (
        "policyscore: There is no profile `xyz`. "
        "There is `everyone`, `fire-brigade`, `treasurer`.\n"
    )
    assert near.code == far.code == 2


def test_all_ranks_under_every_profile() -> None:
    outcome = policyscore("rank", "--all", "--format", "json")
    profiles = [r["profile"]["id"] for r in json.loads(outcome.out)["rankings"]]
    assert profiles == ["everyone", "fire-brigade", "treasurer"]


def test_all_and_a_profile_contradict_each_other() -> None:
    outcome = policyscore("rank", "--all", "treasurer")
    assert outcome.code == 2
    assert "`--all` already names every profile; drop one of the two." in outcome.err


def test_a_case_without_a_default_asks_for_a_profile(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "policyscore.yaml", "default-profile: everyone\n", "")
    outcome = policyscore("rank", cwd=case)
    assert outcome.code == 2
    assert "`everyone`, `fire-brigade`, `treasurer`" in outcome.err
    assert policyscore("rank", "treasurer", cwd=case).code == 0


def test_a_case_with_one_profile_needs_no_default(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "policyscore.yaml", "default-profile: everyone\n", "")
    for name in ("everyone", "fire-brigade"):
        (case / "weights" / f"{name}.yaml").unlink()
    assert profile_of("rank", cwd=case) == "treasurer"


def test_a_case_without_any_profile_says_so(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "policyscore.yaml", "default-profile: everyone\n", "")
    for path in (case / "weights").iterdir():
        path.unlink()
    for arguments in (("rank",), ("rank", "--all"), ("show", "rebuild")):
        outcome = policyscore(*arguments, cwd=case)
        assert outcome.code == 2
        assert "none yet" in outcome.err
