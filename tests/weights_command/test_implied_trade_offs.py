"""Implied trade-offs: by hand, and by what they promise of any option's total."""

from math import isclose

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from weights_cases import OPTION, SWING, decision_of, table_of

from policyscore.case.header import Criterion
from policyscore.case.value_functions import value_function
from policyscore.scoring.implied_trade_offs import (
    ImpliedTradeOff,
    implied_trade_offs,
    score_worth,
)

quick = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def criterion(
    scale: dict[float, str], better: str = "higher", value: dict[float, float] | None = None
) -> Criterion:
    return Criterion(
        "Title", "", "lower" if better == "lower" else "higher", scale, value, "", None, None
    )


TWO: dict[float, str] = {0.0: "worst", 100.0: "best"}
FIVE = {float(x): f"at {x}" for x in (0, 25, 50, 75, 100)}


def told(trade_off: ImpliedTradeOff) -> tuple[object, ...]:
    step, worth = trade_off.step, trade_off.worth
    return (
        (step.criterion, step.start.score, step.end.score),
        (worth.criterion, worth.start.score, worth.end.score),
        trade_off.enough,
    )


def test_steps_in_natural_units_as_reckoned_by_hand() -> None:
    # Escalation from 60 to 40 gains 8 + 12 = 20 of value at a weight of 0.4: 8 points. That is
    # 26.7 of value on deterrence (0.3), 53.3 on support (0.15), 80 on cost (0.1). From one anchor
    # to the next it would gain 40 or 60, for which there is too little in support and cost.
    trade_offs = table_of(SWING).trade_offs
    step = ("escalation", 60.0, 40.0)
    expected = [
        ("deterrence", 50.0, 50 + 80 / 3),
        ("support", 0.0, 160 / 3),
        ("cost", 1000.0, 200.0),
    ]
    assert len(trade_offs) == 3
    for trade_off, (key, start, end) in zip(trade_offs, expected, strict=True):
        assert told(trade_off) == (step, (key, start, pytest.approx(end)), True)


def test_the_step_is_between_neighbouring_anchors_where_they_serve() -> None:
    found = implied_trade_offs(
        {
            "a": criterion(FIVE, "lower", {0: 100, 25: 85, 50: 50, 75: 15, 100: 0}),
            "b": criterion(FIVE),
        },
        {"a": 0.6, "b": 0.4},
    )
    # from 75 to 50 gains 35 at 0.6, that is 52.5 at 0.4: from 25 to 77.5
    assert [told(t) for t in found] == [(("a", 75.0, 50.0), ("b", 25.0, 77.5), True)]
    assert found[0].step.start.words == "at 75"
    assert found[0].worth.start.words == "at 25"
    assert found[0].worth.end.words == ""


def test_an_end_that_is_an_anchor_has_its_words() -> None:
    found = implied_trade_offs(
        {"a": criterion(FIVE), "b": criterion(FIVE, "lower")}, {"a": 0.5, "b": 0.5}
    )
    assert [told(t) for t in found] == [(("a", 25.0, 50.0), ("b", 50.0, 25.0), True)]
    assert (found[0].worth.start.words, found[0].worth.end.words) == ("at 50", "at 25")


def test_a_whole_scale_that_is_not_enough_is_said_to_be_so() -> None:
    found = implied_trade_offs(
        {"a": criterion(FIVE), "b": criterion(FIVE, "lower")}, {"a": 0.99, "b": 0.01}
    )
    assert [told(t) for t in found] == [(("a", 25.0, 50.0), ("b", 100.0, 0.0), False)]


def test_a_scale_of_two_anchors_is_stepped_in_round_parts() -> None:
    minutes: dict[float, str] = {4.0: "as before", 30.0: "by the motorway"}
    found = implied_trade_offs(
        {"a": criterion(minutes, "lower"), "b": criterion(TWO)}, {"a": 0.6, "b": 0.4}
    )
    step = found[0].step
    assert (step.start.score, step.end.score) == (20.0, 15.0)
    assert found[0].worth.start.score == 50.0
    assert found[0].worth.end.score == pytest.approx(50 + 100 * 5 / 26 * 1.5)


@pytest.mark.parametrize(
    "weights", [{"a": 1.0, "b": 0.0}, {"a": 0.0, "b": 1.0}], ids=["first", "second"]
)
def test_one_criterion_that_counts_is_traded_against_nothing(weights: dict[str, float]) -> None:
    assert implied_trade_offs({"a": criterion(TWO), "b": criterion(TWO)}, weights) == ()


