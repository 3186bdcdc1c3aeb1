"""Corners and pieces of cut simplices against volumes known otherwise."""

from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import ConvexHull

from policyscore.analysis.robustness.exact.cone import (
    TooMuchWorkError,
    Work,
    shares_of,
    simplex_cone,
    whole_rows,
)
from policyscore.analysis.robustness.exact.pairwise import winning_shares
from policyscore.analysis.robustness.exact.triangulation import simplex_pieces

steady = settings(max_examples=50, deadline=None, derandomize=True)


def upper_bounds(corners: int, most: float) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    """Cuts that keep every share at most at `most`."""
    return np.full((corners, corners), most) - np.eye(corners)


@pytest.mark.parametrize("corners", [2, 3, 4, 5, 6, 7])
@pytest.mark.parametrize("most", [0.375, 0.5, 0.75])
def test_equal_upper_bounds_by_inclusion_and_exclusion(corners: int, most: float) -> None:
    pieces = simplex_pieces(upper_bounds(corners, most))
    expected = sum(
        (-1) ** cut * comb(corners, cut) * max(0.0, 1 - cut * most) ** (corners - 1)
        for cut in range(corners + 1)
    )
    assert pieces is not None
    assert pieces.volume == pytest.approx(max(0.0, expected), abs=1e-14)
    if expected > 0:
        assert pieces.middle == pytest.approx([1 / corners] * corners, abs=1e-14)


@given(st.lists(st.integers(-6, 6), min_size=2, max_size=6))
@steady
def test_one_cut_is_a_winning_share(row: list[int]) -> None:
    cuts = np.array([row], dtype=float)
    pieces = simplex_pieces(cuts)
    expected = winning_shares(cuts)[0] if any(row) else 1.0
    assert pieces is not None
    assert pieces.volume == pytest.approx(expected, abs=1e-14)


@given(st.lists(st.lists(st.integers(-3, 3), min_size=4, max_size=4), min_size=1, max_size=6))
@steady
def test_a_cut_and_its_opposite_make_the_whole(rows: list[list[int]]) -> None:
    cuts = np.array(rows, dtype=float)
    kept, last = cuts[:-1], cuts[-1:]
    parts = [simplex_pieces(np.vstack([kept, side])) for side in (last, -last)]
    whole = simplex_pieces(kept)
    assert whole is not None
    volumes = [part.volume for part in parts if part is not None]
    expected = whole.volume * (1 if last.any() else 2)
    assert sum(volumes) == pytest.approx(expected, abs=1e-14)


@pytest.mark.parametrize("seed", range(4))
def test_random_cuts_against_the_hull_of_their_corners(seed: int) -> None:
    random = np.random.default_rng(seed)
    for corners in (3, 4, 5, 6):
        # Every cut keeps the middle, so that something is left.
        cuts = random.normal(size=(8, corners))
        cuts -= np.minimum(cuts.mean(axis=1, keepdims=True) - 0.1, 0)
        pieces = simplex_pieces(cuts)
        assert pieces is not None
        cone = simplex_cone(cuts, Work(10**6))
        points = np.array([shares_of(ray, corners) for ray in cone.rays])
        assert (cuts @ points.T).min() > -1e-12
        hull = ConvexHull(points[:, :-1])
        scale = np.prod(np.arange(1, corners))
        assert pieces.volume == pytest.approx(hull.volume * scale, rel=1e-10)


@given(st.lists(st.lists(st.integers(-2, 2), min_size=4, max_size=4), min_size=2, max_size=7))
@steady
def test_corners_are_those_of_the_hull_even_where_many_planes_meet(rows: list[list[int]]) -> None:
    cuts = np.array(rows, dtype=float)
    cone = simplex_cone(cuts, Work(10**6))
    pieces = simplex_pieces(cuts)
    assert pieces is not None
    assert len({*cone.rays}) == len(cone.rays)
    if pieces.volume > 1e-9:
        hull = ConvexHull(np.array([shares_of(ray, 4)[:3] for ray in cone.rays]))
        assert len(hull.vertices) == len(cone.rays)
        assert pieces.volume == pytest.approx(hull.volume * 6, abs=1e-12)


def test_a_plane_that_stands_twice_makes_no_corners_of_its_own() -> None:
    # Half of a tetrahedron, said twice; then a cut across that side of it.
    twice = [[1.0, 1, -1, -1], [2.0, 2, -2, -2]]
    cone = simplex_cone(np.array([*twice, [1.0, -1, 1, -1]]), Work(10**6))
    once = simplex_cone(np.array([twice[0], [1.0, -1, 1, -1]]), Work(10**6))
    assert sorted(cone.rays) == sorted(once.rays)
    # A pyramid's top lies on more planes than it must; its corners are cut off one by one.
    many = np.array([[1.0, -1, 0, 0, 0], [1, 0, -1, 0, 0], [1, 0, 0, -1, 0], [2, -1, -1, 0, 0]])
    last = np.array([[-1.0, 1, 1, 1, -1]])
    cone = simplex_cone(np.vstack([many, last]), Work(10**6))
    points = np.array([shares_of(ray, 5)[:4] for ray in cone.rays])
    assert len(ConvexHull(points).vertices) == len(points)


def test_the_pieces_of_nothing() -> None:
    pieces = simplex_pieces(np.array([[-1.0, -2, -1]]))
    assert pieces is not None
    assert pieces.volume == 0
    assert np.isnan(pieces.middle).all()


def test_slivers_stay_slivers() -> None:
    pieces = simplex_pieces(np.array([[1e-12, -1.0, 1e-12], [1.0, 1.0, -1e-12]]))
    assert pieces is not None
    assert pieces.volume == pytest.approx(2e-12, rel=1e-6)


def test_work_is_bounded() -> None:
    assert simplex_pieces(upper_bounds(40, 0.1)) is None
    assert simplex_pieces(upper_bounds(9, 0.2), work=100_000) is None
    assert simplex_pieces(upper_bounds(7, 0.3), work=100) is None
    with pytest.raises(TooMuchWorkError):
        simplex_cone(upper_bounds(30, 0.1), Work(1000))


def test_whole_numbers_keep_what_a_float_says() -> None:
    assert whole_rows(np.array([[0.5, 0.75], [3.0, 0.0]])) == [[2, 3], [12, 0]]
    assert whole_rows(np.zeros((1, 2))) == [[0, 0]]
    ((tiny, one),) = whole_rows(np.array([[1e-300, 1.0]]))
    assert (tiny, one.bit_length()) == (0, 64)
    ((large, least),) = whole_rows(np.array([[1e100, 1.0]]))
    assert large.bit_length() <= 65
    assert least == 0
