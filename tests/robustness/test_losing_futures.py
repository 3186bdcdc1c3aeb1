"""What lost draws have in common: planted boxes are found again, and noise stays silent."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from policyscore.analysis.robustness.arrays import Bools, Floats
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.losing import material as losing_material
from policyscore.analysis.robustness.losing.draws import draw_for
from policyscore.analysis.robustness.losing.futures import losing_futures, lost_draws
from policyscore.analysis.robustness.losing.prim_boxes import (
    Box,
    Sample,
    count,
    counts_without,
    whole,
)
from policyscore.analysis.robustness.losing.prim_chance import at_least
from policyscore.analysis.robustness.losing.prim_choice import adjust, choose, simplify
from policyscore.analysis.robustness.losing.prim_peeling import peel
from policyscore.analysis.robustness.losing.results import (
    Dimension,
    Limit,
    LosingBox,
)
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.score_shapes import Fixed, Judged, Shape, Uniform
from policyscore.analysis.robustness.uncertain.weight_laws import AnyWeights, FixedWeights, Law


def weights(number: int) -> list[Dimension]:
    return [Dimension("weight", f"c{i:02}") for i in range(number)]


def uniform(seed: int, dimensions: int, draws: int) -> Floats:
    return np.random.default_rng(seed).random((dimensions, draws))


def flipped(lost: Bools, seed: int, share: float) -> Bools:
    return lost ^ (np.random.default_rng(seed).random(len(lost)) < share)


def limits(box: LosingBox) -> dict[str, list[float | None]]:
    return {limit.dimension.criterion: [limit.above, limit.below] for limit in box.limits}


def in_box(box: LosingBox, dimensions: list[Dimension], inputs: Floats) -> Bools:
    """Counted one draw at a time, from nothing but what the result says."""
    at = {dimension: number for number, dimension in enumerate(dimensions)}
    return np.array(
        [
            all(
                (limit.above is None or draw[at[limit.dimension]] > limit.above)
                and (limit.below is None or draw[at[limit.dimension]] < limit.below)
                for limit in box.limits
            )
            for draw in inputs.T
        ]
    )


@pytest.mark.parametrize("seed", range(5))
def test_a_planted_box_is_found_exactly_without_noise(seed: int) -> None:
    inputs = uniform(seed, 6, 8_000)
    lost = (inputs[1] > 0.7) & (inputs[4] < 0.4)
    found = losing_futures("act", weights(6), inputs, lost)
    (box,) = found.boxes
    told = limits(box)
    assert told.keys() == {"c01", "c04"}
    assert told["c01"] == [pytest.approx(0.7, abs=0.011), None]
    assert told["c04"] == [None, pytest.approx(0.4, abs=0.011)]
    assert min(box.coverage, box.density, box.correlation) > 0.95


@pytest.mark.parametrize("seed", range(5))
def test_a_planted_box_is_found_through_noise(seed: int) -> None:
    inputs = uniform(seed, 12, 8_000)
    planted = (inputs[0] > 0.2) & (inputs[0] < 0.6) & (inputs[7] > 0.5)
    found = losing_futures("act", weights(12), inputs, flipped(planted, seed + 50, 0.1))
    told = limits(found.boxes[0])
    assert told.keys() == {"c00", "c07"}
    assert told["c00"] == [pytest.approx(0.2, abs=0.05), pytest.approx(0.6, abs=0.05)]
    assert told["c07"] == [pytest.approx(0.5, abs=0.05), None]
    assert found.boxes[0].density == pytest.approx(0.9, abs=0.04)


def test_of_two_planted_boxes_both_are_found() -> None:
    inputs = uniform(3, 5, 10_000)
    lost = ((inputs[0] > 0.6) & (inputs[1] > 0.6)) | ((inputs[0] < 0.3) & (inputs[2] < 0.3))
    found = losing_futures("act", weights(5), inputs, lost)
    assert [limits(box).keys() for box in found.boxes] == [{"c00", "c01"}, {"c00", "c02"}]
    assert found.coverage > 0.95
    assert len(losing_futures("act", weights(5), inputs, lost, most_boxes=1).boxes) == 1


def test_rare_losses_are_found() -> None:
    inputs = uniform(8, 4, 20_000)
    lost = (inputs[0] > 0.9) & (inputs[2] > 0.9)
    (box,) = losing_futures("act", weights(4), inputs, lost).boxes
    assert limits(box).keys() == {"c00", "c02"}
    assert min(box.coverage, box.density) > 0.85


@pytest.mark.parametrize("share", [0.03, 0.3, 0.5, 0.95])
def test_in_pure_noise_there_is_no_box(share: float) -> None:
    for seed in range(25):
        lost = np.random.default_rng(1_000 + seed).random(2_000) < share
        assert losing_futures("act", weights(8), uniform(seed, 8, 2_000), lost).boxes == ()


@pytest.mark.parametrize("seed", range(3))
def test_among_few_draws_luck_is_not_told(seed: int) -> None:
    # Of so few, many boxes that say nothing correlate with the loss by more than 0.1.
    for each in range(30 * seed, 30 * seed + 30):
        lost = np.random.default_rng(2_000 + each).random(200) < 0.4
        assert losing_futures("act", weights(6), uniform(each, 6, 200), lost).boxes == ()


@pytest.mark.parametrize("seed", range(3))
def test_coverage_and_density_are_what_counting_gives(seed: int) -> None:
    inputs = uniform(seed, 5, 3_000)
    lost = flipped((inputs[0] > 0.5) & (inputs[3] < 0.5), seed, 0.1)
    named = weights(5)
    found = losing_futures("act", named, inputs, lost)
    assert found.lost == np.count_nonzero(lost) / 3_000
    unseen, lost_there = inputs[:, 1::2], lost[1::2]
    left = np.ones(1_500, dtype=np.bool_)
    assert found.boxes
    for box in found.boxes:
        inside = in_box(box, named, unseen) & left
        both = np.count_nonzero(inside & lost_there)
        assert box.coverage == both / np.count_nonzero(lost_there)
        assert box.density == both / np.count_nonzero(inside)
        assert box.mass == np.count_nonzero(inside) / 1_500
        assert box.rest == np.count_nonzero(lost_there & left) / np.count_nonzero(left)
        assert box.correlation == pytest.approx(np.corrcoef(inside[left], lost_there[left])[0, 1])
        assert box.chance == pytest.approx(
            binom.sf(both - 1, np.count_nonzero(inside), box.rest), rel=1e-6
        )
        for limit in box.limits:
            others = tuple(other for other in box.limits if other is not limit)
            wider = in_box(_asking(others), named, unseen) & left
            density = np.count_nonzero(wider & lost_there) / np.count_nonzero(wider)
            assert limit.density_without == density
            coverage = np.count_nonzero(wider & lost_there) / np.count_nonzero(lost_there)
            assert limit.coverage_without == coverage
            assert limit.chance == pytest.approx(
                binom.sf(both - 1, np.count_nonzero(inside), density), rel=1e-6
            )
        without = [limit.density_without for limit in box.limits]
        assert without == sorted(without)
        left &= ~inside


def _asking(asked: tuple[Limit, ...]) -> LosingBox:
    return LosingBox(asked, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize("seed", range(3))
def test_boxes_with_one_limit_less_are_counted_as_if_made(seed: int) -> None:
    sample = Sample(uniform(seed, 5, 500), uniform(seed + 9, 1, 500)[0] < 0.4)
    box = whole(5).with_bounds(0, 0.2, np.inf).with_bounds(2, -np.inf, 0.9)
    box = box.with_bounds(3, 0.1, 0.8)
    made = [count(box.without(d), sample) for d in box.limited]
    assert counts_without(box, sample) == made


@given(order=st.permutations(range(6)))
@settings(max_examples=10, deadline=None, derandomize=True)
def test_the_order_of_dimensions_changes_nothing(order: list[int]) -> None:
    inputs = np.round(uniform(4, 6, 1_000), 1)  # many equal numbers, so that there are ties
    lost = flipped((inputs[2] > 0.5) & (inputs[5] > 0.3), 4, 0.05)
    inputs[4] = inputs[2]  # either of the two would do
    named = weights(6)
    again = losing_futures("act", [named[i] for i in order], inputs[order], lost)
    assert again.boxes
    assert again == losing_futures("act", named, inputs, lost)


def test_the_limit_that_matters_most_comes_first() -> None:
    inputs = uniform(11, 4, 8_000)
    lost = (inputs[3] > 0.8) & (inputs[0] < 0.7)
    (box,) = losing_futures("act", weights(4), inputs, lost).boxes
    assert [limit.dimension.criterion for limit in box.limits] == ["c03", "c00"]


def test_a_dimension_of_few_values_is_cut_between_them() -> None:
    inputs = uniform(2, 3, 4_000)
    inputs[1] = np.floor(inputs[1] * 4) / 4  # 0, 0.25, 0.5, 0.75
    lost = inputs[1] == 0.5
    (box,) = losing_futures("act", weights(3), inputs, lost).boxes
    ((above, below),) = limits(box).values()
    assert above is not None
    assert below is not None
    assert 0.25 <= above < 0.5 < below <= 0.75
    assert (box.coverage, box.density) == (1, 1)


def test_a_box_is_kept_to_so_many_limits() -> None:
    inputs = uniform(5, 7, 10_000)
    lost = inputs[:6].min(axis=0) > 0.3
    (box, *_) = losing_futures("act", weights(7), inputs, lost, most_limits=2).boxes
    assert len(box.limits) == 2


@pytest.mark.parametrize("lost_share", [0.0, 1.0])
def test_if_all_draws_end_alike_there_is_no_box(lost_share: float) -> None:
    lost = np.full(500, lost_share == 1)
    found = losing_futures("act", weights(2), uniform(1, 2, 500), lost)
    assert (found.lost, found.boxes, found.coverage) == (lost_share, (), 0)


@pytest.mark.parametrize(("dimensions", "draws"), [(0, 0), (0, 90), (3, 0), (3, 1), (3, 30)])
def test_few_draws_or_no_dimensions_give_no_box(dimensions: int, draws: int) -> None:
    inputs = uniform(1, dimensions, draws)
    lost = np.arange(draws) % 3 == 0
    assert losing_futures("act", weights(dimensions), inputs, lost).boxes == ()


def test_what_does_not_vary_is_not_looked_at() -> None:
    inputs = uniform(1, 3, 2_000)
    inputs[2] = 0.25
    found = losing_futures("act", weights(3), inputs, inputs[0] > 0.5)
    assert found.dimensions == 2
    assert [limits(box).keys() for box in found.boxes] == [{"c00"}]


def test_huge_numbers_are_no_trouble() -> None:
    inputs = (uniform(1, 2, 2_000) * 2 - 1) * 1.7e308
    (box,) = losing_futures("act", weights(2), inputs, inputs[1] > 0).boxes
    assert limits(box).keys() == {"c01"}
    assert box.density > 0.98


def test_draws_that_do_not_fit_are_refused() -> None:
    lost = np.arange(10) > 4
    with pytest.raises(ValueError, match="shape"):
        losing_futures("act", weights(3), uniform(1, 2, 10), lost)
    with pytest.raises(ValueError, match="once"):
        losing_futures("act", weights(1) * 2, uniform(1, 2, 10), lost)
    with pytest.raises(ValueError, match="finite"):
        losing_futures("act", weights(2), np.full((2, 10), np.nan), lost)


def test_many_draws_and_dimensions_are_thinned_out_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(losing_material, "MOST_DRAWS", 3_000)
    monkeypatch.setattr(losing_material, "MOST_DIMENSIONS", 5)
    inputs = uniform(6, 40, 7_001)
    lost = (inputs[31] > 0.6) & (inputs[17] < 0.5)
    found = losing_futures("act", weights(40), inputs, lost)
    assert (found.searched, found.counted, found.dimensions) == (1_500, 1_500, 5)
    assert limits(found.boxes[0]).keys() == {"c17", "c31"}
    dimensions, draws = found.left_out
    assert "Of 40 weights and scores that vary" in dimensions
    assert "3,000 of the 7,001 draws" in draws


def test_lost_draws() -> None:
    totals = np.array([[50.0, 50.0, 60.0, 40.0], [50.0, 51.0, 50.0, 30.0], [0, 0, 70.0, 0]])
    assert lost_draws(totals, 0).tolist() == [False, True, True, False]
    excluded = np.zeros((3, 4), dtype=np.bool_)
    excluded[2, 2] = excluded[0, 3] = excluded[1, 1] = True
    assert lost_draws(totals, 0, excluded).tolist() == [False, False, False, True]


# The method itself.


def planted() -> Sample:
    inputs = np.round(uniform(7, 6, 4_000), 6)
    lost = (inputs[1] > 0.7) & (inputs[3] < 0.4)
    rng = np.random.default_rng(7)
    rng.random((6, 4_000))
    return Sample(inputs, np.where(rng.random(4_000) < 0.05, ~lost, lost))


def test_peeling_goes_the_way_of_another_implementation() -> None:
    # ema_workbench 2.5.3, Prim(threshold=0.01, peel_alpha=0.05, mass_min=0.05), these same draws:
    # coverage and density after so many slices. It rounds the size of a slice up, this rounds
    # down, so that boxes of the same number differ by a few draws.
    theirs = {
        0: (1.000000, 0.154250),
        10: (0.896272, 0.231091),
        20: (0.818476, 0.353394),
        30: (0.773096, 0.560517),
        40: (0.745543, 0.910891),
    }
    path = peel(planted(), 0.05, 200)
    for number, (coverage, density) in theirs.items():
        assert path[number].count.coverage == pytest.approx(coverage, abs=0.015)
        assert path[number].count.density == pytest.approx(density, abs=0.03)
    assert path[40].box.limited == [1, 3]


def test_a_trajectory_shrinks_slice_by_slice_down_to_the_least() -> None:
    sample = planted()
    path = peel(sample, 0.05, 300)
    for wider, narrower in pairwise(path):
        assert 0.95 * wider.count.inside <= narrower.count.inside < wider.count.inside
        inside = narrower.box.holds(sample.inputs)
        assert not (inside & ~wider.box.holds(sample.inputs)).any()
    assert all(step.count == count(step.box, sample) for step in path)
    assert 300 <= path[-1].count.inside <= 316


def test_each_slice_is_the_best_there_is() -> None:
    sample = planted()
    lost, inputs = sample.lost, sample.inputs
    gone = int(0.05 * len(lost))
    densities = []
    for row in inputs:
        order = np.argsort(row)
        densities += [lost[order[gone:]].mean(), lost[order[:-gone]].mean()]
    assert peel(sample, 0.05, 200)[1].count.density == max(densities)


def test_a_slice_is_judged_by_what_it_gains_for_each_draw() -> None:
    number = np.arange(1_000)
    lost = (number >= 50) & (number % 2 == 0)
    few = np.ones(1_000)
    few[number[~lost][-240:]] = few[number[lost][-160:]] = 0  # 0.475 lost, 0.525 without these
    sample = Sample(np.array([few, number / 1_000]), lost)
    first = peel(sample, 0.05, 100)[1]
    assert first.box.limited == [1]
    assert (first.count.inside, first.count.lost_inside) == (950, 475)


def test_the_box_chosen_is_adjusted_only_for_the_better() -> None:
    sample = planted()
    path = peel(sample, 0.05, 200)
    box = choose(path)
    best = max(step.count.correlation for step in path)
    assert count(box, sample).correlation == best
    adjusted = adjust(simplify(box, sample, 4), sample)
    assert count(adjusted, sample).correlation >= 0.97 * best
    assert adjusted.limited == [1, 3]


def test_adjusting_mends_bounds_that_were_set_badly() -> None:
    inputs = uniform(9, 2, 4_000)
    sample = Sample(inputs, (inputs[0] > 0.5) & (inputs[1] < 0.5))
    badly = whole(2).with_bounds(0, 0.62, np.inf).with_bounds(1, -np.inf, 0.58)
    adjusted = adjust(badly, sample)
    assert count(adjusted, sample).correlation == 1
    assert adjusted.above[0] == pytest.approx(0.5, abs=0.002)
    assert adjusted.below[1] == pytest.approx(0.5, abs=0.002)


def test_a_box_holds_what_lies_strictly_between_its_bounds() -> None:
    box = Box(np.array([0.2, -np.inf]), np.array([0.8, np.inf]))
    inputs = np.array([[0.2, 0.5, 0.8, 0.3], [9, 9, 9, -9]])
    assert box.holds(inputs).tolist() == [False, True, False, True]
    assert whole(2).holds(inputs).all()


@given(
    trials=st.integers(1, 3_000),
    share=st.floats(0, 1),
    probability=st.one_of(st.floats(0, 1), st.sampled_from([0.0, 1.0])),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_binomial_tails(trials: int, share: float, probability: float) -> None:
    successes = round(share * trials)
    expected = binom.sf(successes - 1, trials, probability)
    assert at_least(successes, trials, probability) == pytest.approx(expected, rel=1e-7, abs=1e-12)


# Draws to look at.


def cells(law: Law, at_least: float | None = None) -> Cells:
    shapes: dict[str, list[Shape]] = {
        "act": [Uniform(40, 90), Uniform(10, 60)],
        "never": [Fixed(0), Fixed(100)],
        "wait": [Uniform(30, 70), Fixed(40)],
    }
    judged = [[(Judged("ada", 1, shape),) for shape in row] for row in shapes.values()]
    scales = (
        Scale("trust", 0, 100, ((0, 0), (50, 70), (100, 100)), at_least=at_least),
        Scale("cost", 0, 100, ((0, 100), (100, 0))),
    )
    return Cells(tuple(shapes), scales, judged, law)


@pytest.mark.parametrize("law", [FixedWeights((0.5, 0.5)), AnyWeights(2)])
@pytest.mark.parametrize("at_least", [None, 45.0])
def test_draws_hold_what_makes_the_leader_lose(law: Law, at_least: float | None) -> None:
    of = cells(law, at_least)
    drawn = draw_for(of, problem_of(of), "act", ["wait"], 1, 1_234)
    assert [(d.kind, d.criterion, d.option) for d in drawn.dimensions] == [
        ("weight", "trust", ""),
        ("weight", "cost", ""),
        ("score", "trust", "act"),
        ("score", "cost", "act"),
        ("score", "trust", "wait"),
        ("score", "cost", "wait"),
    ]
    trust, cost, *scores = drawn.inputs
    assert trust + cost == pytest.approx(1)
    for row, (low, high) in zip(scores, [(40, 90), (10, 60), (30, 70), (40, 40)], strict=True):
        assert low - 1e-6 <= row.min() <= low + 0.5
        assert high - 0.5 <= row.max() <= high + 1e-6
    values = [np.interp(scores[i], [0, 50, 100], [0, 70, 100]) for i in (0, 2)]
    act, wait = (
        trust * value + cost * (100 - scores[i]) for value, i in zip(values, (1, 3), strict=True)
    )
    expected = wait > act
    if at_least is not None:
        expected &= scores[2] >= at_least
        expected |= scores[0] < at_least
    close = np.abs(wait - act) < 1e-6
    assert (drawn.lost == expected)[~close].all()
    assert 0.05 < drawn.lost.mean() < 0.95


def test_scores_of_the_first_few_rivals_are_kept_and_all_can_beat_the_leader() -> None:
    shape = [[(Judged("x", 1.0, Uniform(low, 100.0)),)] for low in range(8)]
    scale = Scale("trust", 0.0, 100.0, ((0.0, 0.0), (100.0, 100.0)))
    of = Cells(tuple("abcdefgh"), (scale,), shape, FixedWeights((1.0,)), {})
    drawn = draw_for(of, problem_of(of), "a", "hgfedcb", 1, 3_000)
    assert [d.option for d in drawn.dimensions] == ["", "a", "h", "g", "f", "e", "d"]
    assert 0.8 < drawn.lost.mean() < 0.95  # one of eight that are nearly alike


def test_draws_depend_on_the_seed_alone() -> None:
    of = cells(AnyWeights(2))
    first, again, other = (
        draw_for(of, problem_of(of), "act", ["wait"], seed, 700) for seed in (1, 1, 2)
    )
    assert (first.inputs == again.inputs).all()
    assert (first.lost == again.lost).all()
    assert (first.inputs != other.inputs).any()


def test_from_draws_to_a_box() -> None:
    of = cells(FixedWeights((1.0, 0.0)))
    drawn = draw_for(of, problem_of(of), "act", ["wait"], 3, 6_000)
    (box, *_) = losing_futures("act", drawn.dimensions, drawn.inputs, drawn.lost).boxes
    asked = {limit.dimension: (limit.above, limit.below) for limit in box.limits}
    assert set(asked) == {Dimension("score", "trust", o) for o in ("act", "wait")}
    assert asked[Dimension("score", "trust", "act")][1] is not None
    assert asked[Dimension("score", "trust", "wait")][0] is not None
    assert box.density > 2 * box.rest


@pytest.mark.parametrize(("inside", "told"), [(0.55, False), (0.62, True)])
def test_a_box_that_hardly_matters_is_not_told(inside: float, told: bool) -> None:
    # Far beyond chance in 20,000 draws, but the odds of losing are hardly other than elsewhere.
    inputs = uniform(5, 2, 20_000)
    chance = np.where(inputs[0] > 0.5, inside, 1 - inside)
    lost = np.random.default_rng(6).random(20_000) < chance
    assert bool(losing_futures("act", weights(2), inputs, lost).boxes) is told


def test_a_box_with_few_of_the_losses_is_not_told() -> None:
    inputs = uniform(9, 1, 20_000)
    lost = (inputs[0] > 0.97) | (np.random.default_rng(7).random(20_000) < 0.4)
    assert losing_futures("act", weights(1), inputs, lost).boxes == ()
