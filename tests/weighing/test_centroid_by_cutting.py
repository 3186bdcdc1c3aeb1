"""The mean admissible weights against cutting small sets into simplices."""

from fractions import Fraction

from hypothesis import given, settings
from sets_of_weights import any_sets, full_sets, ordered
from small_polytopes import centroid_by_cutting

from policyscore.weighing.sets.admissible import AdmissibleWeights, admissible
from policyscore.weighing.sets.centroid import exact_centroid


@settings(max_examples=200, deadline=None, derandomize=True)
@given(full_sets(4))
def test_sets_of_up_to_four_names(weights: AdmissibleWeights) -> None:
    assert exact_centroid(weights) == centroid_by_cutting(weights)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(full_sets(5))
def test_sets_of_up_to_five_names(weights: AdmissibleWeights) -> None:
    assert exact_centroid(weights) == centroid_by_cutting(weights)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(any_sets(4))
def test_sets_that_may_be_empty(weights: AdmissibleWeights) -> None:
    expected = centroid_by_cutting(weights)
    assert weights.is_empty() == (expected is None)
    if expected is not None:
        assert exact_centroid(weights) == expected


def test_five_names_in_order_with_ranges() -> None:
    ranges = {
        "a": (0.2, 0.45),
        "b": (0.15, 0.35),
        "c": (0.1, 0.3),
        "d": (None, 0.25),
        "e": (0.02, 0.2),
    }
    weights = admissible("abcde", ranges, ordered(*"abcde"))
    assert exact_centroid(weights) == centroid_by_cutting(weights)


def test_cutting_finds_what_is_known() -> None:
    weights = admissible("abc", {}, ordered(*"abc"))
    assert centroid_by_cutting(weights) == {
        "a": Fraction(11, 18),
        "b": Fraction(5, 18),
        "c": Fraction(1, 9),
    }
    square = dict.fromkeys("abcd", (None, 0.5))
    assert centroid_by_cutting(admissible("abcd", square)) == dict.fromkeys("abcd", Fraction(1, 4))
