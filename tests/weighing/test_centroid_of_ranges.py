"""The mean admissible weights, where they can be had in closed form or by hand."""

from fractions import Fraction

import pytest
from sets_of_weights import NAMES, ordered

from policyscore.weighing.sets.admissible import Range, admissible
from policyscore.weighing.sets.centroid import centroid, exact_centroid
from policyscore.weighing.sets.centroid_body import body_of
from policyscore.weighing.sets.centroid_sums import centroid_of_body


def fractions(*texts: str) -> list[Fraction]:
    return [Fraction(text) for text in texts]


def mean(
    ranges: dict[str, Range], order: list[list[str]] | None = None, names: str = "abc"
) -> list[Fraction]:
    return [*exact_centroid(admissible(list(names), ranges, order or [])).values()]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7])
def test_without_anything_stated_weights_are_equal(size: int) -> None:
    assert centroid(admissible(NAMES[:size], {})) == dict.fromkeys(NAMES[:size], 1 / size)


def test_the_order_of_three_as_published() -> None:
    """Barron & Barrett (1996): rank-order centroid weights."""
    weights = centroid(admissible("abc", {}, ordered(*"abc")))
    assert list(weights.values()) == pytest.approx([0.611111, 0.277778, 0.111111], abs=1e-6)


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
def test_an_order_gives_rank_order_centroid_weights(size: int) -> None:
    expected = [sum(Fraction(1, j) for j in range(i, size + 1)) / size for i in range(1, size + 1)]
    assert mean({}, ordered(*NAMES[:size]), "".join(NAMES[:size])) == expected


def test_an_order_with_ties_has_a_corner_a_group() -> None:
    # corners: (1, 0, 0, 0), (1/3, 1/3, 1/3, 0), (1/4, 1/4, 1/4, 1/4)
    found = mean({}, [["a"], ["b", "c"], ["d"]], "abcd")
    assert found == fractions("19/36", "7/36", "7/36", "1/12")


def test_an_order_that_leaves_out_a_name() -> None:
    # corners: all for a, halves for a and b, all for c
    assert mean({}, ordered("a", "b")) == fractions("1/2", "1/6", "1/3")


def test_a_range_of_one_weight_of_two() -> None:
    assert mean({"a": (0.1, 0.3)}, names="ab") == fractions("1/5", "4/5")
    assert mean({"a": (0.1, None), "b": (None, 0.6)}, names="ab") == fractions("7/10", "3/10")


def test_lows_are_a_smaller_simplex() -> None:
    found = mean({"a": (0.2, None), "b": (0.1, None), "c": (0.1, None)})
    assert found == fractions("2/5", "3/10", "3/10")


def test_highs_are_a_simplex_upside_down() -> None:
    # corners: (0.5, 0.5, 0), (0.5, 0, 0.5), (0, 0.5, 0.5)
    assert mean(dict.fromkeys("abc", (None, 0.5))) == fractions("1/3", "1/3", "1/3")
    # corners: (0.6, 0.4, 0), (0.6, 0.1, 0.3), (0.3, 0.4, 0.3)
    found = mean({"a": (None, 0.6), "b": (None, 0.4), "c": (None, 0.3)})
    assert found == fractions("1/2", "3/10", "1/5")


def test_a_triangle_without_a_corner() -> None:
    # the whole, mean 1/3, less the half-sized triangle at a, a quarter of it, mean (2/3, 1/6, 1/6)
    assert mean({"a": (None, 0.5)}) == fractions("2/9", "7/18", "7/18")


def test_an_order_with_a_range() -> None:
    # a >= b >= c with a at most a half: corners (1/2, 1/2, 0), (1/2, 1/4, 1/4), (1/3, 1/3, 1/3)
    assert mean({"a": (None, 0.5)}, ordered(*"abc")) == fractions("4/9", "13/36", "7/36")


def test_a_weight_that_is_given() -> None:
    assert mean({"b": (0.4, 0.4)}) == fractions("3/10", "2/5", "3/10")


