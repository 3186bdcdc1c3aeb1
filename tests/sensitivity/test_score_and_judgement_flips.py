"""Flips of scores and judgements: the case is changed, read and ranked anew on both sides."""

from typing import Any

import pytest
from hypothesis import given
from sensitivity_cases import (
    CaseData,
    analysed,
    cases,
    decide,
    near,
    plain_case,
    quick,
    ranked_first,
    with_judgement,
    with_scores,
)

from policyscore.analysis.sensitivity.results import Flip, JudgementFlip, ScoreFlip
from policyscore.analysis.sensitivity.score_moves import scores_worth
from policyscore.case.options import Judgement

STEP = 1e-5


def check_flip(
    flip: Flip | None, score: float, end: float, at: Any, first: tuple[str, ...]
) -> None:
    """Whether first place is the old one up to a flip and the new one beyond it.

    Args:
        flip: What was found in one direction.
        score: Where the number is.
        end: How far it can go.
        at: Gives who is first if the number is this.
        first: Who is first at present.
    """
    sign = 1 if end > score else -1
    if flip is None:
        for share in (0.1, 0.35, 0.8, 1.0):
            assert at(score + (end - score) * share) == first
        return
    assert sign * (flip.at - score) >= 0
    assert sign * (end - flip.at) >= -1e-9
    for share in (0.2, 0.7):
        assert abs(flip.at - score) < STEP or at(score + (flip.at - score) * share) == first
    if abs(flip.at - score) > 2 * STEP:
        assert at(flip.at - sign * STEP) == first
    if abs(end - flip.at) > 1e-9:
        assert at(flip.at + sign * min(STEP, abs(end - flip.at) / 2)) == flip.first
    else:
        assert at(end) == flip.there == flip.first != first


@quick
@given(cases())
def test_a_pooled_score_flips_first_place_where_it_is_said_to(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    for score in found.scores:
        assert score.score == decision.valued[score.option].scores[score.criterion].score

        def at(number: float, score: ScoreFlip = score) -> Any:
            only = (Judgement(likely=min(max(number, 0.0), 100.0)),)
            changed = with_scores(decision.case, score.option, score.criterion, only)
            return ranked_first(decision, changed)

        for flip, end in ((score.down, 0.0), (score.up, 100.0)):
            if score.score != end:
                check_flip(flip, score.score, end, at, found.first)
            else:
                assert flip is None


@quick
@given(cases())
def test_a_single_judgement_flips_first_place_where_it_is_said_to(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    for one in found.judgements:

        def at(number: float, one: JudgementFlip = one) -> Any:
            cell = (one.option, one.criterion, one.index, min(max(number, 0.0), 100.0))
            return ranked_first(decision, with_judgement(decision.case, *cell))

        for flip, end in ((one.down, 0.0), (one.up, 100.0)):
            if one.score != end:
                check_flip(flip, one.score, end, at, found.first)


@quick
@given(cases())
def test_the_nearest_judgement_is_the_least_share_of_all(data: CaseData) -> None:
    found = analysed(data)
    shares = [one.share for one in found.judgements if one.share is not None]
    if found.judgement is None:
        assert shares == []
    else:
        assert found.judgement.share == pytest.approx(min(shares), abs=1e-9)


def test_the_leaders_own_score_and_a_rivals() -> None:
    # a is ahead by 0.5 * 20 - 0.5 * 10 = 5 points of total, which is 10 of score
    data = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [60.0, 40.0], "b": [40.0, 50.0]})
    found = {(s.option, s.criterion): s for s in analysed(data).scores}
    assert found["a", "cost"].down == Flip(near(50.0), ("a", "b"), ("b",))
    assert found["a", "cost"].up is None
    assert found["b", "speed"].up == Flip(near(60.0), ("a", "b"), ("b",))
    assert found["b", "speed"].share == pytest.approx(0.1)
    assert found["b", "speed"].nearest == found["b", "speed"].up


