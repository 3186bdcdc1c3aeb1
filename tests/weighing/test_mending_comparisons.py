"""Which comparison contradicts the others most, and the value that would mend it."""

import math
import time
from fractions import Fraction
from itertools import combinations

import pytest
from scipy.linalg import eigvals
from scipy.optimize import minimize_scalar
from stated_comparisons import (
    SCALE,
    Stated,
    entries,
    names_of,
    printed,
    random_comparisons,
    random_of,
)

from policyscore.weighing.comparing.comparisons import connect, number_missing
from policyscore.weighing.comparing.pairwise_priorities import eigenvector
from policyscore.weighing.comparing.pairwise_repair import SAATY_SCALE, mendings, nearest_on_scale
from policyscore.weighing.comparing.random_index import consistency_ratio


def ratio_of(names: tuple[str, ...], stated: Stated) -> float:
    value = eigenvector(names, stated).lambda_max
    ratio = consistency_ratio(value, len(names), number_missing(names, stated))
    assert ratio is not None
    return ratio


def made_up(count: int, seed: int, share: float = 1.0) -> tuple[tuple[str, ...], Stated]:
    """Comparisons of somebody who knows the weights but speaks of them roughly."""
    names, random = names_of(count), random_of(seed)
    weights = {name: math.exp(random.gauss(0, 1)) for name in names}
    while True:
        stated: Stated = {
            (a, b): nearest_on_scale(math.log(weights[a] / weights[b]) + random.gauss(0, 0.5))
            for a, b in combinations(names, 2)
            if random.random() < share
        }
        if connect(names, stated):
            return names, stated


def test_the_scale() -> None:
    assert set(SAATY_SCALE) == set(SCALE)
    assert list(SAATY_SCALE) == sorted(SAATY_SCALE)
    assert nearest_on_scale(math.log(1.4)) == 1
    assert nearest_on_scale(math.log(1.42)) == 2
    assert nearest_on_scale(math.log(1 / 2.5)) == Fraction(1, 3)
    assert nearest_on_scale(7) == 9
    assert nearest_on_scale(-7) == Fraction(1, 9)


@pytest.mark.parametrize("seed", range(8))
def test_the_first_of_complete_comparisons_is_that_of_a_search_among_all(seed: int) -> None:
    """Every comparison is varied by a general minimiser, with SciPy's eigenvalues."""
    names, stated = made_up(5, seed) if seed % 2 else (names_of(5), {})
    if not stated:
        stated = random_comparisons(names, random_of(seed))
    matrix = entries(names, stated)
    found: dict[tuple[str, str], tuple[float, float]] = {}
    for pair in stated:
        i, j = names.index(pair[0]), names.index(pair[1])

        def eigenvalue(x: float, i: int = i, j: int = j) -> float:
            changed = [list(row) for row in matrix]
            changed[i][j], changed[j][i] = math.exp(x), math.exp(-x)
            return max(float(value.real) for value in eigvals(changed))

        best = minimize_scalar(
            eigenvalue, bounds=(-7, 7), method="bounded", options={"xatol": 1e-8}
        )
        found[pair] = best.fun, best.x
    least = min(found, key=found.__getitem__)
    first = mendings(names, stated)[0]
    assert first.pair == least
    assert first.stated == stated[least]
    assert math.log(first.best) == pytest.approx(found[least][1], abs=1e-5)
    assert first.best_ratio == pytest.approx((found[least][0] - 5) / 4 / 1.1086, abs=1e-9)
    assert first.drop == pytest.approx(ratio_of(names, stated) - first.best_ratio, abs=1e-12)
    assert first.suggested == nearest_on_scale(math.log(first.best))
    mended = stated | {least: first.suggested}
    assert first.suggested_ratio == pytest.approx(ratio_of(names, mended), abs=1e-12)


