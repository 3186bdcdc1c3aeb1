"""What of cases as they are written is exact: profiles of every kind, and one uncertain score."""

import copy
from typing import Any

import pytest
from exact_agreement import agree, decide

from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.results import PARTS
from policyscore.analysis.robustness.robustness import law_of, robustness
from policyscore.analysis.robustness.uncertain.judgement_shapes import cells_of
from policyscore.case.case import Case
from policyscore.decision import Decision

CRITERIA = ("cost", "speed", "trust", "reach")


def criterion(title: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "better": "higher", "scale": {"0": "none", "100": "all"}, **more}


DATA: dict[str, Any] = {
    "header": {
        "policyscore": 1,
        "title": "A case",
        "baseline": "wait",
        "criteria": {
            "price": {
                "title": "Price",
                "criteria": {"cost": criterion("Cost"), "speed": criterion("Speed")},
            },
            "trust": criterion("Trust", **{"at-least": 10}),
            "reach": criterion("Reach"),
        },
        "experts": {
            "ada": {"title": "Ada", "weight": 2},
            "ben": {"title": "Ben", "weight": 1},
        },
    },
    "options": {
        "act": dict(zip(CRITERIA, (60, 50, 75, 70), strict=True)),
        "ask": dict(zip(CRITERIA, (60, 50, 75, 70), strict=True)),
        "dare": dict(zip(CRITERIA, (90, 90, 5, 90), strict=True)),
        "talk": dict(zip(CRITERIA, (80, 10, 30, 55), strict=True)),
        "wait": dict(zip(CRITERIA, (30, 90, 70, 10), strict=True)),
    },
    "weights": {
        "even": {"points": dict.fromkeys(CRITERIA, 1)},
        "fixed": {"points": dict(zip(CRITERIA, (4, 1, 2, 1), strict=True))},
        "ordered": {"order": ["trust", ["cost", "speed"], "reach"]},
        "ranged": {
            "ranges": {"price": {"low": 0.2, "high": 0.6}, "trust": {"high": 0.5}, "reach": "any"},
            "within": {"price": {"points": {"cost": 1, "speed": 3}}},
        },
        "narrow": {"ranges": {key: {"low": 0.1, "high": 0.4} for key in CRITERIA}},
        "inside": {
            "points": {"price": 2, "trust": 1, "reach": 1},
            "within": {"price": {"order": ["speed", "cost"]}},
        },
        "two-open": {
            "ranges": {"price": "any", "trust": "any", "reach": "any"},
            "within": {"price": {"order": ["speed", "cost"]}},
        },
        "group": {"group": {"of": {"even": 1, "ordered": 3}}},
        "of-groups": {"group": {"of": {"group": 1, "fixed": 1}}},
        "two-open-group": {"group": {"of": {"ordered": 1, "ranged": 1}}},
    },
}


@pytest.fixture(scope="module")
def decision() -> Decision:
    return decide(DATA)


@pytest.mark.parametrize(
    ("profile", "per_draw"),
    [
        ("even", 1),
        ("ordered", 1),
        ("ranged", 16),
        ("narrow", 16),
        ("inside", 1),
        ("group", 1),
        ("of-groups", 1),
    ],
)
def test_one_open_level_is_exact(decision: Decision, profile: str, per_draw: int) -> None:
    law = law_of(decision.case, decision.weights, profile, "admissible")
    found = agree(cells_of(decision.case, law), per_draw=per_draw)
    whole = robustness(decision.case, decision.weights, profile)
    assert whole.exact
    assert whole.exact_parts == found.exact_parts == PARTS
    assert (whole.profile, whole.weights) == (profile, "admissible")
    assert whole.of("act").first == whole.of("ask").first > 0
    assert whole.of("dare").excluded == 1
    assert whole.of("dare").central_weights is None
    assert whole.pairwise is not None
    assert whole.pairwise["wait"]["dare"] == 1


@pytest.mark.parametrize("profile", ["two-open", "two-open-group"])
def test_two_open_levels_are_drawn(decision: Decision, profile: str) -> None:
    found = robustness(decision.case, decision.weights, profile, amount=Amount(1_600))
    assert not found.exact
    assert found.exact_parts == ()


@pytest.mark.parametrize(("which", "exact"), [("any", True), ("near", False), ("fixed", True)])
def test_other_weights(decision: Decision, which: str, exact: bool) -> None:
    found = robustness(decision.case, decision.weights, "even", which, Amount(1_600))
    assert found.exact == exact


def test_profiles_count_once_though_groups_hold_them(decision: Decision) -> None:
    found = robustness(decision.case, decision.weights, "even", "profiles")
    single = [key for key, each in decision.weights.items() if not each.members]
    assert len(single) == len(decision.weights) - 3
    assert found.exact
    firsts = [[r.option for r in decision.rank(key).first] for key in single]
    for option in decision.case.options:
        expected = sum((option in first) / len(first) for first in firsts) / len(firsts)
        assert found.of(option).first == pytest.approx(expected, abs=1e-12)
    shares = {"even": 1.0, "group": 3.0}
    found = robustness(decision.case, decision.weights, "even", "profiles", shares=shares)
    weights = found.of("act").central_weights
    assert weights is not None
    mean = {
        key: 0.25 * decision.weights["even"].criteria[key]
        + 0.75 * decision.weights["group"].criteria[key]
        for key in CRITERIA
    }
    assert all("act" in [r.option for r in decision.rank(key).first] for key in shares)
    assert weights == pytest.approx(mean)
    with pytest.raises(ValueError, match="shares"):
        robustness(decision.case, decision.weights, "even", "profiles", shares={})


def test_a_profile_of_another_file_is_one_like_any_other(decision: Decision) -> None:
    inside = decision.case.profiles["inside"]
    profiles = {**decision.case.profiles, "w/other.yaml": inside}
    case = Case(decision.case.header, dict(decision.case.options), profiles)
    weights = {**decision.weights, "w/other.yaml": decision.weights["inside"]}
    found = robustness(case, weights, "w/other.yaml")
    assert found.profile == "w/other.yaml"
    assert found.options == robustness(decision.case, decision.weights, "inside").options


FORMS: dict[str, Any] = {
    "unknown": "unknown",
    "range": {"low": 5, "high": 80},
    "likely": {"low": 0, "likely": 60, "high": 90},
    "normal": {"normal": [20, 15]},
    "beta": {"beta": [2, 3], "low": 0, "high": 100},
    "samples": {"samples": [5, 10, 40, 40, 90]},
    "judges": [{"by": "ada", "likely": 5}, {"by": "ben", "low": 30, "high": 90}],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("criterion", ["trust", "speed"])
@pytest.mark.parametrize("pert", [False, True])
def test_one_uncertain_score_is_exact(form: str, criterion: str, pert: bool) -> None:
    data = copy.deepcopy(DATA)
    data["options"]["act"][criterion] = FORMS[form]
    uncertain = decide(data)
    law = law_of(uncertain.case, uncertain.weights, "fixed", "fixed")
    cells = cells_of(uncertain.case, law, pert=pert, together=pert)
    agree(cells, samples=8_000)
    found = robustness(
        uncertain.case, uncertain.weights, "fixed", "admissible", pert=pert, together=pert
    )
    assert found.exact
    each = found.of("act")
    assert each.confidence == (each.first or None)
    if each.central_weights is not None:
        assert each.central_weights == pytest.approx(dict(uncertain.weights["fixed"].criteria))
    # With open weights besides it is drawn.
    open_ones = robustness(uncertain.case, uncertain.weights, "ordered", amount=Amount(1_600))
    assert open_ones.exact_parts == ()
