"""Ranges as people state them have an exact centroid soon; hostile ones are refused soon."""

import random
from time import process_time

import pytest
from sets_of_weights import ordered

from policyscore.weighing.sets.admissible import AdmissibleWeights, Range, admissible
from policyscore.weighing.sets.centroid import TooFine, centroid


def stated(size: int, decimals: int, *, order: bool) -> AdmissibleWeights:
    """Ranges around falling weights, rounded as a person would."""
    numbers = random.Random(size)  # noqa: S311 - for tests
    drawn = sorted((numbers.gammavariate(1.5, 1) for _ in range(size)), reverse=True)
    names = [f"n{i}" for i in range(size)]
    ranges: dict[str, Range] = {}
    for name, part in zip(names, drawn, strict=True):
        weight = part / sum(drawn)
        low = round(weight * numbers.uniform(0, 0.8), decimals)
        ranges[name] = low, round(weight * numbers.uniform(1.2, 2) + 0.01, decimals)
    return admissible(names, ranges, ordered(*names) if order else [])


@pytest.mark.parametrize("order", [False, True])
@pytest.mark.parametrize(("size", "decimals"), [(12, 2), (15, 2), (30, 2), (12, 3), (15, 3)])
def test_ranges_as_stated(size: int, decimals: int, *, order: bool) -> None:
    weights = stated(size, decimals, order=order)
    assert weights.contains(centroid(weights))


def test_it_says_what_is_too_fine() -> None:
    numbers = random.Random(1)  # noqa: S311 - for tests
    names = [f"n{i}" for i in range(30)]
    weights = admissible(names, {name: (None, numbers.uniform(0.1, 0.2)) for name in names})
    with pytest.raises(TooFine, match=r"30 weights, given to 1\d decimals") as caught:
        centroid(weights)
    assert caught.value.groups == 30
    assert caught.value.decimals >= 15


def test_what_is_too_fine_can_be_rounded() -> None:
    numbers = random.Random(1)  # noqa: S311 - for tests
    names = [f"n{i}" for i in range(30)]
    rounded = {name: (None, round(numbers.uniform(0.1, 0.2), 2)) for name in names}
    weights = admissible(names, rounded)
    assert weights.contains(centroid(weights))


def highs(size: int, decimals: int) -> dict[str, Range]:
    numbers = random.Random(size)  # noqa: S311 - for tests
    return {f"n{i}": (None, round(numbers.uniform(1.2, 20) / size, decimals)) for i in range(size)}


HOSTILE: dict[str, tuple[int, dict[str, Range], bool]] = {
    "thousands of fine highs": (3000, highs(3000, 17), False),
    "thousands of fine highs in order": (3000, highs(3000, 17), True),
    "thousands of coarse highs": (3000, dict.fromkeys(highs(3000, 2), (None, 0.01)), False),
    "thousands in order with one high": (3000, {"n0": (None, 0.1)}, True),
    "thousands in order with one tiny low": (3000, {"n1500": (5e-324, 1e-300)}, True),
    "forty fine highs in order": (40, highs(40, 17), True),
    "forty highs and lows with hundreds of digits": (
        40,
        {
            name: (10.0 ** -(8 * i + 3), high)
            for i, (name, (_, high)) in enumerate(highs(40, 9).items())
        },
        False,
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_ranges_are_refused_soon(case: str) -> None:
    size, ranges, order = HOSTILE[case]
    names = [f"n{i}" for i in range(size)]
    weights = admissible(names, ranges, ordered(*names) if order else [])
    assert not weights.is_empty()
    start = process_time()
    with pytest.raises(TooFine):
        centroid(weights)
    assert process_time() - start < 10  # half a second, but machines differ


def test_thousands_of_names_of_which_little_is_stated_are_no_trouble() -> None:
    names = [f"n{i}" for i in range(3000)]
    order = [names[i : i + 7] for i in range(0, 2100, 7)]
    for ranges in ({}, {"n2500": (0.2, 0.2), "n2600": (0.123456789, None)}):
        weights = admissible(names, ranges, order)
        mean = centroid(weights)
        assert weights.contains(mean)
        assert sum(mean.values()) == pytest.approx(1, abs=1e-12)
