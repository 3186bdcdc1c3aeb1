"""Who would have to change their mind, and what first place is without one thing."""

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from sensitivity_cases import (
    CaseData,
    analysed,
    cases,
    decide,
    plain_case,
    quick,
    ranked_first,
)

from policyscore.analysis.sensitivity.results import LeftOut
from policyscore.case.case import Case
from policyscore.case.options import Judgement
from policyscore.decision import Decision
from policyscore.scoring.ranking import rank_options
from policyscore.scoring.totals import value_options
from policyscore.scoring.values import pool

STEP = 1e-6


def all_moved(decision: Decision, judge: str, share: float) -> Case:
    """The case with every judgement of a judge moved a share of its way to the hurtful end."""
    case = decision.case
    first = {r.option for r in decision.rank("plain").first}
    options = dict(case.options)
    for key, option in case.options.items():
        scores = dict(option.scores)
        for name, said in option.scores.items():
            criterion = case.criteria[name]
            low, high = criterion.ends
            worst, best = (low, high) if criterion.better == "higher" else (high, low)
            end = worst if key in first else best
            scores[name] = tuple(
                Judgement(by=one.by, likely=moved(one, end, share, (low, high)))
                if one.by == judge
                else one
                for one in said
            )
        options[key] = replace(option, scores=scores)
    return Case(case.header, options, dict(case.profiles))


def moved(one: Judgement, end: float, share: float, ends: tuple[float, float]) -> float:
    """A judgement's number after its share of the way."""
    start = pool([one], [1.0], ends).score
    return start + (end - start) * share


