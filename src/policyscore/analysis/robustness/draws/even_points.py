"""Points that fill a cube more evenly than random ones: Sobol's, shifted at random.

Sobol (1967); direction numbers by Joe & Kuo (2008), "Constructing Sobol sequences with better
two-dimensional projections", *SIAM Journal on Scientific Computing* 30(5):2635-2654. All points of
a replicate are shifted alike, by turning over the same random binary digits (Owen 1998, "Latin
supercube sampling for very high-dimensional simulations", *ACM Transactions on Modeling and
Computer Simulation* 8(1):71-102, sec. 3): each point by itself is then uniform, and replicates are
independent of each other, so that what differs between them tells the error.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from policyscore.analysis.robustness.arrays import Floats

REPLICATES = 16
"""Independent replicates that the error is worked out from."""

EVEN_BLOCK = 256
"""Points of a block."""

_DIGITS = 32
_STREAM = 2  # sets these random numbers apart from those of the blocks
# For each dimension after the first a primitive polynomial, its coefficients as binary digits, and
# the direction numbers that the others follow from.
_DIRECTIONS = (
    (3, (1,)),
    (7, (1, 3)),
    (11, (1, 3, 1)),
    (13, (1, 1, 1)),
    (19, (1, 1, 3, 3)),
    (25, (1, 3, 5, 13)),
    (37, (1, 1, 5, 5, 17)),
    (41, (1, 1, 5, 5, 5)),
    (47, (1, 1, 7, 11, 19)),
    (55, (1, 1, 5, 1, 1)),
    (59, (1, 1, 1, 3, 11)),
    (61, (1, 3, 5, 5, 31)),
    (67, (1, 3, 3, 9, 7, 49)),
    (91, (1, 1, 1, 15, 21, 21)),
    (97, (1, 3, 1, 13, 27, 49)),
    (103, (1, 1, 1, 15, 7, 5)),
    (109, (1, 3, 1, 15, 13, 25)),
    (115, (1, 1, 5, 5, 19, 61)),
    (131, (1, 3, 7, 11, 23, 15, 103)),
)

MOST_DIMENSIONS = len(_DIRECTIONS) + 1
"""What is gained over random points falls with each dimension; with more, weights are random."""

Words = npt.NDArray[np.uint64]


@lru_cache(maxsize=4)
def _directions(dimensions: int) -> Words:
    """What each binary digit of a point's number turns over, shape (dimensions, digits)."""
    found = np.zeros((dimensions, _DIGITS), dtype=np.uint64)
    found[0] = [1 << (_DIGITS - 1 - k) for k in range(_DIGITS)]
    for row, (polynomial, first) in zip(found[1:], _DIRECTIONS, strict=False):
        degree = len(first)
        numbers = list(first)
        for k in range(degree, _DIGITS):
            number = numbers[k - degree] ^ (numbers[k - degree] << degree)
            for back in range(1, degree):
                if polynomial >> (degree - back) & 1:
                    number ^= numbers[k - back] << back
            numbers.append(number)
        row[:] = [number << (_DIGITS - 1 - k) for k, number in enumerate(numbers)]
    return found


def sobol(dimensions: int, start: int, count: int) -> Words:
    """Points of Sobol's sequence in the order of the Gray code, times 2**32.

    Args:
        dimensions: Up to `MOST_DIMENSIONS`.
        start: The number of the first point, a multiple of `count`.
        count: How many points, a power of two.

    Returns:
        Shape (dimensions, count).
    """
    first = _turned(_directions(dimensions), np.array([start]))
    return np.asarray(_first_points(dimensions, count) ^ first)


@lru_cache(maxsize=4)
def _first_points(dimensions: int, count: int) -> Words:
    return _turned(_directions(dimensions), np.arange(count))


@lru_cache(maxsize=2 * REPLICATES)
def _shift(seed: int, replicate: int, dimensions: int) -> Words:
    """The binary digits that all points of a replicate have turned over, shape (dimensions, 1)."""
    sequence = np.random.SeedSequence(seed, spawn_key=(replicate, _STREAM))
    dice = np.random.Generator(np.random.SFC64(sequence))
    return dice.integers(0, 1 << _DIGITS, (dimensions, 1), dtype=np.uint64)


def _turned(directions: Words, numbers: npt.NDArray[np.int64]) -> Words:
    """Points by their numbers."""
    code = numbers ^ (numbers >> 1)
    found = np.zeros((len(directions), len(numbers)), dtype=np.uint64)
    for digit in range(int(code.max()).bit_length()):
        found ^= directions[:, digit : digit + 1] * (code >> digit & 1).astype(np.uint64)
    return found


class EvenNumbers:
    """Numbers of one block, in place of random ones: each row asked for is a further dimension.

    The parts of eight blocks that work is handed out in take turns between the replicates.

    Args:
        seed: What the shifts start from.
        block: The number of the block.
        part: How many blocks a part has.
        dimensions: How many numbers a point has.
    """

    def __init__(self, seed: int, block: int, part: int, dimensions: int) -> None:
        turn, replicate = divmod(block // part, REPLICATES)
        start = (turn * part + block % part) * EVEN_BLOCK
        points = sobol(dimensions, start, EVEN_BLOCK) ^ _shift(seed, replicate, dimensions)
        self._points = (points.astype(np.float64) + 0.5) * 2.0**-_DIGITS
        self._used = 0

    def random(self, size: tuple[int, ...]) -> Floats:
        """The next rows, from above 0 to below 1, in the shape asked for."""
        rows = self._points[self._used : self._used + size[0]]
        self._used += size[0]
        return rows.reshape(size)
