"""How the scores of a slab of options are drawn: the same kind of distribution all at once.

A slab is some options with all criteria; its cells are numbered option by option. A cell of which
every draw is the same is put in place once. The others take one uniform number a draw. Those of a
single judge are drawn kind by kind; those of several judges layer by layer: the uniform number
says which judge it is, and where within the judge's part, how the judge's distribution is drawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints
from policyscore.analysis.robustness.cells import Cells, Scale
from policyscore.analysis.robustness.score_shapes import (
    Beta,
    Empirical,
    Fixed,
    Judged,
    Mixture,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
    simplest,
)

_PERT_STEPS = 1023
_ROWS = 256  # cells of a slab: what is drawn of them for a few hundred draws fits a cache


@dataclass(frozen=True, slots=True)
class Parts:
    """Which part of a uniform number means which judge, for cells of several judges.

    Attributes:
        low: Where the judge's part begins, shape (cells, 1).
        high: Where it ends; the last judge's is above 1.
        own_low: Where it begins among what the same judge says of the cell.
        own_high: Where it ends there.
        expert: The judge's number among the experts, or -1.
        heard: For each cell and expert, whether the expert judges it, shape (cells, experts).
    """

    low: Floats
    high: Floats
    own_low: Floats
    own_high: Floats
    expert: Ints
    heard: Bools


@dataclass(frozen=True, slots=True)
class Kind:
    """Judgements of one slab with the same kind of distribution, drawn all at once.

    Attributes:
        name: `fixed`, `uniform`, `triangular`, `normal`, `beta` or `samples`.
        numbers: The numbers that describe each, arrays of shape (judgements, 1).
        table: What all of them share: the parameters of a beta distribution, or the samples.
        uniforms: Which uniform numbers they take.
        cells: Which cells they are of.
        ends: Where the value stands at the two ends of the scale, if draws may lie beyond them
            and must be cut: two arrays of shape (judgements, 1). None if they cannot.
        parts: Which part of the uniform numbers is theirs; None if all of it is.
        judgements: The number of each judgement, for counting cuts.
    """

    name: str
    numbers: tuple[Floats, ...]
    table: tuple[float, ...]
    uniforms: Ints | slice
    cells: Ints | slice
    ends: tuple[Floats, Floats] | None
    parts: Parts | None
    judgements: Ints


@dataclass(frozen=True, slots=True)
class Mapped:
    """Cells of one criterion that are drawn as scores, then checked, then made into values.

    Attributes:
        cells: Which cells.
        options: Which options of the slab they are of.
        scores: The points of the value function, on a scale from 0 to 1.
        values: The value at each.
        at_least: The least score that is not excluded, or None.
        at_most: The greatest, or None.
    """

    cells: Ints
    options: Ints
    scores: Floats
    values: Floats
    at_least: float | None
    at_most: float | None


@dataclass(frozen=True, slots=True)
class Slab:
    """How the scores of some options are drawn.

    Attributes:
        first: The number of the first of its options.
        options: How many options it has.
        constant: The value of every cell that does not vary, 0 for others, shape (cells, 1).
        uniforms: How many uniform numbers a draw takes.
        kinds: What is drawn, in order.
        mapped: What is made of scores afterwards.
        excluded: Which of its options are excluded in every draw, shape (options,).
    """

    first: int
    options: int
    constant: Floats
    uniforms: int
    kinds: tuple[Kind, ...]
    mapped: tuple[Mapped, ...]
    excluded: Bools


Key = tuple[str, tuple[float, ...], bool]  # the kind, its table, whether draws must be cut


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One judgement, ready to be put beside others of its kind."""

    key: Key
    numbers: tuple[float, ...]
    ends: tuple[float, float] | None
    cell: int
    judgement: int
    low: float = 0.0
    high: float = 1.0
    own_low: float = 0.0
    own_high: float = 1.0
    expert: int = -1


def value_at(scale: Scale, score: float) -> float:
    """The value of a score, which counts as the scale's end if it lies beyond it."""
    scores, values = _points(scale)
    where = min(max(scale.unit(score), 0.0), 1.0)
    return float(map_values(np.array([where]), scores, values)[0])


def _points(scale: Scale) -> tuple[Floats, Floats]:
    scores = np.array([scale.unit(x) for x, _ in scale.points])
    return scores, np.array([y for _, y in scale.points])


def map_values(scores: Floats, points: Floats, values: Floats) -> Floats:
    """Values of scores through a piecewise linear function, by exactly rounded operations."""
    if len(points) == 2:
        share = (scores - points[0]) / (points[1] - points[0])
        return np.asarray(values[0] + (values[1] - values[0]) * share)
    index = np.searchsorted(points[1:-1], scores, side="right")
    rise, run = values[1:] - values[:-1], points[1:] - points[:-1]
    return np.asarray(values[index] + rise[index] * ((scores - points[index]) / run[index]))


