"""How consistent best-worst comparisons are."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyscore.weighing.comparing.best_worst_consistency import (
    THRESHOLDS,
    consistency_index,
    input_consistency,
    input_threshold,
    output_consistency,
)
from policyscore.weighing.comparing.best_worst_models import nonlinear


def test_the_ratio_is_that_of_the_name_that_departs_most() -> None:
    """4 x 4 = 16 departs from 8 by 8, 2 x 5 = 10 by 2; 8² - 8 = 56."""
    found = input_consistency("b", "w", {"m": 2, "n": 4, "w": 8}, {"b": 8, "n": 4, "m": 5})
    assert found.ratios == pytest.approx({"m": 2 / 56, "n": 8 / 56})
    assert found.worst_name == "n"
    assert found.ratio == pytest.approx(8 / 56)
    assert found.threshold == 0.2521
    assert found.acceptable


def test_a_departure_downwards_counts_as_much() -> None:
    """Without the absolute value this would be the most consistent of all."""
    found = input_consistency("b", "w", {"m": 1, "w": 9}, {"b": 9, "m": 1})
    assert found.worst_name == "m"
    assert found.ratio == pytest.approx(8 / 72)


def test_nothing_is_blamed_where_all_is_consistent() -> None:
    found = input_consistency("b", "w", {"m": 2, "w": 8}, {"b": 8, "m": 4})
    assert (found.ratio, found.worst_name) == (0.0, None)
    assert found.acceptable


def test_two_names_are_always_consistent() -> None:
    found = input_consistency("b", "w", {"w": 7}, {"b": 7})
    assert (found.ratio, found.threshold, found.acceptable) == (0.0, 0.0, True)


def test_best_and_worst_alike_give_0() -> None:
    found = input_consistency("b", "w", {"m": 1, "w": 1}, {"b": 1, "m": 1})
    assert (found.ratio, found.acceptable) == (0.0, True)


@pytest.mark.parametrize(("first", "second"), [(6, 2), (2, 9), (1, 1), (9, 3)])
def test_either_value_that_mends_brings_the_ratio_to_its_threshold(first: int, second: int) -> None:
    span = 4
    found = input_consistency("b", "w", {"m": first, "w": span}, {"b": span, "m": second})
    assert not found.acceptable
    assert (found.best_to_other or found.other_to_worst) is not None
    for value, index in ((found.best_to_other, 0), (found.other_to_worst, 1)):
        if value is None:
            continue
        pair = (value, second) if index == 0 else (first, value)
        again = input_consistency("b", "w", {"m": pair[0], "w": span}, {"b": span, "m": pair[1]})
        assert again.ratio == pytest.approx(found.threshold, abs=1e-12)
        assert again.acceptable


def test_two_values_that_are_both_far_out_cannot_be_mended_by_one() -> None:
    found = input_consistency("b", "w", {"m": 8, "w": 4}, {"b": 4, "m": 8})
    assert found.worst_name == "m"
    assert (found.best_to_other, found.other_to_worst) == (None, None)


def test_a_value_that_would_have_to_be_below_1_is_not_suggested() -> None:
    """9 over the worst is too much for 4, whatever the best is over it."""
    found = input_consistency("b", "w", {"m": 2, "w": 4}, {"b": 4, "m": 9})
    assert found.best_to_other is None
    assert found.other_to_worst == pytest.approx((4 + 0.1121 * 12) / 2)


def test_thresholds_of_the_published_table() -> None:
    assert input_threshold(3, 3) == input_threshold(3, 9) == 0.1667
    assert input_threshold(4, 3) == 0.1121
    assert input_threshold(5, 8) == 0.2844
    assert input_threshold(6, 6) == 0.3044
    assert input_threshold(9, 3) == 0.1359
    assert input_threshold(9, 9) == 0.3662
    assert all(len(row) == 7 for row in THRESHOLDS.values())


def test_thresholds_beyond_the_table() -> None:
    assert input_threshold(9, 25) == input_threshold(40, 9) == input_threshold(1000, 30) == 0.3662
    assert input_threshold(1, 5) == input_threshold(2, 5) == input_threshold(7, 2) == 0.0


def test_a_threshold_between_whole_numbers_lies_between_theirs() -> None:
    assert input_threshold(Fraction(9, 2), 4) == pytest.approx((0.1529 + 0.1994) / 2)
    assert input_threshold(2.5, 4) == pytest.approx(0.1667 / 2)
    assert input_threshold(4 - 1e-9, 3) == pytest.approx(input_threshold(4, 3), abs=1e-8)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(span=st.floats(1, 1000))
def test_the_index_is_the_smaller_root_of_its_equation(span: float) -> None:
    """xi² - (1 + 2a) xi + (a² - a) = 0."""
    xi = consistency_index(span)
    assert 0 <= xi <= span
    assert (span - xi) * (span - xi) == pytest.approx(span + xi, rel=1e-9)


@pytest.mark.parametrize("span", [2, 3, 5.5, 9, 100])
def test_the_index_is_the_deviation_of_the_greatest_contradiction(span: float) -> None:
    found = nonlinear("b", "w", {"m": span, "w": span}, {"b": span, "m": span})
    assert found.xi == pytest.approx(consistency_index(span), rel=1e-12)
    assert output_consistency(found.xi, span) == pytest.approx(1, rel=1e-12)


def test_the_output_based_ratio_is_never_infinite_or_nan() -> None:
    assert output_consistency(0.0, 1) == 0.0
    assert output_consistency(0.0, 8) == 0.0
    assert output_consistency(0.3, 1) is None
