"""The greatest value of linear functions over a set of admissible weights, many at a time.

Levels of the tree are divided independently, so the greatest value is found from the criteria
upwards: the worth of a group is the greatest that its own division can give. One level at a time
it is a sum (fixed shares), the largest member (any shares), the best mean of the first members
(a total order, whose extreme points those are), a continuous knapsack filled greedily (ranges;
Dantzig 1957, Operations Research 5:266-288) or, for ranges along an order, `chained_shares`.
"""

from collections.abc import Callable

import numpy as np

from policyscore.analysis.admissible_sets import Fixed, Leaf, Node, Open
from policyscore.analysis.dominance.arrays import Floats
from policyscore.analysis.dominance.chained_shares import greatest_of_chains

Costs = Callable[[str], Floats]


def greatest(node: Node, costs: Costs) -> Floats:
    """The greatest value of each of p linear functions of the weights.

    Args:
        node: The root of the set, or what is below it.
        costs: Criterion's id to the value of a weight of 1 on it in each function; (p,).

    Returns:
        The values; (p,). Not to be written to.
    """
    if isinstance(node, Leaf):
        return costs(node.criterion)
    if isinstance(node, Fixed):
        total = node.shares[0] * greatest(node.members[0], costs)
        for member, share in zip(node.members[1:], node.shares[1:], strict=True):
            total += share * greatest(member, costs)
        return total
    if _is_free(node):
        best = greatest(node.members[0], costs)
        for member in node.members[1:]:
            best = np.maximum(best, greatest(member, costs))
        return best
    if _is_plain_order(node):
        return _best_of_order(node, costs)
    worth = [greatest(member, costs) for member in node.members]
    return _fill(node, worth) if _has_no_order(node) else greatest_of_chains(node, worth)


def _has_no_order(node: Open) -> bool:
    return all(len(chain) == 1 for chain in node.chains)


def _is_free(node: Open) -> bool:
    """Whether any member may have everything."""
    return all(
        len(chain) == 1 and len(chain[0].places) == 1 and chain[0].low <= 0 and chain[0].high >= 1
        for chain in node.chains
    )


def _is_plain_order(node: Open) -> bool:
    """Whether all members stand in one order and nothing else is asked of them."""
    return len(node.chains) == 1 and all(
        band.low <= 0 and band.high >= 1 for band in node.chains[0]
    )


def _best_of_order(node: Open, costs: Costs) -> Floats:
    """The best mean of the first members: extreme points share the weight among those alike."""
    total: Floats | None = None
    best: Floats | None = None
    count = 0
    for band in node.chains[0]:
        for place in band.places:
            worth = greatest(node.members[place], costs)
            total = worth.copy() if total is None else np.add(total, worth, out=total)
        count += len(band.places)
        if total is not None:
            best = total / count if best is None else np.maximum(best, total / count)
    assert best is not None, "a level has members"  # noqa: S101 (for the type checker)
    return best


def _fill(node: Open, worth: list[Floats]) -> Floats:
    """Give every band its least share, then the best bands as much more as they may have."""
    bands = list(node.bands())
    sizes = np.array([len(band.places) for band in bands], dtype=float)
    lows = sizes * np.array([band.low for band in bands])
    spans = np.maximum(sizes * np.array([band.high for band in bands]) - lows, 0.0)
    means = np.stack([_mean(worth, band.places) for band in bands], axis=1)
    value: Floats = means @ lows
    left = np.full(len(means), max(1.0 - lows.sum(), 0.0))
    order, flat = np.argsort(means, axis=1), means.ravel()
    starts = np.arange(len(means)) * len(bands)
    for column in order.T[::-1]:
        given = np.minimum(spans[column], left)
        value += given * flat[starts + column]
        left -= given
        if not left.any():
            break
    return value


def _mean(worth: list[Floats], places: tuple[int, ...]) -> Floats:
    if len(places) == 1:
        return worth[places[0]]
    total = worth[places[0]] + worth[places[1]]
    for place in places[2:]:
        total += worth[place]
    return total / len(places)
