"""What statements leave open of each weight, multiplied down the tree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_texts import LEAVES, tried

from policyscore.weighing.weights import Weights

OPEN = """
ranges: {security: {low: 0.4, high: 0.6}, society: {high: 0.5}, evidence: {high: 0.1}, speed: any}
order: [security, speed]
within:
  security: {ranges: {risk: {low: 0.5, high: 0.8}, deterrence: any}}
  society:
    order: [home, rights]
    within: {home: {swing: {support: 100, cost: 25}}}
"""


def weighed(stated: str) -> Weights:
    weights, said = tried(stated)
    assert said == []
    assert weights is not None
    return weights


@pytest.mark.parametrize(
    "stated",
    [
        "points: {risk: 1, deterrence: 1, support: 1, cost: 1, rights: 1, proof: 1, speed: 1}",
        "cards: [risk, deterrence, support, cost, rights, proof, speed]\nratio: 3",
        "order: [[risk, deterrence, support, cost, rights, proof, speed]]",
        (
            "pairwise: {security over society: 1, society over speed: 1, speed over proof: 1}\n"
            "within: {security: {points: {risk: 1, deterrence: 2}}, "
            "society: {points: {support: 1, cost: 1, rights: 3}}}"
        ),
    ],
)
def test_statements_that_fix_the_weights_leave_nothing_open(stated: str) -> None:
    assert weighed(stated).extents == {}


def test_extents_are_multiplied_on_the_way_down() -> None:
    weights = weighed(OPEN)
    assert weights.extents["security"] == pytest.approx((0.4, 0.6))
    assert weights.extents["risk"] == pytest.approx((0.2, 0.48))
    assert weights.extents["deterrence"] == pytest.approx((0.08, 0.3))
    assert weights.extents["home"] == pytest.approx((0, 0.5))
    assert weights.extents["rights"] == pytest.approx((0, 0.25))
    assert weights.extents["support"] == pytest.approx((0, 0.4))
    assert weights.extents["proof"] == weights.extents["evidence"] == pytest.approx((0, 0.1))
    assert weights.extents["speed"] == pytest.approx((0, 0.5))


def test_every_weight_lies_in_its_extent() -> None:
    weights = weighed(OPEN)
    for name, (low, high) in weights.extents.items():
        weight = weights.criteria[name] if name in LEAVES else weights.groups[name]
        assert 0 <= low - 1e-12 <= weight <= high + 1e-12 <= 1 + 1e-9 or low == 0
        assert weight <= high + 1e-12


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.permutations(LEAVES), st.lists(st.booleans(), min_size=6, max_size=6))
def test_an_order_leaves_open_what_its_corners_span(names: list[str], cuts: list[bool]) -> None:
    places = [[names[0]]]
    for name, cut in zip(names[1:], cuts, strict=True):
        if cut:
            places.append([name])
        else:
            places[-1].append(name)
    stated = "[" + ", ".join(f"[{', '.join(place)}]" for place in places) + "]"
    weights = weighed(f"order: {stated}")
    corners = []  # all weight spread evenly over the first so many places
    for count in range(1, len(places) + 1):
        first = [name for place in places[:count] for name in place]
        corners.append({name: 1 / len(first) if name in first else 0.0 for name in names})
    for name in names:
        least = min(corner[name] for corner in corners)
        most = max(corner[name] for corner in corners)
        low, high = weights.extents.get(name, (weights.criteria[name],) * 2)
        assert (low, high) == pytest.approx((least, most), abs=1e-12)
        assert low - 1e-12 <= weights.criteria[name] <= high + 1e-12
