"""The JSON of every command: its schema, its keys with their types, and that its numbers agree."""

import json
import math
from typing import Any

import pytest
from cli_program import policyscore
from json_shapes import COMPARISON, OPTION, RANKING, RANKINGS, misfits

CRITERIA = ["collapse-risk", "rescue-time", "cost", "trade", "trust"]


def payload(*arguments: str) -> Any:
    outcome = policyscore(*arguments, "--format", "json")
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


@pytest.mark.parametrize(
    ("arguments", "schema", "shape"),
    [
        (("rank",), "ranking", RANKING),
        (("rank", "--all"), "rankings", RANKINGS),
        (("rank", "treasurer", "everyone"), "rankings", RANKINGS),
        (("show", "close-now"), "option", OPTION),
        (("show", "rebuild"), "option", OPTION),
        (("show", "open-to-lorries"), "option", OPTION),
        (("why", "rebuild", "close-now"), "comparison", COMPARISON),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_payload_has_its_schema_and_every_key(
    arguments: tuple[str, ...], schema: str, shape: Any
) -> None:
    data = payload(*arguments)
    assert data["schema"] == f"policyscore/{schema}/1"
    assert misfits(data, shape) == []


def test_a_ranking_begins_as_the_design_shows_it() -> None:
    data = payload("rank", "treasurer")
    assert data["case"] == "The cracked bridge"
    assert data["method"] == "additive"
    assert data["profile"]["id"] == "treasurer"
    assert list(data["profile"]["weights"]) == CRITERIA
    assert math.isclose(sum(data["profile"]["weights"].values()), 1)


def test_ranks_ties_and_exclusions_are_told_as_data() -> None:
    ranked = {row["option"]: row for row in payload("rank")["ranking"]}
    assert [row["rank"] for row in ranked.values()] == [1, 2, 3, 4, 4, 6, None]
    assert [key for key, row in ranked.items() if row["tied"]] == ["limit-speed", "limit-weight"]
    assert [key for key, row in ranked.items() if row["excluded"]] == ["open-to-lorries"]
    assert ranked["open-to-lorries"]["misses"] == ["collapse-risk"]
    assert ranked["rebuild"]["unknown"] == ["trust"]
    assert ranked["keep-open"]["gap"] == 0


def test_contributions_add_up_to_the_value_and_are_weight_times_value() -> None:
    data = payload("rank", "fire-brigade")
    weights = data["profile"]["weights"]
    for row in data["ranking"]:
        assert math.isclose(sum(row["contributions"].values()), row["value"])
        assert row["low"] <= row["value"] <= row["high"]
        for key, weight in weights.items():
            assert math.isclose(row["contributions"][key], weight * row["values"][key])


def test_a_pooled_score_follows_from_the_judgements() -> None:
    criteria = {row["criterion"]: row for row in payload("show", "close-now")["criteria"]}
    trust = criteria["trust"]
    assert [j["by"] for j in trust["judgements"]] == ["mayor", "fire-chief", "case-author"]
    assert trust["judgements"][2]["likely"] == "unknown"
    # Weights 0.5, 1 and 1; unknown stands for the middle of the scale, 0 to 100.
    assert math.isclose(trust["score"], (0.5 * 45 + 20 + 50) / 2.5)
    assert (trust["low"], trust["high"]) == (0, 100)


def test_the_differences_of_a_comparison_add_up_to_its_gap() -> None:
    data = payload("why", "rebuild", "close-now", "--profile", "treasurer")
    assert data["profile"]["id"] == "treasurer"
    assert math.isclose(sum(d["points"] for d in data["differences"]), data["gap"])
    assert math.isclose(data["first"]["value"] - data["second"]["value"], data["gap"])
    sizes = [abs(d["points"]) for d in data["differences"]]
    assert sizes == sorted(sizes, reverse=True)


def test_several_rankings_stand_in_the_order_asked_for_each_once() -> None:
    data = payload("rank", "treasurer", "everyone", "treasurer")
    assert [r["profile"]["id"] for r in data["rankings"]] == ["treasurer", "everyone"]


def test_top_keeps_the_first_ranks_with_whatever_ties_there() -> None:
    assert [r["rank"] for r in payload("rank", "--top", "4")["ranking"]] == [1, 2, 3, 4, 4]
    several = payload("rank", "--all", "--top", "1")["rankings"]
    assert [[r["rank"] for r in ranking["ranking"]] for ranking in several] == [[1], [1], [1]]


def test_text_is_kept_as_it_is_in_the_files() -> None:
    raw = policyscore("show", "rebuild", "--format", "json").out
    assert "全面的な架け替え (rebuild it)" in raw
    assert json.loads(raw)["title"] == "全面的な架け替え (rebuild it)"
