"""Closed forms and draws against volumes of polytopes found in another way altogether.

For two, three and four criteria and every kind of set: any weights, an order with and without
ties, ranges, ranges with an order, and groups of criteria.
"""

from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from independent_cases import criterion, load, table
from independent_volumes import Exact, exact

from policyscore.analysis.robustness.draws.errors_of_shares import student
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.exact.first import exact_first
from policyscore.analysis.robustness.exact.ranks import exact_pairwise, exact_ranks
from policyscore.analysis.robustness.exact.sets import weight_set
from policyscore.analysis.robustness.results import Robustness
from policyscore.analysis.robustness.robustness import law_of
from policyscore.analysis.robustness.uncertain.judgement_shapes import cells_of
from policyscore.weighing.sets.admissible import Range, admissible

VALUES = np.array(
    [[80.0, 35, 20, 60], [45, 70, 50, 40], [20, 55, 90, 45], [60, 58, 33, 55]],
)
UNLIKELY = 4.5
Set = tuple[int, dict[int, Range], list[list[int]]]
SETS: dict[str, Set] = {
    "any two": (2, {}, []),
    "any three": (3, {}, []),
    "any four": (4, {}, []),
    "an order of two": (2, {}, [[1], [0]]),
    "an order of three": (3, {}, [[1], [2], [0]]),
    "an order of four": (4, {}, [[1], [3], [0], [2]]),
    "an order with ties": (4, {}, [[1], [0, 2], [3]]),
    "ranges of two": (2, {0: (0.2, 0.7)}, []),
    "ranges of three": (3, {0: (0.1, 0.6), 2: (None, 0.5)}, []),
    "ranges of four": (4, {0: (0.1, 0.4), 1: (0.2, None), 3: (None, 0.3)}, []),
    "ranges and an order of three": (3, {0: (None, 0.5), 1: (0.15, None)}, [[0], [2]]),
    "ranges and an order of four": (4, {0: (0.1, 0.4), 3: (None, 0.3)}, [[1], [0], [2]]),
    "thin ranges and an order": (4, {0: (0.2, 0.21), 1: (0.3, 0.5)}, [[2], [3]]),
}


def simplex(criteria: int, order: list[list[int]]) -> np.ndarray[Any, Any]:
    """The corners of all weights in which those of one place are equal."""
    single = [[j] for j in range(criteria) if not any(j in place for place in order)]
    places = [*order, *single]
    return np.array([[(j in place) / len(place) for j in range(criteria)] for place in places])


@cache
def by_volumes(name: str) -> Exact:
    criteria, ranges, order = SETS[name]
    rows = [np.eye(criteria)[a[0]] - np.eye(criteria)[b[0]] for a, b in pairwise(order)]
    for j, (low, high) in ranges.items():
        rows += [np.eye(criteria)[j] - low] if low is not None else []
        rows += [high - np.eye(criteria)[j]] if high is not None else []
    cuts = np.array(rows).reshape(-1, criteria)
    return exact(VALUES[:, :criteria], simplex(criteria, order), cuts)


@pytest.mark.parametrize("name", SETS)
def test_closed_forms(name: str) -> None:
    criteria, ranges, order = SETS[name]
    names = [f"c{j}" for j in range(criteria)]
    weights = weight_set(
        admissible(
            names,
            {names[j]: limits for j, limits in ranges.items()},
            [[names[j] for j in place] for place in order],
        )
    )
    values, expected = VALUES[:, :criteria], by_volumes(name)
    first, ranks = exact_first(values, weights), exact_ranks(values, weights)
    winning = exact_pairwise(values, weights)
    assert first is not None
    assert ranks is not None
    assert winning is not None
    assert first.acceptability == pytest.approx(expected.ranks[:, 0], abs=1e-9)
    assert ranks == pytest.approx(expected.ranks, abs=1e-9)
    assert winning - np.eye(4) / 2 == pytest.approx(expected.better, abs=1e-9)
    for mine, other, share in zip(first.central, expected.central, expected.ranks, strict=True):
        if share[0] > 1e-4:
            assert mine == pytest.approx(other, abs=1e-6)


def stated(name: str) -> dict[str, Any]:
    criteria, ranges, order = SETS[name]
    if not ranges:
        return {"order": [[f"c{j}" for j in place] for place in order]}
    limits: dict[str, Any] = {f"c{j}": "any" for j in range(criteria)}
    for j, (low, high) in ranges.items():
        both = {"low": low, "high": high}
        limits[f"c{j}"] = {end: at for end, at in both.items() if at is not None}
    ordered = {"order": [place[0] if len(place) == 1 else place for place in _named(order)]}
    return {"ranges": limits, **(ordered if order else {})}


def _named(order: list[list[int]]) -> list[list[str]]:
    return [[f"c{j}" for j in place] for place in order]


def draw(data: dict[str, Any], which: str, samples: int, seed: int) -> Robustness:
    decision = load(data)
    law = law_of(decision.case, decision.weights, "p", which)
    return sample(cells_of(decision.case, law), Amount(samples, seed=seed, confidence=False))


def case_of(name: str) -> tuple[dict[str, Any], str]:
    criteria, ranges, order = SETS[name]
    if not ranges and not order:
        points = {"points": {f"c{j}": 1 for j in range(criteria)}}
        return table(VALUES[:, :criteria].tolist(), {"p": points}), "any"
    return table(VALUES[:, :criteria].tolist(), {"p": stated(name)}), "admissible"


