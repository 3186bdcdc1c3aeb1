"""Attribution: shares add up, negate when sides are swapped, and are Shapley values indeed."""

import copy
from collections.abc import Callable
from functools import partial
from itertools import permutations
from math import factorial

import pytest
from case_pairs import CaseData, pairs, plain_case, side
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.analysis.attribution import Attribution
from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.matching import match_sides

EXACT = 1e-9
SOME = settings(max_examples=30, deadline=None)


@SOME
@given(pairs())
def test_the_shares_of_every_option_add_up_to_the_change_of_its_total(
    pair: tuple[CaseData, CaseData],
) -> None:
    difference = compare_sides(side(pair[0]), side(pair[1]))
    for moved in difference.options:
        if moved.old is not None and moved.new is not None:
            assert abs(sum(moved.by.values()) - moved.change) <= EXACT
    if difference.lead is not None:
        lead = difference.lead
        assert abs(lead.old + sum(lead.by.values()) - lead.new) <= EXACT


@SOME
@given(pairs())
def test_the_first_and_last_mixture_are_the_two_rankings(pair: tuple[CaseData, CaseData]) -> None:
    old, new = side(pair[0]), side(pair[1])
    matched = match_sides(old, new)
    named = matched.renames.options
    for ranking, mixture, names in (
        (old.ranking, 0, named),
        (new.ranking, matched.mixtures.everything, {}),
    ):
        for ranked in ranking.ranked:
            key = names.get(ranked.option, ranked.option)
            assert abs(matched.mixtures.total(key, mixture) - ranked.total.value) <= EXACT
            assert matched.mixtures.is_there(key, mixture) != ranked.excluded
        order = [key for group in matched.mixtures.order(mixture) for key in group]
        assert sorted(order) == sorted(names.get(r.option, r.option) for r in ranking.allowed)


@SOME
@given(pairs())
def test_swapping_the_sides_negates_every_share(pair: tuple[CaseData, CaseData]) -> None:
    forth = compare_sides(side(pair[0]), side(pair[1]))
    back = compare_sides(side(pair[1]), side(pair[0]))
    there = {moved.option: moved for moved in forth.options}
    for moved in back.options:
        if moved.option in there and moved.old is not None and moved.new is not None:
            mine = sorted(round(-share, 8) + 0.0 for share in moved.by.values())
            theirs = sorted(round(share, 8) + 0.0 for share in there[moved.option].by.values())
            assert mine == theirs


def brute_force(count: int, total: Callable[[int], float]) -> list[float]:
    """Shapley values by going through every order."""
    shares = [0.0] * count
    for order in permutations(range(count)):
        made, last = 0, total(0)
        for index in order:
            made |= 1 << index
            now = total(made)
            shares[index] += now - last
            last = now
    return [share / factorial(count) for share in shares]


@SOME
@given(pairs())
def test_shares_are_the_averages_over_all_orders(pair: tuple[CaseData, CaseData]) -> None:
    matched = match_sides(side(pair[0]), side(pair[1]))
    count = len(matched.edits)
    if count > 6:
        return
    both = [key for key in matched.new.options if key in matched.old.options]
    by = Attribution(matched.mixtures, both, 1).by
    for option in both:
        wanted = brute_force(count, partial(matched.mixtures.total, option))
        for index, share in enumerate(wanted):
            assert abs(by[option].get(1 << index, 0.0) - share) <= EXACT


@SOME
@given(st.integers(0, 100), st.integers(1, 9))
def test_an_edit_on_a_criterion_without_weight_has_no_share(score: int, points: int) -> None:
    old = plain_case({"cost": 1.0, "speed": 0.0, "trust": 2.0})
    new = copy.deepcopy(old)
    new["options"]["act"]["scores"]["speed"] = float(score)
    new["weights"]["plain"]["points"]["cost"] = float(points)
    difference = compare_sides(side(old), side(new))
    for edit in difference.edits:
        if edit.kind == "score":
            assert all(moved.by.get(edit.id, 0.0) == 0.0 for moved in difference.options)


@SOME
@given(st.integers(0, 100), st.integers(0, 100), st.integers(2, 9))
def test_symmetric_edits_have_equal_shares(first: int, second: int, points: int) -> None:
    old = plain_case({"cost": 1.0, "speed": 1.0, "trust": 3.0})
    for option in old["options"].values():
        option["scores"].update(cost=float(first), speed=float(first))
    new = copy.deepcopy(old)
    new["weights"]["plain"]["points"].update(cost=float(points), speed=float(points))
    new["options"]["act"]["scores"].update(cost=float(second), speed=float(second))
    difference = compare_sides(side(old), side(new))
    for moved in difference.options:
        for kind in ("weight", "score"):
            shares = [moved.by.get(e.id, 0.0) for e in difference.edits if e.kind == kind]
            assert max(shares, default=0.0) - min(shares, default=0.0) <= EXACT


def many_weights() -> tuple[CaseData, CaseData]:
    names = [f"c{i}" for i in range(16)]
    scores = {
        o: [float((7 * i * j + 13 * j) % 101) for i in range(16)] for j, o in enumerate("abc")
    }
    old = plain_case({name: float(1 + i % 5) for i, name in enumerate(names)}, scores)
    new = copy.deepcopy(old)
    new["weights"]["plain"]["points"] = {n: float(1 + (3 * i) % 7) for i, n in enumerate(names)}
    new["options"]["a"]["scores"]["c3"] = 99.0
    return old, new


def test_sampled_shares_add_up_exactly_and_say_how_far_off_each_may_be() -> None:
    old, new = many_weights()
    difference = compare_sides(side(old), side(new))
    assert difference.method.name == "sampling"
    assert difference.method.orders > 0
    assert 0 < difference.method.error < 0.1
    for moved in difference.options:
        assert abs(sum(moved.by.values()) - moved.change) <= EXACT


def test_sampling_gives_the_same_for_the_same_seed_only() -> None:
    old, new = (side(data) for data in many_weights())
    first, again, other = (compare_sides(old, new, seed=seed).options for seed in (1, 1, 2))
    assert [m.by for m in first] == [m.by for m in again]
    assert [m.by for m in first] != [m.by for m in other]


def test_sampled_shares_are_near_the_exact_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = many_weights()
    points = old["weights"]["plain"]["points"]
    new["weights"]["plain"]["points"].update({n: points[n] for n in list(points)[11:]})
    mixtures = match_sides(side(old), side(new)).mixtures
    exact = Attribution(mixtures, ["a"], 1)
    assert exact.method.name == "enumeration"
    monkeypatch.setattr("policyscore.analysis.attribution.MOST_ENUMERATED", 3)
    sampled = Attribution(mixtures, ["a"], 1)
    assert sampled.method.name == "sampling"
    for bit, share in exact.by["a"].items():
        assert abs(sampled.by["a"][bit] - share) <= 5 * sampled.method.error
