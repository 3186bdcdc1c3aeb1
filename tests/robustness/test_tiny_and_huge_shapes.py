"""Beta distributions with tiny and huge parameters, against SciPy's, and weights made of them."""

import copy
import warnings
from itertools import product

import numpy as np
import pytest
from exact_agreement import decide
from scipy import stats
from test_uncertain_cases import BASE
from uncertain_cells import cells_of_shapes, drawn, fixed_cells

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.sampling import Amount
from policyscore.analysis.robustness.robustness import law_of, robustness
from policyscore.analysis.robustness.uncertain.quantile_rows import beta_rows
from policyscore.analysis.robustness.uncertain.quantile_tables import beta_table
from policyscore.analysis.robustness.uncertain.score_shapes import Beta, Shape
from policyscore.analysis.robustness.uncertain.weight_laws import NearWeights

SIZES = (1e-17, 1e-9, 1e-4, 1e-3, 0.02, 0.09, 0.3, 0.6, 1, 2, 25, 1e3, 1e5, 9e7, 1e8, 1e9)
BEYOND = [
    *((1e-300, 1e-300), (5e-324, 5e-324), (1e300, 1e300), (1e308, 1e300), (1e-300, 1e300)),
    *((1e300, 3), (1e50, 1e-50), (1e15, 3), (1e15, 1e7), (1e15, 1e12), (1e35, 2)),
]
EVEN = (np.arange(5_000) + 0.5) / 5_000
CHANCES = np.concatenate(([0.0], EVEN, [1 - 2.0**-53]))


def off(a: float, b: float, x: Floats, near: float) -> float:
    """How far the distribution function is off; what is so near to the right x is right."""
    assert x.min() >= 0
    assert x.max() <= 1
    assert (np.diff(x) >= -1e-15).all()
    x, law = x[1:-1], stats.beta(a, b)
    above = law.cdf(np.maximum(x - near * np.minimum(x, 1 - x) - 4e-16, 0)) - EVEN
    below = EVEN - np.where(x > 1 - 1e-15, 1, law.cdf(np.minimum(x * (1 + near) + 1e-30, 1)))
    return float(max(above[x > 4e-16].max(initial=0), below.max()))


@pytest.mark.parametrize("a", SIZES)
def test_tables_are_right_for_all_parameters(a: float) -> None:
    for b in SIZES:
        table = beta_table(a, b)
        assert off(a, b, table.draw(CHANCES), 1e-9) < 1e-6, b
        assert table.draw(EVEN).mean() == pytest.approx(a / (a + b), abs=1e-4), b


@pytest.mark.parametrize("a", SIZES)
def test_rows_are_right_for_all_parameters(a: float) -> None:
    firsts, seconds = np.full((len(SIZES), 1), float(a)), np.array([SIZES]).T.astype(float)
    rows = beta_rows(firsts, seconds).draw(np.tile(CHANCES, (len(SIZES), 1)))
    for b, x in zip(SIZES, rows, strict=True):
        usual = min(a, b) >= 0.3 and max(a, b) <= 1e3
        assert off(a, b, x, 1e-9) < (1e-4 if usual else 0.02), b
        assert x[1:-1].mean() == pytest.approx(a / (a + b), abs=3e-4), b


@pytest.mark.parametrize(
    ("a", "b", "mean"),
    [(0.001, 25, 4.0e-5), (5e-5, 50, 1e-6), (1e-6, 1.0, 1e-6), (1e-3, 1.0, 9.99e-4)],
)
def test_means_of_tiny_parameters(a: float, b: float, mean: float) -> None:
    even = (np.arange(2_000_000) + 0.5) / 2_000_000
    assert beta_table(a, b).draw(even).mean() == pytest.approx(mean, rel=0.02, abs=2e-7)


@pytest.mark.parametrize(("a", "b"), BEYOND)
def test_what_lies_beyond_every_range_is_an_end_or_the_mean(a: float, b: float) -> None:
    larger = max(a, b)
    mean = a / larger / (a / larger + b / larger)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = beta_table(a, b).draw(CHANCES)
        rows = beta_rows(np.array([[float(a)]]), np.array([[float(b)]])).draw(CHANCES[None])[0]
    for found in (table, rows):
        assert found.min() >= 0
        assert found.max() <= 1
        assert found[1:-1].mean() == pytest.approx(mean, abs=1e-3)
        if larger > 1:
            assert np.abs(found[1:-1] - mean).max() < 1e-3
        else:
            assert (np.minimum(found, 1 - found) < 1e-30).all()


def test_many_tiny_shapes_of_one_case_are_drawn() -> None:
    numbers = list(product((1e-300, 1e-17, 1e-3, 1.0, 1e9, 1e300), repeat=2))
    rows: list[list[Shape]] = [[Beta(a, b, 0, 100)] for a, b in numbers * 2]
    found = drawn(cells_of_shapes(rows), 1_600)
    half = len(numbers)
    for one, other in zip(found.options[:half], found.options[half:], strict=True):
        assert one.expected_rank == pytest.approx(other.expected_rank, abs=6)


@pytest.mark.parametrize("concentration", [1e-100, 1e-3, 50.0, 1e9, 1e100])
@pytest.mark.parametrize("least", [1e-300, 1e-18, 1e-3])
def test_weights_near_tiny_ones(least: float, concentration: float) -> None:
    law = NearWeights((1 - least - 0.3, 0.3, least), concentration)
    found = drawn(fixed_cells([[40, 10, 20], [40, 20, 10]], law), 40_000)
    # With next to no concentration one weight is all: the first ties them, the second is 0.3.
    wins = 0.7 / 2 + 0.3 if concentration < 1 else 1.0
    assert found.options[1].first == pytest.approx(wins, abs=0.03)
    weights = law.draw(lambda count: np.random.default_rng(1).random((count, 10, 2_000)))
    assert np.abs(weights.sum(axis=0) - 1).max() < 1e-12
    assert weights.mean(axis=(1, 2)) == pytest.approx(law.weights, abs=0.02)


def test_a_weight_of_next_to_nothing_in_a_file() -> None:
    data = copy.deepcopy(BASE)
    points = {"cost": 100, "speed": 1e-18, "trust": 20, "reach": 30}
    data["weights"]["tiny"] = {"points": points}
    decision = decide(data)
    amount = Amount(3_200, confidence=False)
    found = robustness(decision.case, decision.weights, "tiny", "near", amount)
    assert sum(each.first for each in found.options) == pytest.approx(1)


@pytest.mark.parametrize(
    "concentration", [0.0, -1.0, 9e-4, 1.1e9, 1e100, float("nan"), float("inf")]
)
def test_concentrations_out_of_range_are_refused(concentration: float) -> None:
    decision = decide(BASE)
    with pytest.raises(ValueError, match=r"concentration must be from 0\.001 to 1,000,000,000"):
        law_of(decision.case, decision.weights, "even", "near", concentration=concentration)
    for fine in (1e-3, 1.0, 1e6, 1e9):
        law = law_of(decision.case, decision.weights, "even", "near", concentration=fine)
        assert law == NearWeights((0.25,) * 4, fine)
