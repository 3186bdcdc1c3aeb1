"""Boxes in the space of draws, and how well a box tells lost draws from won ones."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats


@dataclass(frozen=True, slots=True)
class Sample:
    """Draws with their outcome.

    Attributes:
        inputs: What was drawn, shape (dimensions, draws), finite.
        lost: Whether the draw is lost, shape (draws,).
    """

    inputs: Floats
    lost: Bools


@dataclass(frozen=True, slots=True)
class Box:
    """The draws strictly between two bounds in every dimension.

    Attributes:
        above: What each dimension is above, shape (dimensions,); minus infinity for no bound.
        below: What each dimension is below, shape (dimensions,); infinity for no bound.
    """

    above: Floats
    below: Floats

    @property
    def limited(self) -> list[int]:
        """The dimensions that have a bound, by number."""
        return [int(d) for d in np.flatnonzero(np.isfinite(self.above) | np.isfinite(self.below))]

    def without(self, dimension: int) -> "Box":
        """The box with no bound in one dimension."""
        return self.with_bounds(dimension, -np.inf, np.inf)

    def with_bounds(self, dimension: int, above: float, below: float) -> "Box":
        """The box with other bounds in one dimension."""
        lower, upper = self.above.copy(), self.below.copy()
        lower[dimension], upper[dimension] = above, below
        return Box(lower, upper)

    def holds(self, inputs: Floats) -> Bools:
        """Whether each draw lies in it, shape (draws,), of inputs of shape (dimensions, draws)."""
        inside = np.ones(inputs.shape[1], dtype=np.bool_)
        for d in np.flatnonzero(np.isfinite(self.above)):
            inside &= inputs[d] > self.above[d]
        for d in np.flatnonzero(np.isfinite(self.below)):
            inside &= inputs[d] < self.below[d]
        return inside


@dataclass(frozen=True, slots=True)
class Count:
    """How many draws are in a box, and how many of them are lost.

    Attributes:
        inside: Draws in the box.
        lost_inside: Lost draws in the box.
        draws: All draws.
        lost: All lost draws.
    """

    inside: int
    lost_inside: int
    draws: int
    lost: int

    @property
    def coverage(self) -> float:
        """Share of the lost draws that are in the box, 0 to 1; 0 if there are none."""
        return self.lost_inside / self.lost if self.lost else 0.0

    @property
    def density(self) -> float:
        """Share of the draws in the box that are lost, 0 to 1; 0 if there are none."""
        return self.lost_inside / self.inside if self.inside else 0.0

    @property
    def mass(self) -> float:
        """Share of the draws that are in the box, 0 to 1."""
        return self.inside / self.draws if self.draws else 0.0

    @property
    def correlation(self) -> float:
        """The correlation of being in the box with being lost, -1 to 1; 0 where undefined.

        The phi coefficient (Yule 1912, Journal of the Royal Statistical Society 75:579-652): 1 if
        the box holds all lost draws and no other, 0 if it says nothing. Unlike coverage or density
        it cannot be had by a box that is only large or only small.
        """
        spread = self.inside * (self.draws - self.inside) * self.lost * (self.draws - self.lost)
        if not spread:
            return 0.0
        return (self.lost_inside * self.draws - self.inside * self.lost) / sqrt(spread)


def count(box: Box, sample: Sample) -> Count:
    """Count the draws in a box."""
    return count_in(box.holds(sample.inputs), sample)


def counts_without(box: Box, sample: Sample) -> list[Count]:
    """Count the draws in each box that has one limited dimension less, in order of `limited`."""
    free = whole(len(box.above))
    outside = [
        ~free.with_bounds(d, float(box.above[d]), float(box.below[d])).holds(sample.inputs)
        for d in box.limited
    ]
    broken = np.sum(outside, axis=0, dtype=np.int64)  # how many dimensions keep a draw out
    return [count_in(broken == out, sample) for out in outside]


def count_in(inside: Bools, sample: Sample) -> Count:
    """Count draws of which is known whether they are in a box, shape (draws,)."""
    return Count(
        int(np.count_nonzero(inside)),
        int(np.count_nonzero(inside & sample.lost)),
        len(sample.lost),
        int(np.count_nonzero(sample.lost)),
    )


def whole(dimensions: int) -> Box:
    """The box without bounds."""
    return Box(np.full(dimensions, -np.inf), np.full(dimensions, np.inf))


def bound_above(outside: float, inside: float) -> float:
    """A number that `inside` is above and `outside`, which is less, is not."""
    middle = outside / 2 + inside / 2
    return middle if outside <= middle < inside else outside


def bound_below(inside: float, outside: float) -> float:
    """A number that `inside` is below and `outside`, which is more, is not."""
    middle = inside / 2 + outside / 2
    return middle if inside < middle <= outside else outside
