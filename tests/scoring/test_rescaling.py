"""What is only a matter of units changes nothing: of weights, and of a criterion's scale."""

from dataclasses import replace

import pytest
from generated_cases import CASES, Made, Scale, Score, quick
from hypothesis import given
from hypothesis import strategies as st


@quick
@given(CASES, st.floats(1e-6, 1e6))
def test_multiplying_all_weights_changes_nothing(made: Made, factor: float) -> None:
    points = {key: weight * factor for key, weight in made.points.items()}
    rescaled = replace(made, points=points)
    assert rescaled.totals() == pytest.approx(made.totals(), abs=1e-9)


@quick
@given(CASES, st.integers(-300, 39))
def test_a_power_of_two_changes_not_even_the_last_digit(made: Made, power: int) -> None:
    points = {key: weight * 2.0**power for key, weight in made.points.items()}
    rescaled = replace(made, points=points)
    assert rescaled.totals() == made.totals()
    assert rescaled.ranks() == made.ranks()


def moved(score: Score, factor: float, shift: float) -> Score:
    """A score in other units."""
    if isinstance(score, list):
        found = []
        for judgement in score:
            other = {k: moved(v, factor, shift) for k, v in judgement.items() if k != "by"}
            if factor < 0 and "low" in other:
                other["low"], other["high"] = other["high"], other["low"]
            found.append({"by": judgement["by"], **other})
        return found
    return score if isinstance(score, str) else score * factor + shift


def in_other_units(scale: Scale, factor: float, shift: float) -> Scale:
    """A scale in other units; a negative factor turns its direction round."""
    ends = sorted((scale.low * factor + shift, scale.high * factor + shift))
    better = scale.better
    if factor < 0:
        better = "lower" if better == "higher" else "higher"
    value = scale.value and {x * factor + shift: y for x, y in scale.value.items()}
    return Scale(ends[0], ends[1], better, value)


@quick
@given(CASES, st.sampled_from([2.0, -1.0, 0.5, -0.25, 1024.0]), st.integers(-8, 8), st.data())
def test_a_scale_in_other_units_with_its_scores_changes_nothing(
    made: Made, factor: float, steps: int, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(list(made.scales)))
    scale = made.scales[key]
    shift = steps * (scale.high - scale.low) * abs(factor)
    scores = {o: {**s, key: moved(s[key], factor, shift)} for o, s in made.scores.items()}
    scales = {**made.scales, key: in_other_units(scale, factor, shift)}
    # Adding the shift may round a score beyond the end of the scale by its last digit.
    low, high = scales[key].low, scales[key].high
    scores = {o: {**s, key: within(s[key], low, high)} for o, s in scores.items()}
    assert replace(made, scales=scales, scores=scores).totals() == pytest.approx(
        made.totals(), abs=1e-6 if scale.low >= 1e6 else 1e-9
    )


def within(score: Score, low: float, high: float) -> Score:
    """A score cut to its scale."""
    if isinstance(score, list):
        return [{k: v if k == "by" else within(v, low, high) for k, v in j.items()} for j in score]
    return score if isinstance(score, str) else min(max(score, low), high)
