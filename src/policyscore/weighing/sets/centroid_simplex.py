"""The centroid of admissible weights where no high matters and each chain has a single low.

The set is then a simplex, and its centroid the mean of its corners: for every group of a chain,
what is left once each name has its low is divided among the names from the chain's first to that
group's. With a single chain and no ranges these are rank-order centroid weights:
Barron & Barrett (1996), *Decision quality using ranked attribute weights*.
"""

from itertools import accumulate
from math import lcm

from policyscore.weighing.sets.centroid_body import Chain


def simplex_centroid(chains: tuple[Chain, ...], room: int) -> tuple[list[int], int] | None:
    """The centroid's part above the lows, in the order of the chains' groups.

    Args:
        chains: Chains whose bounds are whole numbers.
        room: What is left to be divided once every name has its low, > 0.

    Returns:
        For each group the numerator of one name's part, and the denominator of all; None if the
        set is no such simplex.
    """
    reach = [[*accumulate(group.names for group in chain)] for chain in chains]
    for chain, counts in zip(chains, reach, strict=True):
        low = chain[-1].low
        for group, count in zip(chain, counts, strict=True):
            if group.low > low or (group.high - low) * count < room:
                return None
    common = lcm(*{count for counts in reach for count in counts})
    parts: list[int] = []
    for counts in reach:
        shares = (room * (common // count) for count in reversed(counts))
        parts.extend([*accumulate(shares)][::-1])
    return parts, common * len(parts)
