"""Distributions as scores: the mean of what is drawn, and the central 95% as the range."""

from itertools import pairwise
from typing import Any

import pytest
from generated_cases import Made, Scale, quick
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import beta, norm

from policyscore.case.distributions import Distribution, distribution_of
from policyscore.case.options import Judgement
from policyscore.scoring.drawn_scores import central_range, mean_score
from policyscore.scoring.values import Score, pool

ENDS = (0.0, 100.0)
SCALE = Scale(0, 100, "higher")
NUMBERS = st.floats(-1e15, 1e15)


def pooled(score: Any, **experts: float) -> Score:
    """A score as pooled in a case with these experts."""
    made = Made({"c": SCALE}, {"o": {"c": score}}, {"c": 1}, experts=experts)
    return made.decision().valued["o"].scores["c"]


def normal(mean: float, deviation: float, ends: tuple[float, float] = ENDS) -> Distribution:
    return Distribution("normal", (mean, deviation), ends)


def test_a_normal_distribution_within_its_scale_counts_with_its_mean() -> None:
    score = pooled({"normal": [40, 2]})
    assert score.score == 40
    assert (score.low, score.high) == pytest.approx(norm.interval(0.95, 40, 2), rel=1e-14)
    assert score.central
    assert not score.unknown


@pytest.mark.parametrize(
    ("mean", "deviation"),
    [(40, 10), (90, 15), (100, 1), (0, 50), (50, 1000), (3, 12000), (97, 1e5), (40, 0.01)],
)
@pytest.mark.parametrize("ends", [ENDS, (-3.0, 250.0)])
def test_its_tails_count_as_the_ends(
    mean: float, deviation: float, ends: tuple[float, float]
) -> None:
    low, high = ends
    # the mean of what lies between 0 and a width is the integral of the share above
    near = sorted({low, high, *(min(max(mean + k * deviation, low), high) for k in (-6, -1, 1, 6))})
    wanted = low + sum(
        quad(norm.sf, x, y, (mean, deviation), epsrel=1e-13, limit=200)[0]
        for x, y in pairwise(near)
    )
    assert mean_score(normal(mean, deviation, ends)) == pytest.approx(wanted, rel=1e-11)


def test_a_mean_on_the_end_has_half_of_the_distribution_beyond() -> None:
    found = mean_score(normal(100, 10))
    assert found == pytest.approx(100 - 10 * norm.pdf(0), rel=1e-14)
    assert central_range(normal(100, 10)) == pytest.approx((100 - 19.59963984540054, 100))


def test_both_ways_to_the_mean_agree_where_one_gives_way_to_the_other() -> None:
    close, open_ = (mean_score(normal(20, 10_000 * (1 + e))) for e in (1e-9, -1e-9))
    assert close == pytest.approx(open_, rel=1e-10)


def test_a_beta_distribution_counts_with_its_mean_and_quantiles() -> None:
    score = pooled({"beta": [2, 5], "low": 20, "high": 90})
    low, high = beta.interval(0.95, 2, 5, loc=20, scale=70)
    assert score.score == pytest.approx(40, rel=1e-15)
    assert (score.low, score.high) == pytest.approx((low, high), rel=1e-11)


def test_a_beta_distribution_alone_runs_from_0_to_1() -> None:
    made = Made({"c": Scale(0, 1, "lower")}, {"o": {"c": {"beta": [8, 2]}}}, {"c": 1})
    score = made.decision().valued["o"].scores["c"]
    assert score.score == pytest.approx(0.8, rel=1e-15)
    assert (score.low, score.high) == pytest.approx(beta.interval(0.95, 8, 2), rel=1e-11)


def test_samples_count_with_their_mean_those_beyond_the_scale_as_its_end() -> None:
    assert pooled({"samples": [30, 60, 45]}) == Score(45, 30, 60, unknown=False, central=True)
    cut_off = pooled({"samples": [-50, 60, 190]})
    assert cut_off.score == pytest.approx(160 / 3, rel=1e-14)
    assert (cut_off.low, cut_off.high) == (0, 100)


@pytest.mark.parametrize(("count", "left_out"), [(2, 0), (39, 0), (40, 1), (80, 2), (1000, 25)])
def test_of_many_samples_the_utmost_are_left_out_of_the_range(count: int, left_out: int) -> None:
    samples = tuple(100.0 * n / count for n in range(count))
    found = central_range(Distribution("empirical", samples[::-1], ENDS))
    assert found == (samples[left_out], samples[-1 - left_out])


