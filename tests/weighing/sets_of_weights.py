"""Sets of admissible weights to try things on, and what SciPy's linear programming says of them."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st
from scipy.optimize import linprog

from policyscore.weighing.sets.admissible import AdmissibleWeights, admissible

NAMES = tuple("abcdefgh")


@st.composite
def any_sets(draw: Callable[[st.SearchStrategy[Any]], Any], most: int = 4) -> AdmissibleWeights:
    """Any ranges in twentieths with any order; often no weights are admissible."""
    names = NAMES[: draw(st.integers(1, most))]
    most_low = draw(st.sampled_from([4, 10, 20]))
    least_high = draw(st.sampled_from([0, 4, 10]))
    lows = st.none() | st.integers(0, most_low).map(lambda low: low / 20)
    highs = st.none() | st.integers(least_high, 20).map(lambda high: high / 20)
    ranges = {name: (draw(lows), draw(highs)) for name in names}
    order: list[list[str]] = []
    for name in draw(st.permutations(names))[: draw(st.integers(0, len(names)))]:
        if order and draw(st.integers(0, 3)) == 0:
            order[-1].append(name)
        else:
            order.append([name])
    return admissible(names, ranges, order)


@st.composite
def full_sets(draw: Callable[[st.SearchStrategy[Any]], Any], most: int = 4) -> AdmissibleWeights:
    """Ranges and an order around some weights, so that these at least are admissible."""
    names = NAMES[: draw(st.integers(1, most))]
    weights = {name: draw(st.integers(0, 6)) for name in names}
    if not any(weights.values()):
        weights[names[0]] = 1
    total = sum(weights.values())
    slack = st.sampled_from([0, 1, 1, 2, 3, 99])
    lows = {n: Fraction(max(0, weights[n] - draw(slack)), total) for n in names}
    highs = {n: Fraction(min(total, weights[n] + draw(slack)), total) for n in names}
    chained = draw(st.permutations(names))[: draw(st.integers(0, len(names)))]
    order: list[tuple[str, ...]] = []
    for name in sorted(chained, key=weights.__getitem__, reverse=True):
        if order and weights[order[-1][0]] == weights[name] and draw(st.booleans()):
            order[-1] = (*order[-1], name)
        else:
            order.append((name,))
    return AdmissibleWeights(names, lows, highs, tuple(order))


def least(weights: AdmissibleWeights, costs: Mapping[str, float]) -> float | None:
    """The least sum of costs times weights in a set, or None if it is empty."""
    names = weights.names

    def row(**coefficients: int) -> list[int]:
        return [coefficients.get(name, 0) for name in names]

    equal = [row(**dict.fromkeys(names, 1))]
    equal += [row(**{tied[0]: 1, name: -1}) for tied in weights.order for name in tied[1:]]
    falls = [row(**{above[0]: -1, below[0]: 1}) for above, below in pairwise(weights.order)]
    if any(weights.lows[name] > weights.highs[name] for name in names):
        return None  # which linprog would rather complain of
    result = linprog(
        [costs.get(name, 0) for name in names],
        A_ub=falls or None,
        b_ub=[0] * len(falls) or None,
        A_eq=equal,
        b_eq=[1] + [0] * (len(equal) - 1),
        bounds=[(float(weights.lows[name]), float(weights.highs[name])) for name in names],
    )
    return float(result.fun) if result.status == 0 else None


def ordered(*names: str) -> list[list[str]]:
    """An order without ties."""
    return [[name] for name in names]
