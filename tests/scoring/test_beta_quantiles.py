"""The quantiles of beta distributions are those of SciPy, for every shape that a file may state."""

from itertools import product

import pytest
from generated_cases import quick
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from policyscore.scoring.beta_quantiles import beta_range

TAIL = 0.025
SHAPES = st.floats(-2, 4).map(lambda power: 10.0**power)


@pytest.mark.parametrize(
    ("a", "b"), list(product([0.01, 0.5, 1, 1.01, 2, 30, 999.5, 10_000], repeat=2))
)
def test_the_range_of_a_beta_distribution_is_scipys(a: float, b: float) -> None:
    wanted = beta.ppf([TAIL, 1 - TAIL], a, b)
    assert beta_range(a, b, TAIL) == pytest.approx(tuple(wanted), rel=1e-9, abs=1e-12)


@quick
@given(SHAPES, SHAPES, st.sampled_from([0.001, 0.025, 0.25]))
def test_so_much_lies_below_and_above(a: float, b: float, tail: float) -> None:
    low, high = beta_range(a, b, tail)
    assert 0 <= low <= high <= 1
    assert low == pytest.approx(beta.ppf(tail, a, b), rel=1e-8, abs=1e-12)
    assert high == pytest.approx(beta.isf(tail, a, b), rel=1e-8, abs=1e-12)


def test_known_ranges_are_exact() -> None:
    assert beta_range(1, 1, TAIL) == pytest.approx((TAIL, 1 - TAIL), rel=1e-13)
    low, high = beta_range(2, 1, TAIL)  # the square of a draw is uniform
    assert (low**2, high**2) == pytest.approx((TAIL, 1 - TAIL), rel=1e-13)


@quick
@given(SHAPES, SHAPES)
def test_shapes_the_other_way_round_are_the_mirror_image(a: float, b: float) -> None:
    low, high = beta_range(a, b, TAIL)
    assert beta_range(b, a, TAIL) == pytest.approx((1 - high, 1 - low), rel=1e-9, abs=1e-15)
