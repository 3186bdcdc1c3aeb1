"""Sets of weights as simplices and cuts, against other ways to draw or measure them."""

from math import factorial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ordered_sets import ordered_weights
from scipy.spatial import ConvexHull

from policyscore.analysis.robustness.exact.sets import (
    WeightSet,
    any_weights,
    weight_set,
)
from policyscore.analysis.robustness.exact.triangulation import simplex_pieces
from policyscore.weighing.sets.admissible import Range, admissible
from policyscore.weighing.sets.centroid import centroid

steady = settings(max_examples=60, deadline=None, derandomize=True)
BOUND = st.integers(0, 20).map(lambda number: number / 20)


def middle(weights: WeightSet) -> list[float]:
    """The mean of all weights of a set."""
    pieces = simplex_pieces(weights.cuts)
    assert pieces is not None
    return [float(weight) for weight in pieces.middle @ weights.corners]


def test_any_weights_and_orders_by_hand() -> None:
    assert any_weights(3).corners.tolist() == np.eye(3).tolist()
    assert ordered_weights([[1], [0]], 2).corners.tolist() == [[0, 1], [0.5, 0.5]]
    tied = ordered_weights([[0, 2], [1]], 3)
    assert tied.corners == pytest.approx(np.array([[0.5, 0, 0.5], [1 / 3] * 3]))
    partial = ordered_weights([[2], [0]], 3)
    assert partial.corners.tolist() == [[0, 0, 1], [0.5, 0, 0.5], [0, 1, 0]]
    assert partial.is_simplex
    assert partial.free == 2


def test_lower_bounds_move_the_corners() -> None:
    weights = weight_set(admissible(["a", "b"], {"a": (0.2, None), "b": (0.3, None)}))
    assert weights.corners == pytest.approx(np.array([[0.7, 0.3], [0.2, 0.8]]))
    assert weights.is_simplex


def test_upper_bounds_alone_make_a_simplex_where_lower_ones_say_nothing() -> None:
    weights = weight_set(admissible(["a", "b", "c"], dict.fromkeys("abc", (None, 0.4))))
    assert weights.is_simplex
    assert np.sort(weights.corners, axis=0)[::-1] == pytest.approx(
        np.array([[0.4] * 3, [0.4] * 3, [0.2] * 3])
    )
    assert np.sort(weights.corners, axis=1) == pytest.approx(np.array([[0.2, 0.4, 0.4]] * 3))


def test_an_order_that_bounds_imply_costs_nothing() -> None:
    ranges: dict[str, Range] = {"a": (0.5, None), "b": (None, 0.5)}
    weights = weight_set(admissible(["a", "b"], ranges, [["a"], ["b"]]))
    assert weights.is_simplex
    assert np.sort(weights.corners, axis=0) == pytest.approx(np.array([[0.5, 0], [1, 0.5]]))
    lower: dict[str, Range] = {"a": (0.4, None), "b": (0.1, 0.3), "c": (0.2, None)}
    plain = weight_set(admissible([*"abc"], lower))
    ordered = weight_set(admissible([*"abc"], lower, [["a"], ["b"]]))
    assert ordered.corners == pytest.approx(plain.corners)


def test_a_point_and_fixed_weights() -> None:
    point = weight_set(admissible(["a", "b"], {"a": (0.3, 0.3)}))
    assert point.corners == pytest.approx(np.array([[0.3, 0.7]]))
    assert point.free == 0
    line = weight_set(admissible(["a", "b", "c"], {"b": (0.3, 0.3)}))
    assert line.corners == pytest.approx(np.array([[0.7, 0.3, 0], [0, 0.3, 0.7]]))


def test_nothing_admissible_is_refused() -> None:
    with pytest.raises(ValueError, match="no weights"):
        weight_set(admissible(["a", "b"], {"a": (None, 0.2), "b": (None, 0.2)}))
    with pytest.raises(ValueError, match="no criterion"):
        any_weights(0)
    with pytest.raises(ValueError, match="twice"):
        ordered_weights([[0], [0]], 2)


@given(
    st.lists(st.tuples(BOUND, BOUND), min_size=1, max_size=5),
    st.integers(0, 5),
    st.booleans(),
)
@steady
def test_the_middle_of_a_set_is_its_exact_centroid(
    bounds: list[tuple[float, float]], ordered: int, tied: bool
) -> None:
    names = [f"c{index}" for index in range(len(bounds))]
    ranges: dict[str, Range] = {
        name: (min(pair), max(pair)) for name, pair in zip(names, bounds, strict=True)
    }
    order = [[name] for name in names[:ordered]]
    if tied and len(order) > 1:
        order = [[*order[0], *order[1]], *order[2:]]
    admitted = admissible(names, ranges, order)
    if admitted.is_empty():
        with pytest.raises(ValueError, match="no weights"):
            weight_set(admitted)
        return
    weights = weight_set(admitted)
    assert weights.corners.sum(axis=1) == pytest.approx(np.ones(len(weights.corners)))
    expected = centroid(admitted)
    assert middle(weights) == pytest.approx([expected[name] for name in names], abs=1e-12)


def test_volumes_are_those_of_the_hull() -> None:
    ranges: dict[str, Range] = {"a": (0.1, 0.5), "b": (None, 0.4), "c": (0.05, 0.3)}
    weights = weight_set(admissible([*"abcd"], ranges))
    pieces = simplex_pieces(weights.cuts)
    assert pieces is not None
    points = (pieces.corners @ weights.corners).reshape(-1, 4)[:, :3]
    simplex = abs(float(np.linalg.det(weights.corners[1:, :3] - weights.corners[0, :3])))
    assert pieces.volume * simplex / factorial(3) == pytest.approx(ConvexHull(points).volume)


def test_one_open_level_of_a_tree() -> None:
    # Criteria a and b under a group of weight 0.4, c and d fixed beside it.
    inside = np.array([[0.4, 0, 0, 0], [0, 0.4, 0, 0]])
    weights = any_weights(2).through(inside, [0, 0, 0.25, 0.35])
    assert weights.corners == pytest.approx(np.array([[0.4, 0, 0.25, 0.35], [0, 0.4, 0.25, 0.35]]))
    totals = weights.totals([[100, 0, 50, 50]])
    assert totals == pytest.approx(np.array([[70, 30]]))
    with pytest.raises(ValueError, match="sum to 1"):
        any_weights(2).through(inside)
