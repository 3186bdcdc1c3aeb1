"""Plans draws of judgements kind by kind, and whose turn it is where several judge the same."""

from collections.abc import Iterator, Sequence

import numpy as np

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.analysis.robustness.draws.slabs import Kind, Turns
from policyscore.analysis.robustness.uncertain.judgement_kinds import Key, Leaf

_NONE = slice(0, 0)
Row = list[tuple[Leaf, float, float]]


def sorting(leaf: Leaf) -> str:
    """What judgements are sorted by."""
    return repr(leaf.key)


def alike(leaves: Sequence[Leaf]) -> Iterator[list[Leaf]]:
    """Judgements of the same kind, together."""
    found: dict[Key, list[Leaf]] = {}
    for leaf in leaves:
        found.setdefault(leaf.key, []).append(leaf)
    for key in sorted(found, key=repr):
        yield found[key]


def kind_of(leaves: Sequence[Leaf], uniforms: Ints | slice, cells: Ints | slice) -> Kind:
    """Judgements of the same kind, in arrays."""
    name, table, _ = leaves[0].key
    ends = None
    if leaves[0].ends is not None:
        both = np.array([leaf.ends for leaf in leaves])
        ends = both[:, :1].copy(), both[:, 1:].copy()
    numbers = zip(*(leaf.numbers for leaf in leaves), strict=True)
    judgements = np.array([leaf.judgement for leaf in leaves], dtype=np.int64)
    return Kind(name, tuple(map(_column, numbers)), table, uniforms, cells, ends, judgements)


def turns_of(several: Sequence[Sequence[Leaf]], uniforms: range, experts: int) -> Turns:
    """Plan whose turn it is.

    Args:
        several: For each cell its judgements, two or more.
        uniforms: The uniform numbers that the cells take.
        experts: How many experts there are, one of whom is drawn; 0 if none is.
    """
    kinds: list[Kind] = []
    number_of: dict[int, int] = {}
    starts, kind_numbers = [0], list[int]()
    for number, same in enumerate(alike([leaf for leaves in several for leaf in leaves])):
        kinds.append(kind_of(same, _NONE, _NONE))
        for leaf in same:
            number_of[leaf.judgement] = len(number_of)
        kind_numbers += [number] * len(same)
        starts.append(len(number_of))
    rows: list[Row] = [[(leaf, leaf.low, leaf.high) for leaf in leaves] for leaves in several]
    row_of = np.repeat(np.arange(len(several))[:, None], max(experts, 1), axis=1)
    for cell, leaves in enumerate(several):
        own: dict[int, Row] = {}
        for leaf in leaves:
            if leaf.expert >= 0:
                own.setdefault(leaf.expert, []).append((leaf, leaf.own_low, leaf.own_high))
        for expert, row in own.items():
            row_of[cell, expert] = len(rows)
            rows.append(row)
    sizes = np.array([len(row) for row in rows])
    stops = np.add.accumulate(sizes)
    flat = [turn for row in rows for turn in row]
    low = np.array([low for _, low, _ in flat])
    return Turns(
        slice(uniforms.start, uniforms.stop),
        run([leaves[0].cell for leaves in several]),
        row_of,
        low + np.repeat(np.arange(len(rows)), sizes),
        low,
        np.array([high for _, _, high in flat]),
        stops - sizes,
        stops - 1,
        np.array([number_of[leaf.judgement] for leaf, _, _ in flat], dtype=np.int64),
        np.array(kind_numbers, dtype=np.int64),
        np.array(starts, dtype=np.int64),
        tuple(kinds),
    )


def _column(numbers: Sequence[float]) -> Floats:
    return np.array(numbers, dtype=np.float64).reshape(-1, 1)


def run(numbers: Sequence[int]) -> Ints | slice:
    """Numbers as a slice, which needs no copy, if they follow each other."""
    if list(numbers) == list(range(numbers[0], numbers[0] + len(numbers))):
        return slice(numbers[0], numbers[0] + len(numbers))
    return np.array(numbers, dtype=np.int64)
