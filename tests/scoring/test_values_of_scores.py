"""Value functions: linear between points, exact at each, never worse for a better score."""

import pytest
from generated_cases import CASES, Made, Scale, numbers_on, quick
from hypothesis import given
from hypothesis import strategies as st

from policyscore.case.header import Criterion
from policyscore.case.value_functions import value_function


def criterion(made: Made, key: str) -> Criterion:
    """A criterion of a case."""
    return made.decision().case.criteria[key]


def valued(scale: Scale, score: float) -> float:
    """The value of a score on a scale."""
    return value_function(criterion(Made({"c": scale}, {"o": {"c": score}}, {"c": 1}), "c"))(score)


@pytest.mark.parametrize(
    ("better", "score", "value"),
    [("higher", -5, 0), ("higher", 0, 25), ("higher", 15, 100), ("lower", 0, 75), ("lower", 15, 0)],
)
def test_without_a_value_function_the_value_runs_evenly_to_the_better_end(
    better: str, score: float, value: float
) -> None:
    assert valued(Scale(-5, 15, better), score) == value


@pytest.mark.parametrize(
    ("score", "value"),
    [(0, 100), (10, 86), (50, 30), (75, 15), (100, 0)],
)
def test_between_two_points_the_value_is_linear(score: float, value: float) -> None:
    scale = Scale(0, 100, "lower", {0: 100, 50: 30, 100: 0})
    assert valued(scale, score) == pytest.approx(value, abs=1e-12)


def test_the_points_may_be_written_from_the_highest_score_down() -> None:
    scale = Scale(0, 100, "lower", {100: 0, 50: 30, 0: 100})
    assert valued(scale, 50) == 30


def test_a_function_may_be_flat_for_a_stretch() -> None:
    scale = Scale(0, 3, "higher", {0: 0, 1: 0, 2: 100, 3: 100})
    assert [valued(scale, score) for score in (0, 1, 1.5, 2, 3)] == [0, 0, 50, 100, 100]


@pytest.mark.parametrize("factor", [1e-300, 1e-9, 1, 1e9, 1e14])
def test_scales_may_be_tiny_or_huge(factor: float) -> None:
    assert valued(Scale(0, 8 * factor, "higher"), 2 * factor) == pytest.approx(25, abs=1e-9)


@quick
@given(CASES, st.data())
def test_values_are_exact_at_the_points_and_at_the_ends(made: Made, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(list(made.scales)))
    scale = made.scales[key]
    value = value_function(criterion(made, key))
    assert (value(scale.worst), value(scale.best)) == (0, 100)
    for score, stated in (scale.value or {}).items():
        assert value(score) == stated


@quick
@given(CASES, st.data())
def test_a_better_score_is_never_worth_less(made: Made, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(list(made.scales)))
    scale = made.scales[key]
    low, high = sorted(data.draw(st.tuples(numbers_on(scale), numbers_on(scale))))
    value = value_function(criterion(made, key))
    worse, better = (low, high) if scale.better == "higher" else (high, low)
    assert 0 <= value(worse) <= value(better) <= 100
