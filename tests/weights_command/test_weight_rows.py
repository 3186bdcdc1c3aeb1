"""Weights of the whole and of the group, by hand."""

import pytest
from weights_cases import PAIRS, SWING, TOP_DOWN, decision_of, table_of

from policyscore.scoring.weight_table import weight_table


def test_rows_follow_the_tree_with_groups_before_what_stands_in_them() -> None:
    rows = table_of(SWING).rows
    assert [(row.id, row.parent, row.depth, row.is_group) for row in rows] == [
        ("security", "", 0, True),
        ("escalation", "security", 1, False),
        ("deterrence", "security", 1, False),
        ("home", "", 0, True),
        ("purse", "home", 1, True),
        ("cost", "purse", 2, False),
        ("support", "home", 1, False),
        ("speed", "", 0, False),
    ]


def test_weights_of_the_whole_and_of_the_group_as_reckoned_by_hand() -> None:
    rows = {row.id: row for row in table_of(SWING).rows}
    cumulative = {
        "security": 0.7,
        "escalation": 0.4,
        "deterrence": 0.3,
        "home": 0.25,
        "purse": 0.1,
        "cost": 0.1,
        "support": 0.15,
        "speed": 0.05,
    }
    local = {
        "security": 0.7,
        "escalation": 4 / 7,
        "deterrence": 3 / 7,
        "home": 0.25,
        "purse": 0.4,
        "cost": 1.0,
        "support": 0.6,
        "speed": 0.05,
    }
    assert {key: row.weight for key, row in rows.items()} == pytest.approx(cumulative)
    assert {key: row.local for key, row in rows.items()} == pytest.approx(local)
    assert all(row.extent is None for row in rows.values())


def test_what_stands_in_a_group_of_no_weight_has_no_share_of_it() -> None:
    rows = {row.id: row for row in table_of(TOP_DOWN).rows}
    assert rows["home"].weight == 0
    assert rows["home"].local == 0
    assert [rows[key].local for key in ("purse", "cost", "support")] == [None] * 3
    assert [rows[key].weight for key in ("purse", "cost", "support")] == [0.0] * 3
    assert rows["escalation"].weight == pytest.approx(0.5)
    assert rows["escalation"].local == pytest.approx(2 / 3)


def test_extents_are_there_only_where_the_statement_leaves_room() -> None:
    stated = """
title: Ranges
ranges: {security: {low: 0.5, high: 0.6}, home: {low: 0.2, high: 0.2}, speed: any}
within:
  security: {swing: {escalation: 1, deterrence: 1}}
  home: {points: {purse: 1, support: 1}}
"""
    extents = {row.id: row.extent for row in table_of(stated).rows}
    assert extents["security"] == pytest.approx((0.5, 0.6))
    assert extents["escalation"] == pytest.approx((0.25, 0.3))
    assert extents["speed"] == pytest.approx((0.2, 0.3))
    assert extents["home"] is None
    assert extents["support"] is None


def test_each_level_says_how_it_was_stated() -> None:
    assert [(s.group, s.way, s.settings, s.divides) for s in table_of(PAIRS).stated] == [
        ("", "pairwise", {"method": "eigenvector", "random-index": "alonso-lamata"}, True),
        ("security", "pairwise", {"method": "eigenvector", "random-index": "alonso-lamata"}, False),
        ("home", "order", {"formula": "rank-sum"}, False),
    ]


def test_the_worst_level_is_the_one_that_is_over_its_limit() -> None:
    worst = table_of(PAIRS).worst
    assert worst is not None
    assert (worst.group, worst.acceptable) == ("", False)
    assert table_of(SWING).worst is None


def test_members_of_a_group_are_named_by_their_titles() -> None:
    us = "title: Us\ngroup: {of: {a: 3, b: 1}}\n"
    decision = decision_of({"a": SWING, "b": TOP_DOWN, "p": us})
    table = weight_table(decision.case, "p", decision.profiles, decision.weights["p"])
    assert table.members == {"a": "Plain", "b": "Top-down"}
    assert table.weights.members == pytest.approx({"a": 0.75, "b": 0.25})
    row = next(row for row in table.rows if row.id == "escalation")
    assert row.weight == pytest.approx(0.75 * 0.4 + 0.25 * 0.5)
    assert row.extent == pytest.approx((0.4, 0.5))