@quick
@given(cases())
def test_all_judgements_of_one_judge_change_first_place_at_their_share(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    for mind in found.minds:

        def at(share: float, judge: str = mind.judge) -> tuple[str, ...]:
            return ranked_first(decision, all_moved(decision, judge, share))

        if mind.together is None:
            assert [at(share) for share in (0.2, 0.6, 1.0)] == [found.first] * 3
            continue
        share = mind.together.share
        assert 0 <= share <= 1
        if share > 2 * STEP:
            assert at(share / 2) == found.first
            assert at(share - STEP) == found.first
        if share < 1 - STEP:
            assert at(share + STEP) == mind.together.first
        else:
            assert at(1.0) == mind.together.first


@quick
@given(cases())
def test_each_judges_nearest_judgement_is_one_of_theirs(data: CaseData) -> None:
    found = analysed(data)
    assert {mind.judge for mind in found.minds} == {one.by for one in found.judgements}
    for mind in found.minds:
        own = [one for one in found.judgements if one.by == mind.judge]
        shares = [one.share for one in own if one.share is not None]
        assert len(own) == mind.judgements
        assert (mind.one is None) == (not shares)
        if mind.one is not None:
            assert mind.one in own
            assert mind.one.share == pytest.approx(min(shares), abs=1e-9)


def test_a_judge_needs_all_judgements_where_one_is_not_enough() -> None:
    def ada(number: float) -> dict[str, Any]:
        return {"by": "ada", "likely": number}

    data = plain_case({"cost": 1.0, "speed": 1.0}, {"a": [90.0, 80.0], "b": [ada(60), ada(50)]})
    data["options"]["b"]["scores"]["cost"] = ada(30)
    (mind,) = [m for m in analysed(data).minds if m.judge == "ada"]
    assert mind.one is None
    assert mind.together is not None  # 85 of 100 is reached from 40 at three quarters of the way
    assert mind.together.share == pytest.approx(0.75)
    assert mind.together.there == ("a", "b")


def test_profiles_have_distances_of_their_own() -> None:
    data = plain_case({"cost": 9.0, "speed": 1.0}, {"a": [60.0, 20.0], "b": [40.0, 80.0]})
    data["weights"]["other"] = {"title": "Other", "points": {"cost": 1, "speed": 1}}
    found = {mind.profile: mind for mind in analysed(data).profiles}
    assert (found["plain"].first, found["other"].first) == (("a",), ("b",))
    assert found["plain"].nearest is not None
    assert found["plain"].nearest.points == pytest.approx(15)
    assert found["other"].nearest is not None
    assert found["other"].nearest.points == pytest.approx(25)


def without(data: CaseData, left: LeftOut) -> CaseData:
    """The case without one thing, as somebody would write it."""
    changed = copy.deepcopy(data)
    if left.kind == "option":
        del changed["options"][left.name]
        if changed["header"]["baseline"] == left.name:
            changed["header"]["baseline"] = next(iter(changed["options"]))
    elif left.kind == "criterion":
        criteria = changed["header"]["criteria"]
        criteria.get("together", {"criteria": {}})["criteria"].pop(left.name, None)
        criteria.pop(left.name, None)
        if "together" in criteria and not criteria["together"]["criteria"]:
            del criteria["together"]
        del changed["weights"]["plain"]["points"][left.name]
        for option in changed["options"].values():
            del option["scores"][left.name]
    return changed


@quick
@given(cases())
def test_first_place_without_a_criterion_or_an_option(data: CaseData) -> None:
    found = analysed(data)
    for left in found.left_out:
        if left.kind not in {"criterion", "option"} or not left.possible:
            continue
        if left.kind == "option" and len(data["options"]) == 1:
            assert (left.first, left.three) == ((), ())
            continue
        ranked = decide(without(data, left)).rank("plain")
        assert left.first == tuple(sorted(r.option for r in ranked.first))
        ranks = {r.option: r.rank for r in ranked.first_ranks(3).ranked}
        assert {o: ranks[o] for tied in left.three for o in tied} == ranks
        others = set(found.first) - ({left.name} if left.kind == "option" else set())
        assert left.changes_first == (set(left.first) != others)


@quick
@given(cases())
def test_first_place_without_an_expert(data: CaseData) -> None:
    decision, found = decide(data), analysed(data)
    for left in found.left_out:
        if left.kind != "expert":
            continue
        options = {
            key: replace(
                option,
                scores={
                    name: tuple(one for one in said if one.by != left.name)
                    for name, said in option.scores.items()
                },
            )
            for key, option in decision.case.options.items()
        }
        empty = [
            (o, c) for o, content in options.items() for c, s in content.scores.items() if not s
        ]
        assert sorted(left.alone) == sorted(empty)
        if empty:
            assert (left.first, left.changes_first) == (found.first, False)
            continue
        case = Case(decision.case.header, options, dict(decision.case.profiles))
        assert left.first == ranked_first(decision, case)
        misses = {key for key, v in value_options(case).items() if v.misses}
        before = {key for key, v in decision.valued.items() if v.misses}
        assert set(left.allowed) == before - misses
        assert set(left.excluded) == misses - before


def test_a_source_that_nobody_else_stands_in_for_cannot_be_left_out() -> None:
    said = [{"by": "ada", "likely": 70, "source": "cable"}, {"by": "ben", "likely": 20}]
    only = {"by": "ada", "likely": 50, "source": "talk"}
    data = plain_case({"cost": 1.0}, {"a": [said], "b": [only]})
    data["header"]["experts"]["ada"]["weight"] = 3
    data["header"]["sources"] = {"cable": {"title": "Cable"}, "talk": {"title": "Talk"}}
    found = {(left.kind, left.name): left for left in analysed(data).left_out}
    assert found["source", "cable"].first == ("b",)
    assert found["source", "cable"].changes_first
    assert found["source", "talk"].alone == (("b", "cost"),)
    assert not found["source", "talk"].possible


def test_a_criterion_takes_its_requirement_along() -> None:
    data = plain_case(
        {"cost": 1.0, "speed": 1.0}, {"a": [60.0, 20.0], "b": [20.0, 99.0]}, cost={"at-least": 30}
    )
    left = next(x for x in analysed(data).left_out if x.name == "cost")
    assert (left.first, left.allowed, left.changes_first) == (("b",), ("b",), True)


def test_a_criterion_with_all_the_weight_cannot_be_left_out() -> None:
    data = plain_case({"cost": 1.0, "speed": 0.0}, {"a": [60.0, 20.0], "b": [20.0, 99.0]})
    found = {x.name: x for x in analysed(data).left_out if x.kind == "criterion"}
    assert found["cost"].has_all
    assert not found["speed"].changes_first
    valued = decide(data).valued
    assert rank_options(valued, {"cost": 1.0, "speed": 0.0}, valued["a"])[0].option == "a"
