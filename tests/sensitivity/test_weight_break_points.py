"""Break points of weights: against ranking anew, on both sides of each and between them."""

from itertools import pairwise

import pytest
from hypothesis import given
from sensitivity_cases import CaseData, analysed, cases, decide, first_of, near, plain_case, quick

from policyscore.analysis.sensitivity.results import Break, WeightRange
from policyscore.decision import Decision
from policyscore.scoring.ranking import rank_options

STEP = 1e-6


def weights_at(decision: Decision, range_: WeightRange, weight: float) -> dict[str, float]:
    """All weights if one is this, worked out from the definition."""
    now = decision.weights["plain"].criteria
    tree = decision.case.groups
    inside = set(tree[range_.member].criteria) if range_.kind == "group" else {range_.member}
    within = set(tree[range_.within].criteria) if range_.within else set(now)
    pot = sum(now[key] for key in within)
    own, others = (sum(now[k] for k in part) for part in (inside, within - inside))
    weights = {}
    for key, old in now.items():
        if key in inside:
            weights[key] = weight * pot * (old / own if own else 1 / len(inside))
        elif key in within:
            weights[key] = (1 - weight) * pot * old / others
        else:
            weights[key] = old
    return weights


def first_at(decision: Decision, range_: WeightRange, weight: float) -> tuple[str, ...]:
    """Who is first if one weight is this."""
    weights = weights_at(decision, range_, weight)
    baseline = decision.valued[decision.case.baseline]
    ranked = rank_options(decision.valued, weights, baseline)
    return tuple(sorted(r.option for r in ranked if r.rank == 1))


def check_order(decision: Decision, range_: WeightRange, point: Break) -> None:
    """Whether the order just above a break point is that of a ranking there."""
    shown = [option for tied in point.order for option in tied]
    assert len(shown) == len(set(shown))
    weights = weights_at(decision, range_, point.at + STEP / 10)
    valued = {key: v for key, v in decision.valued.items() if not v.misses}
    ranked = rank_options(valued, weights, decision.valued[decision.case.baseline])
    assert [r.option for r in ranked][: len(shown)] == shown
    ranks = [r.rank for r in ranked][: len(shown)]
    assert len(set(ranks)) == len(point.order)


@quick
@given(cases())
def test_first_place_changes_at_every_break_point_and_nowhere_else(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    now = decision.rank("plain").first
    assert found.first == tuple(sorted(r.option for r in now))
    for range_ in (*found.weights, *found.local):
        for point in range_.breaks:
            check_order(decision, range_, point)
        if range_.stuck:
            assert range_.low == range_.high == range_.weight
            assert not range_.breaks
            continue
        stops = [0.0, *(b.at for b in range_.breaks), 1.0]
        firsts = [range_.start, *(b.first for b in range_.breaks)]
        for (a, b), first in zip(pairwise(stops), firsts, strict=True):
            inner = [a + STEP, (2 * a + b) / 3, (a + b) / 2, b - STEP]
            for weight in inner if b - a > 3 * STEP else inner[2:3]:
                assert first_at(decision, range_, weight) == first
        for point in range_.breaks:
            assert set(first_at(decision, range_, point.at)) == set(point.there)
            assert point.order[0] == point.first


@quick
@given(cases())
def test_first_place_holds_within_the_interval_and_not_beyond(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    for range_ in (*found.weights, *found.local):
        if range_.stuck:
            continue
        assert 0 <= range_.low <= range_.weight <= range_.high <= 1
        if range_.high - range_.low > 3 * STEP:
            for weight in (range_.low + STEP, range_.high - STEP):
                assert first_at(decision, range_, weight) == found.first
        if range_.low > STEP:
            assert first_at(decision, range_, range_.low - STEP) != found.first
        if range_.high < 1 - STEP:
            assert first_at(decision, range_, range_.high + STEP) != found.first
        beyond = [b for b in range_.breaks if b.at > range_.high + STEP]
        if range_.high < 1 and not any(b.at - range_.high <= 2 * STEP for b in beyond):
            assert first_at(decision, range_, range_.high + STEP) == range_.above
        if range_.low > 3 * STEP:
            near = [b for b in range_.breaks if 0 < range_.low - b.at <= 2 * STEP]
            assert near or first_at(decision, range_, range_.low - STEP) == range_.below


def by_member(data: CaseData) -> dict[str, WeightRange]:
    return {range_.member: range_ for range_ in analysed(data).weights}


def test_two_options_change_places_where_their_lines_cross() -> None:
    # a leads by 20 on cost, b by 60 on speed: level where 20 x = 60 (1 - x), at three quarters
    data = plain_case({"cost": 9.0, "speed": 1.0}, {"a": [60.0, 20.0], "b": [40.0, 80.0]})
    cost = by_member(data)["cost"]
    assert (cost.weight, cost.low, cost.high) == pytest.approx((0.9, 0.75, 1.0))
    assert (cost.below, cost.above, cost.start) == (("b",), (), ("b",))
    (point,) = cost.breaks
    assert point.at == pytest.approx(0.75)
    assert (point.there, point.first, point.order) == (("a", "b"), ("a",), (("a",), ("b",)))


def test_a_tie_holds_at_one_weight_only() -> None:
    data = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [60.0, 40.0], "b": [40.0, 60.0]})
    cost = by_member(data)["cost"]
    assert analysed(data).first == ("a", "b")
    assert cost.low == cost.high == cost.weight == 0.5
    assert (cost.below, cost.above) == (("b",), ("a",))


