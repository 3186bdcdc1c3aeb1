"""Weights within ranges and an order: whether there are any, how many, and which."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from sets_of_weights import any_sets, full_sets, least, ordered

from policyscore.weighing.sets.admissible import AdmissibleWeights, Range, admissible, exact
from policyscore.weighing.sets.tightest_bounds import tightest_bounds


def test_floats_stand_for_the_decimals_typed() -> None:
    assert exact(0.1) == Fraction(1, 10)
    assert exact(1) == exact(1.0) == 1
    assert exact(1e-300) == Fraction(1, 10**300)
    assert exact(0.30000000000000004) == Fraction(30000000000000004, 10**17)


def test_what_is_left_out_is_from_0_to_1() -> None:
    weights = admissible(["a", "b"], {"b": (0.25, None)})
    assert weights.lows == {"a": 0, "b": Fraction(1, 4)}
    assert weights.highs == {"a": 1, "b": 1}


def test_the_order_tightens_ranges() -> None:
    ranges: dict[str, Range] = {"b": (0.2, 0.4), "c": (None, 0.3), "d": (0.1, 0.5)}
    weights = admissible("abcde", ranges, [["a"], ["b", "c"], ["d"]])
    chain, single = weights.chains()
    found = {group.names: (float(group.low), float(group.high)) for group in (*chain, *single)}
    assert found == {("a",): (0.2, 1), ("b", "c"): (0.2, 0.3), ("d",): (0.1, 0.3), ("e",): (0, 1)}


def test_tenths_add_up_exactly() -> None:
    names = list("abcdefghij")
    assert admissible(names, dict.fromkeys(names, (0.1, None))).is_point()
    assert admissible(names, dict.fromkeys(names, (None, 0.1))).is_point()
    assert admissible(names, dict.fromkeys(names, (0.10000000000000002, None))).is_empty()


@pytest.mark.parametrize(
    ("ranges", "order", "empty", "point"),
    [
        ({}, [], False, False),
        ({"a": (0.3, 0.3)}, [], False, False),
        ({"a": (0.3, 0.3), "b": (0.3, 0.3)}, [], False, True),
        ({"a": (0.5, 0.4)}, [], True, False),
        ({"a": (0.5, None), "b": (0.5, None)}, [], False, True),
        ({"a": (0.5, None), "b": (0.6, None)}, [], True, False),
        ({"a": (None, 0.3), "b": (None, 0.3), "c": (None, 0.3)}, [], True, False),
        ({}, [["a", "b", "c"]], False, True),
        ({"c": (0.4, None)}, ordered("a", "b", "c"), True, False),
        ({"a": (None, 0.3)}, ordered("a", "b", "c"), True, False),
        ({"a": (None, 0.4), "c": (0.2, None)}, ordered("a", "b", "c"), False, False),
        ({"a": (None, 0.2), "b": (0.3, None)}, ordered("a", "b"), True, False),
        ({"a": (None, 0.3), "b": (0.3, None)}, ordered("a", "b"), False, True),
    ],
)
def test_empty_sets_and_points(
    ranges: dict[str, Range], order: list[list[str]], *, empty: bool, point: bool
) -> None:
    weights = admissible("abc", ranges, order)
    assert (weights.is_empty(), weights.is_point()) == (empty, point)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(any_sets(6))
def test_a_set_is_empty_just_if_linear_programming_finds_nothing(
    weights: AdmissibleWeights,
) -> None:
    assert weights.is_empty() == (least(weights, {}) is None)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(full_sets(6))
def test_the_tightest_bounds_are_those_of_linear_programming(weights: AdmissibleWeights) -> None:
    assert not weights.is_empty()
    bounds = tightest_bounds(weights)
    assert list(bounds) == list(weights.names)
    for name, (low, high) in bounds.items():
        lowest, highest = least(weights, {name: 1}), least(weights, {name: -1})
        assert lowest is not None
        assert highest is not None
        assert float(low) == pytest.approx(lowest, abs=1e-9)
        assert float(high) == pytest.approx(-highest, abs=1e-9)
    assert weights.is_point() == all(low == high for low, high in bounds.values())


def test_bounds_follow_from_the_sum() -> None:
    third = Fraction(1, 3)
    bounds = tightest_bounds(admissible("abc", {}, ordered("a", "b", "c")))
    assert bounds == {"a": (third, 1), "b": (0, Fraction(1, 2)), "c": (0, third)}


def test_an_empty_set_has_no_bounds() -> None:
    with pytest.raises(ValueError, match="no weights are admissible"):
        tightest_bounds(admissible("ab", {"a": (0.7, None), "b": (0.7, None)}))


def test_weights_are_admissible_up_to_a_tolerance() -> None:
    weights = admissible("abcd", {"d": (0.1, 0.3)}, [["a"], ["b", "c"]])
    fine = {"a": 0.4, "b": 0.2, "c": 0.2, "d": 0.2}
    assert weights.contains(fine)
    assert weights.contains(fine | {"a": 0.4 + 1e-10})
    assert not weights.contains(fine, 0)  # a float is not quite the decimal
    assert weights.contains({name: exact(weight) for name, weight in fine.items()}, 0)


@pytest.mark.parametrize(
    "changed",
    [
        {"a": 0.41},  # the sum
        {"a": 0.1, "b": 0.35, "c": 0.35},  # the order
        {"b": 0.21, "c": 0.19},  # the tie
        {"a": 0.55, "d": 0.05},  # a low
        {"a": 0.25, "b": 0.2, "c": 0.2, "d": 0.35},  # a high
        {"a": 0.6, "b": -0.1, "c": 0.2, "d": 0.3},  # less than nothing
    ],
)
def test_weights_that_are_not_admissible(changed: dict[str, float]) -> None:
    weights = admissible("abcd", {"d": (0.1, 0.3)}, [["a"], ["b", "c"]])
    assert not weights.contains({"a": 0.4, "b": 0.2, "c": 0.2, "d": 0.2} | changed)


@pytest.mark.parametrize(
    ("names", "ranges", "order", "message"),
    [
        ("", {}, [], "names of the level"),
        ("ab", {"c": (0, 1)}, [], "names of the level"),
        ("ab", {}, [["a"], ["c"]], "names of the level"),
        ("ab", {}, [["a"], []], "names of the level"),
        ("aba", {}, [], "twice"),
        ("ab", {}, [["a"], ["b", "a"]], "twice"),
        ("ab", {"a": (-0.1, None)}, [], "from 0 to 1"),
        ("ab", {"a": (None, 1.1)}, [], "from 0 to 1"),
        ("ab", {"a": (float("nan"), None)}, [], "from 0 to 1"),
        ("ab", {"a": (None, float("inf"))}, [], "from 0 to 1"),
    ],
)
def test_what_is_no_set_of_weights(
    names: str, ranges: dict[str, Range], order: list[list[str]], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        admissible(list(names), ranges, order)
