"""Weights from comparisons of two names at a time, by eigenvector and by geometric mean."""

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import eig
from stated_comparisons import (
    Stated,
    comparisons,
    entries,
    names_of,
    printed,
    random_comparisons,
    random_of,
)

from policyscore.weighing.comparing.comparisons import number_missing
from policyscore.weighing.comparing.pairwise_priorities import eigenvector, geometric_mean
from policyscore.weighing.comparing.random_index import consistency_ratio

Weigh = Callable[[tuple[str, ...], Stated], dict[str, float]]


def by_eigenvector(names: tuple[str, ...], stated: Stated) -> dict[str, float]:
    return eigenvector(names, stated).weights


WAYS = pytest.mark.parametrize("weigh", [by_eigenvector, geometric_mean])
MANY = settings(max_examples=60, derandomize=True, deadline=None)


def close(weights: dict[str, float]) -> object:
    """The same names in any order with the same weights, to within rounding."""
    return pytest.approx(weights, rel=1e-11)


@pytest.mark.parametrize("count", range(2, 16))
@pytest.mark.parametrize("largest", [9, 1000])
def test_the_eigenvector_is_that_of_scipy(count: int, largest: int) -> None:
    names, random = names_of(count), random_of(count)
    stated: Stated = {
        pair: float(random.randint(1, largest)) ** random.choice([-1, 1])
        for pair in combinations(names, 2)
    }
    values, vectors = eig(entries(names, stated))
    first = max(range(count), key=lambda k: values[k].real)
    vector = [abs(x) for x in vectors[:, first]]
    found = eigenvector(names, stated)
    assert list(found.weights.values()) == pytest.approx(
        [x / sum(vector) for x in vector], rel=1e-12
    )
    assert found.lambda_max == pytest.approx(values[first].real, rel=1e-13)


@WAYS
def test_two_names_have_the_stated_ratio(weigh: Weigh) -> None:
    assert weigh(("a", "b"), {("b", "a"): Fraction(1, 3)}) == pytest.approx({"a": 0.75, "b": 0.25})
    found = eigenvector(("a", "b"), {("b", "a"): 7})
    assert consistency_ratio(found.lambda_max, 2) == 0.0


@WAYS
def test_a_single_name_has_all_the_weight(weigh: Weigh) -> None:
    assert weigh(("a",), {}) == {"a": 1.0}
    assert eigenvector(("a",), {}).lambda_max == 1.0


def test_geometric_means_of_rows() -> None:
    stated = printed("abc", "1 2 6 \n 1/2 1 4 \n 1/6 1/4 1")
    means = [12 ** (1 / 3), 2 ** (1 / 3), (1 / 24) ** (1 / 3)]
    weights = dict(zip("abc", [mean / sum(means) for mean in means], strict=True))
    assert geometric_mean(tuple("abc"), stated) == pytest.approx(weights, rel=1e-14)


@WAYS
def test_three_names_have_the_same_weights_by_both_ways(weigh: Weigh) -> None:
    """For three names the two ways coincide (Crawford & Williams 1985)."""
    random = random_of(3)
    for _ in range(50):
        stated = random_comparisons("abc", random)
        assert weigh(tuple("abc"), stated) == close(geometric_mean(tuple("abc"), stated))


@WAYS
@MANY
@given(case=comparisons())
def test_weights_are_positive_and_sum_to_1(
    weigh: Weigh, case: tuple[tuple[str, ...], Stated]
) -> None:
    names, stated = case
    weights = weigh(names, stated)
    assert tuple(weights) == names
    assert all(0 < weight < 1 for weight in weights.values())
    assert math.fsum(weights.values()) == pytest.approx(1, abs=1e-15)


@WAYS
@MANY
@given(case=comparisons(), data=st.data())
def test_the_order_of_names_and_lines_does_not_matter(
    weigh: Weigh, case: tuple[tuple[str, ...], Stated], data: st.DataObject
) -> None:
    names, stated = case
    shuffled = tuple(data.draw(st.permutations(names)))
    lines = dict(data.draw(st.permutations(list(stated.items()))))
    assert weigh(shuffled, lines) == close(weigh(names, stated))


@WAYS
@MANY
@given(case=comparisons())
def test_a_comparison_can_be_stated_the_other_way_round(
    weigh: Weigh, case: tuple[tuple[str, ...], Stated]
) -> None:
    names, stated = case
    turned: Stated = {(b, a): 1 / Fraction(ratio) for (a, b), ratio in stated.items()}
    assert weigh(names, turned) == close(weigh(names, stated))


@WAYS
@MANY
@given(case=comparisons(), parts=st.lists(st.floats(0.05, 20), min_size=7, max_size=7))
def test_consistent_comparisons_give_back_the_weights_they_were_made_from(
    weigh: Weigh, case: tuple[tuple[str, ...], Stated], parts: list[float]
) -> None:
    names, pairs = case
    made = dict(zip(names, parts, strict=False))
    stated: Stated = {(a, b): made[a] / made[b] for a, b in pairs}
    total = math.fsum(made.values())
    weights = {name: part / total for name, part in made.items()}
    assert weigh(names, stated) == pytest.approx(weights, rel=1e-12)
    found = eigenvector(names, stated)
    ratio = consistency_ratio(found.lambda_max, len(names), number_missing(names, stated))
    assert not ratio


@MANY
@given(case=comparisons(), data=st.data(), factor=st.floats(1, 5))
def test_raising_a_comparison_never_lowers_its_first_name(
    case: tuple[tuple[str, ...], Stated], data: st.DataObject, factor: float
) -> None:
    names, stated = case
    pair = data.draw(st.sampled_from(sorted(stated)))
    raised = stated | {pair: min(1000.0, float(stated[pair]) * factor)}
    before, after = geometric_mean(names, stated), geometric_mean(names, raised)
    assert after[pair[0]] >= before[pair[0]] * (1 - 1e-12)
    assert after[pair[1]] <= before[pair[1]] * (1 + 1e-12)


def test_the_worst_contradictions_have_finite_weights() -> None:
    """A circle of names, each a thousand times the next, with all the rest against it."""
    names = names_of(15)
    stated = {
        (one, other): 1000.0 if (j - i) % 15 < 8 else 0.001
        for (i, one), (j, other) in combinations(enumerate(names), 2)
    }
    found = eigenvector(names, stated)
    assert list(found.weights.values()) == pytest.approx([1 / 15] * 15, rel=1e-12)
    assert found.lambda_max == pytest.approx(1 + 7 * 1000.001, rel=1e-14)


@WAYS
@pytest.mark.parametrize(
    ("stated", "complaint"),
    [
        ({("a", "b"): 2}, "do not connect"),
        ({}, "do not connect"),
        ({("a", "b"): 2, ("b", "c"): 1e300}, "between 1/1000 and 1000"),
        ({("a", "b"): 2, ("b", "c"): 1e-300}, "between 1/1000 and 1000"),
        ({("a", "b"): 2, ("b", "c"): 0}, "between 1/1000 and 1000"),
        ({("a", "b"): 2, ("b", "c"): float("nan")}, "between 1/1000 and 1000"),
        ({("a", "b"): 2, ("b", "c"): 3, ("b", "a"): 2}, "stated once"),
        ({("a", "b"): 2, ("b", "c"): 3, ("a", "a"): 1}, "of two names"),
        ({("a", "b"): 2, ("b", "z"): 3}, "not weighed"),
    ],
)
def test_comparisons_that_say_nothing_are_refused(
    weigh: Weigh, stated: Stated, complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        weigh(("a", "b", "c"), stated)
