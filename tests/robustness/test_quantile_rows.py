"""Beta distributions of many judgements at once, against SciPy's and against single tables."""

import tracemalloc

import numpy as np
import pytest
from scipy import stats
from uncertain_cells import cells_of_shapes, drawn

from policyscore.analysis.robustness.draws import score_plan
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.results import Robustness
from policyscore.analysis.robustness.uncertain.quantile_rows import beta_rows
from policyscore.analysis.robustness.uncertain.score_shapes import Beta, Fixed, Pert, Shape

ROWS, DRAWS = 40, 400


@pytest.mark.parametrize(
    ("least", "most", "off"),
    [(1, 5, 2e-5), (0.3, 1_000, 1e-4), (0.01, 1e4, 0.01), (1e-9, 1e12, 0.01)],
)
def test_quantiles_are_those_of_beta_distributions(least: float, most: float, off: float) -> None:
    dice = np.random.default_rng(1)
    a, b = np.exp(dice.uniform(np.log(least), np.log(most), (2, ROWS, 1)))
    uniform = dice.random((ROWS, DRAWS))
    uniform[:, :2] = 0.0, 1 - 2.0**-53
    x = beta_rows(a, b).draw(uniform)
    assert x.min() >= 0
    assert x.max() <= 1
    # What lies within 1e-9 of the right x is right, however steep the distribution is there.
    law = stats.beta(a, b)
    above = law.cdf(np.maximum(x - 1e-9, 0)) - uniform
    below = uniform - law.cdf(np.minimum(x + 1e-9, 1))
    assert max(above.max(), below.max()) < off


def test_draws_rise_with_the_uniform_numbers() -> None:
    uniform = np.sort(np.random.default_rng(1).random((3, 5_000)), axis=1)
    a, b = np.array([[0.5], [2.0], [400.0]]), np.array([[0.5], [7.0], [3.0]])
    assert np.diff(beta_rows(a, b).draw(uniform), axis=1).min() >= 0


def many(kind: type[Beta] | type[Pert]) -> list[list[Shape]]:
    """More different distributions than have tables of their own."""
    dice = np.random.default_rng(2)
    rows: list[list[Shape]] = []
    for _ in range(30):
        if kind is Beta:
            numbers = dice.uniform(0.5, 9, (3, 2)).tolist()
            rows.append([Beta(a, b, 10.0, 90.0) for a, b in numbers])
        else:
            ends = np.sort(dice.uniform(0, 100, (3, 3)), axis=1)
            rows.append([Pert(*map(float, each)) for each in ends])
        rows[-1].append(Fixed(50.0))
    return rows


def together(found: Robustness) -> list[float]:
    return [x for each in found.options for x in each.acceptability]


@pytest.mark.parametrize("kind", [Beta, Pert])
def test_many_give_what_each_by_itself_gives(
    kind: type[Beta] | type[Pert], monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = cells_of_shapes(many(kind))
    names = {each.name for slab in problem_of(cells).slabs for each in slab.kinds}
    assert names == {"betas"}
    rows = drawn(cells, 16_000)
    monkeypatch.setattr(score_plan, "_FEW", 10_000)
    assert "beta" in {each.name for slab in problem_of(cells).slabs for each in slab.kinds}
    tables = drawn(cells, 16_000)
    for one, other in zip(rows.options, tables.options, strict=True):
        assert one.expected_rank == pytest.approx(
            other.expected_rank, abs=5 * (one.expected_rank_error + other.expected_rank_error)
        )
    assert together(rows) == pytest.approx(
        together(tables), abs=2 * (rows.half_width + tables.half_width)
    )


def test_thousands_of_beta_distributions_take_little_memory() -> None:
    dice = np.random.default_rng(3)
    numbers = np.exp(dice.uniform(np.log(0.01), np.log(1e6), (400, 10, 2))).tolist()
    cells = cells_of_shapes([[Beta(a, b, 0.0, 100.0) for a, b in row] for row in numbers])
    tracemalloc.start()
    found = drawn(cells, 1_600)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 << 20
    assert len(found.options) == 400
