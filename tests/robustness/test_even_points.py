"""Evenly spread weights for fixed scores: the points, the maps, honest errors, fewer draws."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from scipy import stats
from scipy.stats import qmc
from uncertain_cells import cells_of_shapes, fixed_cells, triangular_cells

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws import sampling
from policyscore.analysis.robustness.draws.blocks import Source
from policyscore.analysis.robustness.draws.errors_of_shares import student
from policyscore.analysis.robustness.draws.even_points import (
    EVEN_BLOCK,
    MOST_DIMENSIONS,
    REPLICATES,
    EvenNumbers,
    sobol,
)
from policyscore.analysis.robustness.draws.even_weights import dimensions_of, even_law
from policyscore.analysis.robustness.draws.problem import PART, problem_of
from policyscore.analysis.robustness.draws.sampling import EVEN_SAMPLES, Amount, sample
from policyscore.analysis.robustness.exact.ranks import exact_pairwise, exact_ranks
from policyscore.analysis.robustness.exact.sets import any_weights
from policyscore.analysis.robustness.results import Robustness
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.polytope_walk import BoundedWeights
from policyscore.analysis.robustness.uncertain.same_bits import root
from policyscore.analysis.robustness.uncertain.score_shapes import Fixed, Triangular
from policyscore.analysis.robustness.uncertain.weight_bounds import Bounds
from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    FixedWeights,
    Law,
    Member,
    NearWeights,
    OneOfWeights,
    OrderedWeights,
    TreeWeights,
)

ORDER = OrderedWeights(((0,), (1, 2), (3,)))
LAWS: dict[str, Law] = {
    "any": AnyWeights(5),
    "order": ORDER,
    "near": NearWeights((0.5, 0.3, 0.0, 0.2), 20.0),
    "profiles": OneOfWeights((FixedWeights((1.0, 0.0)), FixedWeights((0.3, 0.7))), (0.25, 0.75)),
    "tree": TreeWeights(
        AnyWeights(2), (Member(ORDER, (0, 1, 2, 3)), Member(ORDER, (4, 5, 6, 7))), 8
    ),
}
WALK = BoundedWeights(
    Bounds(((0,), (1,)), (1, 1), (0.2, 0.2), (0.9, 0.9), (0.5, 0.5)), ((0,), (1,)), ()
)


def scores(options: int, criteria: int, seed: int = 1) -> list[list[float]]:
    found: list[list[float]] = (
        np.random.default_rng(seed).uniform(0, 100, (options, criteria)).tolist()
    )
    return found


def few(seed: int, values: list[list[float]], law: Law | None = None) -> Robustness:
    """The fewest draws that are spread evenly."""
    return sample(fixed_cells(values, law), Amount(EVEN_SAMPLES, seed=seed, confidence=False))


def test_points_are_those_of_scipy() -> None:
    theirs = qmc.Sobol(MOST_DIMENSIONS, scramble=False, bits=32).random(1 << 11)
    points = [sobol(MOST_DIMENSIONS, start, 256) for start in range(0, 1 << 11, 256)]
    ours = np.concatenate(points, axis=1).T
    assert (ours.astype(np.float64) * 2.0**-32 == theirs).all()
    far = sobol(MOST_DIMENSIONS, 1 << 22, 16).T
    engine = qmc.Sobol(MOST_DIMENSIONS, scramble=False, bits=32).fast_forward(1 << 22)
    assert (far.astype(np.float64) * 2.0**-32 == engine.random(16)).all()


def test_blocks_of_a_replicate_are_a_shifted_net() -> None:
    # The parts of a replicate are 16 parts apart; all its points together have one point in each
    # slice of every dimension, and replicates are shifted differently.
    replicate = 3
    blocks = [
        turn * PART * REPLICATES + replicate * PART + k for turn in range(2) for k in range(8)
    ]
    points = np.concatenate(
        [EvenNumbers(7, block, PART, 6).random((6, EVEN_BLOCK)) for block in blocks], axis=1
    )
    slices = np.sort((points * points.shape[1]).astype(int), axis=1)
    assert (slices == np.arange(points.shape[1])).all()
    other = EvenNumbers(7, (replicate + 1) * PART, PART, 6).random((6, EVEN_BLOCK))
    assert (other != points[:, :EVEN_BLOCK]).all()
    assert points.min() > 0
    assert points.max() < 1


@pytest.mark.parametrize("degree", [1, 2, 3, 4, 5, 6, 7, 12, 29])
def test_roots(degree: int) -> None:
    x = np.concatenate(
        [np.random.default_rng(1).random(5_000), 0.5 ** np.arange(33), [1 - 2.0**-33]]
    )
    assert root(x, degree) == pytest.approx(x ** (1 / degree), rel=1e-12)
    assert root(x, degree).max() <= 1


@pytest.mark.parametrize("name", LAWS)
def test_weights_have_the_same_distribution_as_random_ones(name: str) -> None:
    law = LAWS[name]
    even = even_law(law)
    assert even is not None
    blocks = [EvenNumbers(1, block, PART, dimensions_of(even)) for block in range(PART)]
    drawn = even.draw(Source(blocks, EVEN_BLOCK // 16, 16).for_weights)
    dice = np.random.default_rng(1)
    random = law.draw(lambda count: dice.random((count, 16, 2_000)))
    assert drawn.sum(axis=0) == pytest.approx(1, abs=1e-12)
    assert drawn.min() >= 0
    for mine, other in zip(drawn, random, strict=True):
        # Even points are nearer to the distribution than as many random ones ever are.
        assert stats.ks_2samp(mine.reshape(-1), other.reshape(-1)).statistic < 0.02
    of_squares = np.abs(np.mean(drawn**2, axis=(1, 2)) - np.mean(random**2, axis=(1, 2)))
    assert of_squares.max() < 0.01


def test_a_law_that_stands_twice_stays_one() -> None:
    even = even_law(LAWS["tree"])
    assert isinstance(even, TreeWeights)
    assert even.members[0].below is even.members[1].below
    assert dimensions_of(even) == 3


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (fixed_cells(scores(3, 4)), 3),
        (fixed_cells(scores(3, MOST_DIMENSIONS + 1)), MOST_DIMENSIONS),
        (fixed_cells(scores(3, MOST_DIMENSIONS + 2)), 0),
        (fixed_cells(scores(3, 2), WALK), 0),
        (fixed_cells(scores(3, 2), OneOfWeights((WALK, AnyWeights(2)), (0.5, 0.5))), 0),
        (
            fixed_cells(
                scores(3, 2), TreeWeights(WALK, (Member(FixedWeights((1.0,)), (0,)),) * 2, 2)
            ),
            0,
        ),
        (fixed_cells(scores(3, 2), FixedWeights((0.5, 0.5))), 0),
        (triangular_cells(3, 4), 0),
        (cells_of_shapes([[Fixed(5), Triangular(1, 2, 3)], [Fixed(4), Fixed(1)]]), 0),
    ],
)
def test_what_is_spread_evenly(cells: Cells, expected: int) -> None:
    assert problem_of(cells, even=True).even == expected
    assert problem_of(cells).even == 0


@pytest.mark.parametrize("criteria", [3, 4])
def test_intervals_hold_what_is_exact_as_often_as_they_should(criteria: int) -> None:
    values = scores(6, criteria, seed=criteria)
    ranks = exact_ranks(np.array(values), any_weights(criteria))
    pairs = exact_pairwise(np.array(values), any_weights(criteria))
    assert ranks is not None
    assert pairs is not None
    some = ranks > 0.003
    inside, largest, within = [], 0, 0
    seeds = 24
    for seed in range(seeds):
        found = few(seed, values)
        assert (found.samples, found.replicates) == (EVEN_SAMPLES, REPLICATES)
        off = np.abs(table(found) - ranks)
        errors = np.array([list(each.errors) for each in found.options])
        inside.append((off <= student(REPLICATES - 1) * errors)[some].mean())
        largest += off.max() <= found.half_width
        assert found.pairwise is not None
        names = [each.option for each in found.options]
        shares = [[found.pairwise[a].get(b, 0.5) for b in names] for a in names]
        within += np.abs(np.array(shares) - pairs).max() <= found.pairwise_half_width
    assert 0.91 < np.mean(inside) < 0.99
    assert largest >= 0.75 * seeds  # of dozens of shares at once
    assert within >= 0.75 * seeds


def table(found: Robustness) -> Floats:
    return np.array([list(each.acceptability) for each in found.options])


def test_fewer_draws_give_the_same_error(monkeypatch: pytest.MonkeyPatch) -> None:
    values = scores(12, 5, seed=3)

    def spread() -> tuple[float, float]:
        """The variances of the shares of all ranks together, and of first places."""
        tables = np.array([table(few(seed, values)) for seed in range(16)])
        variances = tables.var(axis=0, ddof=1)
        return float(variances.sum()), float(variances[:, 0].sum())

    even = spread()
    monkeypatch.setattr(sampling, "EVEN_SAMPLES", 10**9)
    random = spread()
    assert random[0] > 1.8 * even[0]
    assert random[1] > 3.0 * even[1]


def test_the_same_bits_for_any_chunk_and_executor() -> None:
    cells = fixed_cells(scores(5, 4), ORDER)
    alone = sample(cells, Amount(40_000))
    assert alone.samples == 2 * EVEN_SAMPLES
    assert sample(cells, Amount(40_000, chunk=3)) == alone
    with ThreadPoolExecutor(3) as threads:
        assert sample(cells, Amount(40_000, executor=threads)) == alone


def test_draws_double_until_they_are_precise() -> None:
    found = sample(fixed_cells(scores(6, 6)), Amount(precision=0.002, confidence=False))
    rounds = found.samples // EVEN_SAMPLES
    assert found.half_width < 0.002
    assert rounds.bit_count() == 1
    assert sample(fixed_cells(scores(6, 6)), Amount(100_000, 1e-9)).samples == 4 * EVEN_SAMPLES


def test_an_interrupt_in_the_middle_of_a_round_gives_what_there_is() -> None:
    def tick(draws: int, _most: int, _width: float) -> None:
        if draws >= 20_000:
            raise KeyboardInterrupt

    values = scores(6, 4)
    found = sample(fixed_cells(values), Amount(tick=tick))
    assert found.interrupted
    assert found.replicates == found.samples // (PART * EVEN_BLOCK) == 10
    exact = exact_ranks(np.array(values), any_weights(4))
    assert exact is not None
    assert np.abs(table(found) - exact).max() < 2 * found.half_width < 0.02


def test_an_interrupt_after_some_replicates_have_more_points_than_others() -> None:
    def tick(draws: int, _most: int, _width: float) -> None:
        if draws >= EVEN_SAMPLES + 10_000:
            raise KeyboardInterrupt

    values = scores(6, 4)
    found = sample(fixed_cells(values), Amount(tick=tick))
    assert found.interrupted
    assert found.replicates == REPLICATES
    exact = exact_ranks(np.array(values), any_weights(4))
    assert exact is not None
    off = np.abs(table(found) - exact)
    errors = np.array([list(each.errors) for each in found.options])
    assert off.max() < 2 * found.half_width < 0.02
    assert (off <= student(15) * errors)[exact > 0.01].mean() > 0.8
    for each in found.options:
        assert each.expected_rank_error < 0.01
        assert each.holistic_error < 0.01
