"""Comparisons of only some pairs: the completion that contradicts itself least, least squares."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from scipy.linalg import eig, eigvals, lstsq
from scipy.optimize import minimize
from stated_comparisons import (
    Stated,
    comparisons,
    entries,
    names_of,
    printed,
    random_comparisons,
    random_of,
)

from policyscore.weighing.comparing.comparison_matrix import log_matrix
from policyscore.weighing.comparing.completion import complete
from policyscore.weighing.comparing.eigenvalue_slopes import Flows
from policyscore.weighing.comparing.pairwise_priorities import eigenvector, geometric_mean
from policyscore.weighing.comparing.principal_eigenvector import balance, eliminate, principal


def least_eigenvalue(names: tuple[str, ...], stated: Stated) -> float:
    """The least greatest eigenvalue, by a general minimiser over the logs of what is missing."""
    matrix = entries(names, stated)
    missing = [(i, j) for i, j in combinations(range(len(names)), 2) if matrix[i][j] is None]

    def log_eigenvalue(logs: list[float]) -> float:
        for (i, j), x in zip(missing, logs, strict=True):
            matrix[i][j], matrix[j][i] = math.exp(x), math.exp(-x)
        return math.log(max(value.real for value in eigvals(matrix)))

    start = [0.0] * len(missing)
    return math.exp(minimize(log_eigenvalue, start, method="BFGS", options={"gtol": 1e-7}).fun)


@pytest.mark.parametrize("seed", range(12))
def test_the_eigenvalue_is_the_least_that_a_minimiser_finds(seed: int) -> None:
    random = random_of(seed)
    names = names_of(random.randint(4, 6))
    stated = random_comparisons(names, random, 0.65)
    while len(stated) == math.comb(len(names), 2):
        stated = random_comparisons(names, random, 0.65)
    found = eigenvector(names, stated)
    assert found.lambda_max == pytest.approx(least_eigenvalue(names, stated), rel=1e-8)
    assert found.lambda_max <= least_eigenvalue(names, stated) * (1 + 1e-12)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(case=comparisons(most=9))
def test_the_condition_of_the_optimum_holds(case: tuple[tuple[str, ...], Stated]) -> None:
    """v_i a_ij w_j = v_j a_ji w_i wherever nothing is stated; what is stated is kept."""
    names, stated = case
    logs = log_matrix(names, stated)
    found = complete(logs)
    left = balance(eliminate(found.principal.shares, [0.0] * len(names)))
    for i, j in combinations(range(len(names)), 2):
        there = left[i] * found.principal.shares[i][j]
        back = left[j] * found.principal.shares[j][i]
        if logs[i][j] is None:
            assert there == pytest.approx(back, abs=1e-14)
        else:
            assert (found.logs[i][j], found.logs[j][i]) == (logs[i][j], logs[j][i])


def test_slopes_and_curvatures_are_those_of_small_differences() -> None:
    random = random_of(3)
    names = names_of(6)
    logs = log_matrix(names, random_comparisons(names, random, 0.6))
    levels = [random.uniform(-2, 2) for _ in names]

    def log_eigenvalue(*moved: int) -> float:
        """With each of these levels a little higher, or lower if negative."""
        there = list(levels)
        for k in moved:
            there[abs(k)] += math.copysign(1e-3, k)
        matrix = [
            [math.exp(there[i] - there[j] if x is None else x) for j, x in enumerate(row)]
            for i, row in enumerate(logs)
        ]
        return math.log(max(value.real for value in eigvals(matrix)))

    free = [1, 2, 4, 5]
    full = [
        [levels[i] - levels[j] if x is None else x for j, x in enumerate(row)]
        for i, row in enumerate(logs)
    ]
    flows = Flows(logs, principal(full, levels).shares)
    slopes = [flows.slope(k) for k in free]
    curvature = flows.curvature(free, slopes)
    for a, k in enumerate(free):
        slope = (log_eigenvalue(k) - log_eigenvalue(-k)) / 2e-3
        assert slopes[a] == pytest.approx(slope, abs=1e-6)
        for b, j in enumerate(free):
            ends = log_eigenvalue(k, j) + log_eigenvalue(-k, -j)
            ends -= log_eigenvalue(k, -j) + log_eigenvalue(-k, j)
            assert curvature[a][b] == pytest.approx(ends / 4e-6, abs=1e-5)
    assert max(map(abs, slopes)) > 0.05


def test_left_and_right_eigenvectors_are_those_of_scipy() -> None:
    random = random_of(8)
    names = names_of(8)
    found = complete(log_matrix(names, random_comparisons(names, random, 0.6)))
    matrix = [[math.exp(x) for x in row] for row in found.logs]
    values, lefts, rights = eig(matrix, left=True)
    first = max(range(8), key=lambda k: values[k].real)
    both = [abs(x * y) for x, y in zip(lefts[:, first], rights[:, first], strict=True)]
    left = balance(eliminate(found.principal.shares, [0.0] * 8))
    assert left == pytest.approx([x / sum(both) for x in both], rel=1e-11)


@pytest.mark.parametrize("seed", range(10))
def test_least_squares_are_those_of_scipy(seed: int) -> None:
    random = random_of(seed)
    names = names_of(random.randint(3, 12))
    stated = random_comparisons(names, random, 0.6)
    rows = [[(name == a) - (name == b) for name in names] for a, b in stated]
    logs = lstsq(rows, [math.log(ratio) for ratio in stated.values()])[0]
    parts = [math.exp(x) for x in logs]
    found = geometric_mean(names, stated)
    assert list(found.values()) == pytest.approx([x / sum(parts) for x in parts], rel=1e-12)


def test_a_missing_pair_lies_halfway_between_the_ways_round() -> None:
    """c over d is 2/5 by way of a, and 4/3 by way of b."""
    names = tuple("abcd")
    stated = printed(names, "1 1 5 2 \n 1 1 3 4 \n 1/5 1/3 1 - \n 1/2 1/4 - 1")
    found = complete(log_matrix(names, stated))
    assert math.exp(found.logs[2][3]) == pytest.approx(math.sqrt(2 / 5 * 4 / 3), rel=1e-13)


def test_for_four_names_both_ways_complete_alike() -> None:
    """Csató, Ágoston & Bozóki (2024): for up to four names the two completions coincide."""
    random, names = random_of(4), names_of(4)
    for _ in range(40):
        stated = random_comparisons(names, random, 0.7)
        weights = geometric_mean(names, stated)
        logs = log_matrix(names, stated)
        found = complete(logs)
        for i, j in combinations(range(4), 2):
            if logs[i][j] is None:
                ratio = weights[names[i]] / weights[names[j]]
                assert found.logs[i][j] == pytest.approx(math.log(ratio), abs=1e-10)


def test_comparisons_in_a_chain_or_a_star_are_taken_as_they_are() -> None:
    names = names_of(15)
    chain: Stated = {(names[k], names[k + 1]): 1.7 for k in range(14)}
    star: Stated = {(names[0], names[k]): 1.7**k for k in range(1, 14)}
    star[names[13], names[14]] = 1.7
    parts = [1.7**-k for k in range(15)]
    expected = [x / sum(parts) for x in parts]
    for stated in (chain, star):
        found = eigenvector(names, stated)
        assert list(found.weights.values()) == pytest.approx(expected, rel=1e-12)
        assert found.lambda_max == pytest.approx(15, abs=1e-12)
