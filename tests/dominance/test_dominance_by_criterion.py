"""Dominance criterion by criterion: strict, practical, and over the judgements' ranges."""

from typing import Any

import numpy as np
import pytest
from dominance_cases import decision_of, study
from hypothesis import given
from hypothesis import strategies as st
from weight_sets import VALUES, few

from policyscore.analysis.dominance.arrays import Floats, ValueTable, value_table
from policyscore.analysis.dominance.componentwise import dominance_over_ranges, dominates
from policyscore.scoring.totals import Valued

TABLE = st.integers(1, 4).flatmap(
    lambda m: st.lists(st.tuples(*[VALUES] * m), min_size=1, max_size=6).map(
        lambda rows: np.array(rows, dtype=float)
    )
)
EQUAL: dict[str, Any] = {"p": {"points": {"a": 1, "b": 1}}}


@given(TABLE, VALUES)
@few
def test_it_is_what_its_definition_says(values: Floats, tolerance: float) -> None:
    found = dominates(values, values, tolerance)
    for i, mine in enumerate(values):
        for j, theirs in enumerate(values):
            lead = mine - theirs
            off = max(tolerance, 1e-9)
            assert found[i, j] == (i != j and lead.min() >= -off and lead.max() > off)


@given(TABLE, VALUES, st.sampled_from([0.5, 2.0, 4.0]))
@few
def test_the_tolerance_scales_with_the_values(
    values: Floats, tolerance: float, factor: float
) -> None:
    scaled = dominates(values * factor, values * factor, tolerance * factor)
    assert np.array_equal(scaled, dominates(values, values, tolerance))


@given(TABLE)
@few
def test_without_tolerance_it_is_an_order_in_which_nobody_dominates_himself(values: Floats) -> None:
    found = dominates(values, values)
    assert not found.diagonal().any()
    assert not (found & found.T).any()
    steps = found.astype(int)
    assert ((steps @ steps > 0) <= found).all()


@given(TABLE, st.integers(0, 8).map(lambda n: n * 2.5), st.integers(0, 8).map(lambda n: n * 2.5))
@few
def test_necessary_dominance_holds_for_the_scores_and_theirs_possibly(
    values: Floats, down: float, up: float
) -> None:
    names = tuple(f"o{n}" for n in range(len(values)))
    keys = tuple(f"c{n}" for n in range(values.shape[1]))
    table = ValueTable(names, keys, values, values - down, values + up)
    necessarily, possibly = dominance_over_ranges(table)
    point = dominates(values, values)
    assert (necessarily <= point).all()
    if down == up == 0:
        assert np.array_equal(necessarily, possibly)
        assert np.array_equal(possibly, point)
    # all better by the whole of both ranges: no judgement can undo that
    far = (values[:, None, :] - values[None, :, :]).min(axis=2) > down + up
    assert (far <= necessarily).all()


def test_a_small_disadvantage_does_not_save_an_option_from_practical_dominance() -> None:
    options = {"x": [80, 50], "y": [40, 52], "z": [40, 53]}
    found = {s.option: s.dominators for s in study(decision_of("ab", options, EQUAL)).standings}
    assert found["y"].likely == ("z",)
    assert found["y"].practically == ("x",)  # 2 behind on b, 40 ahead on a
    assert found["z"].practically == ()  # 3 are more than the tolerance of 2
    wider = study(decision_of("ab", options, EQUAL), tolerance=3.0)
    assert {s.option: s.dominators.practically for s in wider.standings}["z"] == ("x",)


def test_over_ranges() -> None:
    def ranged(low: int, likely: int, high: int) -> dict[str, int]:
        return {"low": low, "likely": likely, "high": high}

    options = {
        "sure": {"a": 90, "b": ranged(85, 90, 95)},
        "weak": {"a": ranged(10, 20, 85), "b": ranged(10, 20, 85)},
        "open": {"a": ranged(10, 20, 95), "b": 20},
    }
    found = {s.option: s.dominators for s in study(decision_of("ab", options, EQUAL)).standings}
    assert found["weak"].necessarily == ("sure",)
    assert found["open"].likely == ("sure",)
    assert found["open"].necessarily == ()
    assert found["sure"].possibly == ()
    assert found["weak"].possibly == ("open", "sure")


def test_more_options_than_are_compared_at_once_make_no_difference() -> None:
    values = np.random.default_rng(4).integers(0, 9, (1_500, 3)).astype(float)
    found = dominates(values, values)
    for row in (0, 700, 1_499):
        lead = values[row] - values
        expected = (lead.min(axis=1) >= 0) & (lead.max(axis=1) > 0)
        assert np.array_equal(found[row], expected)


def test_ranges_hold_the_likely_values_whatever_was_lost_in_rounding() -> None:
    off = {"a": 50.000000000000007}
    valued = {"x": Valued({}, {"a": 50.0}, off, {"a": 49.99999999999999}, (), ())}
    table = value_table(valued, ["a"])
    assert (table.lows.item(), table.highs.item()) == (50.0, 50.0)


@pytest.mark.parametrize("count", [0, 1])
def test_few_options(count: int) -> None:
    values = np.zeros((count, 2))
    assert dominates(values, values).shape == (count, count)
    assert not dominates(values, values).any()
