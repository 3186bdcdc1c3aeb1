"""Edits: each change is named in the words of the domain, and what belongs together is one edit."""

import copy
from typing import Any

import pytest
from case_pairs import CaseData, criterion, plain_case, side

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.difference import Difference

CaseDatas = tuple[CaseData, CaseData]


def two() -> CaseDatas:
    old = plain_case(
        {"cost": 1.0, "speed": 2.0, "trust": 1.0},
        {"act": [10, 20, 30], "base": [40, 50, 60], "call": [70, 80, 15]},
    )
    return old, copy.deepcopy(old)


def compared(old: CaseData, new: CaseData) -> Difference:
    return compare_sides(side(old), side(new))


def texts(old: CaseData, new: CaseData) -> list[tuple[str, str]]:
    return [(edit.kind, edit.text) for edit in compared(old, new).edits]


def criteria_of(data: CaseData) -> dict[str, Any]:
    found: dict[str, Any] = data["header"]["criteria"]
    return found


def test_a_changed_score_names_criterion_option_and_judge() -> None:
    old, new = two()
    old["options"]["act"]["scores"]["cost"] = {"by": "ada", "likely": 25}
    new["options"]["act"]["scores"]["cost"] = {"by": "ada", "likely": 40}
    assert texts(old, new) == [("score", "Cost of Act, ada: 25 → 40")]


def test_a_changed_weight_says_that_the_others_made_room() -> None:
    old, new = two()
    new["weights"]["plain"]["points"]["trust"] = 2.0
    words = "weight of Trust 25% → 40% (points 1 → 2; the others shrank to make room)"
    assert texts(old, new) == [("weight", words)]


def test_weights_all_multiplied_by_a_number_change_nothing() -> None:
    old, new = two()
    new["weights"]["plain"]["points"] = {"cost": 10, "speed": 20, "trust": 10}
    difference = compared(old, new)
    assert difference.edits == ()
    assert [idle.kind for idle in difference.idle] == ["restated"]


def test_a_weight_changed_among_multiplied_ones_is_the_only_edit() -> None:
    old, new = two()
    new["weights"]["plain"]["points"] = {"cost": 10, "speed": 20, "trust": 20}
    assert [kind for kind, _ in texts(old, new)] == ["weight"]


def test_another_way_of_weighing_is_one_edit() -> None:
    old, new = two()
    new["weights"]["plain"] = {
        "title": "Plain",
        "swing": {"cost": 50, "speed": 100, "trust": 100},
    }
    assert [kind for kind, _ in texts(old, new)] == ["weighing"]


def test_weights_of_which_no_mixture_makes_sense_change_as_one() -> None:
    old, new = two()
    old["weights"]["plain"]["points"] = {"cost": 1, "speed": 0, "trust": 0}
    new["weights"]["plain"]["points"] = {"cost": 0, "speed": 0, "trust": 1}
    assert [kind for kind, _ in texts(old, new)] == ["weighing"]


def test_a_judge_replaced_by_another_is_one_edit() -> None:
    old, new = two()
    old["options"]["act"]["scores"]["cost"] = {"by": "ada", "likely": 25}
    new["options"]["act"]["scores"]["cost"] = {"by": "ben", "likely": 40}
    assert len(texts(old, new)) == 1


def test_a_judge_added_beside_another_is_an_edit_of_its_own() -> None:
    old, new = two()
    old["options"]["act"]["scores"]["cost"] = [{"by": "ada", "likely": 25}]
    new["options"]["act"]["scores"]["cost"] = [
        {"by": "ada", "likely": 30},
        {"by": "ben", "likely": 40},
    ]
    assert sorted(kind for kind, _ in texts(old, new)) == ["judge-added", "score"]


def test_judges_who_take_turns_being_silent_are_one_edit() -> None:
    old, new = two()
    judged = [{"by": "ada", "likely": 25}, {"by": "ben", "likely": 75}]
    for data, weights in ((old, (1.0, 0.0)), (new, (0.0, 1.0))):
        data["options"]["act"]["scores"]["cost"] = judged
        for judge, weight in zip(("ada", "ben"), weights, strict=True):
            data["header"]["experts"][judge]["weight"] = weight
    difference = compared(old, new)
    assert [edit.kind for edit in difference.edits] == ["expert-weight"]
    moved = {m.option: m.change for m in difference.options}
    assert moved["act"] == pytest.approx(12.5)


def test_scores_that_follow_their_scale_are_one_edit_with_it() -> None:
    old, new = two()
    criteria_of(new)["cost"]["scale"] = {0: "none", 10: "all"}
    for option in new["options"].values():
        option["scores"]["cost"] /= 10
    difference = compared(old, new)
    assert [edit.kind for edit in difference.edits] == ["scale"]
    assert all(abs(m.change) < 1e-9 for m in difference.options)


def test_a_bent_value_function_and_a_score_are_two_edits() -> None:
    old, new = two()
    criteria_of(new)["cost"]["value"] = {0: 0, 50: 80, 100: 100}
    new["options"]["act"]["scores"]["cost"] = 30
    assert sorted(kind for kind, _ in texts(old, new)) == ["score", "value-function"]


