"""Whether statements about two names at a time connect all names."""

import time
from fractions import Fraction
from itertools import pairwise

import pytest

from policyscore.weighing.comparing.comparisons import connect, in_range, log_ratio, separate_sets


def test_sets_and_names_keep_their_order() -> None:
    names = ["e", "d", "c", "b", "a", "f"]
    assert separate_sets(names, [("a", "d"), ("c", "f")]) == (
        ("e",),
        ("d", "a"),
        ("c", "f"),
        ("b",),
    )


def test_names_are_connected_through_others() -> None:
    assert separate_sets("abcd", [("b", "a"), ("c", "d"), ("a", "c")]) == (("a", "b", "c", "d"),)
    assert connect("abcd", [("b", "a"), ("c", "d"), ("a", "c")])
    assert not connect("abcd", [("b", "a"), ("c", "d"), ("d", "c")])


def test_one_name_and_none_need_no_connection() -> None:
    assert connect("a", [])
    assert connect("", [])
    assert separate_sets("", []) == ()


def test_a_strange_name_is_refused() -> None:
    with pytest.raises(KeyError):
        separate_sets("ab", [("a", "z")])


def test_a_chain_of_a_hundred_thousand_names_is_quick() -> None:
    names = [str(k) for k in range(100_000)]
    started = time.process_time()
    sets = separate_sets(names, list(pairwise(names))[::-1])
    assert sets == (tuple(names),)
    assert time.process_time() - started < 5


@pytest.mark.parametrize("ratio", [0, -3, 1e-300, 1e300, 1000.001, Fraction(1, 1001), float("nan")])
def test_ratios_beyond_a_thousand_are_refused(ratio: float) -> None:
    assert not in_range(ratio)
    with pytest.raises(ValueError, match="between 1/1000 and 1000"):
        log_ratio(ratio)


@pytest.mark.parametrize("ratio", [1000, 0.001, Fraction(1, 1000), 1, 1 + Fraction(1, 10**4000)])
def test_ratios_up_to_a_thousand_are_taken(ratio: float) -> None:
    assert in_range(ratio)
    assert abs(log_ratio(ratio)) < 6.91
