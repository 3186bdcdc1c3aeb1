"""The set of weights that a profile admits, for every way of stating them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from dominance_cases import decision_of
from weight_sets import extreme_points

from policyscore.analysis.admissible_sets import (
    AdmissibleSet,
    admitted_weights,
    any_weights,
    weights_of_members,
)
from policyscore.analysis.dominance.greatest_values import greatest
from policyscore.decision import Decision

FLAT = ("a", "b", "c")
TREE = {"g": {"a": "", "b": ""}, "h": {"c": "", "d": ""}}
ORDER: dict[str, Any] = {"order": ["a", ["b", "c"]]}
RANGES: dict[str, Any] = {
    "ranges": {"a": {"low": 0.2, "high": 0.5}, "b": {"high": 0.4}, "c": "any"}
}
BOTH: dict[str, Any] = {**RANGES, "order": ["c", "a"]}
NESTED: dict[str, Any] = {
    "ranges": {"g": {"low": 0.25, "high": 0.75}, "h": "any"},
    "within": {"g": {"order": ["b", "a"]}, "h": {"points": {"c": 3, "d": 1}}},
}


def made(criteria: Any, profiles: Mapping[str, Any]) -> Decision:
    """A case with one option, for the weights alone."""
    leaves = [leaf for key in criteria for leaf in (criteria[key] if criteria is TREE else [key])]
    return decision_of(criteria, {"only": [50] * len(leaves)}, profiles)


def admitted(criteria: Any, stated: Mapping[str, Any]) -> AdmissibleSet:
    """What a profile admits."""
    decision = made(criteria, {"p": stated})
    return admitted_weights(decision.case, decision.profiles["p"])


def points(admissible: AdmissibleSet) -> set[tuple[float, ...]]:
    """Its extreme points, rounded."""
    return {tuple(np.round(point + 0.0, 9).tolist()) for point in extreme_points(admissible)}


def test_an_order_admits_weights_that_fall_along_it_equal_where_tied() -> None:
    third = round(1 / 3, 9)
    assert points(admitted(FLAT, ORDER)) == {(1, 0, 0), (third, third, third)}


def test_the_formula_of_an_order_does_not_change_what_it_admits() -> None:
    assert admitted(FLAT, ORDER | {"formula": "rank-sum"}) == admitted(FLAT, ORDER)


def test_ranges_admit_what_lies_between_them() -> None:
    assert points(admitted(FLAT, RANGES)) == {
        (0.2, 0, 0.8),
        (0.2, 0.4, 0.4),
        (0.5, 0, 0.5),
        (0.5, 0.4, 0.1),
    }


def test_ranges_along_an_order_admit_what_keeps_to_both() -> None:
    assert points(admitted(FLAT, BOTH)) == {
        (0.2, 0, 0.8),
        (0.2, 0.4, 0.4),
        (0.5, 0, 0.5),
        (0.3, 0.4, 0.3),
    }


def test_shares_of_a_group_are_shares_of_its_own_weight() -> None:
    # `a` may have up to half of what `g` has, not half of everything
    assert points(admitted(TREE, NESTED)) == {
        (0, 0.25, 0.5625, 0.1875),
        (0.125, 0.125, 0.5625, 0.1875),
        (0, 0.75, 0.1875, 0.0625),
        (0.375, 0.375, 0.1875, 0.0625),
    }


@pytest.mark.parametrize(
    "stated",
    [
        {"points": {"a": 1, "b": 0, "c": 2}},
        {"swing": {"a": 100, "b": 50, "c": 20}},
        {"order": [["a", "b", "c"]]},
        {"ranges": {"a": {"low": 0.5, "high": 0.5}, "b": {"low": 0.5}, "c": "any"}},
        {"pairwise": {"a over b": 2, "a over c": 4, "b over c": 2}},
    ],
    ids=["points", "swing", "all tied", "a single point", "pairwise"],
)
def test_what_leaves_nothing_open_admits_the_weights_of_the_ranking(
    stated: dict[str, Any],
) -> None:
    decision = made(FLAT, {"p": stated})
    admissible = admitted_weights(decision.case, decision.profiles["p"])
    assert admissible.is_point
    weights = decision.weights["p"].criteria
    assert extreme_points(admissible)[0] == pytest.approx([weights[key] for key in FLAT])


def test_fixed_groups_of_fixed_criteria_admit_the_weights_of_the_ranking() -> None:
    stated = {
        "points": {"g": 3, "h": 1},
        "within": {"g": {"points": {"a": 1, "b": 4}}, "h": {"points": {"c": 1, "d": 1}}},
    }
    decision = made(TREE, {"p": stated})
    admissible = admitted_weights(decision.case, decision.profiles["p"])
    assert admissible.is_point
    assert extreme_points(admissible)[0] == pytest.approx([0.15, 0.6, 0.125, 0.125])
    assert [*decision.weights["p"].criteria.values()] == pytest.approx([0.15, 0.6, 0.125, 0.125])


def test_what_is_open_in_a_group_without_weight_leaves_nothing_open() -> None:
    stated = {
        "points": {"g": 0, "h": 1},
        "within": {"g": {"order": ["a", "b"]}, "h": {"points": {"c": 1, "d": 1}}},
    }
    assert admitted(TREE, stated).is_point


@pytest.mark.parametrize(
    ("criteria", "stated"),
    [(FLAT, ORDER), (FLAT, RANGES), (FLAT, BOTH), (TREE, NESTED)],
    ids=["order", "ranges", "both", "nested"],
)
def test_the_greatest_weight_of_each_criterion_is_that_of_the_profile(
    criteria: Any, stated: dict[str, Any]
) -> None:
    decision = made(criteria, {"p": stated})
    admissible = admitted_weights(decision.case, decision.profiles["p"])
    rows = np.eye(len(admissible.criteria))  # a function for each criterion: its weight
    for place, key in enumerate(admissible.criteria):
        alone = greatest(admissible.root, lambda c: rows[admissible.criteria.index(c)])[place]
        low_alone = -greatest(admissible.root, lambda c: -rows[admissible.criteria.index(c)])[place]
        extent = decision.weights["p"].extents[key]
        assert (low_alone, alone) == pytest.approx(extent)


@pytest.mark.parametrize("stated", [ORDER, RANGES, BOTH], ids=["order", "ranges", "both"])
def test_the_weights_of_the_ranking_are_admitted(stated: dict[str, Any]) -> None:
    decision = made(FLAT, {"p": stated})
    weights = np.array(list(decision.weights["p"].criteria.values()))
    admissible = admitted_weights(decision.case, decision.profiles["p"])
    costs = np.random.default_rng(0).normal(size=(50, 3))
    best = greatest(admissible.root, lambda key: costs[:, FLAT.index(key)])
    assert (costs @ weights <= best + 1e-9).all()


GROUP: dict[str, Any] = {
    "g": {"group": {"of": {"x": 3, "y": 1, "z": 0}}},
    "x": {"order": ["a", "b", "c"]},
    "y": {"points": {"a": 0, "b": 0, "c": 1}},
    "z": {"points": {"a": 0, "b": 1, "c": 0}},
}


def test_a_group_admits_the_mean_of_what_its_members_admit() -> None:
    decision = made(FLAT, GROUP)
    found = admitted_weights(decision.case, decision.profiles["g"])
    assert points(found) == {(0.75, 0, 0.25), (0.375, 0.375, 0.25), (0.25, 0.25, 0.5)}


def test_members_may_agree_on_any_mean_of_what_they_admit() -> None:
    decision = made(FLAT, GROUP)
    found = weights_of_members(decision.case, decision.profiles["g"])
    assert found is not None
    corners = {(0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (0.5, 0.5, 0.0)}
    assert corners <= points(found)
    costs = np.random.default_rng(1).normal(size=(50, 3))
    third = np.full((1, 3), 1 / 3)
    expected = (costs @ np.vstack([np.array(sorted(corners)), third]).T).max(axis=1)
    assert greatest(found.root, lambda key: costs[:, FLAT.index(key)]) == pytest.approx(expected)


def test_members_are_those_of_a_group_only() -> None:
    decision = made(FLAT, {"p": ORDER})
    assert weights_of_members(decision.case, decision.profiles["p"]) is None


@pytest.mark.parametrize("keys", [("a",), FLAT])
def test_any_weights_are_those_of_the_whole_simplex(keys: tuple[str, ...]) -> None:
    found = any_weights(keys)
    assert points(found) == {tuple(row) for row in np.eye(len(keys)).tolist()}
    assert found.is_point == (len(keys) == 1)
