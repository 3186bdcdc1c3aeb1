"""How much is drawn: precision, interruption, progress, honest errors and bounded memory."""

import tracemalloc
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from uncertain_cells import fixed_cells, mixed_cells, triangular_cells

from policyscore.analysis.robustness.draws.errors_of_shares import half_width, student
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.uncertain.polytope_walk import BoundedWeights
from policyscore.analysis.robustness.uncertain.weight_bounds import Bounds
from policyscore.analysis.robustness.uncertain.weight_laws import FixedWeights

MIB = 1 << 20
BOX = Bounds(((0,), (1,), (2,)), (1, 1, 1), (0.1, 0.1, 0.1), (0.7, 0.7, 0.7), (0.4, 0.3, 0.3))


def test_samples_are_made_in_whole_blocks() -> None:
    found = sample(mixed_cells(), Amount(10_000))
    assert (found.samples, found.replicates, found.score_draws) == (10_400, 26, 650)
    assert sample(mixed_cells(), Amount(1)).samples == 1_600


def test_draws_go_on_until_they_are_precise() -> None:
    rough = sample(mixed_cells(), Amount(precision=0.03))
    fine = sample(mixed_cells(), Amount(precision=0.01))
    assert fine.half_width < 0.01 < rough.half_width < 0.03
    assert fine.samples > rough.samples >= 16 * 800
    assert sample(mixed_cells(), Amount(20_000, precision=1e-9)).samples == 20_000


def test_an_interrupt_gives_what_there_is() -> None:
    def tick(draws: int, most: int, width: float) -> None:
        assert 0 < width <= 1
        assert most == 100_000
        if draws >= 20_000:
            raise KeyboardInterrupt

    found = sample(mixed_cells(), Amount(100_000, tick=tick))
    assert found.interrupted
    assert 20_000 <= found.samples < 40_000
    assert found.half_width < 0.1
    assert found.options[0].confidence is None


def test_an_interrupt_before_anything_is_drawn_is_passed_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(
        "policyscore.analysis.robustness.processes.workers.tally_blocks", interrupted
    )
    with pytest.raises(KeyboardInterrupt):
        sample(mixed_cells(), Amount(10_000))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Amount(samples=0),
        lambda: Amount(precision=0.0),
        lambda: Amount(seed=-1),
        lambda: Amount(workers=0),
        lambda: Amount(chunk=0),
    ],
)
def test_amounts_out_of_range(wrong: Callable[[], Amount]) -> None:
    with pytest.raises(ValueError, match=r"must be"):
        wrong()


@pytest.mark.parametrize("fixed_weights", [False, True])
def test_standard_errors_are_the_spread_over_seeds(fixed_weights: bool) -> None:
    # Naive errors, as if all draws were independent, would be far too small here: each draw of
    # scores goes with 16 draws of weights, and the scores decide.
    cells = mixed_cells(4, 3)
    if fixed_weights:
        law = FixedWeights((0.5, 0.3, 0.2))
        cells = type(cells)(cells.options, cells.scales, cells.judged, law)
    runs = [sample(cells, Amount(8_000, seed=seed, confidence=False)) for seed in range(60)]
    for i in range(4):
        for shares, errors in (
            ([r.options[i].acceptability[0] for r in runs], [r.options[i].errors[0] for r in runs]),
            ([r.options[i].holistic for r in runs], [r.options[i].holistic_error for r in runs]),
            (
                [r.options[i].expected_rank or 0.0 for r in runs],
                [r.options[i].expected_rank_error for r in runs],
            ),
        ):
            assert np.std(shares) == pytest.approx(np.sqrt(np.mean(np.square(errors))), rel=0.35)


@pytest.mark.parametrize("kind", ["scores vary", "fixed weights", "fixed scores", "walks"])
def test_no_pairwise_share_is_farther_off_than_the_result_says(kind: str) -> None:
    mixed, fixed = mixed_cells(5, 3), [[70.0, 20, 40], [30.0, 80, 35], [20.0, 90, 55]]
    cells = {
        "scores vary": mixed,
        "fixed weights": replace(mixed, law=FixedWeights((0.5, 0.3, 0.2))),
        "fixed scores": fixed_cells(fixed),
        "walks": fixed_cells(fixed, BoundedWeights(BOX, ((0,), (1,), (2,)), ())),
    }[kind]
    runs = [sample(cells, Amount(4_000, seed=seed, confidence=False)) for seed in range(40)]
    names = cells.options
    shares = np.array(
        [[r.pairwise[a][b] for a in names for b in names if a != b] for r in runs if r.pairwise]
    )
    assert len(shares) == len(runs)
    off = 1.96 * shares.std(axis=0, ddof=1).max()
    widths = {r.pairwise_half_width for r in runs}
    assert len(widths) == 1
    independent = 4_000 if kind.startswith("fixed") else 250
    assert widths.pop() == pytest.approx(0.98 / np.sqrt(independent), rel=0.02)
    # The spread of 40 runs is itself uncertain by a ninth of it.
    assert off < 1.25 * 0.98 / np.sqrt(independent)
    assert off > 0.1 * 0.98 / np.sqrt(independent)


def test_central_weights_rest_on_as_many_draws_as_there_are_firsts() -> None:
    found = sample(mixed_cells(), Amount(8_000, confidence=False))
    for each in found.options:
        assert each.central_draws == pytest.approx(each.first * found.samples)
        assert (each.central_weights is None) == (each.central_draws == 0)
    tied = sample(fixed_cells([[50.0, 50], [50.0, 50]]), Amount(1_600, confidence=False))
    assert [each.central_draws for each in tied.options] == [800, 800]


def test_what_never_came_up_is_not_certain_never_to() -> None:
    found = sample(fixed_cells([[50.0, 50], [40.0, 40]]), Amount(8_000))
    assert found.options[0].acceptability[0] == 1
    assert found.half_width == pytest.approx(3 / 8_000)


def test_students_distribution() -> None:
    # Published tables: 12.706, 4.303, 3.182, 2.776, 2.228, 2.042, 1.980.
    known = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 10: 2.228, 30: 2.042, 120: 1.980}
    for freedom, point in known.items():
        assert student(freedom) == pytest.approx(point, rel=0.005)
    assert half_width(np.array([1.0]), np.array([1.0]), 1, 800, 50) == 1


def test_memory_does_not_grow_with_the_draws() -> None:
    cells = triangular_cells(100, 15)
    peaks = []
    for samples in (20_000, 80_000):
        tracemalloc.start()
        sample(cells, Amount(samples, confidence=False))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + MIB
    assert peaks[1] < 40 * MIB


def test_many_options_fit_into_memory() -> None:
    cells = triangular_cells(500, 4)
    tracemalloc.start()
    found = sample(cells, Amount(1_600))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60 * MIB
    assert len(found.options) == 500
    assert found.pairwise is None
    assert found.left_out
