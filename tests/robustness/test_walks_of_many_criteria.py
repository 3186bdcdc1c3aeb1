"""Walks in sets of many criteria: exact centroids, bounds that matter, and what walks cost."""

from itertools import combinations

import numpy as np
import pytest
from uncertain_cells import cells_of_shapes, fixed_cells, take_from

from policyscore.analysis.robustness.draws import sampling
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.uncertain.polytope_walk import BoundedWeights
from policyscore.analysis.robustness.uncertain.profile_weights import law_of_set, profiles_law
from policyscore.analysis.robustness.uncertain.score_shapes import Fixed, Normal, Shape
from policyscore.analysis.robustness.uncertain.walk_costs import walk_seconds
from policyscore.analysis.robustness.uncertain.walk_in_rounds import rounds_of
from policyscore.analysis.robustness.uncertain.weight_bounds import Bounds
from policyscore.analysis.robustness.uncertain.weight_laws import (
    FixedWeights,
    Law,
    Member,
    OneOfWeights,
    TreeWeights,
)
from policyscore.weighing.sets.admissible import AdmissibleWeights, Range, admissible
from policyscore.weighing.sets.centroid import centroid

WALKS = 1_500
UNLIKELY = 4.5


def many(count: int, *, order: bool, tight: bool = False) -> AdmissibleWeights:
    """Ranges of many criteria, alike for all, or each with its own."""
    names = [f"c{j}" for j in range(count)]
    ranges: dict[str, Range] = dict.fromkeys(names, (0.001, 0.5))
    if tight:
        mean = [(1.5 - j / count) / count for j in range(count)]
        ranges = {
            name: (round(0.4 * m, 6), round(1.9 * m, 6))
            for name, m in zip(names, mean, strict=True)
        }
    return admissible(names, ranges, [[name] for name in names] if order else ())


def law_in(allowed: AdmissibleWeights) -> Law:
    return law_of_set(allowed, {key: place for place, key in enumerate(allowed.names)})


@pytest.mark.parametrize(
    ("count", "order", "tight"),
    [(30, False, False), (24, False, True), (30, True, False), (14, True, True)],
)
def test_means_are_exact_centroids(count: int, order: bool, tight: bool) -> None:
    allowed = many(count, order=order, tight=tight)
    exact = centroid(allowed)
    weights = law_in(allowed).draw(take_from(1, 4, WALKS))
    for draw in (0, 3):
        far = np.abs(weights[:, draw].mean(axis=1) - [exact[name] for name in allowed.names])
        assert (far < UNLIKELY * weights[:, draw].std(axis=1) / np.sqrt(WALKS)).all()


@pytest.mark.parametrize("count", [2, 3, 4, 7, 10])
def test_in_a_tournament_each_pair_meets_once_and_nobody_twice_in_a_round(count: int) -> None:
    rounds = rounds_of(count, 1)
    met = [frozenset(pair) for ones, others in rounds for pair in zip(ones, others, strict=True)]
    assert sorted(map(sorted, met)) == [list(pair) for pair in combinations(range(count), 2)]
    for ones, others in rounds:
        assert len({*ones.tolist(), *others.tolist()}) == 2 * len(ones)


def test_bounds_that_others_imply_are_left_out() -> None:
    bounds = Bounds(
        ((0, 1, 2, 3), (4,)),
        (1, 2, 1, 1, 1),
        (0.1, 0.1, 0.05, 0.05, 0.0),
        (0.4, 0.3, 0.3, 0.2, 0.3),
        (0.3, 0.15, 0.12, 0.1, 0.18),
    )
    lows, highs = bounds.that_matter()
    # The high of the last, 0.2, is that of a fifth; and of the third, that of the second.
    assert lows == {1: 0.1, 3: 0.05}
    assert highs == {0: 0.4, 1: 0.3, 4: 0.3}


def test_as_stated_a_set_needs_few_bounds() -> None:
    law = law_in(many(20, order=True))
    assert isinstance(law, BoundedWeights)
    assert law.bounds.that_matter() == ({19: 0.001}, {0: 0.5})


def test_costs_are_those_of_walks_alone() -> None:
    alone, ordered = (law_in(many(20, order=order)) for order in (False, True))
    cost = walk_seconds(ordered, 6_400)
    assert 0 < walk_seconds(alone, 6_400) < cost < walk_seconds(law_in(many(40, order=True)), 6_400)
    assert walk_seconds(FixedWeights((0.5, 0.5)), 6_400) == 0
    pair = OneOfWeights((alone, ordered), (0.5, 0.5))
    assert walk_seconds(pair, 6_400) == cost + walk_seconds(alone, 6_400)
    every = tuple(range(20))
    twice = TreeWeights(
        FixedWeights((0.5, 0.5)), (Member(ordered, every), Member(ordered, every)), 20
    )
    assert walk_seconds(twice, 6_400) == cost


def test_weights_that_are_slow_to_draw_are_drawn_less_often(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    law = law_in(many(8, order=True, tight=True))
    cells = fixed_cells(np.random.default_rng(1).uniform(40, 60, (9, 8)).tolist(), law)
    monkeypatch.setattr(sampling, "_PATIENCE", 2.5 * walk_seconds(law, 6_400))
    ticks: list[int] = []
    found = sample(cells, Amount(confidence=False, tick=lambda _, most, __: ticks.append(most)))
    assert found.samples == 12_800 == ticks[0]
    (said,) = found.left_out
    assert "12,800 draws and not 100,000" in said
    assert found.replicates >= 16
    assert 0.005 < found.half_width < 0.03
    asked = sample(cells, Amount(16_000, confidence=False))
    assert (asked.samples, asked.left_out) == (16_000, ())


def test_the_first_that_is_heard_of_dear_draws_comes_soon() -> None:
    law = law_in(many(60, order=True, tight=True))
    cells = fixed_cells(np.random.default_rng(1).uniform(0, 100, (3, 60)).tolist(), law)

    def stop(*_: float) -> None:
        raise KeyboardInterrupt

    found = sample(cells, Amount(tick=stop))
    assert found.interrupted
    assert found.samples <= 3_200
    assert found.half_width < 0.2


def test_profiles_that_are_alike_are_one() -> None:
    one = {"a": 0.3, "b": 0.7}
    other = {"a": 0.1 + 0.2, "b": 0.7}
    assert profiles_law([one], [2.0]) == FixedWeights((0.3, 0.7))
    assert profiles_law([one, other], [2.0, 1.0]) == FixedWeights((0.3, 0.7))
    assert profiles_law([one, {"a": 1.0, "b": 0.0}], [2.0, 0.0]) == FixedWeights((0.3, 0.7))
    both = profiles_law([one, {"a": 0.5, "b": 0.5}, other], [1.0, 2.0, 1.0])
    assert isinstance(both, OneOfWeights)
    assert both.shares == pytest.approx((0.5, 0.5))
    rows: list[list[Shape]] = [[Normal(50, 20), Normal(60, 10)], [Fixed(50), Fixed(55)]]
    single = sample(cells_of_shapes(rows, profiles_law([one, other], [1, 1])), Amount(16_000))
    fixed = sample(cells_of_shapes(rows, FixedWeights((0.3, 0.7))), Amount(16_000))
    assert single == fixed
    assert single.score_draws == 16_000
