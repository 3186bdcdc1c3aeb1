"""Top-down weights: the groups first, then `within` each, in any mixture and depth."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_texts import LEAVES, tried, weights_of

TOP_DOWN = """
points: {security: 50, society: 30, evidence: 15, speed: 5}
within:
  security:
    swing: {risk: 100, deterrence: 25}
  society:
    points: {home: 2, rights: 1}
    within:
      home:
        swing: {cost: 100, support: 100}
"""


def test_a_weight_is_the_product_of_the_shares_on_the_way_down() -> None:
    weights, said = tried(TOP_DOWN)
    assert said == []
    assert weights is not None
    assert weights.criteria == pytest.approx(
        {
            "risk": 0.4,
            "deterrence": 0.1,
            "support": 0.1,
            "cost": 0.1,
            "rights": 0.1,
            "proof": 0.15,
            "speed": 0.05,
        },
        abs=1e-15,
    )
    assert list(weights.criteria) == list(LEAVES)
    assert weights.ways == ("points", "swing")
    groups = {"security": 0.5, "society": 0.3, "home": 0.2, "evidence": 0.15}
    assert weights.groups == pytest.approx(groups, abs=1e-15)


def test_a_group_of_one_criterion_needs_no_division_but_may_have_it() -> None:
    divided = TOP_DOWN.replace("within:\n  sec", "within:\n  evidence: {points: {proof: 7}}\n  sec")
    assert divided != TOP_DOWN
    assert weights_of(divided) == weights_of(TOP_DOWN)
    by_leaf = TOP_DOWN.replace("evidence: 15", "proof: 15")
    assert weights_of(by_leaf) == weights_of(TOP_DOWN)


def test_a_level_may_skip_the_groups_under_it() -> None:
    skipping = """
points: {security: 50, society: 30, evidence: 15, speed: 5}
within:
  society: {points: {cost: 1, support: 1, rights: 1}}
  security: {points: {risk: 4, deterrence: 1}}
"""
    assert weights_of(skipping) == pytest.approx(weights_of(TOP_DOWN), abs=1e-15)


def test_groups_and_criteria_of_any_depth_may_stand_in_one_list() -> None:
    mixed = """
points: {risk: 40, deterrence: 10, home: 20, rights: 10, proof: 15, speed: 5}
within: {home: {points: {support: 3, cost: 3}}}
"""
    assert weights_of(mixed) == pytest.approx(weights_of(TOP_DOWN), abs=1e-15)


def test_flat_and_top_down_agree_where_the_products_do() -> None:
    flat = (
        "points: {risk: 40, deterrence: 10, support: 10, cost: 10, rights: 10, proof: 15, speed: 5}"
    )
    assert weights_of(flat) == pytest.approx(weights_of(TOP_DOWN), abs=1e-15)


def test_a_group_without_weight_gives_none_to_its_criteria() -> None:
    weights = weights_of(TOP_DOWN.replace("security: 50", "security: 0"))
    assert weights["risk"] == weights["deterrence"] == 0
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-12)


def test_an_empty_within_is_as_good_as_none() -> None:
    flat = "points: {risk: 1, deterrence: 1, support: 1, cost: 1, rights: 1, proof: 1, speed: 1}"
    assert weights_of(f"{flat}\nwithin: {{}}") == weights_of(flat)


numbers_above_zero = st.lists(st.floats(1e-6, 1e9), min_size=10, max_size=10)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(numbers_above_zero, st.floats(1e-6, 1e6), st.floats(1e-6, 1e6))
def test_rescaling_the_numbers_of_one_level_changes_nothing(
    numbers: list[float], outer: float, inner: float
) -> None:
    def profile(outer: float, inner: float) -> str:
        a, b, c, d, e, f, g, h, i, j = numbers
        return f"""
points: {{security: {a}, society: {b}, evidence: {c}, speed: {d}}}
within:
  security: {{points: {{risk: {e * inner}, deterrence: {f * inner}}}}}
  society:
    points: {{home: {g * outer}, rights: {h * outer}}}
    within: {{home: {{points: {{support: {i}, cost: {j}}}}}}}
"""

    weights = weights_of(profile(1, 1))
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-12)
    assert weights_of(profile(outer, inner)) == pytest.approx(weights, abs=1e-12)
