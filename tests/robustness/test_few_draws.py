"""Few draws: intervals that hold the truth as often as they say, from enough replicates."""

import numpy as np
import pytest
from uncertain_cells import cells_of_shapes, fixed_cells, mixed_cells, scale

from policyscore.analysis.robustness.draws.problem import LEAST_REPLICATES, small_block
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.exact.paths import exact_or_drawn
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.polytope_walk import BoundedWeights
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Fixed,
    Judged,
    Mixture,
    Normal,
    Uniform,
)
from policyscore.analysis.robustness.uncertain.weight_bounds import Bounds
from policyscore.analysis.robustness.uncertain.weight_laws import AnyWeights, FixedWeights

SEEDS = 150
HALVES = FixedWeights((0.5, 0.5))
RISKY = BoundedWeights(
    Bounds(((0,), (1,)), (1, 1), (0.2, 0.0), (1.0, 0.8), (0.6, 0.4)), ((0,), (1,)), ()
)


def two_options() -> Cells:
    """Two options and two experts, who know one score well and another not at all."""
    rows: list[list[Mixture]] = [
        [
            (Judged("ann", 1.0, Normal(60, 12)), Judged("bob", 1.0, Normal(40, 20))),
            (Judged("ann", 1.0, Uniform(0, 100)),),
        ],
        [(Judged("ann", 1.0, Fixed(45)),), (Judged("bob", 1.0, Uniform(20, 60)),)],
    ]
    return Cells(("a", "b"), (scale("risk"), scale("gain")), rows, RISKY)


@pytest.mark.parametrize("samples", [800, 1_600, 6_400])
def test_intervals_of_few_draws_hold_the_truth(samples: int) -> None:
    cells = two_options()
    truth = sample(cells, Amount(400_000, seed=999, confidence=False)).options[0].first
    found = [sample(cells, Amount(samples, seed=s, confidence=False)) for s in range(SEEDS)]
    off = np.array([abs(each.options[0].first - truth) for each in found])
    widths = np.array([each.half_width for each in found])
    # In 150 tries the share is off by more than 5 points once in two hundred times.
    assert 0.90 <= (off <= widths).mean() < 1.0
    assert widths.max() < 3.0 * widths.min()
    assert min(each.replicates for each in found) >= LEAST_REPLICATES
    # Neither wider than the draws call for.
    spread = 1.96 * np.sqrt(np.mean(off**2))
    assert spread < widths.mean() < 1.35 * spread


def test_blocks_are_as_large_as_they_can_be() -> None:
    assert [small_block(n) for n in (2, 3, 4, 7, 8, 15, 16, 125)] == [
        *(80, 80, 160, 160, 400, 400),
        *(800, 800),
    ]
    assert [small_block(125, slow) for slow in (0.5, 1.3, 3.0, 100.0)] == [800, 400, 160, 80]


def test_few_draws_are_the_same_for_any_chunk_and_as_many_as_before() -> None:
    cells = mixed_cells()
    alone = sample(cells, Amount(1_600))
    assert (alone.samples, alone.replicates, alone.score_draws) == (1_600, 20, 100)
    assert sample(cells, Amount(1_600, chunk=3)) == alone


def test_how_open_first_place_is_counts_only_futures_in_which_anybody_is_first() -> None:
    # Each option passes the requirement seldom; whoever does is first, and both are alike.
    either = Uniform(0, 100)
    cells = cells_of_shapes(
        [[either, Fixed(50)], [either, Fixed(50)]], HALVES, (scale("c", at_least=90.0), scale("d"))
    )
    drawn = sample(cells, Amount(100_000, confidence=False))
    assert sum(each.first for each in drawn.options) == pytest.approx(0.19, abs=0.01)
    assert drawn.entropy == pytest.approx(1.0, abs=0.001)
    exact = exact_or_drawn(cells, Amount(8_000))
    assert exact.entropy == pytest.approx(1.0, abs=0.001)
    nobody = cells_of_shapes([[Fixed(5)]], FixedWeights((1.0,)), (scale("c", at_least=90.0),))
    assert sample(nobody, Amount(1_600)).entropy == 0
    assert exact_or_drawn(nobody, Amount(1_600)).entropy == 0
    sure = sample(fixed_cells([[50.0, 50], [40.0, 40]], AnyWeights(2)), Amount(1_600))
    assert sure.entropy == 0
