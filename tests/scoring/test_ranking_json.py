"""The JSON of a ranking: nothing is lost on the way out and back, and it stands by itself."""

import json
from dataclasses import replace
from math import fsum
from typing import Any

import pytest
from generated_cases import CASES, Made, Scale, quick
from hypothesis import given

from policyscore.views.ranking.as_json import ranking_data, rankings_data


def there_and_back(payload: dict[str, Any]) -> dict[str, Any]:
    """A payload written as JSON and read again."""
    again: dict[str, Any] = json.loads(json.dumps(payload, allow_nan=False))
    return again


@quick
@given(CASES)
def test_a_ranking_reads_back_as_it_was_written(made: Made) -> None:
    decision = made.decision()
    ranking = decision.rank()
    payload = ranking_data(decision.case, ranking)
    again = there_and_back(payload)
    assert again == payload
    assert again["profile"]["weights"] == ranking.weights.criteria
    assert len(again["ranking"]) == len(ranking.ranked)
    for row, ranked in zip(again["ranking"], ranking.ranked, strict=True):
        assert (row["option"], row["rank"], row["tied"]) == (
            ranked.option,
            ranked.rank,
            ranked.tied,
        )
        total = ranked.total
        assert (row["value"], row["low"], row["high"]) == (total.value, total.low, total.high)
        assert row["contributions"] == total.contributions
        assert row["values"] == ranked.valued.values
        assert row["gap"] == ranked.gap


@quick
@given(CASES)
def test_totals_and_ranks_can_be_computed_again_from_the_json_alone(made: Made) -> None:
    decision = made.decision()
    again = there_and_back(ranking_data(decision.case, decision.rank()))
    weights = again["profile"]["weights"]
    totals = {}
    for row in again["ranking"]:
        totals[row["option"]] = fsum(weights[key] * value for key, value in row["values"].items())
        assert row["value"] == pytest.approx(totals[row["option"]], abs=1e-9)
    for row in again["ranking"]:
        better = sum(total > totals[row["option"]] + 1e-9 for total in totals.values())
        assert row["rank"] == better + 1


def test_what_is_excluded_or_unknown_is_said() -> None:
    scale = Scale(0, 100, "higher", None, {"at-most": 50})
    scores: dict[str, dict[str, Any]] = {"a": {"c": 60}, "b": {"c": 20}, "d": {"c": "unknown"}}
    decision = Made({"c": scale}, scores, {"c": 1}).decision()
    rows = {r["option"]: r for r in ranking_data(decision.case, decision.rank())["ranking"]}
    assert (rows["a"]["rank"], rows["a"]["excluded"], rows["a"]["misses"]) == (None, True, ["c"])
    assert rows["d"]["unknown"] == ["c"]
    assert rows["b"]["unknown"] == rows["b"]["misses"] == []


@quick
@given(CASES)
def test_several_rankings_read_back_as_they_were_written(made: Made) -> None:
    decision = replace(made, points=dict.fromkeys(made.points, 1)).decision()
    rankings = [decision.rank(), decision.rank()]
    payload = rankings_data(decision.case, rankings, decision.agreement(rankings))
    assert there_and_back(payload) == payload
    assert payload["schema"] == "policyscore/rankings/1"
