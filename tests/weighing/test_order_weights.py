"""`order`: weights by places, as published, in closed form, and with ties.

Figures: Barron & Barrett (1996), "Decision quality using ranked attribute weights", *Management
Science* 42(11):1515-1523; the mean of ordered weights that the centroid is, by vertices.
"""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weighing_texts import LEAVES, said_of, stories, tried, weights_of

from policyscore.weighing.order import FORMULAS, centroid, weights_by_place

ORDER = "order: [risk, [deterrence, support], cost, rights, proof, speed]"
COUNTS = st.integers(1, 60)
PLACES = st.lists(st.integers(1, 4), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("formula", "published"),
    [
        ("centroid", [0.611111, 0.277778, 0.111111]),
        ("rank-sum", [0.5, 0.333333, 0.166667]),
        ("reciprocal", [0.545455, 0.272727, 0.181818]),
        ("equal", [0.333333, 0.333333, 0.333333]),
    ],
)
def test_three_places_weigh_what_barron_and_barrett_give(
    formula: str, published: list[float]
) -> None:
    assert FORMULAS[formula](3) == pytest.approx(published, abs=1e-6)


@pytest.mark.parametrize("formula", FORMULAS)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(COUNTS)
def test_weights_of_places_fall_and_sum_to_one(formula: str, n: int) -> None:
    weights = FORMULAS[formula](n)
    assert len(weights) == n
    assert math.fsum(weights) == pytest.approx(1, abs=1e-12)
    assert all(above >= below > 0 for above, below in pairwise([*weights, weights[-1]]))
    if formula != "equal":
        assert all(above > below for above, below in pairwise(weights))


@settings(max_examples=30, deadline=None, derandomize=True)
@given(COUNTS)
def test_the_centroid_is_the_mean_of_the_corners_of_ordered_weights(n: int) -> None:
    corners = [[1 / k] * k + [0.0] * (n - k) for k in range(1, n + 1)]
    means = [math.fsum(corner[i] for corner in corners) / n for i in range(n)]
    assert centroid(n) == pytest.approx(means, abs=1e-12)


@pytest.mark.parametrize("formula", FORMULAS)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(PLACES)
def test_ties_share_the_weights_of_their_places(formula: str, sizes: list[int]) -> None:
    places = [tuple(f"c{i}-{j}" for j in range(size)) for i, size in enumerate(sizes)]
    weights = weights_by_place(tuple(places), FORMULAS[formula])
    alone = FORMULAS[formula](sum(sizes))
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-12)
    start = 0
    for tied in places:
        assert {weights[name] for name in tied} == {weights[tied[0]]}
        share = math.fsum(alone[start : start + len(tied)]) / len(tied)
        assert weights[tied[0]] == pytest.approx(share, abs=1e-12)
        start += len(tied)
    assert all(weights[a[0]] >= weights[b[0]] - 1e-15 for a, b in pairwise(places))


def test_an_order_in_a_file_is_weighed_by_its_centroid_unless_it_says_otherwise() -> None:
    weights = weights_of(ORDER)
    tail = [math.fsum(1 / k for k in range(i, 8)) / 7 for i in range(1, 8)]
    expected = [tail[0], (tail[1] + tail[2]) / 2, (tail[1] + tail[2]) / 2, *tail[3:]]
    assert [weights[leaf] for leaf in LEAVES] == pytest.approx(expected, abs=1e-15)
    assert weights_of(f"{ORDER}\nformula: centroid") == weights
    assert weights_of(f"formula: reciprocal\n{ORDER}") != weights


def test_reciprocal_weights_with_ties_sum_to_one() -> None:
    weights = weights_of(f"{ORDER}\nformula: reciprocal")
    total = sum(1 / k for k in range(1, 8))
    assert weights["deterrence"] == weights["support"] == pytest.approx((1 / 2 + 1 / 3) / 2 / total)
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-15)


def test_equal_weights_are_equal_whatever_the_order() -> None:
    assert set(weights_of(f"{ORDER}\nformula: equal").values()) == {1 / 7}
    assert set(weights_of("order: [[" + ", ".join(LEAVES) + "]]").values()) == {1 / 7}


def test_an_order_leaves_all_weights_open_that_fall_along_it() -> None:
    weights, _ = tried(ORDER)
    assert weights is not None
    assert weights.extents == {
        "risk": (1 / 7, 1.0),
        "deterrence": (0.0, 1 / 3),
        "support": (0.0, 1 / 3),
        "cost": (0.0, 1 / 4),
        "rights": (0.0, 1 / 5),
        "proof": (0.0, 1 / 6),
        "speed": (0.0, 1 / 7),
    }


@pytest.mark.parametrize(
    ("stated", "expected"),
    stories("""
| order: []
2:1 wrong-type `order` is empty.
  > The criteria in order of what their steps from worst to best are worth, the greatest first;
  those worth the same in an inner list.

| order: risk
2:8 wrong-type `order` needs a list, not the text `risk`. > Write it in brackets: [risk].

| order:
2:7 wrong-type `order` has no value. > Write its value.

| order: [risk, [deterrence, [support, cost]], rights, proof, speed]
2:29 wrong-type `order` needs an id, not a list.
  > The criteria in order of what their steps from worst to best are worth, the greatest first;
  those worth the same in an inner list.

| order: [risk, 3, ~, 1.5, Cost]
2:15 bad-id `order` is not an id: `3`.
  > Ids are lower-case words joined by hyphens, up to 64 characters; they start with a letter.
2:18 wrong-type `order` has no value. > Write its value.
2:21 bad-id `order` is not an id: `1.5`.
  > Ids are lower-case words joined by hyphens, up to 64 characters; they start with a letter.
2:26 bad-id `order` is not an id: `Cost`.
  > Ids are lower-case words joined by hyphens, up to 64 characters, such as `cost`.

| order: [risk, deterrence, support, cost, rights, proof, speed, risk]
2:64 weighed-twice `risk` stands here twice. > Keep one.

| order: [risk, [deterrence, deterrence], support, cost, rights, proof, speed]
2:28 weighed-twice `deterrence` stands here twice. > Keep one.

| order:
|   - risk
|   - [deterrence, suport]
|   - cost
|   - rights
|   - proof
|   - speed
4:18 unknown-criterion There is no criterion `suport`. > Did you mean `support`?

| order: [risk, deterrence, support, cost, rights, proof]
2:1 missing-weight There is no weight for `speed`. > Add it at its place.

| order: [risk, deterrence, support, cost, rights, proof, evidence, speed]
2:57 weighed-twice `proof` is weighed by itself and again as a part of `evidence`.
  > Weigh the group here and its criteria under `within`, or weigh only its criteria.

| order: [security, home, rights, evidence, speed]
| within: {home: {order: [cost, support]}}
2:9 missing-weight The weight of `security` is not divided among its criteria.
  > Add `within: {security: {swing: ...}}`, or weigh its criteria here.
"""),
)
def test_an_order_names_every_criterion_once(stated: str, expected: list[str]) -> None:
    assert said_of(stated) == expected


def test_thousands_of_names_are_weighed() -> None:
    weights = weights_by_place(tuple((f"c{i}",) for i in range(20_000)), centroid)
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-12)
    assert min(weights.values()) == pytest.approx(1 / 20_000**2, rel=1e-9)