def test_a_flipped_direction_is_named() -> None:
    old, new = two()
    criteria_of(new)["cost"]["better"] = "lower"
    words = "direction of Cost flipped: higher → lower is better"
    assert texts(old, new) == [("direction", words)]


def test_a_criterion_comes_with_its_weight_and_scores_as_one_edit() -> None:
    old, new = two()
    criteria_of(new)["reach"] = criterion("Reach")
    new["weights"]["plain"]["points"]["reach"] = 4.0
    for option in new["options"].values():
        option["scores"]["reach"] = 5
    assert texts(old, new) == [
        ("criterion-added", "criterion Reach added (with 50% of the weight)")
    ]
    assert [kind for kind, _ in texts(new, old)] == ["criterion-dropped"]


def test_a_criterion_split_into_parts_is_one_edit() -> None:
    old, new = two()
    points = new["weights"]["plain"]["points"]
    del criteria_of(new)["speed"], points["speed"]
    for part in ("speed-at-first", "speed-later"):
        criteria_of(new)[part] = criterion(part.title())
        points[part] = 1.0
        for option in new["options"].values():
            option["scores"][part] = 33
    for option in new["options"].values():
        del option["scores"]["speed"]
    [(kind, words)] = texts(old, new)
    assert kind == "criterion-split"
    assert words.startswith("criterion Speed split into Speed-At-First and Speed-Later")


def test_a_criterion_moved_to_another_group_is_one_edit() -> None:
    old, new = two()
    for data, home in ((old, "one"), (new, "two")):
        tree = criteria_of(data)
        groups: dict[str, Any] = {
            "one": {"title": "One", "criteria": {"cost": tree["cost"]}},
            "two": {"title": "Two", "criteria": {"speed": tree["speed"]}},
        }
        groups[home]["criteria"]["trust"] = tree["trust"]
        data["header"]["criteria"] = groups
        data["weights"]["plain"] = {
            "title": "Plain",
            "points": {"one": 2, "two": 1},
            "within": {home: {"points": dict.fromkeys(groups[home]["criteria"], 1)}},
        }
    difference = compared(old, new)
    assert [edit.kind for edit in difference.edits] == ["criterion-moved"]
    assert all(abs(sum(m.by.values()) - m.change) < 1e-9 for m in difference.options)


def test_levels_of_a_profile_change_number_by_number() -> None:
    old, new = two()
    for data, inner in ((old, 1.0), (new, 3.0)):
        tree = criteria_of(data)
        data["header"]["criteria"] = {
            "one": {"title": "One", "criteria": {k: tree[k] for k in ("cost", "speed")}},
            "trust": tree["trust"],
        }
        data["weights"]["plain"] = {
            "title": "Plain",
            "points": {"one": 2, "trust": inner},
            "within": {"one": {"points": {"cost": inner, "speed": 1}}},
        }
    assert [kind for kind, _ in texts(old, new)] == ["weight", "weight"]


def test_a_renamed_option_is_neither_dropped_nor_added() -> None:
    old, new = two()
    new["options"]["acting"] = new["options"].pop("act")
    new["header"]["baseline"] = "base"
    old["header"]["baseline"] = "base"
    difference = compared(old, new)
    assert difference.edits == ()
    assert [(idle.kind, idle.subjects) for idle in difference.idle] == [
        ("renamed", ("act", "acting"))
    ]
    assert not difference.order_changed


def test_a_renamed_criterion_keeps_its_weight_and_scores() -> None:
    old, new = two()
    tree = criteria_of(new)
    new["header"]["criteria"] = {("price" if k == "cost" else k): c for k, c in tree.items()}
    points = new["weights"]["plain"]["points"]
    points["price"] = points.pop("cost")
    for option in new["options"].values():
        option["scores"]["price"] = option["scores"].pop("cost")
    new["options"]["act"]["scores"]["price"] = 90
    difference = compared(old, new)
    assert [edit.kind for edit in difference.edits] == ["score"]
    assert ("cost", "price") in [idle.subjects for idle in difference.idle]


def test_options_with_little_in_common_are_dropped_and_added() -> None:
    old, new = two()
    del new["options"]["call"]
    new["options"]["shout"] = {"title": "Shout", "scores": {"cost": 1, "speed": 2, "trust": 3}}
    assert sorted(kind for kind, _ in texts(old, new)) == ["option-added", "option-dropped"]


def test_words_and_ranges_are_counted_apart() -> None:
    old, new = two()
    old["options"]["act"]["scores"]["cost"] = {"likely": 40, "low": 30, "high": 50}
    new["options"]["act"]["scores"]["cost"] = {
        "likely": 40,
        "low": 20,
        "high": 50,
        "because": "Heard since.",
    }
    new["options"]["act"]["title"] = "Act now"
    new["header"]["question"] = "What now?"
    difference = compared(old, new)
    assert difference.edits == ()
    kinds = sorted(idle.kind for idle in difference.idle)
    assert kinds == ["question", "range", "reason", "title"]
    assert not difference.order_changed
