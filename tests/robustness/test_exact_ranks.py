"""All ranks by slices, and pairs over cut sets: by hand, by sampling, and against each other."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from ordered_sets import ordered_weights

from policyscore.analysis.robustness.exact.first import exact_first
from policyscore.analysis.robustness.exact.pairwise import expected_ranks
from policyscore.analysis.robustness.exact.ranks import exact_pairwise, exact_ranks
from policyscore.analysis.robustness.exact.sets import (
    WeightSet,
    any_weights,
    weight_set,
)
from policyscore.weighing.sets.admissible import admissible

steady = settings(max_examples=60, deadline=None, derandomize=True)
Table = NDArray[np.float64]


def ranks(values: object, weights: WeightSet) -> Table:
    found = exact_ranks(np.asarray(values, dtype=float), weights)
    assert found is not None
    return found


def agrees(values: Table, weights: WeightSet) -> None:
    """Rows and columns are whole; first places and mean ranks are those found in other ways."""
    found = ranks(values, weights)
    options = len(values)
    assert found.min() >= 0
    assert found.sum(axis=0) == pytest.approx(np.ones(options), abs=1e-12)
    assert found.sum(axis=1) == pytest.approx(np.ones(options), abs=1e-12)
    first = exact_first(values, weights)
    winning = exact_pairwise(values, weights)
    assert first is not None
    assert winning is not None
    assert found[:, 0] == pytest.approx(first.acceptability, abs=1e-12)
    mean_ranks = found @ np.arange(1, options + 1)
    assert mean_ranks == pytest.approx(expected_ranks(winning), abs=1e-11)


def test_two_criteria_are_lengths() -> None:
    # Along the weight w of the first criterion: 100 w, 60, 100 - 100 w cross at 0.4, 0.5, 0.6.
    found = ranks([[100, 0], [60, 60], [0, 100]], any_weights(2))
    expected = np.array([[0.4, 0.1, 0.5], [0.2, 0.8, 0], [0.4, 0.1, 0.5]])
    assert found == pytest.approx(expected, abs=1e-15)


def test_three_criteria_are_areas() -> None:
    # Three specialists have every order alike; who has half or more of all weight has a quarter
    # each, which is where 50 everywhere is second and not first.
    found = ranks([[100, 0, 0], [0, 100, 0], [0, 0, 100], [50, 50, 50]], any_weights(3))
    assert found[3] == pytest.approx([0.25, 0.75, 0, 0], abs=1e-15)
    assert found[:3, 0] == pytest.approx([0.25] * 3, abs=1e-15)
    assert found[:3, 3] == pytest.approx([1 / 3] * 3, abs=1e-15)


def test_four_criteria_are_volumes() -> None:
    found = ranks([*(100 * np.eye(4)), [50] * 4], any_weights(4))
    # A weight of a half or more cuts off a corner with an eighth of the volume.
    assert found[4] == pytest.approx([0.5, 0.5, 0, 0, 0], abs=1e-14)
    assert found[:4, 0] == pytest.approx([0.125] * 4, abs=1e-14)


def test_orders_of_specialists_on_an_ordered_set_are_certain() -> None:
    weights = ordered_weights([[2], [0], [1]], 3)
    assert ranks(100 * np.eye(3), weights) == pytest.approx(np.eye(3)[[1, 2, 0]], abs=1e-15)


def test_one_criterion_and_one_option() -> None:
    assert ranks([[3], [5], [5], [1]], any_weights(1)).tolist() == [
        [0, 0, 1, 0],
        [0.5, 0.5, 0, 0],
        [0.5, 0.5, 0, 0],
        [0, 0, 0, 1],
    ]
    assert ranks([[3, 4, 5, 6]], any_weights(4)).tolist() == [[1]]


@pytest.mark.parametrize(("options", "criteria"), [(9, 2), (8, 3), (7, 4)])
def test_any_weights_against_sampling(options: int, criteria: int) -> None:
    random = np.random.default_rng(options)
    values = random.uniform(0, 100, (options, criteria))
    found = ranks(values, any_weights(criteria))
    drawn = random.dirichlet(np.ones(criteria), 40_000) @ values.T
    rank = (-drawn).argsort(axis=1).argsort(axis=1)
    sampled = np.stack([(rank == place).mean(axis=0) for place in range(options)], axis=1)
    errors = np.sqrt(found * (1 - found) / len(drawn))
    assert (np.abs(sampled - found) <= 4 * errors + 1e-12).all()


@given(
    st.integers(1, 4).flatmap(
        lambda criteria: st.lists(
            st.lists(st.integers(0, 3), min_size=criteria, max_size=criteria),
            min_size=1,
            max_size=6,
        )
    ),
    st.randoms(use_true_random=False),
)
@steady
def test_coarse_scores_where_much_coincides(rows: list[list[int]], random: Random) -> None:
    values = np.array(rows, dtype=float)
    weights = any_weights(values.shape[1])
    agrees(values, weights)
    mixed = [*range(len(rows))]
    random.shuffle(mixed)
    found = ranks(values, weights)
    assert ranks(values[mixed], weights) == pytest.approx(found[mixed], abs=1e-12)
    assert ranks(values[:, ::-1], weights) == pytest.approx(found, abs=1e-12)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    "order", [[], [["a"], ["b"]], [["d"], ["a"], ["c"]], [["b", "a"], ["c"]]], ids=str
)
def test_ranges_and_orders_agree_among_themselves(seed: int, order: list[list[str]]) -> None:
    ranges = {"a": (0.1, 0.5), "b": (None, 0.4), "c": (0.05, 0.3)}
    weights = weight_set(admissible([*"abcd"], ranges, order))
    agrees(np.random.default_rng(seed).uniform(0, 100, (6, 4)), weights)


def test_duplicates_share_their_ranks() -> None:
    values = np.random.default_rng(0).uniform(0, 100, (4, 3))
    alone = ranks(values, any_weights(3))
    twice = ranks(values[[0, 1, 1, 2, 3]], any_weights(3))
    assert twice[1] == pytest.approx(twice[2], abs=0)
    assert twice[:, 0] == pytest.approx(
        [alone[0, 0], alone[1, 0] / 2, alone[1, 0] / 2, alone[2, 0], alone[3, 0]]
    )
    assert twice.sum(axis=0) == pytest.approx(np.ones(5))


@pytest.mark.parametrize("tiny", [1e-12, 1e-9, 1e-6])
@pytest.mark.parametrize("criteria", [2, 3, 4])
def test_near_degenerate_planes(tiny: float, criteria: int) -> None:
    values = np.random.default_rng(criteria).uniform(0, 100, (3, criteria))
    nudged = values + tiny * np.random.default_rng(9).choice([-1, 1], values.shape)
    nearly = np.vstack([values, nudged])
    found = exact_ranks(nearly, any_weights(criteria), tie=0.0)
    plain = ranks(values, any_weights(criteria))
    assert found is not None
    assert found.sum(axis=0) == pytest.approx(np.ones(6), abs=1e-10)
    assert found.sum(axis=1) == pytest.approx(np.ones(6), abs=1e-10)
    # Each option and its near double take the ranks that one of them took alone.
    both = found[:3] + found[3:]
    assert both[:, ::2] + both[:, 1::2] == pytest.approx(2 * plain, abs=1e-5)


def test_pairs_over_a_cut_set_of_six_criteria_against_sampling() -> None:
    bounds = dict.fromkeys("abcdef", (None, 0.4))
    weights = weight_set(admissible([*"abcdef"], bounds))
    random = np.random.default_rng(8)
    values = random.uniform(0, 100, (5, 6))
    found = exact_pairwise(values, weights)
    drawn = random.dirichlet(np.ones(6), 60_000)
    totals = drawn[drawn.max(axis=1) <= 0.4] @ values.T
    assert found is not None
    sampled = (totals[:, :, None] > totals[:, None, :]).mean(axis=0) + 0.5 * np.eye(5)
    errors = np.sqrt(found * (1 - found) / len(totals))
    assert (np.abs(sampled - found) <= 4 * errors + 1e-12).all()


def test_beyond_its_limits_it_says_nothing() -> None:
    values = np.random.default_rng(0).uniform(0, 100, (60, 5))
    assert exact_ranks(values, any_weights(5)) is None
    assert exact_ranks(values[:, :4], any_weights(4)) is None
    assert exact_ranks(np.zeros((2001, 2)), any_weights(2)) is None
    narrow = weight_set(
        admissible([*map(str, range(30))], {str(i): (None, 0.1) for i in range(30)})
    )
    assert exact_pairwise(np.zeros((2, 30)), narrow) is None


def test_one_option_alone_has_no_pairs() -> None:
    weights = weight_set(admissible([*"abc"], {"a": (0.2, 0.5), "b": (0.1, 0.4)}))
    assert not weights.is_simplex
    assert exact_pairwise([[1.0, 2.0, 3.0]], weights) == pytest.approx(np.array([[0.5]]))
    alike = exact_pairwise([[1.0, 2.0, 3.0]] * 2, weights)
    assert alike == pytest.approx(np.full((2, 2), 0.5))


def test_sixty_criteria_and_no_cuts_are_exact() -> None:
    values = np.random.default_rng(0).uniform(0, 100, (30, 60))
    found = exact_pairwise(values, any_weights(60))
    assert found is not None
    assert expected_ranks(found).sum() == pytest.approx(30 * 31 / 2)


def test_a_set_without_room_is_refused() -> None:
    flat = WeightSet(np.eye(2), np.array([[1.0, -1.0], [-1.0, 1.0]]))
    with pytest.raises(ValueError, match="no room"):
        exact_ranks([[1.0, 2.0]], flat)
    with pytest.raises(ValueError, match="no room"):
        exact_pairwise([[1.0, 2.0]], flat)
