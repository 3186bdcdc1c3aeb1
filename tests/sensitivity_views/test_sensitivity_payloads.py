"""What programs read: JSON of a stable shape, CSV with everything, both without a fault."""

import csv
import io
import json
import math
from pathlib import Path
from typing import Any

import pytest
from sensitivity_view_cases import (
    BRIDGE,
    CLOSE,
    decide,
    made_by_hand,
    near,
    never,
    policyscore,
    scene_of,
    write,
)

from policyscore.views.sensitivity.as_csv import HEADER, sensitivity_csv
from policyscore.views.sensitivity.as_json import newcomer, sensitivity_data

NUMBER = (int, float)
MAYBE_NUMBER = (int, float, type(None))
MAYBE_TEXT = (str, type(None))
FLIP = {"flips_at": MAYBE_NUMBER, "first": MAYBE_TEXT, "share": MAYBE_NUMBER}
RANGE = {"weight": NUMBER, "low": NUMBER, "high": NUMBER, "stuck": MAYBE_TEXT}
SHAPES: dict[str, dict[str, Any]] = {
    "weights": {"criterion": str, **RANGE},
    "groups": {"group": str, **RANGE},
    "local": {"member": str, "within": str, **RANGE},
    "judgements": {
        "option": str,
        "criterion": str,
        "by": str,
        "score": NUMBER,
        "stated": str,
        "because": MAYBE_TEXT,
        "source": MAYBE_TEXT,
        "at": MAYBE_TEXT,
        **FLIP,
    },
    "scores": {"option": str, "criterion": str, "score": NUMBER, **FLIP},
    "ends": {"criterion": str, "end": str, "number": NUMBER, "limit": NUMBER, **FLIP},
    "experts": {"expert": str, "weight": NUMBER, "flips_at": MAYBE_NUMBER, "first": MAYBE_TEXT},
    "rivals": {"option": str, "never": MAYBE_TEXT, "by": MAYBE_TEXT},
    "minds": {"judge": str, "judgements": int},
    "profiles": {"profile": str, "first": MAYBE_TEXT, "firsts": list},
    "left_out": {"kind": str, "id": str, "possible": bool, "changes_first": bool},
}


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    done = policyscore("sensitivity", "--format", "json", cwd=BRIDGE)
    assert (done.code, done.err) == (0, "")
    loaded: dict[str, Any] = json.loads(done.out)
    return loaded


@pytest.mark.parametrize("name", SHAPES)
def test_each_list_holds_what_it_promises(name: str, data: dict[str, Any]) -> None:
    assert data[name], f"the bridge has no {name} to look at"
    for entry in data[name]:
        for key, kind in SHAPES[name].items():
            assert isinstance(entry[key], kind), (name, key, entry[key])


def test_the_contract_of_the_design_is_kept(data: dict[str, Any]) -> None:
    assert data["schema"] == "policyscore/sensitivity/1"
    assert {"criterion", "weight", "low", "high", "breaks"} <= set(data["weights"][0])
    breaks = [b for w in data["weights"] for b in w["breaks"]]
    assert breaks
    assert all(isinstance(b["at"], float) and isinstance(b["first"], str) for b in breaks)
    assert {"weights", "distance", "first"} <= set(data["nearest"])
    assert isinstance(data["nearest"]["first"], str)
    assert math.isclose(sum(data["nearest"]["weights"].values()), 1)
    keys = {"option", "criterion", "by", "score", "flips_at", "first"}
    assert all(keys <= set(judgement) for judgement in data["judgements"])


def test_all_weights_and_judgements_are_there(data: dict[str, Any]) -> None:
    assert [w["criterion"] for w in data["weights"]] == list(data["profile"]["weights"])
    assert len(data["judgements"]) == data["verdict"]["judgements"] == 38
    cannot = [j for j in data["judgements"] if j["flips_at"] is None]
    assert cannot
    assert all(j["first"] is j["share"] is j["down"] is j["up"] is None for j in cannot)


def test_the_distance_is_that_of_the_weights(data: dict[str, Any]) -> None:
    now, nearest = data["profile"]["weights"], data["nearest"]
    distance = sum(abs(now[c] - nearest["weights"][c]) for c in now)
    assert math.isclose(distance, nearest["distance"], abs_tol=1e-9)
    assert math.isclose(nearest["points"], 50 * distance, abs_tol=1e-6)
    changed = [abs(now[c] - nearest["weights"][c]) for c in now]
    assert math.isclose(max(changed), nearest["largest"], abs_tol=1e-9)


def test_what_cannot_change_is_null() -> None:
    decision = decide(CLOSE)
    found = made_by_hand(rivals=(never("b"), never("c", by="a")))
    empty = sensitivity_data(scene_of(decision, found=found), "plain")
    assert (empty["nearest"], empty["nearest_largest"], empty["judgement"]) == (None, None, None)
    assert [(r["nearest"], r["never"], r["by"]) for r in empty["rivals"]] == [
        (None, "beaten", None),
        (None, "dominated", "a"),
    ]
    assert empty["verdict"]["kind"] == "settled"
    assert empty["cross_over"] is None


