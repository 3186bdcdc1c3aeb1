"""Ranges along an order: the greatest value of linear functions, without a linear program.

Write x_1 >= x_2 >= ... >= x_k for the shares of the bands of a chain. The shares above a height t
are those of the first p(t) bands, between the number a(t) of lows above t and the number b(t) of
highs above t; between two neighbouring bounds a and b do not change. With a price λ on every unit
of weight, each such stretch of heights chooses its p by itself: the one whose first bands are worth
most beyond their price. The greatest value is the least, over λ, of λ plus all these surpluses
(Lagrangian duality, exact for linear programs): a convex function of one number made of straight
pieces, whose least point is found where two of its tangents meet.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from policyscore.analysis.admissible_sets import Band, Open
from policyscore.analysis.dominance.arrays import Flags, Floats

_MOST_STEPS = 500  # tangents meet after fewer steps than there are pieces, commonly five to ten
_EXACT = 1e-13


def greatest_of_chains(node: Open, worth: list[Floats]) -> Floats:
    """The greatest value of each of p linear functions of a level's shares.

    Args:
        node: The level.
        worth: What a share of 1 of each member is worth in each function; (p,) each.

    Returns:
        The values; (p,).
    """
    chains = [_chain(bands, worth) for bands in node.chains]
    every = np.stack(worth)
    size = float(np.abs(every).max(initial=0.0)) + 1e-300
    low, high = every.min(axis=0) - size, every.max(axis=0) + size
    low_value, low_slope = _beyond(chains, low, highs=True)
    high_value, high_slope = _beyond(chains, high, highs=False)
    best = np.minimum(low_value, high_value)
    active = np.arange(len(best))
    for _ in range(_MOST_STEPS):
        spread = np.maximum(high_slope - low_slope, 1e-300)
        ahead = low_value - high_value + high_slope * (high - low)
        price = np.clip(low + ahead / spread, low, high)
        value, slope = _at(chains, price)
        best[active] = np.minimum(best[active], value)
        floor = low_value + low_slope * (price - low)
        going = (value > floor + _EXACT * size) & (slope != 0)
        if not going.any():
            break
        active, price, value, slope = active[going], price[going], value[going], slope[going]
        chains = [chain.of(going) for chain in chains]
        right = slope < 0  # the least point lies to the right
        low = np.where(right, price, low[going])
        low_value = np.where(right, value, low_value[going])
        low_slope = np.where(right, slope, low_slope[going])
        high = np.where(right, high[going], price)
        high_value = np.where(right, high_value[going], value)
        high_slope = np.where(right, high_slope[going], slope)
    return best


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Heights over which the number of first bands is from `least` to `most`."""

    height: float
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class _Chain:
    """A chain of k bands under p functions.

    Attributes:
        stretches: Where the bounds do not change.
        sizes: How many members the first 0, 1, ... k bands have; (k + 1,).
        sums: What the first 0, 1, ... k bands are worth; k + 1 × p.
    """

    stretches: tuple[_Stretch, ...]
    sizes: Floats
    sums: Floats

    def of(self, going: Flags) -> "_Chain":
        """The same under some of the functions."""
        return _Chain(self.stretches, self.sizes, self.sums[:, going])


def _chain(bands: tuple[Band, ...], worth: list[Floats]) -> _Chain:
    heights = sorted({0.0, *(max(band.low, 0.0) for band in bands), *(band.high for band in bands)})
    stretches = tuple(
        _Stretch(
            top - bottom,
            sum(band.low >= top for band in bands),
            sum(band.high >= top for band in bands),
        )
        for bottom, top in pairwise(heights)
    )
    parts = [sum((worth[place] for place in band.places), np.zeros(1)) for band in bands]
    sums = np.concatenate([np.zeros((1, len(worth[0]))), np.cumsum(np.stack(parts), axis=0)])
    sizes = np.cumsum([0.0, *(len(band.places) for band in bands)])
    return _Chain(stretches, sizes, sums)


def _beyond(chains: list[_Chain], price: Floats, *, highs: bool) -> tuple[Floats, Floats]:
    """As `_at`, where everything is worth its price, or nothing but what lows ask for."""
    value, slope = price.copy(), np.ones(len(price))
    for chain in chains:
        for stretch in chain.stretches:
            number = stretch.most if highs else stretch.least
            value += stretch.height * (chain.sums[number] - chain.sizes[number] * price)
            slope -= stretch.height * chain.sizes[number]
    return value, slope


def _at(chains: list[_Chain], price: Floats) -> tuple[Floats, Floats]:
    """The function to be minimised, and its slope, at a price for each of p functions."""
    value, slope = price.copy(), np.ones(len(price))
    for chain in chains:
        window = _Window(chain, price)
        for stretch in reversed(chain.stretches):  # from the top, where the fewest bands are
            surplus, size = window.best(stretch.least, stretch.most)
            value += stretch.height * surplus
            slope -= stretch.height * size
    return value, slope


Choice = tuple[Floats, Floats]  # a surplus, and how many members it takes; (p,) each


class _Window:
    """The best number of first bands within two limits, both of which only ever grow.

    A queue kept as two stacks: what entered since the last turn as its best alone, what entered
    before as the best from each number on, so that a limit's step costs a few comparisons.
    """

    def __init__(self, chain: _Chain, price: Floats) -> None:
        self._chain, self._price = chain, price
        self._choices: list[Choice] = []  # that of each number that has entered
        self._from: list[Choice] = []  # the best from each number on, the least number last
        self._entered: Choice | None = None
        self._least = self._turned = self._next = 0

    def best(self, least: int, most: int) -> Choice:
        """The best of so many first bands, from `least` to `most`."""
        while self._next <= most:
            self._choices.append(self._choice(self._next))
            self._entered = _better(self._entered, self._choices[-1])
            self._next += 1
        while self._least < least:
            if not self._from:
                self._turn()
            self._from.pop()
            self._least += 1
        before = self._from[-1] if self._from else None
        found = before if self._entered is None else _better(before, self._entered)
        assert found is not None, "the window is never empty"  # noqa: S101 (for the type checker)
        return found

    def _turn(self) -> None:
        """Move what has entered to the other stack."""
        for number in range(self._next - 1, self._turned - 1, -1):
            last = self._from[-1] if self._from else None
            self._from.append(_better(last, self._choices[number]))
        self._turned, self._entered = self._next, None

    def _choice(self, number: int) -> Choice:
        size = self._chain.sizes[number]
        return self._chain.sums[number] - size * self._price, np.full(1, size)


def _better(one: Choice | None, other: Choice) -> Choice:
    """The better of two for each function."""
    if one is None:
        return other
    ahead = other[0] > one[0]  # two `where` take less time than one `maximum`
    return np.where(ahead, other[0], one[0]), np.where(ahead, other[1], one[1])
