"""Ranks when one thing is uncertain: by hand, against sampling, with ties and ends of scales."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats

from policyscore.analysis.robustness.exact.breaks import EVENLY, ExactBreaks, exact_breaks
from policyscore.analysis.robustness.exact.pairwise import expected_ranks, pairwise_winning
from policyscore.analysis.robustness.exact.ranks import exact_ranks
from policyscore.analysis.robustness.exact.sets import any_weights
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Beta,
    Empirical,
    Fixed,
    Judged,
    Mixture,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
)

steady = settings(max_examples=60, deadline=None, derandomize=True)
SCALE = [0.0, 100.0]
# The first option's total runs from 20 to 70 with its uncertain score; the others stay.
TOTALS = np.array([[20.0, 70], [45, 45], [30, 30], [80, 80]])


def breaks(totals: object, *shapes: Shape, places: list[float] | None = None) -> ExactBreaks:
    mixture = tuple(Judged("", 1, shape) for shape in shapes) or EVENLY
    found = exact_breaks(places or SCALE, np.asarray(totals, dtype=float), mixture)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (Uniform(10, 90), stats.uniform(10, 80)),
        (Triangular(0, 30, 90), stats.triang(1 / 3, 0, 90)),
        (Normal(45, 30), stats.norm(45, 30)),
        (Beta(2, 5, 0, 100), stats.beta(2, 5, 0, 100)),
        (Pert(10, 40, 90), stats.beta(1 + 4 * 30 / 80, 5 - 4 * 30 / 80, 10, 80)),
    ],
    ids=str,
)
def test_ranks_are_masses_between_break_points(
    shape: Shape, expected: "stats.rv_continuous"
) -> None:
    # It overtakes the third option at a score of 20 and the second at 50.
    found = breaks(TOTALS, shape)
    last, middle = expected.cdf(20), expected.cdf(50) - expected.cdf(20)
    assert found.acceptability[0] == pytest.approx([0, 1 - last - middle, middle, last], abs=1e-13)
    assert found.acceptability[1] == pytest.approx(
        [0, last + middle, 1 - last - middle, 0], abs=1e-13
    )
    assert found.acceptability[3].tolist() == pytest.approx([1, 0, 0, 0])
    assert found.winning[0, 1:] == pytest.approx([1 - last - middle, 1 - last, 0], abs=1e-13)
    assert found.beyond == pytest.approx(expected.cdf(0) + expected.sf(100), abs=1e-13)


def test_samples_and_fixed_scores_are_points() -> None:
    # At 20 it ties with the third option; 130 counts as 100.
    found = breaks(TOTALS, Empirical((20, 20, 60, 130)), Fixed(30))
    assert found.acceptability[0] == pytest.approx([0, 0.25, 0.5 + 0.125, 0.125])
    assert found.acceptability[2] == pytest.approx([0, 0, 0.125, 0.875])
    assert found.winning[0, 2] == pytest.approx(0.875)
    assert found.winning[0, 1] == pytest.approx(0.25)
    assert found.beyond == pytest.approx(0.125)


def test_values_may_bend_and_stay_level() -> None:
    # Level with the second option from 25 to 75, above it only after that.
    totals = [[0, 50, 50, 100], [50, 50, 50, 50]]
    found = breaks(totals, Uniform(0, 100), places=[0, 25, 75, 100])
    assert found.acceptability == pytest.approx(np.full((2, 2), 0.5))
    assert found.winning == pytest.approx(np.full((2, 2), 0.5))
    found = breaks(totals, Uniform(25, 100), places=[0, 25, 75, 100])
    assert found.winning[0, 1] == pytest.approx(1 / 3 + 1 / 3)
    assert found.acceptability[0] == pytest.approx([2 / 3, 1 / 3])


def test_a_free_weight_is_two_criteria() -> None:
    values = np.random.default_rng(0).uniform(0, 100, (40, 2))
    found = breaks(values, places=[0.0, 1.0])
    assert found.acceptability == pytest.approx(exact_ranks(values, any_weights(2)), abs=1e-14)
    assert found.winning == pytest.approx(pairwise_winning(values), abs=1e-14)


def drawn(mixture: Mixture, count: int) -> NDArray[np.float64]:
    """Scores drawn from some shapes that are equally likely."""
    random = np.random.default_rng(17)
    parts = []
    for judged in mixture:
        match judged.shape:
            case Normal(mean, sd):
                parts.append(random.normal(mean, sd, count))
            case Triangular(low, likely, high):
                parts.append(random.triangular(low, likely, high, count))
            case Empirical(samples):
                parts.append(random.choice(samples, count))
    return np.clip(np.concatenate(parts), 0, 100)


def test_a_mixture_against_sampling() -> None:
    shapes = (Normal(80, 20), Triangular(0, 10, 60), Empirical((13.0, 77.7, 31.0)))
    mixture = tuple(Judged("", 1, shape) for shape in shapes)
    places = [0.0, 15, 40, 100]
    totals = np.random.default_rng(4).uniform(0, 100, (6, 4))
    found = exact_breaks(places, totals, mixture)
    assert found is not None
    scores = drawn(mixture, 20_000)
    at = np.stack([np.interp(scores, places, row) for row in totals], axis=1)
    rank = (-at).argsort(axis=1).argsort(axis=1)
    sampled = np.stack([(rank == place).mean(axis=0) for place in range(6)], axis=1)
    errors = np.sqrt(found.acceptability * (1 - found.acceptability) / len(scores))
    assert (np.abs(sampled - found.acceptability) <= 4 * errors + 1e-12).all()
    won = (at[:, :, None] > at[:, None, :]).mean(axis=0) + 0.5 * np.eye(6)
    errors = np.sqrt(found.winning * (1 - found.winning) / len(scores))
    assert (np.abs(won - found.winning) <= 4 * errors + 1e-12).all()


@given(
    st.integers(2, 4).flatmap(
        lambda places: st.lists(
            st.lists(st.integers(0, 4), min_size=places, max_size=places), min_size=1, max_size=6
        )
    ),
    st.lists(st.integers(-1, 5), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
@steady
def test_rows_and_columns_are_whole(
    rows: list[list[int]], samples: list[int], random: Random
) -> None:
    totals = np.array(rows, dtype=float)
    places = [float(place) for place in range(totals.shape[1])]
    shapes = (Uniform(0.5, 2), Normal(1, 3), Empirical(tuple(map(float, samples))))
    found = breaks(totals, *shapes, places=places)
    count = len(totals)
    assert found.acceptability.sum(axis=0) == pytest.approx(np.ones(count), abs=1e-13)
    assert found.acceptability.sum(axis=1) == pytest.approx(np.ones(count), abs=1e-13)
    assert found.winning + found.winning.T == pytest.approx(np.ones((count, count)), abs=1e-13)
    ranks = found.acceptability @ np.arange(1, count + 1)
    assert ranks == pytest.approx(expected_ranks(found.winning), abs=1e-12)
    mixed = [*range(count)]
    random.shuffle(mixed)
    again = breaks(totals[mixed], *shapes, places=places)
    assert again.acceptability == pytest.approx(found.acceptability[mixed], abs=1e-13)


def test_near_ties_are_ties_and_can_be_told_apart() -> None:
    totals = np.array([[50, 50 + 1e-12], [50 + 5e-13, 50 + 5e-13]])
    found = breaks(totals, places=[0.0, 1.0])
    assert found.winning[0, 1] == 0.5
    assert found.acceptability.tolist() == [[0.5, 0.5], [0.5, 0.5]]
    strict = exact_breaks(
        SCALE, [[0, 1e-12], [2.5e-13, 2.5e-13]], (Judged("", 1, Uniform(0, 100)),), 0
    )
    assert strict is not None
    assert strict.winning[0, 1] == pytest.approx(0.75, abs=1e-12)


def test_beyond_its_limits_it_says_nothing() -> None:
    assert exact_breaks(SCALE, TOTALS, (Judged("", 1, Beta(1e6, 2e6, 0, 100)),)) is None
    many = Empirical(tuple(map(float, range(3000))))
    assert exact_breaks(SCALE, np.zeros((1000, 2)), (Judged("", 1, many),)) is None
    assert exact_breaks(SCALE, np.zeros((2001, 2))) is None


@pytest.mark.parametrize(
    ("places", "totals"),
    [
        ([0.0, 0.0], TOTALS),
        ([0.0], TOTALS[:, :1]),
        ([0.0, np.nan], TOTALS),
        ([0.0, 1.0, 2.0], TOTALS),
        (SCALE, [[1.0, np.nan]]),
    ],
)
def test_what_does_not_fit_is_refused(places: list[float], totals: NDArray[np.float64]) -> None:
    with pytest.raises(ValueError, match=r"place|totals"):
        exact_breaks(places, totals)