@pytest.mark.parametrize("seed", range(10))
def test_the_first_of_incomplete_comparisons_is_that_of_leaving_out_each(seed: int) -> None:
    """A comparison contributes what leaving it out gains, what is missing being completed best."""
    names, stated = made_up(6, seed, 0.75)
    index = 1.2479 * (1 - number_missing(names, stated) / 10)
    least: dict[tuple[str, str], float] = {}
    for pair in stated:
        rest = {other: ratio for other, ratio in stated.items() if other != pair}
        if connect(names, rest):
            least[pair] = eigenvector(names, rest).lambda_max
    all_found = mendings(names, stated)
    first = all_found[0]
    assert first.best_ratio == pytest.approx((min(least.values()) - 6) / 5 / index, abs=1e-9)
    assert least[first.pair] == pytest.approx(min(least.values()), abs=1e-9)
    assert [one.drop for one in all_found] == sorted((one.drop for one in all_found), reverse=True)
    mended = stated | {first.pair: first.suggested}
    assert first.suggested_ratio == pytest.approx(ratio_of(names, mended), abs=1e-12)


@pytest.mark.parametrize("seed", range(6))
def test_the_shortlist_has_the_one_that_contributes_most(seed: int) -> None:
    """Of 36 comparisons six are looked at closely; here all are, by leaving out each."""
    names, stated = made_up(9, seed) if seed % 2 else (names_of(9), {})
    if not stated:
        stated = random_comparisons(names, random_of(seed))
    least = min(
        eigenvector(names, {a: x for a, x in stated.items() if a != pair}).lambda_max
        for pair in stated
    )
    first = mendings(names, stated)[0]
    assert first.best_ratio == pytest.approx((least - 9) / 8 / 1.4499, abs=1e-9)


def test_a_slip_is_found_and_put_right() -> None:
    """A comparison written the wrong way round among otherwise consistent ones."""
    names = tuple("abcde")
    weights = dict(zip(names, [8, 4, 4, 2, 1], strict=True))
    stated: Stated = {(a, b): Fraction(weights[a], weights[b]) for a, b in combinations(names, 2)}
    first = mendings(names, stated | {("b", "e"): Fraction(1, 4)})[0]
    assert (first.pair, first.stated) == (("b", "e"), Fraction(1, 4))
    assert first.suggested == 4
    assert first.best == pytest.approx(4, rel=1e-12)
    assert first.best_ratio == first.suggested_ratio == 0.0


def test_what_nothing_contradicts_has_no_mending() -> None:
    consistent = printed("abc", "1 2 6 \n 1/2 1 3 \n 1/6 1/3 1")
    assert mendings(tuple("abc"), consistent) == ()
    assert mendings(tuple("ab"), {("a", "b"): 5}) == ()
    assert mendings(tuple("abc"), {("a", "b"): 5, ("c", "b"): 5}) == ()


def test_a_comparison_that_alone_connects_a_name_is_never_blamed() -> None:
    stated = printed("abcd", "1 2 1/5 - \n 1/2 1 3 - \n 5 1/3 1 9 \n - - 1/9 1")
    found = mendings(tuple("abcd"), stated)
    assert {one.pair for one in found} == {("a", "b"), ("a", "c"), ("b", "c")}
    assert all(one.best_ratio == 0.0 for one in found)


def test_of_equal_contributions_the_better_suggestion_stands_first() -> None:
    """In a circle of three each comparison could mend all, but 20 is not on the scale."""
    stated: Stated = {("a", "c"): 2, ("a", "b"): 5, ("b", "c"): 4}
    found = mendings(tuple("abc"), stated)
    assert [one.best for one in found] == pytest.approx([1 / 2, 2 / 5, 20], rel=1e-12)
    assert [one.pair for one in found] == [("a", "b"), ("b", "c"), ("a", "c")]
    assert [one.suggested for one in found] == [Fraction(1, 2), Fraction(1, 3), 9]
    assert found[0].drop == pytest.approx(found[2].drop, abs=1e-12)
    assert [one.suggested_ratio > 0 for one in found] == [False, True, True]


def test_the_order_of_lines_does_not_matter_but_for_equals() -> None:
    names, stated = made_up(7, 1)
    backwards = dict(reversed(stated.items()))
    pairs = [one.pair for one in mendings(names, stated)]
    assert [one.pair for one in mendings(names, backwards)] == pairs


def test_fifteen_names_all_compared_are_quick() -> None:
    names, stated = made_up(15, 2)
    started = time.process_time()
    assert len(mendings(names, stated)) == 6
    assert time.process_time() - started < 2
