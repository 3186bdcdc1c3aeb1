"""Certain weights and one uncertain score: by hand, and field by field against draws."""

from dataclasses import replace

import numpy as np
import pytest
from exact_agreement import agree, exactly, shown, within
from hypothesis import given, settings
from hypothesis import strategies as st
from uncertain_cells import cells_of_shapes, fixed_cells, scale

from policyscore.analysis.robustness.draws.sampling import Amount, sample
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
from policyscore.analysis.robustness.uncertain.weight_laws import (
    AnyWeights,
    FixedWeights,
)

steady = settings(max_examples=40, deadline=None, derandomize=True)
HALVES = FixedWeights((0.5, 0.5))
SHAPES: list[tuple[Shape, ...]] = [
    (Uniform(10, 90),),
    (Triangular(0, 30, 90),),
    (Pert(10, 40, 90),),
    (Normal(60, 40),),
    (Beta(2, 5, 0, 100),),
    (Empirical((0.0, 20.0, 60.0, 60.0, 130.0)),),
    (Fixed(40), Fixed(80)),
    (Normal(90, 20), Fixed(120), Empirical((-5.0, 40.0)), Uniform(30, 50)),
]
BENT = ((0.0, 0.0), (30.0, 60.0), (70.0, 60.0), (100.0, 100.0))


def one_score(shapes: tuple[Shape, ...], seed: int, requirement: str) -> Cells:
    """A decision in which one score is uncertain, on a criterion with a requirement."""
    dice = np.random.default_rng(seed)
    scores = (dice.integers(0, 6, (5, 3)) * 20.0).tolist()
    limits = {"least": (40.0, None), "most": (None, 60.0), "none": (None, None)}[requirement]
    scales = (
        Scale("c0", 0.0, 100.0, BENT, *limits),
        scale("c1", lower=True),
        scale("c2", at_least=20.0),
    )
    cells = replace(fixed_cells(scores, FixedWeights((0.4, 0.4, 0.2))), scales=scales)
    judges = ("ann", "bob", "ann", "cat")
    rows = [[*row] for row in cells.judged]
    rows[seed % 5][0] = tuple(
        Judged(judge, 1.0 + k, shape)
        for k, (judge, shape) in enumerate(zip(judges, shapes, strict=False))
    )
    return replace(cells, judged=rows)


@pytest.mark.parametrize("shapes", SHAPES, ids=str)
@pytest.mark.parametrize("requirement", ["least", "most", "none"])
def test_one_uncertain_score(shapes: tuple[Shape, ...], requirement: str) -> None:
    for seed in range(4):
        cells = one_score(shapes, seed, requirement)
        found = agree(cells, samples=8_000)
        assert found.exact
        drawn = sample(cells, Amount(8_000, seed=5))
        for one, other in zip(found.options, drawn.options, strict=True):
            if one.confidence is not None and other.confidence is not None:
                assert within(one.confidence, other.confidence, 2_000)


@given(
    st.lists(st.sampled_from(SHAPES), min_size=1, max_size=3),
    st.integers(0, 9),
    st.sampled_from(["least", "most", "none"]),
    st.permutations(range(5)),
    st.permutations(range(3)),
)
@steady
def test_one_uncertain_score_in_any_order(
    judges: list[tuple[Shape, ...]],
    seed: int,
    requirement: str,
    mixed: list[int],
    turned: list[int],
) -> None:
    cells = one_score(tuple(shape for shapes in judges for shape in shapes)[:4], seed, requirement)
    found = exactly(cells)
    assert found.exact
    weights = (0.4, 0.4, 0.2)
    again = exactly(
        Cells(
            tuple(cells.options[i] for i in mixed),
            tuple(cells.scales[j] for j in turned),
            [[cells.judged[i][j] for j in turned] for i in mixed],
            FixedWeights(tuple(weights[j] for j in turned)),
        )
    )
    for option in cells.options:
        numbers = shown(found, option)
        assert sum(found.of(option).acceptability) + found.of(option).excluded == pytest.approx(1)
        np.testing.assert_allclose(shown(again, option), numbers, atol=1e-9)


def test_one_expert_is_drawn_for_the_score() -> None:
    shapes = (Triangular(50, 70, 100), Fixed(20), Uniform(30, 50), Beta(2, 5, 0, 100))
    experts = {"ann": 3.0, "eve": 1.0, "cat": 2.0}
    cells = replace(one_score(shapes, 2, "least"), experts=experts)
    apart = exactly(replace(cells, experts={}))
    found = agree(cells)
    assert found.exact
    assert abs(found.options[2].excluded - apart.options[2].excluded) > 0.03


def test_by_hand() -> None:
    # It overtakes the other at a score of 50, and is excluded below 20.
    rows: list[list[Shape]] = [[Uniform(0, 100), Fixed(50)], [Fixed(50), Fixed(50)]]
    scales = (scale("a", at_least=20), scale("b"))
    found = exactly(cells_of_shapes(rows, HALVES, scales))
    first, second = found.options
    assert list(first.acceptability) == pytest.approx([0.5, 0.3])
    assert list(second.acceptability) == pytest.approx([0.5, 0.5])
    assert [first.excluded, second.excluded] == pytest.approx([0.2, 0])
    assert first.expected_rank == pytest.approx((0.5 + 0.6) / 0.8)
    assert first.confidence == pytest.approx(0.5)
    assert found.pairwise is not None
    assert found.pairwise["o0"] == pytest.approx({"o1": 0.5})
    assert found.pairwise["o1"] == pytest.approx({"o0": 0.5})


def test_scores_that_make_no_difference_do_not_count() -> None:
    rows: list[list[Shape]] = [
        [Fixed(60), Normal(90, 20)],
        [Fixed(40), Uniform(0, 100)],
        [Fixed(10), Uniform(0, 100)],
    ]
    scales = (scale("a", at_least=20), scale("b"))
    found = agree(cells_of_shapes(rows, FixedWeights((1.0, 0.0)), scales))
    assert found.exact
    assert [(cut.option, cut.criterion) for cut in found.cuts] == [("o0", "b")]
    # An option that is out in any case may be as uncertain as it likes.
    rows = [[Fixed(60), Fixed(50)], [Fixed(40), Fixed(90)], [Fixed(10), Uniform(0, 100)]]
    assert agree(cells_of_shapes(rows, AnyWeights(2), scales)).exact
    # A score that always misses is as good as certain.
    rows[2] = [Uniform(0, 15), Uniform(0, 100)]
    assert agree(cells_of_shapes(rows, AnyWeights(2), scales)).exact


@pytest.mark.parametrize("size", [1e-320, 1e-160, 1e160, 1e308])
def test_scales_of_any_size(size: float) -> None:
    points = ((-size, 0.0), (size, 100.0))
    wide = Scale("a", -size, size, points, at_least=-size / 2)
    for shape in (Uniform(-size, size), Triangular(-size, 0, size), Normal(0, size)):
        rows: list[list[Shape]] = [[shape, Fixed(50)], [Fixed(0), Fixed(50)]]
        found = agree(cells_of_shapes(rows, HALVES, (wide, scale("b"))), samples=1_600)
        assert found.options[0].first == pytest.approx(0.5, abs=0.1)
