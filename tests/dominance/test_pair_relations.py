"""Preference between pairs under all and under some admissible weights, and regret."""

from random import Random

import numpy as np
import pytest
from dominance_cases import decision_of, study
from hypothesis import given
from hypothesis import strategies as st
from weight_sets import TABLES, VALUES, extreme_points, few

from policyscore.analysis.admissible_sets import AdmissibleSet, any_weights
from policyscore.analysis.dominance.arrays import Floats
from policyscore.analysis.dominance.leads import closed, greatest_leads, regrets, relations

Table = tuple[AdmissibleSet, Floats]


@given(TABLES)
@few
def test_leads_are_greatest_at_extreme_points(table: Table) -> None:
    admissible, values = table
    totals = values @ extreme_points(admissible).T
    expected = (totals[:, None, :] - totals[None, :, :]).max(axis=2)
    assert greatest_leads(admissible, values, values) == pytest.approx(expected, abs=1e-9)


@given(TABLES)
@few
def test_regret_is_the_largest_gap_to_the_best_at_an_extreme_point(table: Table) -> None:
    admissible, values = table
    totals = values @ extreme_points(admissible).T
    expected = (totals.max(axis=0) - totals).max(axis=1)
    found = regrets(greatest_leads(admissible, values, values))
    assert found == pytest.approx(expected, abs=1e-9)


@given(TABLES)
@few
def test_what_is_necessary_is_possible_and_necessity_is_transitive(table: Table) -> None:
    admissible, values = table
    found = relations(greatest_leads(admissible, values, values))
    assert found.necessary.diagonal().all()
    assert (found.possible | ~found.necessary).all()
    # one of two is at least as good under any one set of weights
    assert (found.possible | found.possible.T).all()
    steps = found.necessary.astype(int)
    assert ((steps @ steps > 0) <= found.necessary).all()


@given(TABLES, st.randoms(use_true_random=False))
@few
def test_the_order_of_options_does_not_matter(table: Table, dice: Random) -> None:
    admissible, values = table
    order = list(range(len(values)))
    dice.shuffle(order)
    leads = greatest_leads(admissible, values, values)
    moved = greatest_leads(admissible, values[order], values[order])
    assert np.array_equal(moved, leads[np.ix_(order, order)])


@given(TABLES)
@few
def test_the_order_of_criteria_does_not_matter(table: Table) -> None:
    admissible, values = table
    turned = AdmissibleSet(admissible.criteria[::-1], admissible.root)
    leads = greatest_leads(admissible, values, values)
    assert np.array_equal(greatest_leads(turned, values[:, ::-1], values[:, ::-1]), leads)


@given(TABLES, st.lists(VALUES, min_size=25, max_size=25))
@few
def test_over_ranges_less_is_necessary_and_more_is_possible(
    table: Table, spans: list[float]
) -> None:
    admissible, values = table
    span = np.array(spans).reshape(5, 5)[: values.shape[0], : values.shape[1]]
    lows, highs = values - span, values + span
    point = relations(greatest_leads(admissible, values, values))
    wide = relations(greatest_leads(admissible, highs, lows))
    assert (wide.necessary <= point.necessary).all()
    assert (wide.possible >= point.possible).all()
    corners = extreme_points(admissible)
    worst, best = lows @ corners.T, highs @ corners.T
    expected = (worst[:, None, :] - best[None, :, :]).min(axis=2) >= -1e-9
    np.fill_diagonal(expected, val=True)
    assert np.array_equal(wide.necessary, expected)


@given(TABLES)
@few
def test_fewer_admissible_weights_settle_more(table: Table) -> None:
    admissible, values = table
    anything = relations(greatest_leads(any_weights(admissible.criteria), values, values))
    found = relations(greatest_leads(admissible, values, values))
    assert (found.necessary >= anything.necessary).all()
    assert (found.possible <= anything.possible).all()


def test_more_pairs_than_are_taken_at_once_make_no_difference() -> None:
    values = np.random.default_rng(2).random((150, 3)) * 100
    leads = greatest_leads(any_weights("abc"), values, values)
    expected = (values[:, None, :] - values[None, :, :]).max(axis=2)
    assert np.array_equal(leads, expected)


def test_differences_at_the_limit_of_a_tie_stay_transitive() -> None:
    steps = np.eye(4, dtype=bool) | np.eye(4, k=1, dtype=bool)
    assert np.array_equal(closed(steps), np.triu(np.ones((4, 4), dtype=bool)))


def test_regret_is_none_just_for_what_wins_everywhere() -> None:
    found = study(
        decision_of(
            "ab", {"x": [60, 60], "y": [50, 60], "z": [10, 20]}, {"p": {"order": ["a", "b"]}}
        )
    )
    assert {s.option: s.regret for s in found.standings} == {"x": 0.0, "y": 10.0, "z": 50.0}
    assert found.winners == ("x",)
    assert [s.option for s in found.least_regret] == ["x"]


@given(TABLES)
@few
def test_options_without_regret_are_never_behind(table: Table) -> None:
    admissible, values = table
    leads = greatest_leads(admissible, values, values)
    always = relations(leads).necessary.all(axis=1)
    assert np.array_equal(regrets(leads) <= 1e-9, always)


def test_minimax_regret_by_hand() -> None:
    # under any weights the regret is the largest gap on a criterion
    options = {"x": [100, 0], "y": [60, 60], "z": [0, 90]}
    found = study(decision_of("ab", options, {"p": {"points": {"a": 1, "b": 1}}}), weights="any")
    assert {s.option: (s.regret, s.against) for s in found.standings} == {
        "y": (40.0, "x"),
        "x": (90.0, "z"),
        "z": (100.0, "x"),
    }
