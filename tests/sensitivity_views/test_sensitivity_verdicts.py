"""How far first place can be trusted, and what moved, is read off the results by plain rules."""

from dataclasses import replace

import pytest
from sensitivity_view_cases import CLOSE, decide, made_by_hand, near, scene_of

from policyscore.analysis.sensitivity.results import Flip, JudgementFlip
from policyscore.analysis.sensitivity_reading import is_inside, moves, verdict

DECISION = decide(CLOSE)
HALF = {"cost": 0.5, "speed": 0.5, "trust": 0.0}
FLIP = JudgementFlip(
    *("a", "cost", 0, "ann", 60.0, "likely", 1.0),
    *(Flip(20.0, ("a", "b"), ("b",)), None, 0.4, "", "", ""),
)


def judged(at: float, share: float) -> JudgementFlip:
    return replace(FLIP, down=Flip(at, ("a", "b"), ("b",)), share=share)


@pytest.mark.parametrize(
    ("points", "at", "share", "kind"),
    [
        (30.0, 20.0, 0.4, "firm"),
        (4.9, 20.0, 0.4, "fragile"),
        (30.0, 39.0, 0.05, "fragile"),
        (30.0, 45.0, 0.4, "fragile"),
        (19.0, 20.0, 0.4, "between"),
        (30.0, 20.0, 0.2, "between"),
    ],
)
def test_a_verdict_follows_from_distance_and_ranges(
    points: float, at: float, share: float, kind: str
) -> None:
    flip = judged(at, share)
    found = made_by_hand(nearest=near("b", HALF, points / 50), judgements=(flip,), judgement=flip)
    assert verdict(DECISION.case, found).kind == kind


def test_nothing_that_changes_first_place_is_settled() -> None:
    assert verdict(DECISION.case, made_by_hand()).kind == "settled"
    assert verdict(DECISION.case, made_by_hand(first=())).kind == "settled"


def test_judgements_that_decide_are_counted() -> None:
    still = replace(FLIP, down=None, share=None)
    counted = verdict(DECISION.case, made_by_hand(judgements=(judged(45, 0.2), FLIP, still)))
    assert (counted.judgements, counted.deciding, counted.inside) == (3, 2, 1)


@pytest.mark.parametrize(
    ("at", "inside"), [(45.0, True), (40.0, False), (39.0, False), (59.9, True)]
)
def test_the_range_that_a_judge_gave_is_what_counts(at: float, inside: bool) -> None:
    assert is_inside(DECISION.case, judged(at, 0.2)) is inside


def test_at_the_end_of_a_range_only_what_happens_there_counts() -> None:
    there = replace(FLIP, down=Flip(40.0, ("b",), ("b",)))
    assert is_inside(DECISION.case, there)


def test_an_unknown_score_may_be_anything_and_a_moving_range_is_never_inside() -> None:
    assert is_inside(DECISION.case, replace(FLIP, stated="unknown"))
    assert not is_inside(DECISION.case, replace(FLIP, stated="range"))
    bare = replace(FLIP, option="c", criterion="cost", by="case-author")
    assert not is_inside(DECISION.case, bare)


def test_only_weights_that_change_are_listed_those_that_gain_first() -> None:
    now = {"cost": 0.4, "speed": 0.3, "trust": 0.2, "reach": 0.1}
    then = {"cost": 0.3, "speed": 0.3, "trust": 0.15, "reach": 0.25}
    changed = moves(now, then)
    assert [move.criterion for move in changed] == ["reach", "cost", "trust"]
    assert sum(move.change for move in changed) == pytest.approx(0)


def test_a_tornado_begins_with_the_least_room() -> None:
    scene = scene_of(DECISION)
    from policyscore.analysis.sensitivity_reading import room, tightest

    rooms = [room(weight) for weight in tightest(scene.found.weights)]
    assert rooms == sorted(rooms)
    assert len(rooms) == 2
