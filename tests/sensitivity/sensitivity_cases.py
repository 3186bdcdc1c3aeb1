"""Small cases for the tests of sensitivity: made by Hypothesis, changed, and ranked anew.

A case is plain data, written as text and loaded as a user's files are, so that whatever a result
promises is tried out through the whole program.
"""

import copy
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from policyscore.analysis.sensitivity.results import Sensitivity
from policyscore.analysis.sensitivity.whole import analyse
from policyscore.case.case import Case
from policyscore.case.directory import HEADER_FILE, Files
from policyscore.case.header import Expert, Group, Tree
from policyscore.case.options import Judgement
from policyscore.decision import Decision, check
from policyscore.scoring.ranking import rank_options
from policyscore.scoring.totals import value_options

CaseData = dict[str, Any]
PROFILE = "plain"
JUDGES = ("ada", "ben", "cleo")
quick = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),  # shrinking a case takes minutes; it is small as it is
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def in_yaml(content: CaseData) -> str:
    """Data as JSON with bare numbers as keys, which is YAML."""
    return re.sub(r'"(-?[\d.]+(?:e[+-]?\d+)?)":', r"\1:", json.dumps(content))


def decide(data: CaseData) -> Decision:
    """Check a case given as data."""
    files = Files()
    files.add(HEADER_FILE, in_yaml(data["header"]))
    for folder in ("options", "weights"):
        for key, content in data[folder].items():
            files.add(f"{folder}/{key}.yaml", in_yaml(content))
    decision, findings = check(files)
    assert decision is not None, [f"{f.path}: {f.message}" for f in findings]
    return decision


def analysed(data: CaseData, profile: str = PROFILE) -> Sensitivity:
    """The whole analysis of a case given as data."""
    decision = decide(data)
    return analyse(decision.case, decision.valued, decision.weights, profile)


def first_of(data: CaseData) -> tuple[str, ...]:
    """Who is first in a case, by the program's own ranking."""
    return tuple(sorted(r.option for r in decide(data).rank(PROFILE).first))


def plain_case(
    weights: Mapping[str, float], scores: Mapping[str, Any], **criteria: Mapping[str, Any]
) -> CaseData:
    """A case whose scales run from 0 to 100, more being better.

    Args:
        weights: Criterion to points.
        scores: Option to scores, in the order of the criteria.
        criteria: Further keys of criteria.
    """
    return {
        "header": {
            "policyscore": 1,
            "title": "A case",
            "baseline": next(iter(scores)),
            "criteria": {
                key: {
                    "title": key.title(),
                    "better": "higher",
                    "scale": {"0": "none", "100": "all"},
                    **criteria.get(key, {}),
                }
                for key in weights
            },
            "experts": {judge: {"title": judge.title(), "weight": 1.0} for judge in JUDGES},
        },
        "options": {
            option: {"title": option.title(), "scores": dict(zip(weights, row, strict=True))}
            for option, row in scores.items()
        },
        "weights": {PROFILE: {"title": "Plain", "points": dict(weights)}},
    }


def with_weights(data: CaseData, weights: Mapping[str, float]) -> CaseData:
    """The case with other weights."""
    changed = copy.deepcopy(data)
    changed["weights"][PROFILE] = {"title": "Plain", "points": dict(weights)}
    return changed


def near(number: float) -> Any:
    """A number, rounding apart."""
    return pytest.approx(number)


def ranked_first(decision: Decision, case: Case) -> tuple[str, ...]:
    """Who is first in a changed case under the weights of the unchanged one."""
    valued = value_options(case)
    weights = decision.weights[PROFILE].criteria
    ranked = rank_options(valued, weights, valued[case.baseline])
    return tuple(sorted(r.option for r in ranked if r.rank == 1))


def with_scores(case: Case, option: str, criterion: str, said: tuple[Judgement, ...]) -> Case:
    """The case with other judgements of one option on one criterion."""
    old = case.options[option]
    new = replace(old, scores={**old.scores, criterion: said})
    return Case(case.header, {**case.options, option: new}, dict(case.profiles))


def with_judgement(case: Case, option: str, criterion: str, index: int, number: float) -> Case:
    """The case with one judgement moved to a number, whatever was stated."""
    said = list(case.options[option].scores[criterion])
    said[index] = Judgement(by=said[index].by, likely=number)
    return with_scores(case, option, criterion, tuple(said))


