"""Totals: contributions that add up, within a range that is what the judgements allow."""

from dataclasses import replace
from math import fsum

import pytest
from generated_cases import CASES, Made, Scale, Score, quick
from hypothesis import given
from hypothesis import strategies as st


def at_an_end(score: Score, scale: Scale, end: str) -> float:
    """The worst or the best score that any judge holds possible."""
    found: list[float] = []
    for judgement in score if isinstance(score, list) else [{"likely": score}]:
        if judgement.get("likely") == "unknown":
            found += [scale.low, scale.high]
        else:
            found += [judgement[k] for k in ("low", "likely", "high") if k in judgement]
    best = max if scale.better == "higher" else min
    worst = min if scale.better == "higher" else max
    return best(found) if end == "best" else worst(found)


@quick
@given(CASES)
def test_contributions_are_weights_times_values_and_add_up(made: Made) -> None:
    ranking = made.decision().rank()
    weights = ranking.weights.criteria
    for ranked in ranking.ranked:
        contributions = ranked.total.contributions
        assert contributions == {k: weights[k] * v for k, v in ranked.valued.values.items()}
        assert fsum(contributions.values()) == pytest.approx(ranked.total.value, abs=1e-9)


@quick
@given(CASES)
def test_weights_are_none_below_zero_and_sum_to_one(made: Made) -> None:
    weights = made.decision().rank().weights.criteria
    assert all(weight >= 0 for weight in weights.values())
    assert fsum(weights.values()) == pytest.approx(1, abs=1e-12)


@quick
@given(CASES)
def test_every_total_lies_in_its_range_and_on_the_scale_from_0_to_100(made: Made) -> None:
    for ranked in made.decision().rank().ranked:
        total = ranked.total
        assert 0 <= total.low <= total.value <= total.high <= 100


@quick
@given(CASES, st.sampled_from(["worst", "best"]))
def test_the_ends_of_the_range_are_the_totals_of_the_worst_and_best_judgements(
    made: Made, end: str
) -> None:
    decision = made.decision()
    extreme = replace(
        made,
        scores={
            option: {key: at_an_end(score, made.scales[key], end) for key, score in scores.items()}
            for option, scores in made.scores.items()
        },
    )
    for option, value in extreme.totals().items():
        total = decision.total(option)
        assert (total.low if end == "worst" else total.high) == pytest.approx(value, abs=1e-9)


@quick
@given(CASES, st.data())
def test_a_wider_judgement_widens_the_range(made: Made, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(list(made.scales)))
    option = data.draw(st.sampled_from(list(made.scores)))
    scale = made.scales[key]
    step = st.integers(0, 16).map(lambda n: scale.low + (scale.high - scale.low) * n / 16)
    a, b, c, d = sorted(data.draw(st.tuples(step, step, step, step)))
    other = {"by": "bob", "likely": data.draw(step)}

    def total(low: float, high: float) -> tuple[float, float]:
        judged = [{"by": "ann", "low": low, "likely": b, "high": high}, other]
        scores = {**made.scores, option: {**made.scores[option], key: judged}}
        found = replace(made, scores=scores).decision().total(option)
        return found.low, found.high

    narrow, wide = total(b, c), total(a, d)
    assert wide[0] <= narrow[0]
    assert wide[1] >= narrow[1]


@quick
@given(CASES)
def test_the_gap_is_the_distance_to_the_baseline(made: Made) -> None:
    ranking = made.decision().rank()
    zero = ranking.place(ranking.baseline)
    assert zero.gap == 0
    for ranked in ranking.ranked:
        assert ranked.gap == ranked.total.value - zero.total.value
