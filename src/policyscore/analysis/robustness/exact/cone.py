"""The corners of a set cut by half-spaces, in whole numbers, with the half-spaces each lies on.

The double description method of Motzkin, Raiffa, Thompson & Thrall (1953), "The double
description method", in *Contributions to the Theory of Games* II:51-73, with the test of
neighbours by the planes they share (Fukuda & Prodon 1996, "Double description method revisited",
LNCS 1120:91-111). A float is a whole number over a power of two, so no sign is ever in doubt and
however flat a corner is, what lies on what is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import frexp, gcd
from operator import and_, mul

import numpy as np

from policyscore.analysis.robustness.arrays import Floats

Ray = tuple[int, ...]


class TooMuchWorkError(Exception):
    """The work allowed is used up; what was asked for is given as not to be had exactly."""


@dataclass(slots=True)
class Work:
    """How much may still be done, in tests of two corners or the like.

    Attributes:
        left: What is left, about 2 million a second.
    """

    left: int

    def spend(self, amount: int) -> None:
        """Count work before it is done.

        Raises:
            TooMuchWorkError: If there is not so much left.
        """
        self.left -= amount
        if self.left < 0:
            raise TooMuchWorkError


@dataclass(slots=True)
class Cone:
    """All sums of rays with factors from 0: homogeneous corners and the planes each lies on.

    Attributes:
        rays: The corners, in lowest whole numbers.
        planes: For each ray a set of planes as the bits of a number.
        count: How many planes there are; plane i is bit i.
    """

    rays: list[Ray]
    planes: list[int]
    count: int

    def cut(self, row: Sequence[int], work: Work) -> None:
        """Keep what is on the side of a new plane where `row` is 0 or more.

        Raises:
            TooMuchWorkError: If there are too many corners to be seen through.
        """
        work.spend(4 * len(self.rays))
        sides = [sum(map(mul, row, ray)) for ray in self.rays]
        bit = 1 << self.count
        self.count += 1
        for index, side in enumerate(sides):
            if side == 0:
                self.planes[index] |= bit
        out = [index for index, side in enumerate(sides) if side < 0]
        if not out:
            return
        inside = [index for index, side in enumerate(sides) if side > 0]
        new = self._between(inside, out, sides, work)
        kept = [index for index, side in enumerate(sides) if side >= 0]
        self.rays = [self.rays[index] for index in kept] + [ray for ray, _ in new]
        self.planes = [self.planes[index] for index in kept] + [on | bit for _, on in new]

    def on_plane(self, rays: Sequence[int]) -> dict[int, int]:
        """For each plane, which of some rays lie on it: a set as the bits of a number."""
        found: dict[int, int] = {}
        for ray in rays:
            for plane in bits(self.planes[ray]):
                found[plane] = found.get(plane, 0) | 1 << ray
        return found

    def _between(
        self, inside: list[int], out: list[int], sides: list[int], work: Work
    ) -> list[tuple[Ray, int]]:
        """The new corners: where an edge from the inside to the outside meets the plane."""
        work.spend(4 * len(self.rays))
        everywhere = self.on_plane(range(len(self.rays)))
        least = len(self.rays[0]) - 2
        new = []
        for two in out:
            if self.planes[two].bit_count() == least + 1:
                near = self._simple_neighbours(two, everywhere, work)
            else:
                near = self._neighbours(two, inside, everywhere, work)
            for one in near:
                if sides[one] > 0:
                    common = self.planes[one] & self.planes[two]
                    new.append((self._meeting(one, two, sides), common))
        return new

    def _simple_neighbours(self, ray: int, everywhere: dict[int, int], work: Work) -> list[int]:
        """The neighbours of a corner on no more planes than it must: each leaves one plane."""
        planes = self.planes[ray]
        pairs = [self._shared(planes ^ 1 << plane, everywhere, work) for plane in bits(planes)]
        return [(pair ^ 1 << ray).bit_length() - 1 for pair in pairs]

    def _neighbours(
        self, ray: int, among: list[int], everywhere: dict[int, int], work: Work
    ) -> list[int]:
        """Those of some corners that share an edge with one: no third lies on all they share."""
        work.spend(len(among))
        own, least = self.planes[ray], len(self.rays[0]) - 2
        near = [other for other in among if (self.planes[other] & own).bit_count() >= least]
        return [
            other
            for other in near
            if self._shared(self.planes[other] & own, everywhere, work) == 1 << other | 1 << ray
        ]

    def _shared(self, common: int, everywhere: dict[int, int], work: Work) -> int:
        """The rays that lie on all of some planes, as the bits of a number."""
        work.spend(common.bit_count())
        return reduce(
            and_, (everywhere[plane] for plane in bits(common)), (1 << len(self.rays)) - 1
        )

    def _meeting(self, one: int, two: int, sides: list[int]) -> Ray:
        here, there = sides[one], -sides[two]
        ray = [there * a + here * b for a, b in zip(self.rays[one], self.rays[two], strict=True)]
        factor = gcd(*ray)
        return tuple(number // factor for number in ray)


def bits(number: int) -> list[int]:
    """The members of a set that is kept as the bits of a number."""
    found = []
    while number:
        lowest = number & -number
        found.append(lowest.bit_length() - 1)
        number ^= lowest
    return found


def whole_rows(table: Floats) -> list[list[int]]:
    """A table of floats times the least power of two that makes them whole numbers.

    What is below 2**-64 of the largest number is rounded, or a number such as 1e-300 would make
    all of them a thousand digits long.
    """
    largest = float(np.abs(table).max(initial=0.0))
    ratios = [[number.as_integer_ratio() for number in row] for row in table.tolist()]
    finest = Fraction(2) ** (64 - frexp(largest)[1])
    unit = min(Fraction(max((below for row in ratios for _, below in row), default=1)), finest)
    top, bottom = unit.as_integer_ratio()
    return [
        [round(Fraction(above * top, below * bottom)) for above, below in row] for row in ratios
    ]


def simplex_cone(cuts: Floats, work: Work) -> Cone:
    """The unit simplex less what some rows cut off it.

    Args:
        cuts: Shape (cuts, corners): what is left has `cuts` @ shares >= 0.
        work: How much may be done.

    Returns:
        A cone whose planes are the sides of the simplex, then the cuts.

    Raises:
        TooMuchWorkError: If there are too many corners to be seen through.
    """
    corners = cuts.shape[1]
    unit = [tuple(int(i == j) for j in range(corners)) for i in range(corners)]
    sides = (1 << corners) - 1
    cone = Cone(list(unit), [sides ^ 1 << i for i in range(corners)], corners)
    for row in cuts:
        (numbers,) = whole_rows(row[None, :])
        cone.cut(numbers, work)
    return cone


def shares_of(ray: Ray, corners: int) -> list[float]:
    """A ray's first numbers as shares that sum to 1, each the nearest float."""
    whole = sum(ray[:corners])
    return [float(Fraction(number, whole)) for number in ray[:corners]]
