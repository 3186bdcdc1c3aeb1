"""Cells of several judges: whose turn it is, and what that judge says, draw by draw."""

import tracemalloc

import numpy as np
import pytest
from uncertain_cells import scale

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.analysis.robustness.draws.blocks import Source, drawn_slabs, generator
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.uncertain.cells import Cells
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
from policyscore.analysis.robustness.uncertain.weight_laws import AnyWeights, FixedWeights

DRAWS = 40_000
KINDS: dict[str, list[Shape]] = {
    "fixed": [Fixed(10), Fixed(20), Fixed(90)],
    "uniform": [Uniform(0, 10), Uniform(20, 30), Uniform(25, 90)],
    "triangular": [Triangular(0, 5, 10), Triangular(20, 20, 30), Triangular(25, 90, 90)],
    "normal": [Normal(50, 1), Normal(95, 10), Normal(-5, 10)],
    "beta": [Beta(2, 3, 0, 10), Beta(2, 3, 50, 100), Beta(0.5, 0.5, 20, 30)],
    "samples": [Empirical((1.0, 2.0)), Empirical((50.0, 60.0, 60.0)), Empirical((-9.0, 99.0))],
    "mixed": [Fixed(10), Normal(95, 10), Beta(2, 3, 50, 70), Empirical((3.0, 4.0)), Pert(1, 2, 9)],
}
SHARES = (1.0, 4.0, 2.0, 1.0, 3.0)


def mixture(shapes: list[Shape]) -> Mixture:
    return tuple(Judged(f"j{k}", SHARES[k % len(SHARES)], shape) for k, shape in enumerate(shapes))


def values(
    cells: Cells, cuts: Ints | None = None, draws: int = DRAWS, seed: int = 5
) -> tuple[Floats, Floats]:
    """Values of all cells, and the uniform numbers that they were drawn by if there is a slab."""
    source = Source([generator(seed, 0)], draws, 1)
    slabs = drawn_slabs(problem_of(cells), source, draws, cuts)
    found = np.concatenate([each.values for _, each in slabs])
    return found, generator(seed, 0).random((found.shape[0] * found.shape[1] + 1, draws))


def one_by_one(shape: Shape, uniform: Floats) -> Floats:
    """The draws of a judge who judges alone, by the same uniform numbers."""

    class Given:
        def random(self, size: tuple[int, ...]) -> Floats:
            return uniform.reshape(size)

    alone = Cells(("o",), (scale("c"),), [[(Judged("x", 1.0, shape),)]], FixedWeights((1.0,)))
    source = Source([Given()], len(uniform), 1)
    (drawn,) = [
        each.values for _, each in drawn_slabs(problem_of(alone), source, len(uniform), None)
    ]
    return np.broadcast_to(drawn.reshape(-1), uniform.shape)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("times", [1, 4])
def test_each_draw_is_that_of_the_judge_whose_turn_it_is(kind: str, times: int) -> None:
    shapes = KINDS[kind] * times
    cell = mixture(shapes)
    found, numbers = values(Cells(("o",), (scale("c"),), [[cell]], FixedWeights((1.0,))))
    uniform, drawn = numbers[0], found.reshape(-1)
    ends = np.add.accumulate([each.share for each in cell]) / sum(each.share for each in cell)
    turn = np.searchsorted(ends, uniform, side="right")
    starts = np.append(0.0, ends[:-1])
    for k, shape in enumerate(shapes):
        here = turn == k
        within = (uniform[here] - starts[k]) / (ends[k] - starts[k])
        expected = one_by_one(shape, np.clip(within, 0, 1 - 2**-53))
        assert drawn[here] == pytest.approx(expected, abs=1e-6)


def test_the_expert_drawn_is_heard_in_every_cell() -> None:
    judges = 40
    who = [f"j{k}" for k in range(judges)]
    cell = tuple(Judged(j, 1.0, Uniform(2 * k, 2 * k + 1)) for k, j in enumerate(who))
    other = tuple(Judged(j, 1.0, Fixed(k)) for k, j in enumerate(who) if k % 2)
    cells = Cells(
        ("o",),
        (scale("c"), scale("d")),
        [[cell, other]],
        FixedWeights((0.5, 0.5)),
        dict.fromkeys(who, 1.0),
    )
    found, _ = values(cells)
    first, second = found[0, 0], np.rint(found[0, 1])
    judged = ((first + 1e-9) // 2).astype(int)
    assert (second[judged % 2 == 1] == judged[judged % 2 == 1]).all()
    # Of an expert who says nothing of it, all who do have their turn, evenly.
    rest = np.bincount(second[judged % 2 == 0].astype(int), minlength=judges)[1::2]
    assert rest.min() > 0.85 * DRAWS / 2 / (judges / 2)
    assert np.bincount(judged, minlength=judges).min() > 0.85 * DRAWS / judges
    assert np.abs(first % 2 - 0.5).mean() == pytest.approx(0.25, abs=0.01)


def test_many_betas_of_many_judges() -> None:
    dice = np.random.default_rng(2)
    shapes: list[Shape] = [
        Beta(float(a), float(b), 0.0, 100.0) for a, b in dice.uniform(0.5, 9, (700, 2))
    ]
    cell = tuple(Judged(f"j{k}", 1.0, shape) for k, shape in enumerate(shapes))
    found, _ = values(Cells(("o",), (scale("c"),), [[cell]], FixedWeights((1.0,))))
    means = [100 * s.a / (s.a + s.b) for s in shapes if isinstance(s, Beta)]
    error = found.std() / np.sqrt(DRAWS)
    assert abs(found.mean() - np.mean(means)) < 4 * error


@pytest.mark.parametrize("together", [False, True])
def test_hundreds_of_judges_take_little_memory(together: bool) -> None:
    dice = np.random.default_rng(1)
    who = [f"j{k}" for k in range(300)]

    def cell() -> Mixture:
        return tuple(Judged(j, 1.0, Pert(*sorted(dice.uniform(0, 100, 3).tolist()))) for j in who)

    experts = dict.fromkeys(who, 1.0) if together else {}
    judged = [[cell() for _ in range(2)] for _ in range(5)]
    names = tuple(f"o{i}" for i in range(5))
    cells = Cells(names, (scale("c"), scale("d")), judged, AnyWeights(2), experts)
    tracemalloc.start()
    found = sample(cells, Amount(16_000, confidence=False))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 << 20
    assert sample(cells, Amount(16_000, confidence=False, chunk=3)) == found
    assert sum(each.first for each in found.options) == pytest.approx(1)
