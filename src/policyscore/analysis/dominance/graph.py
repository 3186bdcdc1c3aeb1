"""Necessary preference as a graph: its Hasse diagram, in which every edge says something new."""

from dataclasses import dataclass

import numpy as np

from policyscore.analysis.dominance.arrays import Flags


@dataclass(frozen=True, slots=True)
class Node:
    """Options that are equally good for all admissible weights; mostly a single one.

    Attributes:
        options: Their ids.
        layer: How many steps lie above it, along the longest way down from the top; from 0.
        above: Places, among the nodes, of those right above it.
        below: Places of those right below it.
    """

    options: tuple[str, ...]
    layer: int
    above: tuple[int, ...]
    below: tuple[int, ...]


def hasse_diagram(options: tuple[str, ...], necessary: Flags) -> tuple[Node, ...]:
    """The Hasse diagram of a preference: an edge wherever no option lies between two.

    Args:
        options: The options' ids; n.
        necessary: Whether the option of the row is preferred or equal to that of the column;
            n × n, reflexive and transitive.

    Returns:
        The nodes by layer from the top, within a layer in the order of the options.
    """
    if not options:
        return ()
    equal = necessary & necessary.T
    firsts = equal.argmax(axis=1)  # each option's first equal
    kept = np.flatnonzero(firsts == np.arange(len(options)))
    strict = (necessary & ~equal)[np.ix_(kept, kept)]
    layers = _layers(strict)
    order = np.lexsort((np.arange(len(kept)), layers))
    strict = strict[np.ix_(order, order)]
    steps = strict.astype(np.float32)
    edges = strict & ~((steps @ steps) > 0)
    return tuple(
        Node(
            tuple(options[int(i)] for i in np.flatnonzero(firsts == kept[place])),
            int(layers[place]),
            tuple(int(i) for i in np.flatnonzero(edges[:, row])),
            tuple(int(i) for i in np.flatnonzero(edges[row])),
        )
        for row, place in enumerate(order)
    )


def _layers(strict: Flags) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
    """The longest way down to each node, in edges; (k,)."""
    layers = np.zeros(len(strict), dtype=np.intp)
    # what has more above it comes later: a transitive relation's own order from the top
    for node in np.argsort(strict.sum(axis=0), kind="stable"):
        above = layers[strict[:, node]]
        if above.size:
            layers[node] = above.max() + 1
    return layers
