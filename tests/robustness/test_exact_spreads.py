"""Distribution functions against SciPy's, and what stands alone in a mixture."""

import numpy as np
import pytest
from scipy import special, stats

from policyscore.analysis.robustness.exact.beta import GREATEST, beta_below
from policyscore.analysis.robustness.exact.spreads import (
    is_known,
    single_scores,
    smooth_below,
    smooth_share,
)
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

AT = np.linspace(-20, 130, 601)


def alone(shape: Shape) -> Mixture:
    return (Judged("somebody", 3.0, shape),)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (Uniform(10, 30), stats.uniform(10, 20)),
        (Triangular(10, 20, 50), stats.triang(0.25, 10, 40)),
        (Triangular(10, 10, 50), stats.triang(0, 10, 40)),
        (Triangular(10, 50, 50), stats.triang(1, 10, 40)),
        (Normal(40, 12), stats.norm(40, 12)),
        (Beta(2, 3, 10, 60), stats.beta(2, 3, 10, 50)),
        (Beta(0.5, 0.2, 0, 100), stats.beta(0.5, 0.2, 0, 100)),
        (Pert(0, 20, 80), stats.beta(2, 4, 0, 80)),
    ],
    ids=str,
)
def test_shapes_are_those_of_scipy(shape: Shape, expected: "stats.rv_continuous") -> None:
    assert smooth_below(alone(shape), AT) == pytest.approx(expected.cdf(AT), abs=1e-13)
    assert smooth_share(alone(shape)) == 1
    assert single_scores(alone(shape)) == {}


@pytest.mark.parametrize("a", [1e-3, 0.5, 1, 2, 7.5, 60, 900, 1e4])
@pytest.mark.parametrize("b", [1e-3, 0.5, 1, 3, 40, 2000, 1e4])
def test_the_incomplete_beta_function(a: float, b: float) -> None:
    near = a / (a + b) + np.linspace(-8, 8, 41) * np.sqrt(a * b / (a + b + 1)) / (a + b)
    at = np.concatenate([np.linspace(0, 1, 101), np.clip(near, 0, 1), [1e-9, 1 - 1e-9, -1, 2]])
    expected = special.betainc(a, b, np.clip(at, 0, 1))
    assert beta_below(at, a, b) == pytest.approx(expected, abs=2e-11)


def test_parameters_out_of_range_are_refused() -> None:
    for a, b in ((0, 1), (1, -1), (2 * GREATEST, 1), (1, float("nan"))):
        with pytest.raises(ValueError, match="beta"):
            beta_below(AT, a, b)


def test_a_mixture_is_a_weighted_sum() -> None:
    mixture = (
        Judged("first", 1, Uniform(0, 100)),
        Judged("second", 2, Fixed(30)),
        Judged("third", 1, Empirical((30, 50, 50, 90))),
        Judged("fourth", 4, Triangular(20, 20, 20)),
    )
    assert smooth_share(mixture) == 0.125
    assert smooth_below(mixture, np.array([50.0])).tolist() == [0.0625]
    found = single_scores(mixture)
    assert found == {30: 0.25 + 0.125 / 4, 50: 0.0625, 90: 0.125 / 4, 20: 0.5}


def test_what_has_no_good_formula_is_known() -> None:
    assert is_known(alone(Beta(2, 3)))
    assert not is_known(alone(Beta(2, 3 * GREATEST)))
    with pytest.raises(ValueError, match="no distribution"):
        is_known(alone(Uniform(2, 1)))
