"""The payloads for programs: JSON with its schema, CSV, Markdown; also of hostile and odd cases."""

import csv
import io
import json
from array import array
from dataclasses import replace

import pytest
from robustness_scenes import (
    CRITERIA,
    HOSTILE,
    OPTIONS,
    bridge,
    changed,
    found_in,
    hostile,
    losing,
    option_shares,
    scene_of,
    screen,
    with_notes,
    with_voices,
)

from policyscore.views.robustness.as_csv import robustness_csv
from policyscore.views.robustness.as_json import MOST_SHARES, robustness_data
from policyscore.views.robustness.markdown import robustness_markdown
from policyscore.views.robustness.scene import Scene


def test_json_has_the_promised_keys() -> None:
    data = json.loads(json.dumps(robustness_data(scene_of(bridge(), found_in())), allow_nan=False))
    assert data["schema"] == "policyscore/robustness/1"
    for name, kind in {"exact": bool, "samples": int, "seed": int, "half_width": float}.items():
        assert isinstance(data[name], kind)
    assert {option["option"] for option in data["options"]} == set(OPTIONS)
    first = data["options"][0]
    assert first["option"] == data["leader"] == "second-bridge"
    assert len(first["acceptability"]) == len(first["errors"]) == len(OPTIONS)
    assert sum(first["acceptability"]) + first["excluded"] == pytest.approx(1)
    assert set(first["central_weights"]) == set(CRITERIA)
    assert first["confidence"] == 0.75
    assert first["expected_rank"] == pytest.approx(1.5)
    assert data["pairwise"]["second-bridge"]["rebuild"] > 0.5
    assert data["profile"] is None


def test_what_is_undefined_is_null() -> None:
    data = robustness_data(scene_of(bridge(), with_notes(found_in(confidence=False))))
    never = next(option for option in data["options"] if option["option"] == "keep-open")
    assert never["central_weights"] is None
    assert never["confidence"] is None
    assert data["pairwise"] is None
    assert data["interrupted"] is True
    assert [cut["share"] for cut in data["cuts"]] == [0.004, 0.0213]


def test_errors_of_too_few_draws_are_null_not_nan() -> None:
    nan = float("nan")
    odd = replace(
        option_shares("close-now", (1.0, 0.0)),
        errors=array("d", [nan, nan]),
        first_error=nan,
        holistic_error=nan,
    )
    scene = scene_of(bridge(), replace(found_in(), options=(odd,), half_width=nan))
    text = json.dumps(robustness_data(scene), allow_nan=False)
    assert json.loads(text)["options"][0]["errors"] == [None, None]
    assert json.loads(text)["half_width"] is None
    (row,) = csv.DictReader(io.StringIO(robustness_csv(scene)))
    assert row["first_error"] == row["holistic_error"] == ""


