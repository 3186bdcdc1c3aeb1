"""PS404 hidden-veto: a front-runner that is worst of all on what matters most."""

from typing import Any

import pytest
from quality_cases import broken, criterion, files_of, place

from policyscore.quality.veto import MOST_PROFILES, heavy
from policyscore.reading.rules import HIDDEN_VETO

OPTIONS = {
    "wait": {"peace": 40, "gain": 20, "lead": 20},
    "talk": {"peace": 60, "gain": 40, "lead": 40},
    "strike": {"peace": 10, "gain": 100, "lead": 100},
}
WEIGHTS = {"view": {"peace": 40, "gain": 30, "lead": 30}}


def test_a_front_runner_that_is_worst_on_the_heaviest_criterion_is_reported_in_the_profile() -> (
    None
):
    (found,) = broken(HIDDEN_VETO, files_of(OPTIONS, WEIGHTS))
    assert place(found) == ("weights/view.yaml", "peace")
    assert found.message == (
        "Under View the front-runner, Strike, is the worst of all 3 options on Peace, whose weight "
        "is 40.0%: its value there is 10.0, and that of the best option 60.0."
    )
    assert "`at-least`" in found.hint


def test_a_criterion_over_a_quarter_of_the_weight_is_enough_and_a_quarter_is_not() -> None:
    over = {"view": {"peace": 26, "gain": 37, "lead": 37}}
    (found,) = broken(HIDDEN_VETO, files_of(OPTIONS, over))
    assert "whose weight is 26.0%" in found.message
    quarter = {"view": {"peace": 25, "gain": 37, "lead": 38}}
    assert broken(HIDDEN_VETO, files_of(OPTIONS, quarter)) == []


def test_being_second_to_last_is_not_reported() -> None:
    options = {**OPTIONS, "sulk": {"peace": 9, "gain": 0, "lead": 0}}
    assert broken(HIDDEN_VETO, files_of(options, WEIGHTS)) == []


@pytest.mark.parametrize(("low", "reported"), [(49, 1), (50, 0)])
def test_sharing_the_last_place_counts_only_below_the_middle(low: int, reported: int) -> None:
    options = {
        "wait": {"peace": low, "gain": 0, "lead": 0},
        "talk": {"peace": 60, "gain": 40, "lead": 40},
        "strike": {"peace": low, "gain": 100, "lead": 100},
    }
    found = broken(HIDDEN_VETO, files_of(options, WEIGHTS))
    assert len(found) == reported
    assert all("Strike, shares the worst of all 3" in f.message for f in found)


def test_where_all_options_are_alike_nobody_is_worst() -> None:
    options = {key: {**scores, "peace": 10} for key, scores in OPTIONS.items()}
    assert broken(HIDDEN_VETO, files_of(options, WEIGHTS)) == []


def test_two_options_that_share_the_first_place_are_not_reported() -> None:
    options = {**OPTIONS, "raid": OPTIONS["strike"]}
    assert broken(HIDDEN_VETO, files_of(options, WEIGHTS)) == []


def test_a_requirement_that_excludes_the_option_answers_the_question() -> None:
    tree: dict[str, Any] = {key: criterion(key.title()) for key in OPTIONS["wait"]}
    tree["peace"]["at-least"] = 30
    assert broken(HIDDEN_VETO, files_of(OPTIONS, WEIGHTS, criteria=tree)) == []


def test_each_profile_is_looked_at_by_itself() -> None:
    weights = {**WEIGHTS, "dove": {"peace": 80, "gain": 10, "lead": 10}, "hawk": WEIGHTS["view"]}
    found = broken(HIDDEN_VETO, files_of(OPTIONS, weights))
    assert [f.path for f in found] == ["weights/hawk.yaml", "weights/view.yaml"]


def test_a_weight_given_within_a_group_is_found_there() -> None:
    tree = {
        "peace": criterion("Peace"),
        "rest": {
            "title": "The rest",
            "criteria": {"gain": criterion("Gain"), "lead": criterion("Lead")},
        },
    }
    options = {key: {**s, "gain": s["peace"], "peace": s["gain"]} for key, s in OPTIONS.items()}
    weights = {
        "view": {
            "points": {"peace": 30, "rest": 70},
            "within": {"rest": {"swing": {"gain": 100, "lead": 75}}},
        }
    }
    (found,) = broken(HIDDEN_VETO, files_of(options, weights, criteria=tree))
    assert place(found) == ("weights/view.yaml", "gain")


def test_a_criterion_that_no_line_weighs_by_name_is_reported_at_the_title() -> None:
    tree = {
        "calm": {"title": "Calm", "criteria": {"peace": criterion("Peace")}},
        "gain": criterion("Gain"),
        "lead": criterion("Lead"),
    }
    weights = {"view": {"calm": 40, "gain": 30, "lead": 30}}
    (found,) = broken(HIDDEN_VETO, files_of(OPTIONS, weights, criteria=tree))
    assert place(found) == ("weights/view.yaml", "title")


def test_equal_weights_have_no_heaviest_criterion() -> None:
    assert heavy(dict.fromkeys("abcd", 0.25)) == []
    assert heavy(dict.fromkeys("abc", 1 / 3)) == ["a", "b", "c"]
    assert heavy({"a": 0.2, "b": 0.2, "c": 0.15, "d": 0.15, "e": 0.15, "f": 0.15}) == ["a", "b"]
    assert heavy({"a": 0.4, "b": 0.26, "c": 0.24, "d": 0.1}) == ["a", "b"]


def test_a_single_option_is_not_worst_of_all() -> None:
    assert broken(HIDDEN_VETO, files_of({"wait": OPTIONS["strike"]}, WEIGHTS)) == []


def test_only_the_first_two_hundred_profiles_are_looked_at() -> None:
    weights = {f"view-{n:03}": {"peace": 80, "gain": 10, "lead": 10} for n in range(MOST_PROFILES)}
    last = {"view-last": WEIGHTS["view"]}
    assert broken(HIDDEN_VETO, files_of(OPTIONS, {**weights, **last})) == []
    weights.pop("view-000")
    assert len(broken(HIDDEN_VETO, files_of(OPTIONS, {**weights, **last}))) == 1
