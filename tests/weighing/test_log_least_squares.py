"""Weights from stated ratios: exact along a tree, least squares elsewhere, the worst found."""

from math import fsum, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import least_squares

from policyscore.weighing.comparing.comparisons import connect
from policyscore.weighing.comparing.log_least_squares import Ratio, solve

NAMES = "abcdef"
RATIOS = st.floats(-6, 6).map(lambda x: float(np.exp(x)))


@st.composite
def trees(draw: st.DrawFn) -> list[Ratio]:
    """Ratios that connect two to six names, none of them to spare."""
    n = draw(st.integers(2, 6))
    found: list[Ratio] = []
    for i in range(1, n):
        pair = [NAMES[draw(st.integers(0, i - 1))], NAMES[i]]
        if draw(st.booleans()):
            pair.reverse()
        found.append((pair[0], pair[1], draw(RATIOS)))
    return found


@st.composite
def spare_sets(draw: st.DrawFn) -> list[Ratio]:
    """Ratios that connect the names, with some more."""
    found = draw(trees())
    names = sorted({name for a, b, _ in found for name in (a, b)})
    pairs = st.permutations(names).map(lambda p: (p[0], p[1]))
    more = draw(st.lists(st.tuples(pairs, RATIOS), min_size=1, max_size=6))
    return draw(st.permutations([*found, *((a, b, ratio) for (a, b), ratio in more)]))


@settings(max_examples=80, deadline=None, derandomize=True)
@given(trees())
def test_ratios_that_form_a_tree_hold_exactly(ratios: list[Ratio]) -> None:
    solved = solve(ratios)
    assert solved.worst is None
    assert fsum(solved.weights.values()) == pytest.approx(1, abs=1e-12)
    for a, b, ratio in ratios:
        assert solved.weights[a] / solved.weights[b] == pytest.approx(ratio, rel=1e-9)


def by_scipy(ratios: list[Ratio]) -> dict[str, float]:
    """The logarithms of the weights, up to what is added to all."""
    names = sorted({name for a, b, _ in ratios for name in (a, b)})

    def residuals(logs: np.ndarray) -> list[float]:
        at = dict(zip(names, [0.0, *logs], strict=True))
        return [at[a] - at[b] - log(ratio) for a, b, ratio in ratios]

    found = least_squares(residuals, np.zeros(len(names) - 1), xtol=1e-14, ftol=1e-14, gtol=1e-12)
    return dict(zip(names, [0.0, *found.x], strict=True))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(spare_sets())
def test_more_ratios_than_needed_are_met_by_least_squares(ratios: list[Ratio]) -> None:
    weights = solve(ratios).weights
    expected = by_scipy(ratios)
    base = min(expected)
    for name, logarithm in expected.items():
        assert log(weights[name] / weights[base]) == pytest.approx(
            logarithm - expected[base], abs=1e-6
        )


@settings(max_examples=60, deadline=None, derandomize=True)
@given(spare_sets())
def test_the_worst_is_what_the_others_contradict_most(ratios: list[Ratio]) -> None:
    worst = solve(ratios).worst
    names = {name for a, b, _ in ratios for name in (a, b)}
    off = {}
    for number, (a, b, ratio) in enumerate(ratios):
        rest = ratios[:number] + ratios[number + 1 :]
        if connect(names, [(x, y) for x, y, _ in rest]):
            implied = solve(rest).weights
            off[number] = log(ratio) - log(implied[a] / implied[b])
    assert worst is not None
    number, factor = worst
    assert log(factor) == pytest.approx(off[number], abs=1e-8)
    assert abs(off[number]) >= max(map(abs, off.values())) - 1e-8


def test_a_ratio_that_nothing_else_implies_is_never_the_worst() -> None:
    ratios = [("a", "b", 1000.0), ("b", "c", 2.0), ("c", "d", 2.0), ("b", "d", 5.0)]
    worst = solve(ratios).worst
    assert worst is not None
    assert worst[0] != 0
    assert max(worst[1], 1 / worst[1]) == pytest.approx(1.25)


def test_long_chains_of_large_ratios_end_in_weights_of_zero() -> None:
    chain = [(f"c{i}", f"c{i + 1}", 1e8) for i in range(3000)]
    weights = solve(chain).weights
    assert weights["c0"] == pytest.approx(1, abs=1e-7)
    assert weights["c3000"] == 0
    assert fsum(weights.values()) == pytest.approx(1, abs=1e-12)
