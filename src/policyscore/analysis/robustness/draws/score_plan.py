"""Plans the draws of all scores, slab by slab, with judgements of the same kind side by side."""

from collections.abc import Iterator, Mapping

import numpy as np

from policyscore.analysis.robustness.arrays import Ints
from policyscore.analysis.robustness.draws.slabs import Mapped, Slab
from policyscore.analysis.robustness.draws.turn_plan import alike, kind_of, run, sorting, turns_of
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.judgement_kinds import (
    Leaf,
    beta_parameters,
    leaves_of,
)
from policyscore.analysis.robustness.uncertain.scale_values import (
    certain,
    is_mapped,
    misses,
    points_of,
    value_at,
)
from policyscore.analysis.robustness.uncertain.score_shapes import Judged

_FEW = 64  # different beta distributions, up to which each has a fine table of its own
_ROWS = 128  # cells of a slab: what is drawn of them for a few hundred draws fits a cache


def slabs_of(cells: Cells, floor: float) -> tuple[Slab, ...]:
    """Plan the draws of all scores.

    Args:
        cells: What is to be drawn.
        floor: What is taken from every value, so that none is below 0.
    """
    per_slab = max(1, _ROWS // max(len(cells.scales), 1))
    numbered, many_betas = _numbers(cells), _many_betas(cells)
    return tuple(
        _slab(
            cells,
            first,
            min(first + per_slab, len(cells.options)),
            floor,
            numbered,
            many_betas=many_betas,
        )
        for first in range(0, len(cells.options), per_slab)
    )


def judgements_of(cells: Cells) -> Iterator[tuple[int, int, Judged]]:
    """Every judgement of cells that vary, with the numbers of its option and criterion."""
    for i, row in enumerate(cells.judged):
        for j, cell in enumerate(row):
            if certain(cell) is None:
                for judged in cell:
                    yield i, j, judged


def _many_betas(cells: Cells) -> bool:
    """Whether there are too many different beta distributions for each to have a fine table."""
    found: set[tuple[float, float]] = set()
    for _, _, judged in judgements_of(cells):
        parameters = beta_parameters(judged.shape)
        if parameters is not None:
            found.add(parameters)
        if len(found) > _FEW:
            return True
    return False


def _numbers(cells: Cells) -> dict[tuple[int, int], int]:
    """The number of the first judgement of each cell that varies."""
    found: dict[tuple[int, int], int] = {}
    for number, (i, j, _) in enumerate(judgements_of(cells)):
        found.setdefault((i, j), number)
    return found


def _slab(
    cells: Cells,
    first: int,
    stop: int,
    floor: float,
    numbered: Mapping[tuple[int, int], int],
    *,
    many_betas: bool,
) -> Slab:
    width = len(cells.scales)
    experts = {key: number for number, key in enumerate(cells.experts)}
    constant = np.zeros(((stop - first) * width, 1))
    excluded = np.zeros(stop - first, dtype=np.bool_)
    single: list[Leaf] = []
    several: list[list[Leaf]] = []
    mapped: dict[int, list[int]] = {}
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
            start = numbered[i, j]
            leaves = leaves_of(cell, scale, place, start, floor, experts, many_betas=many_betas)
            if len(leaves) > 1:
                several.append(leaves)
            else:
                single += leaves
    single.sort(key=sorting)
    numbers = range(len(single), len(single) + len(several))
    uniform_of = {leaf.cell: number for number, leaf in enumerate(single)}
    kinds = tuple(
        kind_of(
            same,
            run([uniform_of[leaf.cell] for leaf in same]),
            run([leaf.cell for leaf in same]),
        )
        for same in alike(single)
    )
    turns = turns_of(several, numbers, len(experts)) if several else None
    after = tuple(
        _mapped(cells.scales[j], np.array(places), width, floor) for j, places in mapped.items()
    )
    return Slab(first, stop - first, constant, numbers.stop, kinds, turns, after, excluded)


def _mapped(scale: Scale, places: Ints, width: int, floor: float) -> Mapped:
    scores, values = points_of(scale)
    least, most = (
        None if limit is None else scale.unit(limit) for limit in (scale.at_least, scale.at_most)
    )
    return Mapped(places, places // width, scores, values - floor, least, most)