def is_mapped(scale: Scale) -> bool:
    """Whether scores must be known before values: a requirement, or a bent value function."""
    return len(scale.points) > 2 or scale.at_least is not None or scale.at_most is not None


def misses(scale: Scale, score: float) -> bool:
    """Whether a certain score misses a requirement, once it is cut to the scale."""
    cut = min(max(score, scale.low), scale.high)
    return (scale.at_least is not None and cut < scale.at_least) or (
        scale.at_most is not None and cut > scale.at_most
    )


def certain(cell: Mixture) -> float | None:
    """The score of a cell that does not vary, or None."""
    shapes = {simplest(each.shape) for each in cell}
    (first, *more) = shapes
    return first.score if isinstance(first, Fixed) and not more else None


def slabs_of(cells: Cells, floor: float) -> tuple[Slab, ...]:
    """Plan the draws of all scores.

    Args:
        cells: What is to be drawn.
        floor: What is taken from every value, so that none is below 0.
    """
    per_slab = max(1, _ROWS // max(len(cells.scales), 1))
    numbered = _numbers(cells)
    return tuple(
        _slab(cells, first, min(first + per_slab, len(cells.options)), floor, numbered)
        for first in range(0, len(cells.options), per_slab)
    )


def judgements_of(cells: Cells) -> Iterator[tuple[int, int, Judged]]:
    """Every judgement of cells that vary, with the numbers of its option and criterion."""
    for i, row in enumerate(cells.judged):
        for j, cell in enumerate(row):
            if certain(cell) is None:
                for judged in cell:
                    yield i, j, judged


def _numbers(cells: Cells) -> dict[tuple[int, int], int]:
    """The number of the first judgement of each cell that varies."""
    found: dict[tuple[int, int], int] = {}
    for number, (i, j, _) in enumerate(judgements_of(cells)):
        found.setdefault((i, j), number)
    return found


def _slab(
    cells: Cells, first: int, stop: int, floor: float, numbered: Mapping[tuple[int, int], int]
) -> Slab:
    width = len(cells.scales)
    experts = {key: number for number, key in enumerate(cells.experts)}
    constant = np.zeros(((stop - first) * width, 1))
    excluded = np.zeros(stop - first, dtype=np.bool_)
    layers: list[list[_Leaf]] = []
    mapped: dict[int, list[int]] = {}
    heard: dict[int, set[int]] = {}
    for i in range(first, stop):
        for j, scale in enumerate(cells.scales):
            cell, place = cells.judged[i][j], (i - first) * width + j
            score = certain(cell)
            if score is not None:
                constant[place] = value_at(scale, score) - floor
                excluded[i - first] |= misses(scale, score)
                continue
            if is_mapped(scale):
                mapped.setdefault(j, []).append(place)
            leaves = _leaves(cell, scale, place, numbered[i, j], floor, experts)
            heard[place] = {leaf.expert for leaf in leaves}
            for layer, leaf in enumerate(leaves, start=len(leaves) > 1):
                layers += [[] for _ in range(layer + 1 - len(layers))]
                layers[layer].append(leaf)
    order = [leaf.cell for leaf in sorted(layers[0] if layers else (), key=_sorting)]
    order += sorted(heard.keys() - set(order))
    uniform_of = {place: number for number, place in enumerate(order)}
    kinds = [
        _kind(same, uniform_of, heard, len(experts), shared=number > 0)
        for number, layer in enumerate(layers)
        for same in _alike(layer)
    ]
    after = tuple(
        _mapped(cells.scales[j], np.array(places), width, floor) for j, places in mapped.items()
    )
    return Slab(first, stop - first, constant, len(order), tuple(kinds), after, excluded)


def _sorting(leaf: _Leaf) -> str:
    return repr(leaf.key)


def _alike(leaves: Sequence[_Leaf]) -> Iterator[list[_Leaf]]:
    """Judgements of the same kind, together."""
    found: dict[Key, list[_Leaf]] = {}
    for leaf in sorted(leaves, key=_sorting):
        found.setdefault(leaf.key, []).append(leaf)
    yield from found.values()


def _mapped(scale: Scale, places: Ints, width: int, floor: float) -> Mapped:
    scores, values = _points(scale)
    least, most = (
        None if limit is None else scale.unit(limit) for limit in (scale.at_least, scale.at_most)
    )
    return Mapped(places, places // width, scores, values - floor, least, most)


def _kind(
    leaves: Sequence[_Leaf],
    uniform_of: Mapping[int, int],
    heard: Mapping[int, set[int]],
    experts: int,
    *,
    shared: bool,
) -> Kind:
    name, table, _ = leaves[0].key
    ends = None
    if leaves[0].ends is not None:
        both = np.array([leaf.ends for leaf in leaves])
        ends = both[:, :1].copy(), both[:, 1:].copy()
    parts = None
    if shared:
        listens = [[expert in heard[leaf.cell] for expert in range(experts)] for leaf in leaves]
        parts = Parts(
            _column([leaf.low for leaf in leaves]),
            _column([leaf.high for leaf in leaves]),
            _column([leaf.own_low for leaf in leaves]),
            _column([leaf.own_high for leaf in leaves]),
            np.array([leaf.expert for leaf in leaves], dtype=np.int64).reshape(-1, 1),
            np.array(listens, dtype=np.bool_).reshape(len(leaves), experts),
        )
    return Kind(
        name,
        tuple(map(_column, zip(*(leaf.numbers for leaf in leaves), strict=True))),
        table,
        _run([uniform_of[leaf.cell] for leaf in leaves]),
        _run([leaf.cell for leaf in leaves]),
        ends,
        parts,
        np.array([leaf.judgement for leaf in leaves], dtype=np.int64),
    )


def _column(numbers: Sequence[float]) -> Floats:
    return np.array(numbers, dtype=np.float64).reshape(-1, 1)


def _run(numbers: Sequence[int]) -> Ints | slice:
    """Numbers as a slice, which needs no copy, if they follow each other."""
    if list(numbers) == list(range(numbers[0], numbers[0] + len(numbers))):
        return slice(numbers[0], numbers[0] + len(numbers))
    return np.array(numbers, dtype=np.int64)


def _leaves(
    cell: Mixture,
    scale: Scale,
    place: int,
    judgement: int,
    floor: float,
    experts: Mapping[str, int],
) -> list[_Leaf]:
    """The judgements of a cell with the part of a uniform number that is each one's."""
    upto = [0.0, *_upto([each.share for each in cell])]
    found = []
    for k, each in enumerate(cell):
        same = [other for other in cell if other.by == each.by]
        own = [0.0, *_upto([other.share for other in same])]
        mine = next(m for m, other in enumerate(same) if other is each)
        key, numbers, ends = _described(simplest(each.shape), scale, floor)
        found.append(
            _Leaf(
                key,
                numbers,
                ends,
                place,
                judgement + k,
                *(upto[k], upto[k + 1], own[mine], own[mine + 1]),
                experts.get(each.by, -1),
            )
        )
    return found


def _upto(shares: Sequence[float]) -> list[float]:
    """Where each one's part ends; the last a little above 1, so that no number is nobody's."""
    largest = max(shares)
    sums = list(accumulate(share / largest for share in shares))
    return [part / sums[-1] for part in sums[:-1]] + [1.0 + 2**-40]


_Described = tuple[Key, tuple[float, ...], tuple[float, float] | None]


def _described(shape: Shape, scale: Scale, floor: float) -> _Described:
    """A shape's kind, its numbers, and the ends that it must be cut at.

    On a criterion with a straight value function and no requirement the numbers are those of the
    value itself: its distribution is of the same kind, for the kinds are closed under a change of
    units. Elsewhere they are those of the score, on a scale from 0 to 1.
    """
    if is_mapped(scale):
        start, stop = 0.0, 1.0
    else:
        start, stop = scale.points[0][1] - floor, scale.points[1][1] - floor

    def at(score: float) -> float:
        where = scale.unit(score)
        return start + (stop - start) * where

    match shape:
        case Fixed(score):
            cut = min(max(score, scale.low), scale.high)
            return ("fixed", (), False), (at(cut),), None
        case Uniform(low, high):
            inside = scale.low <= low and high <= scale.high
            numbers = at(low), at(high) - at(low)
            return _cut(("uniform", ()), numbers, None if inside else (start, stop))
        case Triangular(low, likely, high):
            inside = scale.low <= low and high <= scale.high
            a, m, b = sorted((at(low), at(likely), at(high)))
            numbers_3 = a + (b - m), (b - a) * (m - a), m - a, (b - a) * (b - m), b - m
            return _cut(("triangular", ()), numbers_3, None if inside else (start, stop))
        case Pert(low, likely, high):
            span = high - low
            # To one part in 1,023, so that there are no more tables than are remembered.
            late = round((likely - low) / span * _PERT_STEPS) / _PERT_STEPS
            return _described(Beta(1 + 4 * late, 5 - 4 * late, low, high), scale, floor)
        case Normal(mean, sd):
            return _cut(("normal", ()), (at(mean), at(mean + sd) - at(mean)), (start, stop))
        case Beta(a, b, low, high):
            inside = scale.low <= low and high <= scale.high
            numbers = at(low), at(high) - at(low)
            return _cut(("beta", (a, b)), numbers, None if inside else (start, stop))
        case Empirical(samples):
            inside = scale.low <= min(samples) and max(samples) <= scale.high
            table = tuple(at(sample) for sample in samples)
            return _cut(("samples", table), (), None if inside else (start, stop))


def _cut(
    key: tuple[str, tuple[float, ...]],
    numbers: tuple[float, ...],
    ends: tuple[float, float] | None,
) -> _Described:
    return (*key, ends is not None), numbers, ends