def test_of_very_many_shares_of_ranks_none_is_in_json_and_it_says_so() -> None:
    ranks = [1 / 257] * 257
    many = tuple(option_shares("rebuild", ranks) for _ in range(257))
    scene = scene_of(bridge(), replace(found_in(), options=many, pairwise=None))
    data = robustness_data(scene)
    assert len(data["options"]) == 257
    for option in data["options"]:
        assert (option["acceptability"], option["errors"]) == (None, None)
        assert option["first"] == ranks[0]
    (said,) = data["left_out"]
    assert said.startswith("With 257 options the share of each rank is left out here; it is in CSV")
    (row, *_) = csv.DictReader(io.StringIO(robustness_csv(scene)))
    assert float(row["rank:257"]) == ranks[0]
    few = robustness_data(replace(scene, top=MOST_SHARES // 257))
    assert few["left_out"] == []
    assert few["options"][-1]["acceptability"] == ranks
    assert len(few["options"][-1]["errors"]) == 257


def test_up_to_256_options_have_the_share_of_each_rank() -> None:
    ranks = [1 / 256] * 256
    every = tuple(option_shares("rebuild", ranks) for _ in range(256))
    data = robustness_data(scene_of(bridge(), replace(found_in(), options=every, pairwise=None)))
    assert all(option["acceptability"] == ranks for option in data["options"])
    assert data["left_out"] == []


def test_json_says_whether_a_precision_was_reached() -> None:
    scene = scene_of(bridge(), found_in())
    said = [
        robustness_data(changed(scene, precision=asked))["precision_reached"]
        for asked in (None, 0.00312, 0.00313)
    ]
    assert said == [None, False, True]
    assert robustness_data(changed(scene, precision=0.01))["precision"] == 0.01


def test_csv_has_a_line_for_each_option_and_exact_numbers() -> None:
    rows = list(csv.DictReader(io.StringIO(robustness_csv(scene_of(bridge(), found_in())))))
    assert [row["option"] for row in rows][:2] == ["second-bridge", "rebuild"]
    assert len(rows) == len(OPTIONS)
    assert float(rows[1]["rank:1"]) == float(rows[1]["first"]) == 0.2998
    assert float(rows[0]["central-weight:trust"]) == 0.3
    assert rows[0]["above_leader"] == ""
    assert rows[-1]["central-weight:trust"] == ""


def test_json_says_what_is_exact_and_what_each_error_is() -> None:
    found = replace(found_in(), exact_parts=("first", "pairwise"), pairwise_half_width=0.0)
    data = robustness_data(scene_of(bridge(), found))
    assert data["exact"] is False
    assert data["exact_parts"] == ["first", "pairwise"]
    assert data["pairwise_half_width"] == 0
    assert data["first_half_width"] == pytest.approx(1.98 * 0.001, rel=0.01)
    first = data["options"][0]
    assert (first["first"], first["first_error"]) == (0.65, 0.001)
    assert first["central_draws"] == 65_000
    assert sum(data["usual_weights"].values()) == pytest.approx(1)


def test_json_has_losing_futures_with_the_sentences_that_tell_them() -> None:
    case = bridge()
    assert robustness_data(scene_of(case, found_in()))["losing_futures"] is None
    data = robustness_data(changed(scene_of(case, found_in()), losing=losing()))["losing_futures"]
    assert (data["option"], data["lost"], data["coverage"]) == ("second-bridge", 0.35, 0.77)
    assert [box["density"] for box in data["boxes"]] == [0.814, 0.4]
    assert data["boxes"][0]["limits"][1] == {
        "kind": "weight",
        "criterion": "trust",
        "above": None,
        "below": 0.25,
        "density_without": 0.4,
        "coverage_without": 0.9,
        "chance": 0.0,
    }
    assert len(data["sentences"]) == 2


def test_json_has_the_camps_of_experts_and_profiles() -> None:
    data = robustness_data(with_voices(scene_of(bridge(), found_in())))
    experts, profiles = data["expert_camps"], data["profile_camps"]
    assert [voice["expert"] for voice in experts["voices"]] == ["engineer", "mayor", "fire-chief"]
    assert [voice["first"] for voice in experts["voices"]][1] == ["keep-open"]
    assert experts["firsts"][0]["experts"] == ["engineer", "fire-chief"]
    assert experts["differ"] == pytest.approx(2 / 3)
    assert profiles["firsts"][0]["profiles"] == ["everyone", "fire-brigade", "treasurer"]
    assert profiles["differ"] == 0
    alone = robustness_data(scene_of(bridge(), found_in()))
    assert (alone["expert_camps"], alone["profile_camps"]) == (None, None)


@pytest.fixture(name="hostile_scene")
def _hostile_scene() -> Scene:
    return with_voices(changed(scene_of(hostile(), found_in()), losing=losing()))


def test_no_title_becomes_an_escape_or_markup_on_a_terminal(hostile_scene: Scene) -> None:
    for width in (40, 80, 140):
        shown = screen(hostile_scene, width)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[red]" in shown
        assert ":smile:" in shown


def test_no_title_becomes_a_formula_in_csv(hostile_scene: Scene) -> None:
    rows = list(csv.DictReader(io.StringIO(robustness_csv(hostile_scene))))
    assert len(rows) == len(OPTIONS)
    assert all(row["title"].startswith("'=") for row in rows)
    assert all("\x1b" not in row["title"] for row in rows)


def test_no_title_ends_a_cell_or_notifies_in_markdown(hostile_scene: Scene) -> None:
    shown = robustness_markdown(hostile_scene)
    assert HOSTILE not in shown
    assert "<b>" not in shown
    assert "@team" not in shown
    table = [line for line in shown.splitlines() if line.startswith("| ")]
    columns = {line.replace("\\|", "").count("|") for line in table}
    assert len(table) == len(OPTIONS) + 2
    assert len(columns) == 1


@pytest.mark.parametrize("width", [1, 40, 52, 60, 80, 100, 110, 140, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    case = bridge()
    single = replace(
        found_in(), options=(option_shares("close-now", (1.0,)),), pairwise={"close-now": {}}
    )
    scenes = [scene_of(case, found) for found in (found_in(), with_notes(found_in()), single)]
    scenes.append(with_voices(changed(scene_of(case, found_in()), losing=losing())))
    for scene in scenes:
        shown = screen(scene, max(width, 40))
        assert all(len(line) <= max(width, 40) for line in shown.splitlines())
        assert "Close it now" in shown


def test_a_thousand_ranks_fit_on_a_screen() -> None:
    many = [1 / 1000] * 1000
    found = replace(found_in(), options=(option_shares("close-now", many),), pairwise=None)
    shown = screen(scene_of(bridge(), found), 80)
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_a_result_without_options_is_no_crash() -> None:
    empty = scene_of(bridge(), replace(found_in(), options=(), pairwise={}))
    assert screen(empty, 80)
    assert robustness_data(empty)["leader"] is None
    assert robustness_csv(empty).startswith("option,title,first")
    assert robustness_markdown(empty).startswith("## ")
