"""The exact centroid of a set of admissible weights, by sums of truncated powers.

The density at what there is to divide is the volume of the set. What the weight of a group adds
to it, block by block and corner by corner, is known from the sums before and after the block.
"""

from collections.abc import Sequence
from itertools import accumulate, repeat

from policyscore.weighing.sets.centroid_blocks import Block
from policyscore.weighing.sets.centroid_body import Body
from policyscore.weighing.sets.centroid_graph import Graph, Sums, strung


def centroid_of_body(body: Body) -> tuple[list[int], int]:
    """The centroid of what varies.

    Args:
        body: At least two groups that vary, with room for neither all lows nor all highs.

    Returns:
        For each group the numerator of one name's weight, and the denominator of all.

    Raises:
        TooFine: If it would take too long.
    """
    graph = strung(body)
    moments, volume = _backward(graph, body.room, len(body.members))
    return moments, volume * len(body.members) * graph.span * body.unit


def _backward(graph: Graph, room: int, size: int) -> tuple[list[int], int]:
    """The moments of the groups' weights and the volume, times what makes them whole numbers.

    A moment is a divided difference with one corner taken twice. By its derivative there, it has
    a part of the power n - 1, as the volume has, and one of the power n: every node has both sums.
    """
    after: list[tuple[Sums, Sums]] = [
        (dict.fromkeys(sums, 0), dict.fromkeys(sums, 0)) for sums in graph.before
    ]
    for at in graph.before[size]:
        power = (room - at) ** (size - 1)
        after[size][0][at] = power
        after[size][1][at] = power * (room - at)
    moments = [0] * size
    for node in range(size, 0, -1):
        ended = after.pop()
        borne = []
        for block, factors in zip(graph.blocks[node], graph.factors[node], strict=True):
            before = graph.before[block.start]
            lower, higher = [], []
            for corner, factor in zip(block.corners, factors, strict=True):
                pair = zip(after[block.start], ended, strict=True)
                density, volume = (
                    factor * _passed(before, corner, factor, to, origin) for to, origin in pair
                )
                lower.append(density)
                higher.append(volume)
            borne.append(higher)
            for behind, moment in enumerate(_at_corners(block, lower), start=1):
                moments[node - behind] += size * graph.span * moment
        counts = graph.blocks[node][-1].counts
        for behind, moment in enumerate(_across(borne, counts, graph.span), start=1):
            moments[node - behind] += moment
    return moments, after[0][0][0]


def _passed(before: Sums, corner: int, factor: int, to: Sums, origin: Sums) -> int:
    """Carry the sums after a block to before it, by one corner, and join them to those there."""
    total = 0
    for at, coefficient in before.items():
        onward = origin.get(at + corner)
        if onward is not None:
            to[at] += factor * onward
            total += coefficient * onward
    return total


def _at_corners(block: Block, lower: Sequence[int]) -> list[int]:
    """For every group of a block, the last first: the weight it has at a corner, times its part."""
    total = sum(lower)
    upper = [*accumulate(reversed([*lower, *repeat(0, len(block.counts) - len(lower))]))][::-1]
    return [block.low * total + (block.high - block.low) * part for part in upper[1:]]


def _across(borne: Sequence[Sequence[int]], counts: Sequence[int], span: int) -> list[int]:
    """For every group of blocks with a common end, the last first: the parts of higher power.

    A pair of corners bears on the groups that are low at the one and high at the other, by its
    parts over the distance of the corners. For a corner's number, it does so in all blocks long
    enough to have it: hence from the longest to the shortest.
    """
    sums = [0] * len(counts)
    steps = [0] * (len(counts) + 1)
    for top in range(len(borne), 0, -1):
        for corner, part in enumerate(borne[top - 1]):
            sums[corner] += part
        for corner in range(top):
            part = (sums[corner] + sums[top]) * (span // (counts[top] - counts[corner]))
            steps[corner + 1] += part
            steps[top + 1] -= part
    return [*accumulate(steps[1:-1])]
