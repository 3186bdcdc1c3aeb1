"""Confidence factors: right, the same on every processor, bounded, and interrupted kindly."""

from dataclasses import replace

import numpy as np
import pytest
from uncertain_cells import cells_of_shapes, fixed_cells, mixed_cells, triangular_cells

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws import confidence, sampling
from policyscore.analysis.robustness.draws.blocks import tally_blocks
from policyscore.analysis.robustness.draws.confidence import confidence_factors
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.draws.same_products import (
    multiply_up,
    products_with,
    turned,
    value_step,
)
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Fixed,
    Normal,
    Shape,
    Triangular,
    Uniform,
)
from policyscore.analysis.robustness.uncertain.weight_laws import (
    FixedWeights,
    NearWeights,
    OrderedWeights,
)


def factors_of(values: Floats, weights: list[Floats | None]) -> list[float | None]:
    problem = problem_of(fixed_cells(values.tolist()))
    return confidence_factors(problem, 1, weights, [0.0] * len(values))[0]


@pytest.mark.parametrize("rests", [False, True])
def test_products_do_not_depend_on_the_order_of_terms(rests: bool) -> None:
    dice = np.random.default_rng(1)
    weights = dice.dirichlet(np.ones(30), 40)
    values = dice.uniform(0, 100, (30, 50))
    totals = products_with(weights, 100.0, rests=rests).totals(values)
    for seed in range(3):
        order = np.random.default_rng(seed).permutation(30)
        other = products_with(weights[:, order], 100.0, rests=rests).totals(values[order])
        assert (other == totals).all()
    assert np.abs(totals - weights @ values).max() < (1e-9 if rests else 1e-3)
    in_turn = products_with(weights, 100.0, rests=rests)
    one_by_one = np.array([in_turn.totals(column[:, None])[:, 0] for column in values.T])
    assert (totals == one_by_one.T).all()


def test_totals_that_are_equal_by_the_rules_of_arithmetic_are_equal() -> None:
    products = products_with(np.array([[0.3, 0.7], [0.1, 0.9]]), 100.0, rests=True)
    assert (
        products.totals(np.array([[70.0], [30.0]]))[0]
        == products.totals(np.array([[0.0], [60]]))[0]
    )
    one = products.totals(np.array([[33.3], [66.6]]))[1]
    assert one == pytest.approx(0.1 * 33.3 + 0.9 * 66.6, abs=1e-9)


def test_fixed_scores_give_exact_factors() -> None:
    values = np.array([[100.0, 0], [0, 100], [60, 60]])
    weights: list[Floats | None] = [
        np.array([0.8, 0.2]),
        np.array([0.2, 0.8]),
        np.array([0.5, 0.5]),
    ]
    assert factors_of(values, weights) == [1.0, 1.0, 1.0]
    assert factors_of(values, [weights[2], None, weights[0]]) == [0.0, None, 0.0]


def test_who_ties_shares() -> None:
    values = np.array([[70.0, 30], [0, 60], [70, 30]])
    tied = np.array([0.3, 0.7])
    assert factors_of(values, [tied] * 3) == pytest.approx([1 / 3] * 3)


def test_factors_are_shares_of_draws_at_the_central_weights() -> None:
    # 0.5 u + 25 against 50: the first is first if u, uniform from 0 to 100, is above 50.
    rows: list[list[Shape]] = [[Uniform(0, 100), Fixed(50)], [Fixed(50), Fixed(50)]]
    cells = cells_of_shapes(rows, FixedWeights((0.5, 0.5)))
    found = sample(cells, Amount(8_000))
    for each in found.options:
        assert each.confidence == pytest.approx(0.5, abs=0.05)
    assert sum(each.confidence or 0 for each in found.options) == pytest.approx(1)


def test_factors_agree_with_draws_under_the_central_weights() -> None:
    cells = triangular_cells(6, 3)
    found = sample(cells, Amount(8_000))
    for each in found.options:
        assert each.central_weights is not None
        law = FixedWeights(tuple(each.central_weights.values()))
        there = type(cells)(cells.options, cells.scales, cells.judged, law)
        again = sample(there, Amount(8_000, seed=5, confidence=False)).of(each.option)
        assert each.confidence == pytest.approx(again.first, abs=0.05)