def test_a_weight_that_is_given_parts_the_order() -> None:
    # a >= 0.3 and c <= 0.3, so c = 0.7 - a from 0 to 0.3
    found = mean({"b": (0.3, 0.3)}, ordered(*"abc"))
    assert found == fractions("11/20", "3/10", "3/20")


def test_bounds_that_meet_through_the_order() -> None:
    found = mean({"a": (None, 0.25), "b": (0.25, None)}, ordered(*"ab"), "abcd")
    assert found == fractions("1/4", "1/4", "1/4", "1/4")


def test_single_points() -> None:
    assert mean({}, names="a") == [1]
    assert mean({"a": (0.2, None), "b": (0.5, None), "c": (0.3, None)}) == fractions(
        "1/5", "1/2", "3/10"
    )
    assert mean({"a": (None, 0.2), "b": (None, 0.5), "c": (None, 0.3)}) == fractions(
        "1/5", "1/2", "3/10"
    )
    assert mean({}, [["a", "b", "c"]]) == fractions("1/3", "1/3", "1/3")
    assert mean({"a": (0.2, 0.2), "b": (0.5, 0.5)}) == fractions("1/5", "1/2", "3/10")


def test_the_general_way_gives_the_closed_form_too() -> None:
    letters = "abcdefghijkl"
    for order in ([], ordered(*letters), [["a"], ["b", "c"], ["e"]], [["a", "b"], ["c", "d"]]):
        weights = admissible(letters, {}, order)
        body = body_of(weights)
        numerators, denominator = centroid_of_body(body)
        expected = exact_centroid(weights)
        for names, numerator in zip(body.members, numerators, strict=True):
            assert Fraction(numerator, denominator) == expected[names[0]]


def test_a_thin_slice_costs_no_digits() -> None:
    """All but one within 1e-12 of their lows: then like the whole simplex, but so small."""
    ranges: dict[str, Range] = dict.fromkeys("abcde", (0.1, 0.100000000001))
    weights = centroid(admissible("abcdef", ranges, ordered(*"abcde")))
    for rank, name in enumerate("abcde"):  # order statistics of independent uniforms
        assert weights[name] == float(Fraction(1, 10) + Fraction(5 - rank, 6 * 10**12))


def test_a_box_cut_in_the_middle_by_the_sum() -> None:
    """Eulerian numbers: n weights from 0 to 2/n have the mean 1/n, whatever their volume."""
    names = [f"n{i}" for i in range(20)]
    found = exact_centroid(admissible(names, dict.fromkeys(names, (None, 0.1))))
    assert set(found.values()) == {Fraction(1, 20)}


def test_a_corner_cut_off_in_many_dimensions() -> None:
    """The part of the simplex with a above a half is (1/2)^(n - 1) of it, and like it."""
    size = 30
    names = [f"n{i}" for i in range(size)]
    found = exact_centroid(admissible(names, {"n0": (None, 0.5)}))
    cut = Fraction(1, 2 ** (size - 1))
    apex = Fraction(1, 2) + Fraction(1, 2 * size)
    assert found["n0"] == (Fraction(1, size) - cut * apex) / (1 - cut)


def test_an_empty_set_has_no_centroid() -> None:
    with pytest.raises(ValueError, match="no weights are admissible"):
        centroid(admissible("ab", {"a": (0.7, None), "b": (0.7, None)}))


def test_floats_are_the_nearest() -> None:
    weights = admissible("abcd", {"a": (0.13, 0.57), "b": (None, 0.41)}, ordered("b", "c"))
    fractions_of = exact_centroid(weights)
    assert centroid(weights) == {name: float(weight) for name, weight in fractions_of.items()}
    assert sum(fractions_of.values()) == 1


def test_orders_of_many_names_are_exact() -> None:
    names = [f"n{i}" for i in range(2000)]
    weights = centroid(admissible(names, {}, ordered(*names)))
    assert weights["n1999"] == 1 / 2000**2
    assert sum(weights.values()) == pytest.approx(1, abs=1e-12)