def test_experts_weights_decide_how_far_a_judgement_must_go() -> None:
    said = [{"by": "ada", "likely": 70}, {"by": "ben", "likely": 20}]
    data = plain_case({"cost": 1.0}, {"a": [said], "b": [50.0]})
    data["header"]["experts"]["ada"]["weight"] = 4
    found = {one.by: one for one in analysed(data).judgements if one.option == "a"}
    assert found["ada"].pool == pytest.approx(0.8)
    assert found["ada"].down == Flip(near(57.5), ("a", "b"), ("b",))
    assert found["ben"].down is None


def test_a_judge_without_weight_cannot_change_anything() -> None:
    said = [{"by": "ada", "likely": 70}, {"by": "ben", "likely": 20}]
    data = plain_case({"cost": 1.0}, {"a": [said], "b": [50.0]})
    data["header"]["experts"]["ben"]["weight"] = 0
    found = {one.by: one for one in analysed(data).judgements if one.option == "a"}
    assert (found["ben"].pool, found["ben"].nearest) == (0.0, None)


def test_what_a_judge_stated_is_told() -> None:
    data = plain_case(
        {"cost": 1.0},
        {"a": [{"low": 40, "high": 80, "because": "So it was."}], "b": ["unknown"], "c": [9.0]},
    )
    found = {one.option: one for one in analysed(data).judgements}
    assert (found["a"].stated, found["a"].score, found["a"].because) == ("range", 60, "So it was.")
    assert (found["b"].stated, found["b"].score) == ("unknown", 50)
    assert found["c"].stated == "likely"


def test_the_leader_is_excluded_beyond_a_requirement() -> None:
    data = plain_case({"cost": 1.0}, {"a": [70.0], "b": [50.0]}, cost={"at-most": 95})
    leader = analysed(data).scores[0]
    assert leader.up == Flip(95.0, ("a",), ("b",))
    assert leader.down == Flip(near(50.0), ("a", "b"), ("b",))
    assert leader.nearest == leader.down


def test_an_excluded_option_that_would_be_first_comes_in() -> None:
    data = plain_case(
        {"cost": 1.0, "speed": 9.0},
        {"a": [70.0, 50.0], "b": [20.0, 90.0]},
        cost={"at-least": 30},
    )
    found = {(s.option, s.criterion): s for s in analysed(data).scores}
    assert found["b", "cost"].up == Flip(30.0, ("b",), ("b",))
    assert found["b", "speed"].nearest is None


def test_a_flat_piece_of_the_value_function_is_a_tie_from_end_to_end() -> None:
    curve = {"value": {"0": 0, "30": 20, "60": 20, "100": 100}}
    data = plain_case({"cost": 1.0}, {"a": [80.0], "b": [45.0]}, cost=curve)
    leader = analysed(data).scores[0]
    assert leader.down == Flip(60.0, ("a", "b"), ("a", "b"))
    assert scores_worth([(0, 0), (30, 20), (60, 20), (100, 100)], 20) == (30, 60)
    assert scores_worth([(0, 100), (100, 0)], 25) == (75, 75)


def test_a_tie_at_present_is_broken_at_once() -> None:
    data = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [60.0, 40.0], "b": [40.0, 60.0]})
    found = {(s.option, s.criterion): s for s in analysed(data).scores}
    assert found["a", "cost"].down == Flip(60.0, ("a", "b"), ("b",))
    assert found["a", "cost"].up == Flip(60.0, ("a", "b"), ("a",))


def test_a_criterion_without_weight_changes_nothing() -> None:
    data = plain_case({"cost": 1.0, "speed": 0.0}, {"a": [60.0, 40.0], "b": [40.0, 60.0]})
    assert all(s.nearest is None for s in analysed(data).scores if s.criterion == "speed")


def test_only_one_option_can_only_be_excluded() -> None:
    data = plain_case({"cost": 1.0}, {"a": [60.0]}, cost={"at-least": 30})
    only = analysed(data).scores[0]
    assert only.down == Flip(30.0, ("a",), ())
    assert only.up is None
