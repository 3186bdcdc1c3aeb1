"""A criterion split into a group of two identical halves changes nothing."""

from dataclasses import replace
from typing import Any

import pytest
from generated_cases import CASES, Made, quick
from hypothesis import given
from hypothesis import strategies as st

from policyscore.case.directory import Files
from policyscore.decision import check


def split(made: Made, key: str, points: dict[str, float]) -> Made:
    """The case with a criterion replaced by a group of two like it."""
    halves = ("one-half", "other-half")
    names = {k: halves if k == key else (k,) for k in made.scales}

    def doubled(by_key: Any) -> dict[str, Any]:
        return {name: by_key[k] for k in made.scales for name in names[k]}

    return replace(
        made,
        scales=doubled(made.scales),
        scores={option: doubled(scores) for option, scores in made.scores.items()},
        points=points,
        groups={"split": halves},
    )


def assert_same(made: Made, other: Made, key: str) -> None:
    ranking, same = made.decision().rank(), other.decision().rank()
    by_option = {r.option: r for r in same.ranked}
    assert same.weights.groups["split"] == pytest.approx(ranking.weights.criteria[key], abs=1e-12)
    for ranked in ranking.ranked:
        twin = by_option[ranked.option]
        assert twin.total.value == pytest.approx(ranked.total.value, abs=1e-9)
        assert twin.total.low == pytest.approx(ranked.total.low, abs=1e-9)
        assert twin.total.high == pytest.approx(ranked.total.high, abs=1e-9)


@quick
@given(CASES, st.data(), st.floats(0, 1))
def test_halves_that_share_its_weight_in_any_way_change_nothing(
    made: Made, data: st.DataObject, share: float
) -> None:
    key = data.draw(st.sampled_from(list(made.scales)))
    points = {k: p for k, p in made.points.items() if k != key}
    points["one-half"] = made.points[key] * share
    points["other-half"] = made.points[key] * (1 - share)
    assert_same(made, split(made, key, points), key)


@quick
@given(CASES, st.data())
def test_a_group_that_is_weighed_top_down_changes_nothing(made: Made, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(list(made.scales)))
    points = {"split" if k == key else k: p for k, p in made.points.items()}
    other = split(made, key, points)
    texts = other.texts()
    within = "within: {split: {points: {one-half: 3, other-half: 3}}}"
    path = "weights/made.yaml"
    texts[path] = texts[path].removesuffix("}") + f", {within}}}"
    decision, _ = check(Files(texts=texts, present=set(texts)))
    assert decision is not None
    before = made.totals()
    after = {r.option: r.total.value for r in decision.rank().ranked}
    assert after == pytest.approx(before, abs=1e-9)