def test_nobody_first_is_null_as_well() -> None:
    found = made_by_hand(first=(), three=())
    data = sensitivity_data(scene_of(decide(CLOSE), found=found), "plain")
    assert (data["first"], data["firsts"], data["three"]) == (None, [], [])


def test_of_those_who_share_first_place_the_new_one_is_named() -> None:
    assert newcomer(("a", "b"), ("a",)) == "b"
    assert newcomer(("a",), ("a", "b")) == "a"
    assert newcomer((), ("a",)) is None


def test_the_picture_of_one_weight_is_added(data: dict[str, Any]) -> None:
    assert data["cross_over"] is None
    done = policyscore("sensitivity", "--criterion", "money", "-f", "json", cwd=BRIDGE)
    picture = json.loads(done.out)["cross_over"]
    assert picture["range"]["group"] == "money"
    assert {"option", "at_zero", "now", "at_one", "best_place"} <= set(picture["lines"][0])
    assert {"at", "up", "down", "total", "is_first"} <= set(picture["crossings"][0])
    assert [b["at"] for b in picture["range"]["breaks"]] == pytest.approx(
        [c["at"] for c in picture["crossings"] if c["is_first"]]
    )


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_a_line_for_each_number_that_could_move(data: dict[str, Any]) -> None:
    done = policyscore("sensitivity", "-f", "csv", cwd=BRIDGE)
    assert done.code == 0
    read = rows(done.out)
    assert tuple(read[0]) == HEADER
    kinds: dict[str, int] = {}
    for row in read:
        kinds[row["what"]] = kinds.get(row["what"], 0) + 1
    wanted = {
        "weight of criterion": len(data["weights"]),
        "weight of group": len(data["groups"]),
        "judgement": len(data["judgements"]),
        "score": len(data["scores"]),
        "rival": len(data["rivals"]),
        "weight of expert": len(data["experts"]),
        "one judgement of judge": len(data["minds"]),
        "all judgements of judge": len(data["minds"]),
        "profile": len(data["profiles"]),
        "weight in nearest weights": len(data["weights"]),
        "break of weight of criterion": sum(len(w["breaks"]) for w in data["weights"]),
    }
    assert {kind: kinds[kind] for kind in wanted} == wanted
    assert kinds["best end of scale"] + kinds["worst end of scale"] == len(data["ends"])
    for kind in ("criterion", "expert", "source", "option"):
        assert kinds[f"without {kind}"] == sum(o["kind"] == kind for o in data["left_out"])


def test_csv_and_json_say_the_same_of_a_judgement(data: dict[str, Any]) -> None:
    read = rows(policyscore("sensitivity", "-f", "csv", cwd=BRIDGE).out)
    for row, told in zip(
        [r for r in read if r["what"] == "judgement"], data["judgements"], strict=True
    ):
        assert (row["option"], row["criterion"], row["by"]) == (
            told["option"],
            told["criterion"],
            told["by"],
        )
        assert float(row["now"]) == told["score"]
        for way in ("down", "up"):
            at = row[f"{way}_at"]
            assert (float(at) if at else None) == (told[way]["at"] if told[way] else None)


def test_csv_says_what_was_not_sought_and_what_can_only_tie() -> None:
    half = {"cost": 0.5, "speed": 0.5, "trust": 0.0}
    ties = near("b", half, 0.4, strict=None)
    found = made_by_hand(nearest=ties, rivals=(never("c", by="a"),), rivals_left=3)
    read = rows(sensitivity_csv(scene_of(decide(CLOSE), found=found)))
    nearest = next(r for r in read if r["what"] == "nearest weights")
    assert (nearest["first"], nearest["note"], nearest["distance"]) == ("b", "ties only", "0.4")
    assert next(r for r in read if r["what"] == "rival")["note"] == "never first: dominated a"


def test_csv_of_the_picture_has_a_column_for_each_line() -> None:
    done = policyscore("sensitivity", "--criterion", "money", "-f", "csv", cwd=BRIDGE)
    read = rows(done.out)
    weights = [float(row["weight"]) for row in read]
    assert weights == sorted(weights)
    assert (weights[0], weights[-1]) == (0, 1)
    assert {row["what"] for row in read} == {"end", "now", "first place changes", "lines cross"}
    for row in read:
        if row["what"] == "first place changes":
            tied = [float(row[f"total:{option}"]) for option in row["first"].split()]
            assert len(tied) > 1
            assert max(tied) - min(tied) < 1e-6


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    write(tmp_path, CLOSE)
    done = policyscore("sensitivity", "-f", "json", "-o", "out.json", cwd=tmp_path)
    assert (done.code, done.out) == (0, "")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["first"] == "a"


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_an_unknown_criterion_or_profile_is_wrong_usage(form: str) -> None:
    for arguments in (("--criterion", "mony"), ("-p", "everyon")):
        done = policyscore("sensitivity", *arguments, "-f", form, cwd=BRIDGE)
        assert (done.code, done.out) == (2, "")
        assert "Did you mean" in done.err
