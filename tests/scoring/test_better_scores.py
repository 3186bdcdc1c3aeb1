"""A better score never lowers an option's total or rank; a worse one never raises them."""

from dataclasses import replace

from generated_cases import CASES, Made, Scale, numbers_on, quick
from hypothesis import given
from hypothesis import strategies as st


def better(scale: Scale, a: float, b: float) -> float:
    """The better of two scores."""
    return max(a, b) if scale.better == "higher" else min(a, b)


def with_score(made: Made, option: str, key: str, score: object) -> Made:
    """The case with another score."""
    return replace(made, scores={**made.scores, option: {**made.scores[option], key: score}})


@quick
@given(CASES, st.data())
def test_a_better_score_never_lowers_total_or_rank(made: Made, data: st.DataObject) -> None:
    option = data.draw(st.sampled_from(list(made.scores)))
    key = data.draw(st.sampled_from(list(made.scales)))
    scale = made.scales[key]
    one, other = data.draw(numbers_on(scale)), data.draw(numbers_on(scale))
    good = better(scale, one, other)
    bad = one if good == other else other
    high, low = with_score(made, option, key, good), with_score(made, option, key, bad)
    assert high.totals()[option] >= low.totals()[option]
    assert (high.ranks()[option] or 0) <= (low.ranks()[option] or 0)


@quick
@given(CASES, st.data())
def test_a_more_favourable_judgement_never_lowers_any_end_of_the_total(
    made: Made, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(list(made.scales)))
    scale = made.scales[key]
    option = data.draw(st.sampled_from(list(made.scores)))
    likely = data.draw(numbers_on(scale))
    judgements = [{"by": "ann", "likely": likely}, {"by": "bob", "likely": scale.worst}]
    before = with_score(made, option, key, judgements).decision().total(option)
    raised = better(scale, likely, data.draw(numbers_on(scale)))
    judgements = [{"by": "ann", "likely": raised}, judgements[1]]
    after = with_score(made, option, key, judgements).decision().total(option)
    assert after.value >= before.value
    assert after.low >= before.low
    assert after.high >= before.high


@quick
@given(CASES, st.data())
def test_the_score_of_one_option_does_not_touch_the_totals_of_the_others(
    made: Made, data: st.DataObject
) -> None:
    option = data.draw(st.sampled_from(list(made.scores)))
    key = data.draw(st.sampled_from(list(made.scales)))
    before, after = made.totals(), with_score(made, option, key, made.scales[key].best).totals()
    del before[option], after[option]
    assert after == before