def with_weight(case: Case, judge: str, weight: float) -> Case:
    """The case with another weight of one expert."""
    experts = {**case.header.experts, judge: Expert(judge, weight)}
    return Case(replace(case.header, experts=experts), dict(case.options), dict(case.profiles))


def with_end(case: Case, criterion: str, number: float, moved: float) -> Case:
    """The case with one end of a scale moved, and the end of its value function with it."""

    def change(tree: Tree) -> Tree:
        return {
            key: replace(member, criteria=change(member.criteria))
            if isinstance(member, Group)
            else (changed if key == criterion else member)
            for key, member in tree.items()
        }

    old = case.criteria[criterion]
    scale = {(moved if x == number else x): words for x, words in old.scale.items()}
    value = old.value and {(moved if x == number else x): y for x, y in old.value.items()}
    changed = replace(old, scale=scale, value=value)
    header = replace(case.header, criteria=change(case.header.criteria))
    return Case(header, dict(case.options), dict(case.profiles))


SCORES = st.integers(0, 50).map(lambda n: 2.0 * n)
POINTS = st.integers(0, 12).map(float)
EXPERT_WEIGHTS = st.sampled_from([0.5, 1.0, 2.0, 3.5])
CURVES = st.sampled_from(
    [None, {"0": 0, "40": 70, "100": 100}, {"0": 0, "30": 20, "60": 20, "100": 100}]
)
DISTRIBUTIONS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.tuples(SCORES, st.sampled_from([0.5, 3.0, 40.0])).map(lambda two: {"normal": list(two)}),
    st.tuples(st.sampled_from([0.5, 2.0, 7.0]), SCORES, SCORES).map(
        lambda three: {
            "beta": [three[0], 2.5],
            "low": min(three[1:]),
            "high": max(three[1:]) + 0.5 - (max(three[1:]) == 100),
        }
    ),
    st.lists(st.integers(-3, 106), min_size=2, max_size=4).map(lambda some: {"samples": some}),
)
LIMITS = st.sampled_from([{}, {}, {}, {"at-least": 30}, {"at-most": 80}])


@st.composite
def _judged(draw: st.DrawFn) -> Any:
    forms = ["bare", "bare", "unknown", "range", "several", "several", "distribution"]
    form = draw(st.sampled_from(forms))
    if form == "bare":
        return draw(SCORES)
    if form == "unknown":
        return "unknown"
    if form == "range":
        low, high = sorted((draw(SCORES), draw(SCORES)))
        return {"low": low, "high": high, "by": draw(st.sampled_from(JUDGES))}
    if form == "distribution":
        return {**draw(DISTRIBUTIONS), "by": draw(st.sampled_from(JUDGES))}
    by = draw(st.lists(st.sampled_from(JUDGES), min_size=2, max_size=3, unique=True))
    numbers = st.one_of(SCORES, SCORES, st.just("unknown"))
    said = st.one_of(numbers.map(lambda likely: {"likely": likely}), DISTRIBUTIONS)
    return [{"by": judge, **draw(said)} for judge in by]


@st.composite
def cases(draw: st.DrawFn, *, limits: bool = True, curves: bool = True) -> CaseData:
    """A case of one to five options and one to four criteria, some of them in a group."""
    keys = ("cost", "speed", "trust", "reach")[: draw(st.integers(1, 4))]
    weights = {key: draw(POINTS) for key in keys}
    weights[draw(st.sampled_from(keys))] += 1
    options = ("act", "base", "call", "dare", "else")[: draw(st.integers(1, 5))]
    data = plain_case(weights, {o: [draw(_judged()) for _ in keys] for o in options})
    for key in keys:
        criterion = data["header"]["criteria"][key]
        curve = draw(CURVES) if curves else None
        if curve is not None:
            criterion["value"] = curve
        if draw(st.booleans()):
            criterion["better"] = "lower"
            if curve is not None:
                criterion["value"] = {x: 100 - y for x, y in curve.items()}
        if limits:
            criterion.update(draw(LIMITS))
    for judge in JUDGES:
        data["header"]["experts"][judge]["weight"] = draw(EXPERT_WEIGHTS)
    if len(keys) > 2 and draw(st.booleans()):
        criteria = data["header"]["criteria"]
        inside = {key: criteria.pop(key) for key in keys[:2]}
        data["header"]["criteria"] = {
            "together": {"title": "Together", "criteria": inside},
            **criteria,
        }
    return data