def test_options_that_miss_a_requirement_are_not_first() -> None:
    found = sample(mixed_cells(), Amount(4_000))
    assert any(each.excluded > 0 for each in found.options)
    for each in found.options:
        if each.confidence is not None:
            assert each.confidence <= 1 - each.excluded + 0.05


def test_very_many_options_get_fewer_draws_and_then_fewer_factors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = triangular_cells(12, 3)
    whole = sample(cells, Amount(4_000))
    assert whole.confidence_draws == 2_000
    assert not whole.left_out
    asked = sum(each.central_weights is not None for each in whole.options)
    per_draw = 12 * (3 + 6) * asked
    monkeypatch.setattr(confidence, "_EFFORT", 350.0 * per_draw)
    fewer = sample(cells, Amount(4_000))
    assert fewer.confidence_draws == 300
    monkeypatch.setattr(confidence, "_EFFORT", 100.0 * per_draw / asked * 4)
    some = sample(cells, Amount(4_000))
    assert some.confidence_draws == 100
    given = [each for each in some.options if each.confidence is not None]
    assert len(given) == 4
    assert len(some.left_out) == 1
    assert str(asked - 4) in some.left_out[0]
    least = min(each.first for each in given)
    assert all(each.first <= least for each in some.options if each.confidence is None)


def test_an_interrupt_keeps_all_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sampling, "confidence_factors", interrupted)
    found = sample(triangular_cells(4, 3), Amount(4_000))
    assert (found.interrupted, found.confidence_interrupted) == (False, True)
    assert found.samples == 4_000
    assert all(each.confidence is None for each in found.options)
    assert found.left_out == (
        "It was stopped while confidence factors were worked out; all draws had been made.",
    )


def test_a_certain_winner() -> None:
    rows = [[Triangular(60, 70, 80)] * 2, [Triangular(10, 20, 30)] * 2]
    found = sample(cells_of_shapes([list(row) for row in rows]), Amount(1_600))
    assert [each.confidence for each in found.options] == [1.0, None]


def test_products_for_many_draws_are_those_for_one() -> None:
    dice = np.random.default_rng(2)
    weights = np.moveaxis(dice.dirichlet(np.ones(9), (16, 70)), 2, 0)
    for columns in (1, 70):
        values = dice.uniform(0, 100, (5, 9, columns))
        totals = np.empty((5, 16, 70))
        multiply_up(totals, values, turned(weights), value_step(100.0))
        assert (
            np.abs(totals - np.einsum("ijk,jlk->ilk", values + np.zeros(70), weights)).max() < 1e-3
        )
        order = dice.permutation(9)
        again = np.empty_like(totals)
        multiply_up(again, values[:, order], turned(weights[order]), value_step(100.0))
        assert (again == totals).all()


NARROW = Uniform(50.0, 50.00001)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (triangular_cells(3, 4), True),
        (cells_of_shapes([[Normal(50, 9), NARROW], [Normal(50, 9), NARROW]]), False),
        (fixed_cells([[1.0, 2], [3, 4]]), False),
        (cells_of_shapes([[Uniform(1, 9), NARROW], [NARROW, NARROW]]), True),
        (cells_of_shapes([[NARROW, NARROW], [NARROW, NARROW]]), False),
        (cells_of_shapes([[Uniform(1, 9)] * 2] * 2, FixedWeights((0.5, 0.5))), False),
        (cells_of_shapes([[Uniform(1, 9)] * 2] * 2, NearWeights((1e-9, 1 - 1e-9), 50.0)), False),
        (cells_of_shapes([[Uniform(1, 9)] * 2] * 2, OrderedWeights(((0,), (1,)))), True),
    ],
)
def test_what_is_rounded_before_it_is_multiplied(cells: Cells, expected: bool) -> None:
    assert problem_of(cells).rounded == expected


@pytest.mark.parametrize("rounded", [False, True])
def test_rounding_changes_hardly_a_draw(rounded: bool) -> None:
    problem = replace(problem_of(triangular_cells(6, 4)), rounded=rounded)
    found = tally_blocks(problem, 1, range(20), 4)
    other = tally_blocks(replace(problem, rounded=not rounded), 1, range(20), 8)
    assert np.abs(found.ranks - other.ranks).max() <= 2  # of 16,000 draws
    assert found.first_weights == pytest.approx(other.first_weights, abs=2)
