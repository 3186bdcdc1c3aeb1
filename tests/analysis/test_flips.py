"""Flips: the sets of edits that are listed do change first place, and no part of one does."""

import copy
from itertools import combinations

from case_pairs import CaseData, pairs, plain_case, side
from hypothesis import given, settings

from policyscore.analysis.comparing import compare_sides
from policyscore.analysis.flips import at_place, find_flips, smallest_sets
from policyscore.analysis.matching import match_sides


@settings(max_examples=60, deadline=None)
@given(pairs())
def test_the_smallest_sets_flip_and_no_part_of_them_does(pair: tuple[CaseData, CaseData]) -> None:
    matched = match_sides(side(pair[0]), side(pair[1]))
    mixtures, count = matched.mixtures, len(matched.edits)
    if count > 7:
        return

    def first(mixture: int) -> tuple[str, ...]:
        return at_place(mixtures.order(mixture), 1)

    whole = mixtures.everything
    flips = find_flips(mixtures, range(count), 1)
    assert bool(flips) == (first(0) != first(whole))
    flipping = [
        frozenset(chosen)
        for size in range(count + 1)
        for chosen in combinations(range(count), size)
        if first(sum(1 << e for e in chosen)) == first(whole)
    ]
    minimal = {s for s in flipping if not any(other < s for other in flipping)}
    for flip in flips:
        assert flip.complete
        assert {frozenset(chosen) for chosen in flip.smallest} == minimal
        undo = {e for e in range(count) if first(whole & ~(1 << e)) == first(0)}
        assert set(flip.undo) == undo


@settings(max_examples=25, deadline=None)
@given(pairs())
def test_adding_and_dropping_options_reorders_none_of_the_others(
    pair: tuple[CaseData, CaseData],
) -> None:
    matched = match_sides(side(pair[0]), side(pair[1]))
    mixtures = matched.mixtures
    both = set(matched.old.options) & set(matched.new.options)
    came = sum(1 << i for i, edit in enumerate(matched.edits) if edit.cause == "options")
    for mixture in (0, mixtures.everything & ~came):
        order = [[key for key in group if key in both] for group in mixtures.order(mixture)]
        after = [[key for key in group if key in both] for group in mixtures.order(mixture | came)]
        assert [g for g in order if g] == [g for g in after if g]


def test_two_edits_that_only_flip_together_are_one_set() -> None:
    old = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [50.0, 50.0], "b": [60.0, 60.0]})
    new = copy.deepcopy(old)
    new["options"]["a"]["scores"].update(cost=65.0, speed=65.0)
    flip = compare_sides(side(old), side(new)).flips[0]
    assert (flip.old, flip.new) == (("b",), ("a",))
    assert flip.smallest == ((0, 1),)
    assert flip.undo == (0, 1)


def test_an_edit_that_is_enough_alone_leaves_others_out_of_the_sets() -> None:
    old = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [50.0, 50.0], "b": [60.0, 60.0]})
    new = copy.deepcopy(old)
    new["options"]["a"]["scores"].update(cost=90.0, speed=51.0)
    difference = compare_sides(side(old), side(new))
    assert difference.flips[0].smallest == ((0,),)
    assert difference.edits[0].subjects == ("a", "cost", "case-author")


def test_a_new_option_in_front_is_the_cause_of_the_flip() -> None:
    old = plain_case({"cost": 1.0}, {"a": [50.0], "b": [60.0]})
    new = copy.deepcopy(old)
    new["options"]["c"] = {"title": "Quite another thing", "scores": {"cost": 90.0}}
    difference = compare_sides(side(old), side(new))
    assert [edit.kind for edit in difference.edits] == ["option-added"]
    assert difference.flips[0].new == ("c",)
    assert difference.flips[0].smallest == ((0,),)
    assert difference.reordered == 0


def test_a_requirement_can_change_first_place_without_changing_a_total() -> None:
    old = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [90.0, 10.0], "b": [40.0, 40.0]})
    new = copy.deepcopy(old)
    new["header"]["criteria"]["speed"]["at-least"] = 20
    difference = compare_sides(side(old), side(new))
    assert [edit.kind for edit in difference.edits] == ["requirement"]
    assert difference.flips[0].new == ("b",)
    assert all(abs(share) == 0 for moved in difference.options for share in moved.by.values())


def test_a_long_search_ends_in_one_set_that_cannot_be_made_smaller() -> None:
    edits = list(range(60))
    wanted = sum(1 << e for e in (3, 20, 41, 50))
    sets, searched, complete = smallest_sets(edits, lambda made: made & wanted == wanted, 2_000)
    assert sets == [(3, 20, 41, 50)]
    assert searched < 4
    assert not complete


def test_places_after_the_first_are_explained_on_request() -> None:
    old = plain_case({"cost": 1.0}, {"a": [90.0], "b": [50.0], "c": [40.0]})
    new = copy.deepcopy(old)
    new["options"]["c"]["scores"]["cost"] = 60.0
    assert not compare_sides(side(old), side(new)).flips
    flips = compare_sides(side(old), side(new), places=3).flips
    assert [(f.place, f.old, f.new) for f in flips] == [(2, ("b",), ("c",)), (3, ("c",), ("b",))]