def test_at_most_three_others_are_set_against_the_heaviest_first() -> None:
    criteria = {f"c{n}": criterion(FIVE) for n in range(8)}
    weights = {f"c{n}": (n + 1) / 36 for n in range(8)}
    found = implied_trade_offs(criteria, weights)
    assert [t.worth.criterion for t in found] == ["c6", "c5", "c4"]
    assert {t.step.criterion for t in found} == {"c7"}


@pytest.mark.parametrize(
    "ends", [(0.0, 5e-324), (-1.5e308, 1.5e308), (1e15, 1e15 + 1), (0.0, 1e-320), (1e300, 1.1e300)]
)
def test_scales_at_the_ends_of_what_a_float_holds_are_no_trouble(ends: tuple[float, float]) -> None:
    low, high = ends
    scale = {low: "low", high: "high"}
    for first, second in ((scale, TWO), (TWO, scale), (scale, scale)):
        for t in implied_trade_offs(
            {"a": criterion(first), "b": criterion(second, "lower")}, {"a": 0.5, "b": 0.5}
        ):
            for level in (t.step.start, t.step.end, t.worth.start, t.worth.end):
                assert abs(level.score) < float("inf")


@given(st.data())
@quick
def test_the_score_of_a_value_has_that_value(data: st.DataObject) -> None:
    made = data.draw(CRITERIA)
    value = data.draw(st.floats(0, 100))
    score = score_worth(made, value)
    assert made.ends[0] <= score <= made.ends[1]
    assert isclose(value_function(made)(score), value, abs_tol=1e-9)


@st.composite
def _criteria(draw: st.DrawFn) -> Criterion:
    """A criterion with anchors and, at times, a bent or flat value function."""
    low = float(draw(st.integers(-100, 100)))
    width = float(draw(st.sampled_from([1, 10, 100, 12500])))
    parts = sorted(draw(st.sets(st.integers(1, 15), max_size=4)))
    scores = [low, *(low + width * part / 16 for part in parts), low + width]
    better = draw(st.sampled_from(["lower", "higher"]))
    value = None
    if draw(st.booleans()):
        inner = sorted(draw(st.integers(0, 100)) for _ in parts)
        values = [0.0, *map(float, inner), 100.0]
        order = scores if better == "higher" else scores[::-1]
        value = dict(zip(order, values, strict=True))
    return criterion({score: f"at {score}" for score in scores}, better, value)


CRITERIA = _criteria()


def written(made: Criterion, key: str) -> str:
    scale = ", ".join(f"{score!r}: words" for score in made.scale)
    text = f"  {key}: {{title: {key}, better: {made.better}, scale: {{{scale}}}"
    if made.value is not None:
        text += f", value: {{{', '.join(f'{x!r}: {y!r}' for x, y in sorted(made.value.items()))}}}"
    return text + "}\n"


@given(st.data())
@quick
def test_an_option_moved_by_both_steps_keeps_its_total(data: st.DataObject) -> None:
    criteria = {key: data.draw(CRITERIA) for key in ("a", "b", "c")}
    points = {key: data.draw(st.integers(0, 20)) for key in criteria}
    assume(any(points.values()))
    header = "policyscore: 1\ntitle: T\nbaseline: wait\ncriteria:\n"
    header += "".join(written(made, key) for key, made in criteria.items())
    profile = f"title: P\npoints: {{{', '.join(f'{k}: {v}' for k, v in points.items())}}}\n"
    ends = {key: made.ends[0] for key, made in criteria.items()}
    trade_offs = table_of(profile, header, option_text(ends)).trade_offs
    assert len(trade_offs) == max(sum(map(bool, points.values())) - 1, 0)
    for t in trade_offs:
        step, worth = t.step, t.worth
        before = {step.criterion: step.start.score, worth.criterion: worth.end.score}
        after = {step.criterion: step.end.score, worth.criterion: worth.start.score}
        old, new = (total(profile, header, ends | moved) for moved in (before, after))
        if t.enough:
            assert isclose(old, new, abs_tol=1e-9)
        else:
            assert new > old


def option_text(scores: dict[str, float]) -> str:
    return f"title: W\nscores: {{{', '.join(f'{k}: {v!r}' for k, v in scores.items())}}}\n"


def total(profile: str, header: str, scores: dict[str, float]) -> float:
    return decision_of({"p": profile}, header, option_text(scores)).total("wait", "p").value


def test_the_helper_sees_a_total_that_moves() -> None:
    decision = decision_of({"p": SWING})
    moved = decision_of({"p": SWING}, option=OPTION.replace("deterrence: 50", "deterrence: 60"))
    difference = moved.total("wait", "p").value - decision.total("wait", "p").value
    assert difference == pytest.approx(3.0)
