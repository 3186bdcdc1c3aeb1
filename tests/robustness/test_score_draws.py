"""Draws of scores against the distributions that judgements state."""

import numpy as np
import pytest
from scipy import stats
from uncertain_cells import cells_of_shapes, scale

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints
from policyscore.analysis.robustness.draws.blocks import Source, generator
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.draws.score_draws import draw_slab
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.quantile_tables import beta_table, normal_table
from policyscore.analysis.robustness.uncertain.same_bits import exp, log
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
    simplest,
)
from policyscore.analysis.robustness.uncertain.weight_laws import FixedWeights

DRAWS = 20_000
LIKELY = 0.001
ONE = FixedWeights((1.0,))


def values(cells: Cells, draws: int = DRAWS) -> tuple[Floats, Bools | None, Ints]:
    """Values of each cell, whether options are excluded, and how many draws were cut."""
    problem = problem_of(cells)
    source = Source([generator(5, 0)], draws, 1)
    expert = None
    if problem.experts:
        turn = source.for_scores(1)[0]
        expert = np.searchsorted(np.array(problem.experts[:-1]), turn, side="right")
    cuts = np.zeros(problem.judgements, dtype=np.int64)
    (slab,) = problem.slabs
    found = draw_slab(slab, source.for_scores, draws, expert, cuts)
    return found.values, found.excluded, cuts


def values_of(shape: Shape, on: Scale | None = None) -> Floats:
    drawn, _, _ = values(cells_of_shapes([[shape]], ONE, (on or scale("c"),)))
    return np.asarray(drawn[0, 0])


SHAPES: list[tuple[Shape, stats.rv_continuous]] = [
    (Uniform(20, 60), stats.uniform(20, 40)),
    (Triangular(10, 30, 90), stats.triang(0.25, 10, 80)),
    (Triangular(10, 10, 90), stats.triang(0, 10, 80)),
    (Triangular(10, 90, 90), stats.triang(1, 10, 80)),
    (Pert(10, 30, 90), stats.beta(2, 4, 10, 80)),
    (Normal(50, 8), stats.norm(50, 8)),
    (Beta(2, 5, 10, 90), stats.beta(2, 5, 10, 80)),
    (Beta(0.5, 0.5, 0, 100), stats.beta(0.5, 0.5, 0, 100)),
]


@pytest.mark.parametrize(("shape", "law"), SHAPES, ids=[str(shape) for shape, _ in SHAPES])
def test_draws_follow_the_stated_distribution(shape: Shape, law: stats.rv_continuous) -> None:
    drawn = values_of(shape)
    assert stats.kstest(drawn, law.cdf).pvalue > LIKELY
    error = law.std() / np.sqrt(DRAWS)
    assert abs(drawn.mean() - law.mean()) < 4 * error
    assert drawn.std() == pytest.approx(law.std(), rel=0.03)


@pytest.mark.parametrize(("shape", "law"), SHAPES, ids=[str(shape) for shape, _ in SHAPES])
def test_values_of_a_criterion_of_which_less_is_better_are_mirrored(
    shape: Shape, law: stats.rv_continuous
) -> None:
    drawn = values_of(shape, scale("c", lower=True))
    assert stats.kstest(100 - drawn, law.cdf).pvalue > LIKELY


BENT = Scale("c", 0.0, 100.0, ((0.0, 100.0), (20.0, 50.0), (60.0, 40.0), (100.0, 0.0)))


@pytest.mark.parametrize(("shape", "law"), SHAPES, ids=[str(shape) for shape, _ in SHAPES])
def test_values_through_a_bent_value_function(shape: Shape, law: stats.rv_continuous) -> None:
    drawn = values_of(shape, BENT)
    back = np.interp(-drawn, [-100, -50, -40, 0], [0, 20, 60, 100])
    assert stats.kstest(back, law.cdf).pvalue > LIKELY


@pytest.mark.parametrize(
    ("scaled", "size"), [(1e300, 1e300), (1e-300, 1e-300), (1e9, 1e-3)], ids=str
)
def test_scales_of_any_size(scaled: float, size: float) -> None:
    far = Scale("c", scaled, scaled + size, ((scaled, 0.0), (scaled + size, 100.0)))
    if far.high > far.low:
        drawn = values_of(Triangular(far.low, far.low, far.high), far)
        assert stats.kstest(drawn, stats.triang(0, 0, 100).cdf).pvalue > LIKELY


def test_samples_come_up_as_often_as_they_stand_there() -> None:
    drawn = values_of(Empirical((10.0, 40.0, 40.0, 70.0)))
    shares = [np.isclose(drawn, score).mean() for score in (10, 40, 70)]
    assert shares == pytest.approx([0.25, 0.5, 0.25], abs=0.015)


def test_draws_beyond_the_scale_count_as_its_end_and_are_counted() -> None:
    cells = cells_of_shapes(
        [[Normal(95, 10)], [Empirical((-5.0, 50.0, 120.0, 60.0))], [Normal(50, 5)]], ONE
    )
    drawn, _, cuts = values(cells)
    assert drawn.min() >= 0
    assert drawn.max() <= 100
    assert (drawn[0, 0] == 100).mean() == pytest.approx(stats.norm.sf(0.5), abs=0.015)
    assert cuts[0] / DRAWS == pytest.approx(stats.norm.sf(0.5), abs=0.015)
    assert cuts[1] / DRAWS == pytest.approx(0.5, abs=0.015)
    assert cuts[2] == 0


