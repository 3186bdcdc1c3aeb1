"""What inclusion and exclusion make of falling chains of weights: blocks of rising ones.

That v >= v' is the whole less v < v'. Doing so at every step of a chain gives a sum, with signs,
over the ways to cut the chain into blocks of neighbours, where weights rise within a block and
blocks do not bear on each other. Bounds fall along the chain, so those within a block whose
weights rise are just the low of its first group and the high of its last: a simplex. (Steck 1971,
*Rectangle probabilities for uniform order statistics*, has the same sum as a determinant.)

The density of the sum of the weights over one simplex is a divided difference of truncated powers
at the sums at its corners (Hermite and Genocchi), and over independent ones the powers multiply.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import lcm, prod

from policyscore.weighing.sets.centroid_body import Chain


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbours of a chain whose weights rise from `low` to `high`.

    At the corner number t the last t groups have `high` and the others `low`.

    Attributes:
        start: The index of the first group, over all chains.
        low: Where the weights begin, in units.
        high: Where they end.
        counts: How many names the last t groups have, for every corner t.
        corners: For every corner whose sum fits: the sum of what the names have over their lows.
        products: For the same, the product of the distances of `counts` from that of t, signed.
    """

    start: int
    low: int
    high: int
    counts: tuple[int, ...]
    corners: tuple[int, ...]
    products: tuple[int, ...]

    def divisor(self) -> int:
        """What all products divide."""
        return lcm(*self.products)


def blocks_ending(chain: Chain, last: int, first: int, room: int) -> Iterator[Block]:
    """The blocks that end with the group `last` of a chain, the shortest first.

    Args:
        chain: The chain.
        last: The group's index in the chain.
        first: The index, over all chains, of the chain's first group.
        room: What there is to divide over the lows, in units: corners beyond it do not count.
    """
    counts, products = [0], [1]
    lows = 0
    for start in range(last, -1, -1):
        step = chain[start]
        width = chain[last].high - step.low
        lows += step.names * step.low
        count = counts[-1] + step.names
        base = step.low * count - lows
        if width <= 0 or base >= room:
            return  # and so it is for all that start further up
        products = [product * (at - count) for at, product in zip(counts, products, strict=True)]
        counts.append(count)
        products.append(prod(count - other for other in counts[:-1]))
        fit = sum(base + width * at < room for at in counts)
        yield Block(
            first + start,
            step.low,
            chain[last].high,
            tuple(counts),
            tuple(base + width * at for at in counts[:fit]),
            tuple(products[:fit]),
        )


def spans(chain: Chain, longest: int) -> set[int]:
    """The distances between the `counts` of blocks of up to `longest` groups."""
    ends = [0, *accumulate(step.names for step in chain)]
    return {
        ends[end] - ends[start]
        for end in range(1, len(ends))
        for start in range(max(0, end - longest), end)
    }
