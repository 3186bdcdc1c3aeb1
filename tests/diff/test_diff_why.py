"""`why A B --between OLD NEW`: the gap of two options, explained edit by edit."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from diff_repository import Repository

from policyscore.cli.diff_why import why_between
from policyscore.cli.parameters import Format
from policyscore.decision import UnknownError

Why = Callable[..., str]


@pytest.fixture
def why(repository: Repository, capsys: pytest.CaptureFixture[str]) -> Why:
    """Explains the gap of bridge and ferry between two commits; the second one turns it."""
    repository.score("bridge", 84, 100)
    repository.score("ferry", 36, 50)
    repository.commit("cheaper bridge, dearer ferry")

    def explain(form: Format, between: tuple[str, str] = ("HEAD~1", "HEAD")) -> str:
        why_between(repository.root, ("bridge", "ferry"), between, None, form, None)
        return capsys.readouterr().out

    return explain


def test_the_shares_add_up_to_the_change_of_the_gap(why: Why) -> None:
    found = json.loads(why(Format.JSON))
    lead = found["lead"]
    assert found["schema"] == "policyscore/gap/1"
    assert (lead["option"], lead["over"]) == ("bridge", "ferry")
    assert (lead["old"], lead["new"]) == pytest.approx((-5, 1))
    assert lead["old"] + sum(lead["by"].values()) == pytest.approx(lead["new"], abs=1e-9)
    assert found["flips"][0]["smallest"] == [["e1", "e2"]]


def test_the_screen_says_who_was_and_is_the_better_one(why: Why) -> None:
    out = " ".join(why(Format.TABLE).split())
    assert "A bridge was 5.0 below A ferry and is now 1.0 above it." in out
    assert "e1 and e2 together are enough for it." in out


def test_two_profiles_can_be_set_against_each_other(why: Why) -> None:
    out = " ".join(why(Format.TABLE, ("even", "hasty")).split())
    assert "weight of Speed 50% → 66.7%" in out
    assert "Which of them is the better one does not change." in out


def test_other_forms_hold_the_same_figures(why: Why) -> None:
    rows = list(csv.reader(io.StringIO(why(Format.CSV))))
    assert rows[0] == ["edit", "kind", "text", "points"]
    points = [float(row[3]) for row in rows[1:]]
    assert sum(points[:-1]) == pytest.approx(points[-1], abs=1e-9)
    assert "| e1 |" in why(Format.MARKDOWN)


def test_an_option_that_is_on_one_side_only_has_no_gap(repository: Repository) -> None:
    repository.write("options/swim.yaml", "title: Swim\nscores: {cost: 1, speed: 99}\n")
    repository.commit("swim")
    pair, between = ("swim", "ferry"), ("HEAD~1", "HEAD")
    with pytest.raises(UnknownError, match="old side has no option `swim`"):
        why_between(repository.root, pair, between, None, Format.JSON, None)
