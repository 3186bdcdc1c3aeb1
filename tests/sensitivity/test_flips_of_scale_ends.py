"""Flips of the ends of scales: the header is changed, read and ranked anew on both sides."""

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
    with_end,
)

from policyscore.analysis.sensitivity.results import EndFlip, Flip

STEP = 1e-5


@quick
@given(cases())
def test_an_end_flips_first_place_where_it_is_said_to(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    for end in (each for each in found.ends if not each.cut):

        def at(moved: float, end: EndFlip = end) -> Any:
            changed = with_end(decision.case, end.criterion, end.number, moved)
            return ranked_first(decision, changed)

        outside = 1 if end.number == 100 else -1
        assert outside * (end.number - end.limit) >= 0
        if end.outward is None:
            for far in (1, 40, 3_000):
                assert at(end.number + outside * far) == found.first
        else:
            gone = outside * (end.outward.at - end.number)
            assert gone >= 0
            step = STEP * max(1.0, gone) ** 2 / 10  # slopes fall with the square of the length
            if gone > 2 * step:
                assert at(end.number + outside * gone / 2) == found.first
                assert at(end.outward.at - outside * step) == found.first
            if gone < 1e4:
                assert at(end.outward.at + outside * step) == end.outward.first
        room = abs(end.number - end.limit)
        if room < 1:
            continue
        if end.inward is None:
            for share in (0.3, 0.7, 0.999):
                assert at(end.number - outside * room * share) == found.first
        else:
            gone = outside * (end.number - end.inward.at)
            assert 0 <= gone <= room + 1e-9
            if gone > 2 * STEP:
                assert at(end.number - outside * gone / 2) == found.first
                assert at(end.inward.at + outside * STEP) == found.first
            if room - gone > 2 * STEP:
                assert at(end.inward.at - outside * STEP) == end.inward.first


def test_a_longer_scale_makes_a_lead_on_it_worth_less() -> None:
    # a leads by 30 of 100 on cost, b by 20 on speed: level if cost were 150 long
    data = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [60.0, 40.0], "b": [30.0, 60.0]})
    found = {(e.criterion, e.end): e for e in analysed(data).ends}
    best, worst = found["cost", "best"], found["cost", "worst"]
    assert best.outward == Flip(near(150.0), ("a", "b"), ("b",))
    assert worst.outward == Flip(near(-50.0), ("a", "b"), ("b",))
    assert best.share == pytest.approx(0.5)
    assert (best.inward, best.limit, worst.limit) == (None, 60.0, 30.0)


def test_a_shorter_scale_makes_a_rivals_lead_on_it_worth_more() -> None:
    data = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [60.0, 40.0], "b": [30.0, 60.0]})
    speed = next(e for e in analysed(data).ends if (e.criterion, e.end) == ("speed", "best"))
    assert speed.inward == Flip(near(200 / 3), ("a", "b"), ("b",))
    assert speed.outward is None


def test_no_end_moves_over_a_judgement_an_anchor_or_a_requirement() -> None:
    anchors = {"scale": {"0": "none", "50": "some", "95": "most", "100": "all"}, "at-least": 7}
    said = {"low": 20, "likely": 30, "high": 60}
    data = plain_case({"cost": 1.0}, {"a": [said], "b": [40.0]}, cost=anchors)
    assert {e.end: e.limit for e in analysed(data).ends} == {"worst": 7.0, "best": 95.0}


def test_an_unknown_score_moves_by_half_as_much_as_the_end() -> None:
    # unknown is 50 of 100, worth 50 whatever the end; a's 60 is worth 50 if the scale ends at 120
    data = plain_case({"cost": 1.0}, {"a": [60.0], "b": ["unknown"]})
    best = next(e for e in analysed(data).ends if e.end == "best")
    assert best.outward == Flip(near(120.0), ("a", "b"), ("b",))


def test_a_requirement_excludes_an_unknown_score_as_the_scale_grows() -> None:
    data = plain_case({"cost": 1.0}, {"a": ["unknown"], "b": [20.0]}, cost={"at-most": 70})
    best = next(e for e in analysed(data).ends if e.end == "best")
    assert best.outward == Flip(near(140.0), ("a",), ("b",))
