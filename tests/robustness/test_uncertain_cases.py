"""What the files of a case say, made into laws of weights and distributions of scores."""

import copy
from typing import Any

import numpy as np
import pytest
from exact_agreement import decide
from uncertain_cells import take_from

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.robustness import WEIGHTS, law_of, robustness
from policyscore.analysis.robustness.uncertain.judgement_shapes import cells_of
from policyscore.analysis.robustness.uncertain.profile_weights import admissible_law
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Beta,
    Empirical,
    Fixed,
    Judged,
    Normal,
    Pert,
    Triangular,
    Uniform,
)
from policyscore.analysis.robustness.uncertain.weight_laws import FixedWeights
from policyscore.decision import Decision

CRITERIA = ("cost", "speed", "trust", "reach")


def criterion(title: str) -> dict[str, Any]:
    return {"title": title, "better": "higher", "scale": {"0": "none", "100": "all"}}


BASE: dict[str, Any] = {
    "header": {
        "policyscore": 1,
        "title": "A case",
        "baseline": "wait",
        "criteria": {
            "price": {
                "title": "Price",
                "criteria": {"cost": criterion("Cost"), "speed": criterion("Speed")},
            },
            "trust": criterion("Trust"),
            "reach": criterion("Reach"),
        },
        "experts": {
            "ada": {"title": "Ada", "weight": 2},
            "ben": {"title": "Ben", "weight": 1},
            "nil": {"title": "Nil", "weight": 0},
        },
    },
    "options": {
        "act": {
            "cost": 40,
            "speed": "unknown",
            "trust": {"low": 20, "high": 60},
            "reach": {"low": 20, "likely": 30, "high": 60},
        },
        "wait": {
            "cost": {"normal": [50, 10]},
            "speed": {"beta": [2, 3], "low": 10, "high": 60},
            "trust": {"samples": [10, 20, 20]},
            "reach": [
                {"by": "ada", "likely": 10},
                {"by": "ben", "low": 30, "high": 30},
                {"by": "nil", "likely": 90},
                {"likely": 70},
            ],
        },
    },
    "weights": {
        "even": {"points": dict.fromkeys(CRITERIA, 1)},
        "ordered": {"order": ["trust", "cost", "speed", "reach"]},
        "tied": {"order": ["trust", ["cost", "speed"], "reach"]},
        "ranged": {
            "ranges": {
                "price": {"low": 0.2, "high": 0.6},
                "trust": {"high": 0.5},
                "reach": "any",
            },
            "order": ["trust", "reach"],
            "within": {"price": {"order": ["speed", "cost"]}},
        },
        "group": {"group": {"of": {"even": 1, "ordered": 3}}},
        "groups": {"group": {"of": {"group": 1, "ordered": 1}}},
        "top": {
            "points": {"price": 1, "trust": 1, "reach": 0},
            "within": {"price": {"points": {"cost": 1, "speed": 3}}},
        },
    },
}


@pytest.fixture(scope="module")
def decision() -> Decision:
    return decide(BASE)


def drawn(decision: Decision, profile: str) -> dict[str, Floats]:
    law = admissible_law(decision.case, profile)
    weights = law.draw(take_from(1, 4, 4_000))
    assert np.abs(weights.sum(axis=0) - 1).max() < 1e-12
    return dict(zip(decision.case.criteria, weights, strict=True))


def test_every_form_of_a_judgement(decision: Decision) -> None:
    cells = cells_of(decision.case, FixedWeights((0.25,) * 4))
    assert cells.options == ("act", "wait")
    shapes = [[each.shape for each in cell] for cell in cells.judged[0]]
    assert shapes == [[Fixed(40)], [Uniform(0, 100)], [Uniform(20, 60)], [Triangular(20, 30, 60)]]
    (normal,), (beta,), (samples,), several = cells.judged[1]
    assert normal.shape == Normal(50, 10)
    assert beta.shape == Beta(2, 3, 10, 60)
    assert samples.shape == Empirical((10, 20, 20))
    assert several == (
        Judged("ada", 2, Fixed(10)),
        Judged("ben", 1, Fixed(30)),
        Judged("case-author", 1, Fixed(70)),
    )
    assert cells.experts == {}


def test_pert_and_together_on_request(decision: Decision) -> None:
    cells = cells_of(decision.case, FixedWeights((0.25,) * 4), pert=True, together=True)
    assert cells.judged[0][3][0].shape == Pert(20, 30, 60)
    assert cells.experts == {"ada": 2, "ben": 1, "case-author": 1}


def test_weights_that_a_profile_fixes_are_one_point(decision: Decision) -> None:
    for profile in ("even", "top"):
        law = admissible_law(decision.case, profile)
        assert law == FixedWeights(tuple(decision.weights[profile].criteria.values()))


