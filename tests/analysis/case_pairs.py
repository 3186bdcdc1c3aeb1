"""Generated pairs of cases: a small one, and the same after a few edits of any kind."""

import copy
import json
import re
from typing import Any

from hypothesis import strategies as st

from policyscore.analysis.matching import Side
from policyscore.case.directory import HEADER_FILE, Files
from policyscore.decision import Decision, check

CaseData = dict[str, Any]
CRITERIA = ("cost", "speed", "trust", "reach")
OPTIONS = ("act", "base", "call", "wait")
JUDGES = ("ada", "ben", "cleo")
PROFILE = "plain"


def in_yaml(content: CaseData) -> str:
    """Data as JSON with bare numbers as keys, which is YAML."""
    return re.sub(r'"(\d+)":', r"\1:", json.dumps(content))


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


def side(data: CaseData, profile: str = PROFILE) -> Side:
    """A case given as data, ranked under a profile."""
    decision = decide(data)
    return Side(decision.case, decision.profiles[profile], decision.rank(profile))


def criterion(title: str) -> dict[str, Any]:
    """A criterion from 0 to 100, more being better."""
    return {"title": title, "better": "higher", "scale": {0: "none", 100: "all"}}


def plain_case(
    weights: dict[str, float] | None = None, scores: dict[str, list[float]] | None = None
) -> CaseData:
    """A case with a bare score for every option and criterion."""
    weights = weights or dict.fromkeys(CRITERIA, 1.0)
    scores = scores or {option: [10.0 * i + 10] * len(weights) for i, option in enumerate(OPTIONS)}
    return {
        "header": {
            "policyscore": 1,
            "title": "A case",
            "baseline": next(iter(scores)),
            "criteria": {key: criterion(key.title()) for key in weights},
            "experts": {judge: {"title": judge.title(), "weight": 1.0} for judge in JUDGES},
        },
        "options": {
            option: {
                "title": option.title(),
                "summary": f"What {option} means",
                "scores": dict(zip(weights, row, strict=True)),
            }
            for option, row in scores.items()
        },
        "weights": {PROFILE: {"title": "Plain", "points": dict(weights)}},
    }


_SCORE = st.integers(0, 20).map(lambda n: 5.0 * n)
_POINTS = st.integers(0, 10).map(float)
_JUDGED = st.one_of(
    _SCORE,
    st.just("unknown"),
    st.lists(
        st.builds(lambda by, likely: {"by": by, "likely": likely}, st.sampled_from(JUDGES), _SCORE),
        min_size=1,
        max_size=3,
        unique_by=lambda judgement: judgement["by"],
    ),
)


@st.composite
def cases(draw: st.DrawFn) -> CaseData:
    """A small case with bare scores, unknown ones and several judges."""
    data = plain_case({key: draw(_POINTS) for key in CRITERIA[:3]})
    data["weights"][PROFILE]["points"][CRITERIA[0]] += 1
    for option in data["options"].values():
        for key in option["scores"]:
            option["scores"][key] = draw(_JUDGED)
    return data


def _score(draw: st.DrawFn, data: CaseData) -> None:
    option = draw(st.sampled_from(sorted(data["options"])))
    key = draw(st.sampled_from(sorted(data["header"]["criteria"])))
    data["options"][option]["scores"][key] = draw(_JUDGED)


def _weight(draw: st.DrawFn, data: CaseData) -> None:
    points = data["weights"][PROFILE]["points"]
    key = draw(st.sampled_from(sorted(points)))
    points[key] = draw(_POINTS)
    if not any(points.values()):
        points[key] = 1.0


def _expert(draw: st.DrawFn, data: CaseData) -> None:
    judge = draw(st.sampled_from(JUDGES))
    data["header"]["experts"][judge]["weight"] = draw(st.sampled_from([0.5, 2.0, 3.0]))


def _value(draw: st.DrawFn, data: CaseData) -> None:
    key = draw(st.sampled_from(sorted(data["header"]["criteria"])))
    middle = draw(st.sampled_from([20.0, 40.0, 80.0]))
    found = data["header"]["criteria"][key]
    found.update(scale={0: "none", 100: "all"}, value={0: 0, 50: middle, 100: 100})


def _scale(draw: st.DrawFn, data: CaseData) -> None:
    key = draw(st.sampled_from(sorted(data["header"]["criteria"])))
    found = data["header"]["criteria"][key]
    found["scale"] = {0: "none", draw(st.sampled_from([100, 120, 200])): "all"}
    found.pop("value", None)


def _limit(draw: st.DrawFn, data: CaseData) -> None:
    key = draw(st.sampled_from(sorted(data["header"]["criteria"])))
    data["header"]["criteria"][key]["at-least"] = draw(st.sampled_from([20, 50]))


def _add_criterion(draw: st.DrawFn, data: CaseData) -> None:
    if "reach" in data["header"]["criteria"]:
        return
    data["header"]["criteria"]["reach"] = criterion("Reach")
    data["weights"][PROFILE]["points"]["reach"] = draw(_POINTS)
    for option in data["options"].values():
        option["scores"]["reach"] = draw(_JUDGED)


def _drop_criterion(draw: st.DrawFn, data: CaseData) -> None:
    del draw
    points = data["weights"][PROFILE]["points"]
    if "trust" not in points or not any(n for key, n in points.items() if key != "trust"):
        return
    del data["header"]["criteria"]["trust"], points["trust"]
    for option in data["options"].values():
        del option["scores"]["trust"]


def _add_option(draw: st.DrawFn, data: CaseData) -> None:
    scores = {key: draw(_JUDGED) for key in data["header"]["criteria"]}
    data["options"]["extra"] = {"title": "Extra", "scores": scores}


def _drop_option(draw: st.DrawFn, data: CaseData) -> None:
    del draw
    data["options"].pop("wait", None)


EDITS = (
    *(_score, _weight) * 2,
    _expert,
    _value,
    _scale,
    _limit,
    _add_criterion,
    _drop_criterion,
    _add_option,
    _drop_option,
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[CaseData, CaseData]:
    """A case and the same after one to five edits."""
    old = draw(cases())
    new = copy.deepcopy(old)
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=5)):
        edit(draw, new)
    return old, new
