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
from policyscore.analysis.robustness.uncertain.same_bits import exp, log

_NODES = 512
_FINER = 4  # cells of the sum for each cell of the table
_MOST_NODES = 1 << 13
_FAR = 8.5  # standard deviations, beyond which nothing is ever drawn: the odds are 2e-17
_NEGLIGIBLE = -46.0  # the logarithm of a density, relative to its peak, that is as good as none
_TABLES = 128  # remembered: most have 24 KiB, the largest 400


@dataclass(frozen=True, slots=True)
class QuantileTable:
    """A quantile function.

    Attributes:
        chances: Rising chances, shape (points,), the first 0.
        points: The quantile at each, shape (points,).
        cubics: For each interval the terms of the cubic in the share of the way through it: its
            slope, its square and its cube, and 1 over the interval, shape (4, points); 0 for the
            last point.
    """

    chances: Floats
    points: Floats
    cubics: Floats

    def draw(self, uniform: Floats) -> Floats:
        """Turn uniform numbers from 0 to below 1 into draws, elementwise."""
        index = np.searchsorted(self.chances, uniform, side="right") - 1
        slope, square, cube, over = self.cubics
        way = (uniform - self.chances[index]) * over[index]
        low = self.points[index]
        drawn = low + way * (slope[index] + way * (square[index] + way * cube[index]))
        high = self.points[np.minimum(index + 1, len(self.points) - 1)]
        return np.asarray(np.minimum(np.maximum(drawn, low), high))


@lru_cache(maxsize=1)
def normal_table() -> QuantileTable:
    """The standard normal distribution."""
    grid = np.linspace(-_FAR, _FAR, _FINER * _NODES + 1)
    points = grid[::_FINER]
    return _table(exp(-0.5 * grid * grid), points, np.ones_like(points), 2 * _FAR)


@lru_cache(maxsize=_TABLES)
def beta_table(a: float, b: float) -> QuantileTable:
    """The beta distribution on 0 to 1, integrated over the logit y of x: x = 1 / (1 + exp(-y)).

    There its density is x**a (1 - x)**b, smooth whatever the parameters.

    Args:
        a: The first parameter, above 0.
        b: The second, above 0.
    """
    low, high = _support(a, b)
    # Tails fall by as many powers of e a logit as the parameter says, or by up to some 20 where
    # they matter; from one node to the next it should not be more than half of one.
    steep = min(max(a, b, 1.0), 20.0)
    nodes = min(max(int(2.0 * (high - low) * steep), _NODES), _MOST_NODES)
    grid = np.linspace(low, high, _FINER * nodes + 1)
    height = _log_density(grid, a, b)
    y = grid[::_FINER]
    points = _share(y)
    # Of 1 - x by itself, for x may be too near to 1 for the difference.
    return _table(exp(height - height.max()), points, points * _share(-y), high - low)


def _share(y: Floats) -> Floats:
    """1 / (1 + exp(-y)) without overflow."""
    small = exp(-np.abs(y))
    return np.where(y < 0, small, 1.0) / (1.0 + small)


def _log_density(y: Floats, a: float, b: float) -> Floats:
    """The logarithm of x**a (1 - x)**b at the logits y."""
    tail = log(1.0 + exp(-np.abs(y)))
    return np.where(y < 0, a * y, -b * y) - (a + b) * tail


def _support(a: float, b: float) -> tuple[float, float]:
    """Between which logits the density is more than negligible; it has a single peak."""
    peak = float(log(np.array([a]))[0] - log(np.array([b]))[0])
    top = float(_log_density(np.array([peak]), a, b)[0])
    # All tries at once: the widths that double, then those between the last two of them.
    widths = np.ldexp(1.0, np.arange(-30, 60))
    found = []
    for side in (-1.0, 1.0):
        inside = _log_density(peak + side * widths, a, b) - top > _NEGLIGIBLE
        near = widths[np.flatnonzero(inside)[-1]] if inside.any() else widths[0]
        between = near * (1.0 + np.arange(65) / 64)
        outside = _log_density(peak + side * between, a, b) - top <= _NEGLIGIBLE
        found.append(peak + side * float(between[np.flatnonzero(outside)[0]]))
    return found[0], found[1]


def _table(density: Floats, points: Floats, speed: Floats, span: float) -> QuantileTable:
    """A table from a density.

    Args:
        density: On an even grid that is finer than the table; of any size.
        points: The quantiles at the points of the table.
        speed: How fast they rise with the variable of the grid.
        span: How far the grid reaches.
    """
    mass = density[:-2:2] + 4.0 * density[1:-1:2] + density[2::2]
    sums = np.concatenate(([0.0], np.add.accumulate(mass)))
    chances = sums[:: _FINER // 2] / sums[-1]
    # The sum is in units of a third of a step of the grid.
    whole = sums[-1] * (span / (len(density) - 1)) / 3.0
    slopes = speed * whole / density[::_FINER]
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
    return QuantileTable(chances, points, cubics)