@pytest.mark.parametrize("name", SETS)
def test_draws(name: str) -> None:
    found, expected = draw(*case_of(name), 40_000, 1), by_volumes(name)
    assert found.pairwise is not None
    for i, each in enumerate(found.options):
        for rank, share in enumerate(expected.ranks[i]):
            error = max(each.errors[rank], 3 / found.samples)
            assert abs(each.acceptability[rank] - share) < UNLIKELY * error
        mean = expected.ranks[i] @ [1, 2, 3, 4]
        assert each.expected_rank is not None
        assert abs(each.expected_rank - mean) < UNLIKELY * max(each.expected_rank_error, 1e-4)
        worth = expected.ranks[i] @ [1, 2 / 3, 1 / 3, 0]
        assert abs(each.holistic - worth) < UNLIKELY * max(each.holistic_error, 1e-4)
        for j, share in enumerate(expected.better[i]):
            if i != j:
                far = found.pairwise[f"o{i}"][f"o{j}"] - share
                assert abs(far) < UNLIKELY * found.pairwise_half_width / 1.96
        if each.first > 0.01:
            assert each.central_weights is not None
            weights = list(each.central_weights.values())
            # Weights of a set that is not thin are spread by 0.2 at the most.
            far_off = UNLIKELY * 0.2 / np.sqrt(each.central_draws)
            assert weights == pytest.approx(list(expected.central[i]), abs=far_off)


@cache
def by_grid() -> np.ndarray[Any, Any]:
    """First shares where a group weighs 0.2 to 0.7, and one of its two members at least as much
    as the other: a sum over a fine grid of both."""
    steps = (np.arange(800) + 0.5) / 800
    group, more = np.meshgrid(0.2 + 0.5 * steps, 0.5 + 0.5 * steps)
    weights = np.array([group * (1 - more), group * more, 1 - group])
    totals = np.tensordot(VALUES[:, :3], weights, axes=1)
    return np.bincount(totals.argmax(axis=0).ravel(), minlength=4) / group.size


def groups() -> dict[str, Any]:
    weights = {
        "p": {
            "ranges": {"both": {"low": 0.2, "high": 0.7}, "c2": "any"},
            "within": {"both": {"order": ["c1", "c0"]}},
        }
    }
    inside = {"c0": criterion(), "c1": criterion()}
    tree = {"both": {"title": "Both", "criteria": inside}, "c2": criterion()}
    return table(VALUES[:, :3].tolist(), weights, **tree)


def test_groups_of_criteria_are_uniform_level_by_level() -> None:
    found = draw(groups(), "admissible", 80_000, 1)
    for each, share in zip(found.options, by_grid(), strict=True):
        assert abs(each.first - share) < UNLIKELY * max(each.first_error, 1e-4) + 0.0005


# How many seeds: walks take longer than draws from a simplex.
PROBED = {
    "any three": 150,
    "any four": 150,
    "an order of four": 150,
    "ranges of four": 60,
    "ranges and an order of four": 60,
}


@pytest.mark.parametrize("name", PROBED)
def test_one_in_twenty_intervals_misses(name: str) -> None:
    data, which = case_of(name)
    decision = load(data)
    law = law_of(decision.case, decision.weights, "p", which)
    cells = cells_of(decision.case, law)
    expected, seeds = by_volumes(name), PROBED[name]
    missed: list[float] = []
    beyond = 0
    for seed in range(seeds):
        found = sample(cells, Amount(8_000, seed=seed, confidence=False))
        point = student(found.replicates - 1)
        worst = 0.0
        for each, shares in zip(found.options, expected.ranks, strict=True):
            for rank, share in enumerate(shares):
                far = abs(each.acceptability[rank] - share)
                worst = max(worst, far)
                # What comes up in nearly all draws or none has no error of this kind.
                if 0.02 < share < 0.98:
                    missed.append(far > point * each.errors[rank])
            assert each.first_error == each.errors[0]
        beyond += worst > found.half_width
    # Shares of one run depend on each other: as if there were two that do not.
    assert abs(float(np.mean(missed)) - 0.05) < 3 * np.sqrt(0.05 * 0.95 / (2 * seeds))
    assert np.mean(missed) > 0.015
    # The one half-width for all holds for the most uncertain of many.
    assert beyond / seeds < 0.2


def test_one_in_twenty_intervals_misses_where_scores_vary_too() -> None:
    # Uniform scores under fixed and under any weights; the truth by far more plain draws.
    rows: list[list[Any]] = [
        [{"low": 20, "high": 80}, 50],
        [{"low": 40, "high": 60}, {"low": 45, "high": 59}],
    ]
    data = table(rows, {"p": {"points": {"c0": 1, "c1": 1}}})
    decision = load(data)
    dice = np.random.default_rng(7)
    weight = dice.random(2_000_000)
    gap = weight * (dice.uniform(20, 80, weight.size) - dice.uniform(40, 60, weight.size))
    gap += (1 - weight) * (50 - dice.uniform(45, 59, weight.size))
    truth = float((gap > 0).mean())
    law = law_of(decision.case, decision.weights, "p", "any")
    cells = cells_of(decision.case, law)
    missed = []
    for seed in range(250):
        found = sample(cells, Amount(8_000, seed=seed, confidence=False)).options[0]
        missed.append(abs(found.first - truth) > student(9) * found.first_error)
    assert abs(float(np.mean(missed)) - 0.05) < 3 * np.sqrt(0.05 * 0.95 / 250)
