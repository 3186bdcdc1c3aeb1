"""PS410 zero-weight, PS412 stale-weights, PS418 same-profile."""

from typing import Any

from quality_cases import broken, criterion, decide, files_of, place

from policyscore.case.directory import Files
from policyscore.reading.rules import SAME_PROFILE, STALE_WEIGHTS, ZERO_WEIGHT
from policyscore.weighing.fingerprint import fingerprint

OPTIONS = {
    "wait": {"gain": 10, "lead": 50, "home-front": 5},
    "talk": {"gain": 60, "lead": 9, "home-front": 80},
}


def test_zero_weights_are_counted_and_named_at_the_first_once_for_a_profile() -> None:
    weights = {"view": {"gain": 3, "lead": 0, "home-front": 0}}
    (found,) = broken(ZERO_WEIGHT, files_of(OPTIONS, weights))
    assert place(found) == ("weights/view.yaml", "lead")
    assert found.message == "Under View 2 of 3 criteria have no weight: Lead and Home front."
    assert "worst end" in found.hint


def test_the_smallest_weight_is_a_weight() -> None:
    weights = {"view": {"gain": 3, "lead": 1e-9, "home-front": 1}}
    assert broken(ZERO_WEIGHT, files_of(OPTIONS, weights)) == []


def test_a_group_without_weight_leaves_its_criteria_without() -> None:
    pair = {"gain": criterion("Gain"), "lead": criterion("Lead")}
    tree = {"group": {"title": "Group", "criteria": pair}, "home-front": criterion("Home front")}
    weights = {
        "view": {
            "points": {"group": 0, "home-front": 1},
            "within": {"group": {"swing": {"gain": 100, "lead": 50}}},
        }
    }
    (found,) = broken(ZERO_WEIGHT, files_of(OPTIONS, weights, criteria=tree))
    assert place(found) == ("weights/view.yaml", "gain")
    assert found.message == "Under View 2 of 3 criteria have no weight: Gain and Lead."


def prints() -> dict[str, str]:
    """The fingerprints of the criteria of the case."""
    decision, _ = decide(files_of(OPTIONS))
    return {key: fingerprint(c) for key, c in decision.case.criteria.items()}


def weighed_on(scales: dict[str, str]) -> Files:
    points = {"gain": 3, "lead": 2, "home-front": 1}
    return files_of(OPTIONS, {"view": {"scales": scales, "points": points}})


def test_fingerprints_that_fit_are_fine_and_a_profile_may_have_none() -> None:
    assert broken(STALE_WEIGHTS, weighed_on(prints())) == []
    assert broken(STALE_WEIGHTS, weighed_on({})) == []


def test_a_scale_that_changed_is_reported_on_its_line_with_the_new_fingerprint() -> None:
    (found,) = broken(STALE_WEIGHTS, weighed_on({**prints(), "lead": "0ld0ld00"}))
    assert place(found) == ("weights/view.yaml", "lead")
    now = prints()["lead"]
    assert found.message == (
        "The weight of Lead under View was given on a scale with other ends (`0ld0ld00`) than the "
        f"case has now (`{now}`)."
    )
    assert found.hint.endswith(f'then write `lead: "{now}"`.')


def test_a_criterion_that_left_the_case_is_named() -> None:
    (found,) = broken(STALE_WEIGHTS, weighed_on({**prints(), "cost": "12ab34cd"}))
    assert place(found) == ("weights/view.yaml", "cost")
    assert found.message == (
        "1 criterion of the 4 that View was weighed on is no longer in the case: `cost`."
    )
    assert "delete its line" in found.hint


def test_a_criterion_that_came_in_since_is_named_with_its_fingerprint() -> None:
    known = prints()
    (found,) = broken(STALE_WEIGHTS, weighed_on({"gain": known["gain"]}))
    assert place(found) == ("weights/view.yaml", "scales")
    assert found.message == "`scales` of View leaves out 2 of 3 criteria: Lead and Home front."
    assert f'`lead: "{known["lead"]}"`, `home-front: "{known["home-front"]}"`.' in found.hint


def test_the_words_in_the_middle_of_a_scale_may_change() -> None:
    def with_scale(scale: dict[int, str], scales: dict[str, str]) -> Files:
        tree: dict[str, Any] = {key: criterion(key.title(), scale=scale) for key in OPTIONS["wait"]}
        view = {"scales": scales, "points": {"gain": 3, "lead": 2, "home-front": 1}}
        return files_of(OPTIONS, {"view": view}, criteria=tree)

    first = {0: "nobody cares", 50: "some do", 100: "everybody cares"}
    decision, _ = decide(with_scale(first, {}))
    known = {key: fingerprint(c) for key, c in decision.case.criteria.items()}
    assert broken(STALE_WEIGHTS, with_scale({**first, 50: "half of them do"}, known)) == []
    assert len(broken(STALE_WEIGHTS, with_scale({**first, 100: "half of them do"}, known))) == 3


def test_profiles_of_the_same_weights_are_reported_at_the_later_id() -> None:
    weights = {
        "east": {"gain": 1, "lead": 2, "home-front": 5},
        "west": {"swing": {"gain": 20, "lead": 40, "home-front": 100}},
    }
    (found,) = broken(SAME_PROFILE, files_of(OPTIONS, weights))
    assert place(found) == ("weights/west.yaml", "title")
    assert found.message == "West (`west`) has the weights of East (`east`) on all 3 criteria."
    assert "Keep one" in found.hint


def test_profiles_that_differ_by_more_than_a_billionth_are_two() -> None:
    for off, same in ((5e-9, 0), (5e-10, 1)):
        weights = {
            "east": {"gain": 0.1, "lead": 0.2, "home-front": 0.7},
            "west": {"gain": 0.1 + off, "lead": 0.2 - off, "home-front": 0.7},
        }
        assert len(broken(SAME_PROFILE, files_of(OPTIONS, weights))) == same


def test_of_three_that_are_the_same_the_two_later_ones_are_reported() -> None:
    same = {"gain": 1, "lead": 2, "home-front": 5}
    weights = {"b": same, "a": same, "c": same, "d": {"gain": 5, "lead": 2, "home-front": 1}}
    found = broken(SAME_PROFILE, files_of(OPTIONS, weights))
    assert [f.path for f in found] == ["weights/b.yaml", "weights/c.yaml"]
