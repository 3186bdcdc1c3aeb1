"""Quantile functions as tables, for distributions whose quantiles have no closed form.

A table holds the distribution function, its quantiles and their slopes at some hundred points;
between two of them a cubic with the right values and slopes at both ends (Hermite) turns a uniform
number into a draw. The distribution function is the running sum of the density by Simpson's rule,
in a variable in which the density is smooth and vanishes at both ends; all of it by exactly rounded
operations. The distribution function of what is drawn is off by less than 1e-6 anywhere.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.uncertain.guide_tables import Guide, guide_of
from policyscore.analysis.robustness.uncertain.same_bits import exp, log

_NODES = 512
_FINER = 4  # cells of the sum for each cell of the table
_MOST_NODES = 1 << 13
_FAR = 8.5  # standard deviations, beyond which nothing is ever drawn: the odds are 2e-17
_NEGLIGIBLE = -46.0  # the logarithm of a density, relative to its peak, that is as good as none
_FARTHEST = 500.0  # logits; a density that reaches farther is cut where
_DEEP = 80.0  # x is 2e-35 from an end
_SLOW = 0.09  # of a parameter: the density then reaches farther
_TINY, _LEAST = 1e-12, 1e-40
_HUGE = 1e200
_LARGE = 1e8
_SMALL = 1e-4
_ONLY = np.zeros(1, dtype=np.int64)
_CELLS = 1 << 11  # of guide tables
_TABLES = 128  # remembered: most have 44 KiB, the largest 600

IN_CACHE = 1 << 14
"""Numbers of an array that passes through several steps and should stay near the processor."""


@dataclass(frozen=True, slots=True)
class QuantileTable:
    """A quantile function.

    Attributes:
        chances: Rising chances, shape (points,), the first 0.
        points: The quantile at each, shape (points,).
        cubics: For each interval the terms of the cubic in the share of the way through it: its
            slope, its square and its cube, and 1 over the interval, shape (4, points); 0 for the
            last point.
        guide: Finds the interval of a chance.
    """

    chances: Floats
    points: Floats
    cubics: Floats
    guide: Guide

    def draw(self, uniform: Floats) -> Floats:
        """Turn uniform numbers from 0 to below 1 into draws, elementwise."""
        flat = uniform.reshape(-1)
        drawn = np.empty(flat.shape)
        for start in range(0, len(flat), IN_CACHE):
            some = slice(start, start + IN_CACHE)
            self._draw(flat[some], drawn[some])
        return drawn.reshape(uniform.shape)

    def _draw(self, uniform: Floats, drawn: Floats) -> None:
        index = self.guide.find(uniform, _ONLY)
        slope, square, cube, over = self.cubics
        way = uniform - self.chances.take(index)
        way *= over.take(index)
        np.multiply(way, cube.take(index), out=drawn)
        drawn += square.take(index)
        drawn *= way
        drawn += slope.take(index)
        drawn *= way
        low = self.points.take(index)
        drawn += low
        np.maximum(drawn, low, out=drawn)
        index += 1
        np.minimum(drawn, self.points.take(index, mode="clip"), out=drawn)


@lru_cache(maxsize=1)
def normal_table() -> QuantileTable:
    """The standard normal distribution."""
    grid = np.linspace(-_FAR, _FAR, _FINER * _NODES + 1)
    points = grid[::_FINER]
    return _table(exp(-0.5 * grid * grid), points, np.ones_like(points), 2 * _FAR)


@lru_cache(maxsize=_TABLES)
def beta_table(a: float, b: float) -> QuantileTable:
    """The beta distribution on 0 to 1, integrated over the logit y of x: x = 1 / (1 + exp(-y)).

    There its density is x**a (1 - x)**b, smooth whatever the parameters. Where a parameter is so
    small that much of it is next to an end, what lies within exp(-80) of the end is put there; how
    much that is has a formula, for the density falls by a power of e.

    Args:
        a: The first parameter, above 0.
        b: The second, above 0.
    """
    (a,), (b,) = (each.tolist() for each in in_range(np.array([a]), np.array([b])))
    peak = float(log(np.array([a]))[0] - log(np.array([b]))[0])
    low, high = _support(a, b, peak)
    deep = peak + low < -_FARTHEST, peak + high > _FARTHEST
    low, high = -_DEEP - peak if deep[0] else low, _DEEP - peak if deep[1] else high
    if low >= high:
        end = np.full(2, 0.0 if peak < 0 else 1.0)
        ends = np.array([0.0, 1.0])
        return QuantileTable(ends, end, np.zeros((4, 2)), guide_of(ends[None, :], 1))
    # Tails fall by as many powers of e a logit as the parameter says, or by up to some 20 where
    # they matter; from one node to the next it should not be more than a quarter of one.
    steep = min(max(a, b, 1.0), 20.0)
    nodes = min(max(int(4.0 * (high - low) * steep), _NODES), _MOST_NODES)
    grid = np.linspace(low, high, _FINER * nodes + 1)
    height = _log_density(grid, a, b, peak)
    density = exp(height - height.max())
    y = peak + grid[::_FINER]
    points = _share(y)
    beyond = (
        float(density[0]) / a if deep[0] else 0.0,
        float(density[-1]) / b if deep[1] else 0.0,
    )
    # Of 1 - x by itself, for x may be too near to 1 for the difference.
    return _table(density, points, points * _share(-y), high - low, beyond)


def in_range(a: Floats, b: Floats) -> tuple[Floats, Floats]:
    """Parameters of beta distributions that have the same draws, in a range that can be worked in.

    Where both are tiny, only their quotient matters: draws are 0 or 1. What is beyond the range
    gives 0 or 1, or the mean, as far as a float can tell.
    """
    larger = np.maximum(a, b)
    size = np.minimum(np.maximum(larger, _TINY), _HUGE)
    first, second = (np.where(size == larger, x, x / larger * size) for x in (a, b))
    return np.maximum(first, _LEAST), np.maximum(second, _LEAST)


def _share(y: Floats) -> Floats:
    """1 / (1 + exp(-y)) without overflow."""
    small = exp(-np.abs(y))
    return np.where(y < 0, small, 1.0) / (1.0 + small)


def _log_density(t: Floats, a: float, b: float, peak: float) -> Floats:
    """The logarithm of x**a (1 - x)**b where the logit of x is t beyond that of the peak.

    Up to a constant. Where both parameters are large it is the difference of large numbers, but t
    is small wherever the density is not: the cumulants of a toss with the chance a / (a + b) are
    the terms of its power series.
    """
    if min(a, b) < _LARGE:
        y = peak + t
        return np.where(y < 0, a * y, -b * y) - (a + b) * _log_1_plus(exp(-np.abs(y)))
    t = np.maximum(np.minimum(t, 1.0), -1.0)  # beyond it, the density is as good as none
    chance, other = a / (a + b), b / (a + b)
    even = chance * other
    skew = other - chance
    last = (1.0 - 6.0 * even) / 24.0 + t * (skew * (1.0 - 12.0 * even) / 120.0)
    return -(a + b) * even * (t * t) * (0.5 + t * (skew / 6.0 + t * last))


def _log_1_plus(x: Floats) -> Floats:
    """The logarithm of 1 + x, of numbers from 0 to 1, with all digits for small ones, too."""
    series = x * (1.0 - x * (1.0 / 2 - x * (1.0 / 3 - x * (1.0 / 4 - x / 5))))
    return np.where(x < _SMALL, series, log(1.0 + x))


def _support(a: float, b: float, peak: float) -> tuple[float, float]:
    """How far to both sides of its peak the density is more than negligible; it has no other.

    Of tiny parameters it is told as if they were larger: it then reaches farther than matters.
    """
    a, b = max(a, _SLOW), max(b, _SLOW)
    middle = float(log(np.array([a]))[0] - log(np.array([b]))[0])
    top = float(_log_density(np.zeros(1), a, b, middle)[0])
    # All tries at once: the widths that double, then those between the last two of them.
    widths = np.ldexp(1.0, np.arange(-400, 60))
    found = []
    for side in (-1.0, 1.0):
        inside = _log_density(side * widths, a, b, middle) - top > _NEGLIGIBLE
        near = widths[np.flatnonzero(inside)[-1]] if inside.any() else widths[0]
        between = near * (1.0 + np.arange(65) / 64)
        outside = _log_density(side * between, a, b, middle) - top <= _NEGLIGIBLE
        found.append(side * float(between[np.flatnonzero(outside)[0]]) + (middle - peak))
    return found[0], found[1]


def _table(
    density: Floats,
    points: Floats,
    speed: Floats,
    span: float,
    beyond: tuple[float, float] = (0.0, 0.0),
) -> QuantileTable:
    """A table from a density.

    Args:
        density: On an even grid that is finer than the table; of any size.
        points: The quantiles at the points of the table.
        speed: How fast they rise with the variable of the grid.
        span: How far the grid reaches.
        beyond: What lies beyond either end of the grid, and counts as the end, in units of the
            density times the variable of the grid.
    """
    mass = density[:-2:2] + 4.0 * density[1:-1:2] + density[2::2]
    # The sum is in units of a third of a step of the grid.
    third = span / (len(density) - 1) / 3.0
    sums = beyond[0] + third * np.concatenate(([0.0], np.add.accumulate(mass)))
    whole = float(sums[-1]) + beyond[1]
    chances, slopes = sums[:: _FINER // 2] / whole, speed * whole / density[::_FINER]
    if beyond[0] > 0:
        chances, points = np.append(0.0, chances), np.append(points[0], points)
        slopes = np.append(0.0, slopes)
    rises = np.concatenate((chances[1:] > chances[:-1], [True]))
    chances, points, slopes = chances[rises], points[rises], slopes[rises]
    width, rise = chances[1:] - chances[:-1], points[1:] - points[:-1]
    start, end = slopes[:-1] * width, slopes[1:] * width
    cubics = np.zeros((4, len(points)))
    cubics[0, :-1] = start
    cubics[1, :-1] = 3.0 * rise - 2.0 * start - end
    cubics[2, :-1] = start + end - 2.0 * rise
    cubics[3, :-1] = 1.0 / width
    # Where chances are so near to 1 that they round, slopes say little: a straight line will do.
    rough = ~((start >= 0) & (end >= 0) & (start <= 3.0 * rise) & (end <= 3.0 * rise))
    cubics[0, :-1][rough], cubics[1, :-1][rough], cubics[2, :-1][rough] = rise[rough], 0.0, 0.0
    return QuantileTable(chances, points, cubics, guide_of(chances[None, :], _CELLS))
