"""Blocks of weights strung together, and the density of the sum of all weights.

The sum of what weights have over their lows has, for weights that vary independently, block by
block, a density of the form c_1 (x - s_1)_+^(n-1) + c_2 (x - s_2)_+^(n-1) + ... Blocks are the
edges of a graph without cycles, whose nodes are the places between groups; the coefficients at a
node are the sums over all ways to it. Everything is in whole numbers.
"""

from dataclasses import dataclass
from math import lcm

from policyscore.weighing.sets.centroid_blocks import Block, blocks_ending, spans
from policyscore.weighing.sets.centroid_body import Body
from policyscore.weighing.sets.centroid_effort import DIGIT, Effort

Sums = dict[int, int]
"""By s, what the sum has already: the coefficient up to there, or the value of all ways on."""

PASSES = 4
"""Over the same terms: forward, backward for two powers, and for the moments."""


@dataclass(slots=True)
class Graph:
    """Blocks by the node where they end, with coefficients in whole numbers.

    Attributes:
        blocks: For every node, the blocks that end there.
        factors: For every such block its corners' factors, times the scale of its end over that
            of its start.
        before: For every node, exponent to coefficient, times the node's scale.
        scales: For every node what makes its coefficients whole numbers; divides the next one's.
        span: What all distances between the counts of a block divide.
    """

    blocks: list[list[Block]]
    factors: list[list[list[int]]]
    before: list[Sums]
    scales: list[int]
    span: int


def strung(body: Body) -> Graph:
    """String the blocks of all chains together.

    Args:
        body: At least two groups that vary, with room for neither all lows nor all highs.

    Raises:
        TooFine: If going on with the graph would take too long.
    """
    nodes = len(body.members)
    effort = Effort(nodes, body.unit)
    graph = Graph([[]], [[]], [{0: 1}], [1], 1)
    powers = nodes * body.room.bit_length() / DIGIT
    for chain in body.chains:
        first = len(graph.before) - 1
        longest = 0
        for last in range(len(chain)):
            blocks = []
            for block in blocks_ending(chain, last, first, body.room):
                effort.spend(len(block.counts), block.products[-1].bit_length() / DIGIT)
                blocks.append(block)
            longest = max(longest, len(blocks))
            scale = lcm(*(graph.scales[block.start] * block.divisor() for block in blocks))
            factors = [
                [-scale // (graph.scales[block.start] * product) for product in block.products]
                for block in blocks
            ]
            sums: Sums = {}
            for block, ups in zip(blocks, factors, strict=True):
                before = graph.before[block.start]
                digits = (1 + powers) * (1 + graph.scales[block.start].bit_length() / DIGIT)
                for corner, factor in zip(block.corners, ups, strict=True):
                    effort.spend(PASSES * len(before), digits)
                    end = body.room - corner
                    for at, coefficient in before.items():
                        if at < end:
                            to = at + corner
                            sums[to] = sums.get(to, 0) + factor * coefficient
            graph.blocks.append(blocks)
            graph.factors.append(factors)
            graph.before.append(sums)
            graph.scales.append(scale)
        pairs = len(chain) * longest**2
        effort.spend(pairs)
        graph.span = lcm(graph.span, *spans(chain, longest))
        effort.spend(pairs, graph.span.bit_length() / DIGIT)
    effort.spend(len(graph.before[-1]), powers**1.6)  # for the powers, by Karatsuba's way
    return graph
