"""`import policyscore as ps; ps.load(path).rank("balanced")` gives what the command line gives."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import policyscore as ps

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path(ps.__file__).resolve().parents[1]


def test_a_notebook_gets_the_numbers_of_the_command_line() -> None:
    command = [sys.executable, "-m", "policyscore", "rank", "balanced", "--format", "json"]
    done = subprocess.run(
        command,
        cwd=ROOT / "options",
        capture_output=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"},
    )
    printed = json.loads(done.stdout)
    ranking = ps.load(ROOT).rank("balanced")
    assert printed["profile"]["weights"] == ranking.weights.criteria
    assert [
        (row["option"], row["rank"], row["value"], row["low"], row["high"], row["contributions"])
        for row in printed["ranking"]
    ] == [
        (r.option, r.rank, r.total.value, r.total.low, r.total.high, r.total.contributions)
        for r in ranking.ranked
    ]
    assert len(ranking.ranked) == len(list((ROOT / "options").glob("*.yaml")))


def test_a_case_is_found_from_a_folder_inside_it() -> None:
    assert ps.load(ROOT / "options").root == ps.load(str(ROOT)).root == ROOT


def test_the_default_profile_is_used_unless_another_is_named() -> None:
    decision = ps.load(ROOT)
    assert decision.rank().profile == decision.default_profile()
    with pytest.raises(ps.UnknownError, match=r"There is no profile `balnced`\. Did you mean"):
        decision.rank("balnced")


def test_what_is_no_case_or_a_broken_one_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ps.NoCaseError):
        ps.load(tmp_path)
    (tmp_path / "policyscore.yaml").write_text("title: [", "utf-8")
    with pytest.raises(ps.CaseError) as caught:
        ps.load(tmp_path)
    assert caught.value.findings


def test_the_package_offers_what_it_lists_and_nothing_else() -> None:
    assert all(getattr(ps, name) is not None for name in ps.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'lod'"):
        getattr(ps, "lod")  # noqa: B009 (a checker of types would refuse the plain form)


def test_a_notebook_gets_the_analyses_of_the_command_line() -> None:
    decision = ps.load(ROOT)
    leader = decision.rank().first[0].option
    assert decision.sensitivity().first == (leader,)
    assert leader in {standing.option for standing in decision.dominance(weights="any").standings}
    with pytest.raises(ps.UnknownError):
        decision.sensitivity("balnced")
