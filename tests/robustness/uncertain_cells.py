"""Decisions with uncertain scores for the tests of draws."""

import numpy as np

from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.results import Robustness
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Beta,
    Empirical,
    Fixed,
    Judged,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
)
from policyscore.analysis.robustness.uncertain.weight_laws import AnyWeights, Law, Take


def scale(key: str, *, lower: bool = False, **limits: float) -> Scale:
    """A scale from 0 to 100."""
    points = ((0.0, 100.0), (100.0, 0.0)) if lower else ((0.0, 0.0), (100.0, 100.0))
    return Scale(key, 0.0, 100.0, points, **limits)


def cells_of_shapes(
    rows: list[list[Shape]], law: Law | None = None, scales: tuple[Scale, ...] | None = None
) -> Cells:
    """A decision with one judge for every score."""
    scales = scales or tuple(scale(f"c{j}") for j in range(len(rows[0])))
    judged = [[(Judged("ann", 1.0, shape),) for shape in row] for row in rows]
    options = tuple(f"o{i}" for i in range(len(rows)))
    return Cells(options, scales, judged, law or AnyWeights(len(scales)))


def fixed_cells(scores: list[list[float]], law: Law | None = None) -> Cells:
    """A decision with certain scores."""
    return cells_of_shapes([[Fixed(score) for score in row] for row in scores], law)


def triangular_cells(options: int, criteria: int, seed: int = 1) -> Cells:
    """A decision with triangular scores anywhere on the scales."""
    dice = np.random.default_rng(seed)

    def shape() -> Shape:
        low, likely, high = map(float, np.sort(dice.uniform(0, 100, 3)))
        return Triangular(low, likely, high)

    return cells_of_shapes([[shape() for _ in range(criteria)] for _ in range(options)])


def mixed_cells(options: int = 6, criteria: int = 4) -> Cells:
    """A decision with every kind of judgement, several judges, requirements and a bent value."""
    shapes: list[Shape] = [
        Uniform(10, 70),
        Triangular(0, 20, 90),
        Pert(5, 60, 80),
        Normal(80, 20),
        Beta(2, 5, 0, 100),
        Empirical((10.0, 40.0, 40.0, 90.0)),
        Fixed(50),
    ]
    scales = (
        scale("c0"),
        scale("c1", lower=True),
        scale("c2", at_least=8.0),
        Scale("c3", 0.0, 100.0, ((0.0, 0.0), (30.0, 60.0), (100.0, 100.0))),
    )[:criteria]
    judged = [
        [
            tuple(
                Judged(judge, 1.0 + place, shapes[(3 * i + 2 * j + place) % len(shapes)])
                for place, judge in enumerate(("ann", "bob", "cat")[: 1 + (i + j) % 3])
            )
            for j in range(criteria)
        ]
        for i in range(options)
    ]
    names = tuple(f"o{i}" for i in range(options))
    return Cells(names, scales, judged, AnyWeights(criteria), {"ann": 1.0, "bob": 2.0})


def drawn(cells: Cells, samples: int = 40_000, seed: int = 1) -> Robustness:
    """Draw without confidence factors."""
    return sample(cells, Amount(samples, seed=seed, confidence=False))


def take_from(seed: int, per_scores: int, draws: int) -> Take:
    """Uniform numbers for drawing weights."""
    dice = np.random.Generator(np.random.PCG64(seed))
    return lambda count: dice.random((count, per_scores, draws))
