"""Figures that others have, or that a closed form gives, for exact shares of the weights."""

import numpy as np
import pytest
from ordered_sets import ordered_weights

from policyscore.analysis.robustness.exact.first import exact_first
from policyscore.analysis.robustness.exact.pairwise import pairwise_winning
from policyscore.analysis.robustness.exact.ranks import exact_pairwise, exact_ranks
from policyscore.analysis.robustness.exact.sets import any_weights

# Three specialists, an all-rounder at 0.4 and one that it dominates. By inclusion and exclusion on
# the triangle of weights, the all-rounder is first where every weight is below 0.4, whose area is
# 1 - 3 x 0.6**2 + 3 x 0.2**2 = 0.04; each specialist has a third of the rest. Weights made by
# normalising uniform numbers would give it 0.125.
SPECIALISTS = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0.4, 0.4, 0.4], [0.3, 0.3, 0.3]])


def test_three_specialists_and_an_all_rounder() -> None:
    found = exact_first(SPECIALISTS, any_weights(3))
    assert found is not None
    assert found.acceptability == pytest.approx([0.32, 0.32, 0.32, 0.04, 0.0], abs=1e-15)
    assert found.central[3] == pytest.approx([1 / 3] * 3, abs=1e-15)
    assert np.isnan(found.central[4]).all()


def test_the_central_weights_of_a_specialist_by_hand() -> None:
    # First where its weight is largest and above 0.4: a quadrilateral of area 1/3, whose middle
    # is (11/18, 7/36, 7/36), less a third of the all-rounder's triangle.
    found = exact_first(SPECIALISTS, any_weights(3))
    assert found is not None
    # That third has its corners where the own weight is 0.4, 0.4 and 1/3.
    own = (11 / 18 / 3 - 0.04 / 3 * (0.4 + 0.4 + 1 / 3) / 3) / 0.32
    assert found.central[0] == pytest.approx([own, (1 - own) / 2, (1 - own) / 2], abs=1e-14)


def test_ranks_of_the_specialists() -> None:
    ranks = exact_ranks(SPECIALISTS, any_weights(3))
    assert ranks is not None
    assert ranks[:, 0] == pytest.approx([0.32, 0.32, 0.32, 0.04, 0.0], abs=1e-15)
    # The dominated option is second only if the all-rounder is first and no weight is above 0.3,
    # but three such weights do not reach 1. The all-rounder is never last.
    assert ranks[4, :2] == pytest.approx([0, 0], abs=1e-15)
    assert ranks[3, 4] == 0
    assert ranks.sum(axis=0) == pytest.approx(np.ones(5), abs=1e-14)


def test_specialists_beat_each_other_half_of_the_time() -> None:
    winning = pairwise_winning(np.eye(4) * 100)
    assert winning == pytest.approx(np.full((4, 4), 0.5), abs=0)


def test_a_total_order_of_three_criteria_by_hand() -> None:
    # The corners are (1 0 0), (1/2 1/2 0), (1/3 1/3 1/3). The second specialist's weight is
    # 0, 1/2, 1/3 there, the all-rounder's total 0.4: behind by 0.4 and 1/15, ahead by 0.1.
    weights = ordered_weights([[0], [1], [2]], 3)
    winning = exact_pairwise(SPECIALISTS, weights)
    assert winning is not None
    share = 0.1 / (0.1 + 0.4) * 0.1 / (0.1 + 1 / 15)  # a small simplex at the one corner
    assert winning[1, 3] == pytest.approx(share, abs=1e-14)
    assert winning[0, 1] == pytest.approx(1, abs=1e-14)
