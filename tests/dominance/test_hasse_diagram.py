"""The Hasse diagram of a preference, and its drawing with lines of text."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from weight_sets import few

from policyscore.analysis.dominance.arrays import Flags
from policyscore.analysis.dominance.graph import Node, hasse_diagram
from policyscore.analysis.dominance.leads import closed
from policyscore.views.dominance.drawing import FULL, draw


def preference(edges: set[tuple[int, int]], count: int) -> Flags:
    """The smallest preference with these pairs."""
    relation = np.eye(count, dtype=bool)
    for above, below in edges:
        relation[above, below] = True
    return closed(relation)


def names(count: int) -> tuple[str, ...]:
    return tuple(f"o{n}" for n in range(count))


PREFERENCES = st.integers(1, 7).flatmap(
    lambda n: st.sets(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=9).map(
        lambda edges: preference(edges, n)
    )
)


@given(PREFERENCES)
@few
def test_it_holds_just_the_preference_and_no_edge_too_many(relation: Flags) -> None:
    options = names(len(relation))
    nodes = hasse_diagram(options, relation)
    assert sorted(o for node in nodes for o in node.options) == sorted(options)
    rebuilt = np.zeros_like(relation)
    place = {option: n for n, option in enumerate(options)}
    edges = {(n, below) for n, node in enumerate(nodes) for below in node.below}
    reach = preference(edges, len(nodes))
    for upper, lower in np.argwhere(reach):
        for a in nodes[upper].options:
            for b in nodes[lower].options:
                rebuilt[place[a], place[b]] = True
    assert np.array_equal(rebuilt, relation)
    for edge in edges:
        assert not preference(edges - {edge}, len(nodes))[edge]


@given(PREFERENCES)
@few
def test_layers_are_the_longest_ways_from_the_top(relation: Flags) -> None:
    nodes = hasse_diagram(names(len(relation)), relation)
    assert [node.layer for node in nodes] == sorted(node.layer for node in nodes)
    for n, node in enumerate(nodes):
        layers = [nodes[above].layer for above in node.above]
        assert node.layer == (max(layers) + 1 if layers else 0)
        assert all(n in nodes[above].below for above in node.above)


@given(PREFERENCES)
@few
def test_every_node_with_an_edge_is_drawn_once(relation: Flags) -> None:
    nodes = hasse_diagram(names(len(relation)), relation)
    for width in (40, 140):
        drawn = draw(nodes, FULL, width)
        joined = [n for n, node in enumerate(nodes) if node.above or node.below]
        assert sorted(d.node for d in drawn) == joined
        assert all(len(d.first) <= width / 3 + 3 for d in drawn)


def test_a_diamond_is_drawn_as_a_tree_with_a_note() -> None:
    nodes = hasse_diagram(names(4), preference({(0, 1), (0, 2), (1, 3), (2, 3)}, 4))
    drawn = draw(nodes, FULL, 80)
    assert [(nodes[d.node].options[0], d.first, d.further) for d in drawn] == [
        ("o0", "", "│  "),
        ("o1", "├─ ", "│  │  "),
        ("o3", "│  └─ ", "│     "),
        ("o2", "└─ ", "   "),
    ]
    assert [d.also for d in drawn] == [(), (), (2,), ()]


def test_a_node_is_drawn_below_the_lowest_of_those_above_it() -> None:
    nodes = hasse_diagram(names(4), preference({(0, 3), (1, 2), (2, 3)}, 4))
    drawn = draw(nodes, FULL, 80)
    found = [
        (nodes[d.node].options[0], d.first, [nodes[a].options[0] for a in d.also]) for d in drawn
    ]
    assert found == [("o0", "", []), ("o1", "", []), ("o2", "└─ ", []), ("o3", "   └─ ", ["o0"])]


def test_many_layers_are_numbered_where_lines_would_leave_no_room() -> None:
    nodes = hasse_diagram(names(12), preference(set(pairwise(range(12))), 12))
    assert [d.first for d in draw(nodes, FULL, 80)][:2] == [" 1. ", " 2. "]
    assert draw(nodes, FULL, 140)[1].first == "└─ "


def test_equal_options_are_one_node() -> None:
    nodes = hasse_diagram(names(3), preference({(0, 2), (2, 0), (0, 1)}, 3))
    assert nodes == (Node(("o0", "o2"), 0, (), (1,)), Node(("o1",), 1, (0,), ()))
