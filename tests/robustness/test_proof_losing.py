"""Losing futures of a decision whose losses are known, counted again in draws of their own."""

import independent_smaa as plain
import numpy as np
import pytest
from independent_cases import table

from policyscore.analysis.robustness.losing.futures import losing_futures, lost_draws
from policyscore.analysis.robustness.losing.results import Dimension, LosingBox

UNLIKELY = 4.5
# The first loses where the second's score on c1 is high and c1 weighs much.
DATA = table(
    [[90, 20, 50], [10, {"low": 0, "high": 100}, 50], [40, 10, {"low": 0, "high": 60}]],
    {"p": {"points": {"c0": 1, "c1": 1, "c2": 1}}},
)
DIMENSIONS = [
    *(Dimension("weight", f"c{j}") for j in range(3)),
    *(Dimension("score", f"c{j}", f"o{i}") for i in range(3) for j in range(3)),
]


def draws(
    seed: int, count: int
) -> tuple[plain.Floats, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]]:
    """Inputs, shape (dimensions, draws), and whether the first option loses."""
    dice = np.random.default_rng(seed)
    weights = plain.draw_any(3, dice, count)
    scores = plain.draw_scores(DATA, dice, count, pert=False, together=False)
    totals, out = plain.totals_of(DATA, scores, weights)
    assert not out.any()
    inputs = np.vstack([weights.T, scores.reshape(count, -1).T])
    return inputs, totals[:, 0] < totals[:, 1:].max(axis=1)


def inside(box: LosingBox, inputs: plain.Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    held = np.ones(inputs.shape[1], dtype=np.bool_)
    for limit in box.limits:
        row = inputs[DIMENSIONS.index(limit.dimension)]
        held &= row > (-np.inf if limit.above is None else limit.above)
        held &= row < (np.inf if limit.below is None else limit.below)
    return held


@pytest.mark.parametrize("seed", range(4))
def test_what_is_told_holds_in_draws_that_it_has_not_seen(seed: int) -> None:
    inputs, lost = draws(seed, 6_000)
    found = losing_futures("o0", DIMENSIONS, inputs, lost)
    box = found.boxes[0]
    named = {(limit.dimension.kind, limit.dimension.criterion) for limit in box.limits}
    assert named <= {("weight", "c0"), ("weight", "c1"), ("weight", "c2"), ("score", "c1")}
    assert ("score", "c1") in named or ("weight", "c1") in named
    fresh, lost_there = draws(100 + seed, 60_000)
    held = inside(box, fresh)
    density, coverage = lost_there[held].mean(), held[lost_there].mean()
    # Told of half of 6,000 draws.
    seen = box.mass * 3_000
    assert abs(box.density - density) < UNLIKELY * np.sqrt(density * (1 - density) / seen)
    losses = 3_000 * found.lost
    assert abs(box.coverage - coverage) < UNLIKELY * np.sqrt(coverage * (1 - coverage) / losses)
    assert abs(box.mass - held.mean()) < UNLIKELY * np.sqrt(0.25 / 3_000)
    assert abs(found.lost - lost_there.mean()) < UNLIKELY * np.sqrt(0.25 / 6_000)
    assert box.density > 1.5 * found.lost


def test_nothing_is_told_of_noise_but_rarely() -> None:
    told = 0
    for seed in range(60):
        dice = np.random.default_rng(5_000 + seed)
        inputs = dice.random((len(DIMENSIONS), 500))
        lost = dice.random(500) < (0.1, 0.4, 0.7)[seed % 3]
        told += bool(losing_futures("o0", DIMENSIONS, inputs, lost).boxes)
    assert told <= 1


def test_a_difference_that_is_there_is_told_in_nearly_all_samples() -> None:
    told = exactly = 0
    for seed in range(10):
        dice = np.random.default_rng(6_000 + seed)
        inputs = dice.random((len(DIMENSIONS), 3_000))
        planted = (inputs[1] > 0.6) & (inputs[7] < 0.5)
        lost = dice.random(3_000) < np.where(planted, 0.85, 0.15)
        boxes = losing_futures("o0", DIMENSIONS, inputs, lost).boxes
        named = [{DIMENSIONS.index(limit.dimension) for limit in box.limits} for box in boxes]
        told += bool(named) and named[0] >= {1, 7}
        exactly += bool(named) and named[0] == {1, 7}
    assert told == 10
    assert exactly >= 9


def test_lost_draws_are_those_that_plain_counting_gives() -> None:
    dice = np.random.default_rng(3)
    totals = np.round(dice.uniform(0, 5, (4, 3_000)))
    out = dice.random((4, 3_000)) < 0.2
    mine = lost_draws(totals, 1, out)
    for draw in range(3_000):
        rivals = [totals[i, draw] for i in (0, 2, 3) if not out[i, draw]]
        beaten = bool(out[1, draw]) or any(total > totals[1, draw] for total in rivals)
        assert mine[draw] == beaten
    assert (lost_draws(totals, 1) == (totals.max(axis=0) > totals[1])).all()
