"""What holds of the mean admissible weights, whatever the ranges and the order."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sets_of_weights import full_sets

from policyscore.weighing.sets.admissible import AdmissibleWeights
from policyscore.weighing.sets.centroid import centroid, exact_centroid
from policyscore.weighing.sets.tightest_bounds import tightest_bounds

EXAMPLES = settings(max_examples=100, deadline=None, derandomize=True)


@EXAMPLES
@given(full_sets(8))
def test_it_is_admissible(weights: AdmissibleWeights) -> None:
    mean = exact_centroid(weights)
    assert list(mean) == list(weights.names)
    assert weights.contains(mean, 0)
    floats = centroid(weights)
    assert floats == {name: float(weight) for name, weight in mean.items()}
    assert sum(floats.values()) == pytest.approx(1, abs=1e-12)


@EXAMPLES
@given(full_sets(8))
def test_it_is_between_the_tightest_bounds_where_they_differ(weights: AdmissibleWeights) -> None:
    mean = exact_centroid(weights)
    for name, (low, high) in tightest_bounds(weights).items():
        assert low < mean[name] < high or low == mean[name] == high


@EXAMPLES
@given(full_sets(7), st.randoms(use_true_random=False))
def test_names_may_be_listed_in_any_way(weights: AdmissibleWeights, random: Random) -> None:
    names = [*weights.names]
    random.shuffle(names)
    order = tuple(tuple(random.sample(tied, len(tied))) for tied in weights.order)
    shuffled = replace(weights, names=tuple(names), order=order)
    assert exact_centroid(shuffled) == exact_centroid(weights)


@EXAMPLES
@given(full_sets(7))
def test_what_follows_changes_nothing(weights: AdmissibleWeights) -> None:
    """Stating the bounds that follow from all the others."""
    bounds = tightest_bounds(weights)
    stated = replace(
        weights,
        lows={name: low for name, (low, _) in bounds.items()},
        highs={name: high for name, (_, high) in bounds.items()},
    )
    assert exact_centroid(stated) == exact_centroid(weights)


@EXAMPLES
@given(full_sets(6), st.integers(0, 5))
def test_names_of_which_the_same_is_stated_have_the_same(
    weights: AdmissibleWeights, index: int
) -> None:
    name = weights.names[index % len(weights.names)]
    inside = {tied for group in weights.order for tied in group}
    twin = AdmissibleWeights(
        (*weights.names, "twin", "other"),
        {**weights.lows, "twin": weights.lows[name] / 2, "other": weights.lows[name] / 2},
        {**weights.highs, "twin": weights.highs[name], "other": weights.highs[name]},
        weights.order,
    )
    if twin.is_empty():
        return
    mean = exact_centroid(twin)
    assert mean["twin"] == mean["other"]
    if name not in inside and weights.lows[name] == 0:
        assert mean[name] == mean["twin"]


@EXAMPLES
@given(full_sets(7))
def test_an_order_never_turns_round(weights: AdmissibleWeights) -> None:
    mean = exact_centroid(weights)
    for above, below in zip(weights.order, weights.order[1:], strict=False):
        assert mean[above[0]] >= mean[below[0]]
        assert len({mean[name] for name in above}) == 1


@EXAMPLES
@given(full_sets(8))
def test_upside_down_it_is_upside_down(weights: AdmissibleWeights) -> None:
    """Turn w into (1 - w) / (n - 1): lows become highs, and the order turns round."""
    less = len(weights.names) - 1
    if less == 0:
        return
    turned = AdmissibleWeights(
        weights.names,
        {name: (1 - high) / less for name, high in weights.highs.items()},
        {name: (1 - low) / less for name, low in weights.lows.items()},
        weights.order[::-1],
    )
    expected = {name: (1 - weight) / less for name, weight in exact_centroid(weights).items()}
    assert exact_centroid(turned) == expected


@EXAMPLES
@given(full_sets(5), st.integers(1, 99))
def test_a_name_of_known_weight_shrinks_the_rest(weights: AdmissibleWeights, percent: int) -> None:
    rest = Fraction(100 - percent, 100)
    fixed = Fraction(percent, 100)
    grown = AdmissibleWeights(
        (*weights.names, "known"),
        {**{name: low * rest for name, low in weights.lows.items()}, "known": fixed},
        {**{name: high * rest for name, high in weights.highs.items()}, "known": fixed},
        weights.order,
    )
    expected = {name: weight * rest for name, weight in exact_centroid(weights).items()}
    assert exact_centroid(grown) == {**expected, "known": fixed}