def test_requirements_exclude_by_the_drawn_score() -> None:
    limits = scale("c", at_least=30.0, at_most=80.0)
    cells = cells_of_shapes([[Uniform(0, 100)], [Fixed(20)], [Fixed(50)]], ONE, (limits,))
    drawn, excluded, _ = values(cells)
    assert excluded is not None
    assert (excluded[0] == ((drawn[0, 0] < 30) | (drawn[0, 0] > 80))).all()
    assert excluded[0].mean() == pytest.approx(0.5, abs=0.015)
    assert excluded[1].all()
    assert not excluded[2].any()


LOW, HIGH = Uniform(0, 10), Triangular(80, 90, 95)


def test_several_judges_are_a_mixture_by_their_weights() -> None:
    cell = (Judged("ann", 1.0, LOW), Judged("bob", 3.0, HIGH), Judged("cat", 1.0, Fixed(50)))
    drawn, _, _ = values(Cells(("o",), (scale("c"),), [[cell]], ONE))
    shares = [(drawn < 20).mean(), (drawn > 70).mean(), (drawn == 50).mean()]
    assert shares == pytest.approx([0.2, 0.6, 0.2], abs=0.015)
    high = drawn[drawn > 70]
    assert stats.kstest(high, stats.triang(2 / 3, 80, 15).cdf).pvalue > LIKELY
    assert stats.kstest(drawn[drawn < 20], stats.uniform(0, 10).cdf).pvalue > LIKELY


def test_one_expert_a_draw_for_all_their_judgements() -> None:
    both = (Judged("ann", 1.0, LOW), Judged("bob", 3.0, HIGH))
    only_bob = (Judged("bob", 3.0, Fixed(100)),)
    with_author = (Judged("ann", 1.0, LOW), Judged("author", 1.0, Fixed(60)))
    cells = Cells(
        ("o", "p"),
        (scale("c"), scale("d")),
        [[both, both], [only_bob, with_author]],
        FixedWeights((0.5, 0.5)),
        {"ann": 1.0, "bob": 3.0},
    )
    drawn, _, _ = values(cells)
    ann = drawn[0, 0] < 20
    assert ann.mean() == pytest.approx(0.25, abs=0.015)
    assert (ann == (drawn[0, 1] < 20)).all()  # the same expert in every cell
    assert (drawn[1, 0] == 100).all()  # ann says nothing, so bob is heard
    assert (drawn[1, 1][ann] < 20).all()
    without = drawn[1, 1][~ann]  # bob says nothing: the cell's own mixture
    assert (without == 60).mean() == pytest.approx(0.5, abs=0.02)
    inside = drawn[0, 0][ann]
    assert stats.kstest(inside, stats.uniform(0, 10).cdf).pvalue > LIKELY


def test_what_a_judge_says_twice_is_a_mixture_of_its_own() -> None:
    twice = (
        Judged("ann", 1.0, Fixed(10)),
        Judged("bob", 1.0, Fixed(50)),
        Judged("ann", 1.0, Fixed(90)),
    )
    cells = Cells(("o",), (scale("c"),), [[twice]], ONE, {"ann": 1.0, "bob": 1.0})
    drawn, _, _ = values(cells)
    shares = [np.isclose(drawn, score).mean() for score in (10, 50, 90)]
    assert shares == pytest.approx([0.25, 0.5, 0.25], abs=0.015)


@pytest.mark.parametrize(
    ("a", "b"), [(1, 135), (20, 116), (0.5, 0.5), (2, 3), (0.1, 5), (1000, 3000), (1, 1)]
)
def test_tables_of_beta_distributions(a: float, b: float) -> None:
    chances = np.linspace(0, 1, 10_001)[:-1]
    assert np.abs(stats.beta(a, b).cdf(beta_table(a, b).draw(chances)) - chances).max() < 1e-6


def test_the_table_of_the_normal_distribution() -> None:
    chances = np.concatenate((np.linspace(0, 1, 10_001)[1:-1], [1e-12, 1 - 1e-12]))
    assert np.abs(stats.norm.cdf(normal_table().draw(chances)) - chances).max() < 1e-6
    assert np.abs(normal_table().draw(chances) - stats.norm.ppf(chances)).max() < 1e-3


def test_exp_and_log_of_exact_operations() -> None:
    numbers = np.linspace(-700, 700, 20_001)
    assert np.abs(exp(numbers) / np.exp(numbers) - 1).max() < 1e-15
    assert exp(np.array([-800.0])) == 0
    positive = np.exp(np.linspace(-600, 600, 20_001))
    far = np.abs(log(positive) - np.log(positive))
    assert (far <= 1e-15 * np.maximum(np.abs(np.log(positive)), 1)).all()


@pytest.mark.parametrize(
    "shape",
    [
        Uniform(5, 4),
        Triangular(1, 0, 2),
        Normal(0, -1),
        Normal(float("nan"), 1),
        Beta(0, 1),
        Empirical(()),
        Fixed(float("inf")),
    ],
)
def test_numbers_that_describe_no_distribution(shape: Shape) -> None:
    with pytest.raises(ValueError, match="describes no distribution"):
        simplest(shape)


@pytest.mark.parametrize(
    "shape",
    [
        Uniform(4, 4),
        Triangular(4, 4, 4),
        Pert(4, 4, 4),
        Normal(4, 0),
        Beta(2, 3, 4, 4),
        Empirical((4.0, 4.0)),
    ],
)
def test_no_width_is_a_fixed_score(shape: Shape) -> None:
    assert simplest(shape) == Fixed(4)