def test_levels_are_drawn_one_by_one(decision: Decision) -> None:
    weights = drawn(decision, "ranged")
    price = weights["cost"] + weights["speed"]
    assert price.min() >= 0.2 - 1e-12
    assert price.max() <= 0.6 + 1e-12
    assert weights["trust"].max() <= 0.5 + 1e-12
    assert (weights["trust"] >= weights["reach"] - 1e-12).all()
    assert (weights["speed"] >= weights["cost"]).all()
    share = weights["speed"] / price
    assert abs(np.corrcoef(share.ravel(), price.ravel())[0, 1]) < 0.05


def test_criteria_at_one_place_of_an_order_have_equal_weights(decision: Decision) -> None:
    weights = drawn(decision, "tied")
    assert (weights["cost"] == weights["speed"]).all()
    # The mean of the three corners: all weight on the first, on three, on four criteria alike.
    assert weights["trust"].mean() == pytest.approx((1 + 1 / 3 + 1 / 4) / 3, abs=0.005)


@pytest.mark.parametrize("profile", ["ordered", "ranged", "group", "groups"])
def test_the_mean_is_the_weights_of_the_point_ranking(decision: Decision, profile: str) -> None:
    # Of an order and of ranges these are exact centroids; levels and members are independent.
    expected = decision.weights[profile].criteria
    for key, each in drawn(decision, profile).items():
        first = each[0]
        error = first.std() / np.sqrt(first.size) + 1e-12
        assert abs(first.mean() - expected[key]) < 4.5 * error


def test_a_profile_in_a_group_twice_is_drawn_once(decision: Decision) -> None:
    weights = drawn(decision, "groups")
    # `ordered` counts 3/4 of a half and another half: 7/8 of one draw, never two.
    ordered = {key: (each - 0.25 / 8) / (7 / 8) for key, each in weights.items()}
    assert (ordered["trust"] >= ordered["cost"] - 1e-9).all()
    assert (ordered["cost"] >= ordered["reach"] - 1e-9).all()
    assert ordered["reach"].min() >= -1e-9


@pytest.mark.parametrize("which", WEIGHTS)
@pytest.mark.parametrize("profile", ["even", "ranged", "groups", "top"])
def test_every_kind_of_weights_of_every_profile(
    decision: Decision, which: str, profile: str
) -> None:
    found = robustness(decision.case, decision.weights, profile, which, Amount(1_600))
    assert found.weights == which
    assert found.profile == (profile if which in {"fixed", "admissible", "near"} else None)
    for rank in range(2):
        assert sum(each.acceptability[rank] for each in found.options) == pytest.approx(1)


def test_shares_of_profiles(decision: Decision) -> None:
    law = law_of(decision.case, decision.weights, "even", "profiles", shares={"even": 0, "top": 2})
    weights = law.draw(take_from(1, 2, 50))
    expected = np.array(list(decision.weights["top"].criteria.values()))
    assert (weights == expected[:, None, None]).all()


def test_what_cannot_be_asked_for(decision: Decision) -> None:
    def asked(which: str, **more: Any) -> None:
        law_of(decision.case, decision.weights, "even", which, **more)

    with pytest.raises(ValueError, match="must be one of"):
        asked("some")
    with pytest.raises(ValueError, match="concentration"):
        asked("near", concentration=0.0)
    with pytest.raises(ValueError, match="shares"):
        asked("profiles", shares={"even": 0.0})


def test_certain_scores_and_weights_are_the_point_ranking(decision: Decision) -> None:
    data = copy.deepcopy(BASE)
    data["options"]["act"] = {"cost": 40, "speed": 20, "trust": 70, "reach": 30}
    data["options"]["wait"] = {"cost": 30, "speed": 20, "trust": 70, "reach": 40}
    data["options"]["talk"] = {"cost": 10, "speed": 90, "trust": 10, "reach": 55}
    certain = decide(data)
    found = robustness(certain.case, certain.weights, "even", "fixed")
    assert found.exact
    ranked = {r.option: (r.rank, r.tied) for r in certain.rank("even").ranked}
    assert ranked == {"talk": (1, False), "act": (2, True), "wait": (2, True)}
    assert list(found.of("talk").acceptability) == [1, 0, 0]
    assert list(found.of("act").acceptability) == [0, 0.5, 0.5]
    assert found.of("talk").confidence == 1
    assert found.of("act").confidence is None
    assert decision.case.options.keys() < certain.case.options.keys()


def test_draws_that_are_cut_name_the_judgement(decision: Decision) -> None:
    data = copy.deepcopy(BASE)
    data["options"]["act"]["cost"] = [
        {"by": "ada", "normal": [95, 10]},
        {"by": "ben", "likely": 20},
    ]
    found = robustness(decide(data).case, decision.weights, "even", "fixed", Amount(20_000))
    (cut,) = [each for each in found.cuts if each.option == "act"]
    assert (cut.criterion, cut.by) == ("cost", "ada")
    assert cut.share == pytest.approx(0.3085, abs=0.02)