def test_a_mean_beyond_the_central_samples_is_let_in() -> None:
    uneven = Distribution("empirical", (*[0.0] * 99, 100.0), ENDS)
    assert mean_score(uneven) == pytest.approx(1, rel=1e-14)
    assert central_range(uneven) == (0, mean_score(uneven))


def test_judges_are_pooled_whatever_form_they_chose() -> None:
    judges = [
        {"by": "ann", "normal": [30, 1]},
        {"by": "bob", "beta": [1, 1], "low": 40, "high": 60},
        {"by": "eve", "likely": 70},
    ]
    found = pooled(judges, ann=1, bob=2, eve=1)
    assert found.score == pytest.approx(50, rel=1e-14)
    assert found.low == pytest.approx(30 - 1.959963984540054, rel=1e-14)
    assert found.high == 70
    alone = pooled(judges, ann=0, bob=1, eve=0)
    assert (alone.low, alone.high) == pytest.approx((40.5, 59.5), rel=1e-12)
    assert not pooled([*judges[2:], {"by": "ann", "normal": [30, 1]}], ann=0, eve=1).central


def test_a_narrow_distribution_is_all_but_a_bare_score() -> None:
    rivals: dict[str, dict[str, Any]] = {"a": {"c": 40}, "b": {"c": {"normal": [40, 1e-9]}}}
    made = Made({"c": SCALE}, rivals, {"c": 1})
    ranking = made.decision().rank("made")
    assert [ranked.tied for ranked in ranking.ranked] == [True, True]


@st.composite
def distributions(draw: st.DrawFn) -> Distribution:
    """Any distribution that a checked case may hold, on any scale."""
    low = draw(st.floats(-1e15, 9e14))
    high = draw(st.floats(low, 1e15, exclude_min=True))
    inside = st.floats(low, high)
    shapes = st.floats(-2, 4).map(lambda power: min(max(10.0**power, 0.01), 10_000.0))
    judgement = draw(
        st.one_of(
            st.builds(
                lambda mean, deviation: Judgement(normal=(mean, deviation)),
                inside,
                st.floats(0, 1e15, exclude_min=True),
            ),
            st.builds(
                lambda a, b, ends: Judgement(beta=(a, b), low=min(ends), high=max(ends)),
                *(shapes, shapes, st.tuples(inside, inside)),
            ),
            st.lists(NUMBERS, min_size=2, max_size=60).map(lambda x: Judgement(samples=tuple(x))),
        )
    )
    return distribution_of(judgement, (low, high))


@quick
@given(distributions())
def test_the_mean_lies_in_the_range_and_the_range_on_the_scale(found: Distribution) -> None:
    low, high = central_range(found)
    assert found.ends[0] <= low <= mean_score(found) <= high <= found.ends[1]


@pytest.mark.parametrize("mean", [0.0, 40.0, 100.0])
@pytest.mark.parametrize("deviation", [5e-324, 1e-300, 1e-15, 1e15, 1e308])
def test_the_smallest_and_largest_deviations_give_numbers(mean: float, deviation: float) -> None:
    score = mean_score(normal(mean, deviation))
    low, high = central_range(normal(mean, deviation))
    assert 0 <= low <= score <= high <= 100
    assert score == pytest.approx(mean if deviation < 1 else 50, rel=1e-9, abs=1e-9)
    assert (low, high) == pytest.approx((mean, mean) if deviation < 1 else (0, 100), abs=1e-9)


@quick
@given(st.floats(0, 100), st.floats(0.001, 1e6), st.floats(0, 1))
def test_a_higher_mean_never_gives_a_lower_score(
    mean: float, deviation: float, share: float
) -> None:
    higher = mean + (100 - mean) * share
    assert mean_score(normal(higher, deviation)) >= mean_score(normal(mean, deviation)) - 1e-11


def test_kinds_that_count_by_what_is_likely_have_no_mean_here() -> None:
    with pytest.raises(ValueError, match="counts as what is likely"):
        mean_score(Distribution("uniform", (0.0, 1.0), ENDS))


def test_a_distribution_on_another_scale_than_it_was_checked_on_stays_on_it() -> None:
    found = pool([Judgement(normal=(200.0, 1.0))], [1.0], ENDS)
    assert (found.score, found.low, found.high) == (100, 100, 100)
    found = pool([Judgement(normal=(-5.0, 5e-324))], [1.0], ENDS)
    assert (found.score, found.low, found.high) == (0, 0, 0)
