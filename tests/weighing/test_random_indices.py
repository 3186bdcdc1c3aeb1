"""The random index and the consistency ratio."""

import pytest
from stated_comparisons import names_of, random_comparisons, random_of

from policyscore.weighing.comparing.comparisons import number_missing
from policyscore.weighing.comparing.pairwise_priorities import eigenvector
from policyscore.weighing.comparing.random_index import (
    RANDOM_INDICES,
    RandomIndex,
    consistency_ratio,
    random_index,
)

TABLES: tuple[RandomIndex, ...] = ("alonso-lamata", "saaty")


@pytest.mark.parametrize(
    ("table", "count", "index"),
    [
        ("alonso-lamata", 3, 0.5245),
        ("alonso-lamata", 9, 1.4499),
        ("alonso-lamata", 10, 1.4854),
        ("alonso-lamata", 15, 1.5838),
        ("saaty", 3, 0.58),
        ("saaty", 9, 1.45),
        ("saaty", 12, 1.48),
        ("saaty", 15, 1.59),
    ],
)
def test_indices_stand_at_their_numbers_of_names(
    table: RandomIndex, count: int, index: float
) -> None:
    assert len(RANDOM_INDICES[table]) == 13
    assert random_index(count, 0, table) == index


@pytest.mark.parametrize("count", [3, 5, 8])
def test_random_comparisons_have_the_ratio_1_on_average(count: int) -> None:
    """An index in the wrong place, or a wrong divisor, would be off by 10 % and more."""
    names, random = names_of(count), random_of(count)
    ratios = []
    for _ in range(800):
        found = eigenvector(names, random_comparisons(names, random))
        ratios.append(consistency_ratio(found.lambda_max, count) or 0.0)
    assert sum(ratios) / len(ratios) == pytest.approx(1, abs=0.07)


def test_random_comparisons_of_some_pairs_have_about_the_ratio_1() -> None:
    names, random = names_of(6), random_of(6)
    ratios = []
    for _ in range(250):
        stated = random_comparisons(names, random, 0.75)
        found = eigenvector(names, stated)
        ratio = consistency_ratio(found.lambda_max, 6, number_missing(names, stated))
        if ratio is not None:
            ratios.append(ratio)
    assert sum(ratios) / len(ratios) == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("count", [1, 2])
def test_two_names_cannot_contradict_each_other(table: RandomIndex, count: int) -> None:
    assert consistency_ratio(float(count), count, 0, table) == 0.0


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("count", range(3, 16))
def test_comparisons_that_only_just_connect_cannot_be_checked(
    table: RandomIndex, count: int
) -> None:
    missing = (count - 1) * (count - 2) // 2
    assert consistency_ratio(float(count), count, missing, table) is None
    assert consistency_ratio(count + 0.5, count, missing - 1, table) == pytest.approx(
        0.5 / (count - 1) / (RANDOM_INDICES[table][count - 3] / missing)
    )


def test_the_index_falls_in_proportion_with_what_is_missing() -> None:
    """Ágoston & Csató (2022): RI(n, m) = (1 - 2m / ((n - 1)(n - 2))) RI(n, 0)."""
    whole = random_index(7)
    for missing in range(16):
        assert random_index(7, missing) == pytest.approx((1 - 2 * missing / 30) * whole)


def test_the_divisor_is_one_less_than_the_number_of_names() -> None:
    assert consistency_ratio(4.5, 4, 0, "saaty") == pytest.approx(0.5 / 3 / 0.90)


def test_what_rounding_leaves_is_not_inconsistency() -> None:
    assert consistency_ratio(5 + 1e-14, 5) == 0.0
    assert consistency_ratio(5 - 1e-14, 5) == 0.0
    assert consistency_ratio(5 + 1e-9, 5) != 0.0


@pytest.mark.parametrize(("count", "missing"), [(16, 0), (4, 4), (4, -1), (2, 1)])
def test_numbers_that_cannot_be_are_refused(count: int, missing: int) -> None:
    with pytest.raises(ValueError, match="names"):
        random_index(count, missing)
