"""What holds of the weights from any best-worst comparisons, by either model."""

import math
from fractions import Fraction

import pytest
from best_worst_cases import CASES, MANY, MODELS, RATIO, Case, Model, case_of, comparisons_of
from hypothesis import given
from hypothesis import strategies as st

from policyscore.weighing.comparing.best_worst_models import linear, nonlinear


@MANY
@given(case=CASES)
def test_intervals_leave_room_for_weights(case: Case) -> None:
    found = nonlinear(*case)
    lows, highs = zip(*found.intervals.values(), strict=True)
    assert all(0 < low <= high < 1 for low, high in found.intervals.values())
    assert math.fsum(lows) <= 1 + 1e-12
    assert math.fsum(highs) >= 1 - 1e-12
    assert found.unique == (lows == highs)
    # The best and the worst name always stand in the same proportion to each other.
    assert lows[0] / lows[-1] == pytest.approx(highs[0] / highs[-1], rel=1e-12)
    span = float(case.best_to_others[case.worst])
    assert abs(lows[0] / lows[-1] - span) <= found.xi + 1e-12 * (span + found.xi)


@MANY
@given(case=CASES)
def test_weights_are_positive_and_sum_to_1(case: Case) -> None:
    middles = nonlinear(*case).weights
    assert min(middles.values()) > 0
    assert math.fsum(middles.values()) == pytest.approx(1, abs=1e-15)
    exact = linear(*case).weights
    assert min(exact.values()) > 0
    assert sum(exact.values()) == 1


@MANY
@given(span=RATIO, middle=st.tuples(RATIO, RATIO))
def test_three_names_have_a_single_optimum(
    span: Fraction, middle: tuple[Fraction, Fraction]
) -> None:
    """Rezaei (2015): with three names or fewer the optimum is unique. Its deviation is xi."""
    case = case_of(span, [middle])
    found = nonlinear(*case)
    assert found.unique
    weights = list(found.weights.values())
    _, pairs = comparisons_of(case)
    worst = max(abs(weights[i] / weights[j] - ratio) for i, j, ratio in pairs)
    assert worst == pytest.approx(found.xi, rel=1e-9, abs=1e-11)


@MODELS
@MANY
@given(parts=st.lists(st.integers(1, 30), min_size=2, max_size=7))
def test_consistent_comparisons_give_back_the_weights_they_were_made_from(
    model: Model, parts: list[int]
) -> None:
    parts.sort(reverse=True)
    top, bottom = Fraction(parts[0]), Fraction(parts[-1])
    case = case_of(top / bottom, [(top / x, x / bottom) for x in parts[1:-1]])
    found = model(*case)
    assert found.xi == 0
    weights = [float(x) for x in found.weights.values()]
    assert weights == pytest.approx([x / sum(parts) for x in parts], rel=1e-13)


@MODELS
@MANY
@given(case=CASES, data=st.data())
def test_the_order_of_lines_does_not_matter(model: Model, case: Case, data: st.DataObject) -> None:
    first = dict(data.draw(st.permutations(list(case.best_to_others.items()))))
    second = dict(data.draw(st.permutations(list(case.others_to_worst.items()))))
    found, again = model(*case), model(case.best, case.worst, first, second)
    assert again.xi == pytest.approx(found.xi, rel=1e-12)
    assert {n: float(x) for n, x in again.weights.items()} == pytest.approx(
        {n: float(x) for n, x in found.weights.items()}, rel=1e-12
    )


@MODELS
def test_a_deviation_in_either_direction_counts(model: Model) -> None:
    """Without the absolute value one of these two would pass for consistent."""
    below = model("b", "w", {"m": 2, "w": 8}, {"b": 8, "m": 2})
    above = model("b", "w", {"m": 4, "w": 8}, {"b": 8, "m": 4})
    assert below.xi > 0.02
    assert above.xi > 0.02


@MODELS
def test_two_names_have_the_stated_ratio(model: Model) -> None:
    found = model("b", "w", {"w": Fraction(5, 2)}, {"b": Fraction(5, 2)})
    assert {n: float(x) for n, x in found.weights.items()} == pytest.approx(
        {"b": 5 / 7, "w": 2 / 7}
    )
    assert found.xi == 0