def test_duplicates_are_first_together_everywhere() -> None:
    data = plain_case(
        {"cost": 1.0, "speed": 1.0},
        {"a": [60.0, 40.0], "b": [60.0, 40.0], "c": [10.0, 50.0]},
    )
    cost = by_member(data)["cost"]
    assert (cost.low, cost.high, cost.above) == (near(1 / 6), 1.0, ())
    assert [b.first for b in cost.breaks] == [("a", "b")]


def test_a_weight_of_all_cannot_move_and_one_of_nothing_can() -> None:
    data = plain_case({"cost": 1.0, "speed": 0.0}, {"a": [60.0, 20.0], "b": [40.0, 80.0]})
    found = by_member(data)
    assert found["cost"].stuck == "has-all"
    assert found["speed"].stuck == ""
    assert (found["speed"].low, found["speed"].high) == (0.0, near(0.25))
    assert found["speed"].above == ("b",)


def test_a_single_criterion_and_a_single_option() -> None:
    assert by_member(plain_case({"cost": 2.0}, {"a": [60.0]}))["cost"].stuck == "has-all"
    alone = by_member(plain_case({"cost": 2.0, "speed": 1.0}, {"a": [60.0, 1.0]}))["cost"]
    assert (alone.low, alone.high, alone.breaks) == (0.0, 1.0, ())


def test_an_excluded_option_is_no_rival() -> None:
    data = plain_case(
        {"cost": 1.0, "speed": 1.0},
        {"a": [60.0, 20.0], "b": [20.0, 99.0]},
        cost={"at-least": 30},
    )
    assert first_of(data) == ("a",)
    assert by_member(data)["speed"].breaks == ()


def test_a_group_without_weight_has_no_proportions_to_keep() -> None:
    data = plain_case(
        {"cost": 0.0, "speed": 0.0, "trust": 1.0}, {"a": [60.0, 20.0, 5.0], "b": [4.0, 8.0, 1.0]}
    )
    criteria = data["header"]["criteria"]
    inside = {key: criteria.pop(key) for key in ("cost", "speed")}
    criteria["both"] = {"title": "Both", "criteria": inside}
    found = analysed(data)
    assert {r.member: r.stuck for r in found.weights}["both"] == "has-none"
    assert {r.stuck for r in found.local} == {"has-none"}


def test_a_local_weight_moves_only_what_is_in_its_group() -> None:
    data = plain_case(
        {"cost": 2.0, "speed": 1.0, "trust": 3.0},
        {"a": [90.0, 10.0, 50.0], "b": [10.0, 80.0, 50.0]},
    )
    criteria = data["header"]["criteria"]
    inside = {key: criteria.pop(key) for key in ("cost", "speed")}
    criteria["both"] = {"title": "Both", "criteria": inside}
    cost = next(r for r in analysed(data).local if r.member == "cost")
    assert (cost.within, cost.weight) == ("both", near(2 / 3))
    assert cost.low == pytest.approx(70 / 150)


def test_all_options_excluded_leaves_nothing_to_hold() -> None:
    data = plain_case({"cost": 1.0}, {"a": [60.0], "b": [4.0]}, cost={"at-least": 70})
    found = analysed(data)
    assert (found.first, found.weights, found.rivals, found.nearest) == ((), (), (), None)
    assert {(s.option, s.up.at) for s in found.scores if s.up} == {("a", 70.0), ("b", 70.0)}
