"""Draws of weights and scores with what the leader makes of them, for losing futures.

The scores that can make the leader lose are its own and those of the options that beat it, so only
the scores of the leader and of those that are first most often in its place are kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats
from policyscore.analysis.robustness.draws.blocks import Source, drawn_slabs, generator
from policyscore.analysis.robustness.draws.problem import Problem
from policyscore.analysis.robustness.draws.totals_draws import add_up
from policyscore.analysis.robustness.losing.futures import lost_draws
from policyscore.analysis.robustness.losing.results import Dimension
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale

DRAWS = 6_000
RIVALS = 5
_AT_A_TIME = 2_000  # draws; fewer of large cases
_SCORES_AT_A_TIME = 2_000_000  # 16 MB
_MOST_SCORES = 100_000_000  # that are drawn in all, which takes two seconds
_LEAST_DRAWS = 1_000
_KEY = 7_001  # sets these random numbers apart from those of the blocks


@dataclass(frozen=True, slots=True)
class LosingDraws:
    """Independent draws.

    Attributes:
        dimensions: What was drawn: all weights, and the scores of the leader and its rivals.
        inputs: Shape (dimensions, draws): weights from 0 to 1, scores on their scales.
        lost: Whether the leader loses in the draw, shape (draws,).
    """

    dimensions: tuple[Dimension, ...]
    inputs: Floats
    lost: Bools


@dataclass(frozen=True, slots=True)
class _Some:
    """Some draws.

    Attributes:
        weights: Shape (criteria, draws).
        values: Those of the chosen options, shape (chosen, criteria, draws).
        totals: Shape (options, draws).
        excluded: Whether an option misses a requirement, shape (options, draws).
    """

    weights: Floats
    values: Floats
    totals: Floats
    excluded: Bools


def draw_for(
    cells: Cells,
    problem: Problem,
    leader: str,
    rivals: Sequence[str],
    seed: int,
    draws: int = DRAWS,
) -> LosingDraws:
    """Draw weights and scores, each draw of scores with one of weights.

    Where there are very many options and criteria, fewer draws are made, never under 1,000.

    Args:
        cells: What is to be drawn.
        problem: The same in arrays (`problem_of`).
        leader: The option's id.
        rivals: Ids of the other options that are ever first, the most frequent first; the scores
            of the first few are kept.
        seed: What the draws start from.
        draws: How many, 1 or more.
    """
    most = max(_LEAST_DRAWS, _MOST_SCORES // (problem.options * problem.criteria))
    draws = min(draws, most)
    number = cells.options.index(leader)
    kept = [number, *(cells.options.index(rival) for rival in rivals[:RIVALS])]
    inputs = np.empty(((1 + len(kept)) * problem.criteria, draws))
    lost = np.empty(draws, dtype=np.bool_)
    done = 0
    for some in _drawn(problem, seed, draws, kept):
        columns = slice(done, done + some.weights.shape[1])
        lost[columns] = lost_draws(some.totals, number, some.excluded)
        inputs[: problem.criteria, columns] = some.weights
        for place in range(len(kept)):
            for j, scale in enumerate(cells.scales):
                row = (1 + place) * problem.criteria + j
                inputs[row, columns] = _scores(scale, some.values[place, j], _floor(cells))
        done = columns.stop
    weights = [Dimension("weight", scale.criterion) for scale in cells.scales]
    scores = [
        Dimension("score", scale.criterion, cells.options[i])
        for i in kept
        for scale in cells.scales
    ]
    return LosingDraws((*weights, *scores), inputs, lost)


def _drawn(problem: Problem, seed: int, draws: int, kept: list[int]) -> Iterator[_Some]:
    """Draws, some at a time."""
    fits = _SCORES_AT_A_TIME // (problem.options * problem.criteria)
    most = min(max(fits, 1), _AT_A_TIME)
    for block, start in enumerate(range(0, draws, most)):
        size = min(most, draws - start)
        source = Source([generator(seed, _KEY, block)], size, 1)
        weights = problem.law.draw(source.for_weights)
        totals = np.empty((problem.options, 1, size))
        excluded = np.zeros((problem.options, size), dtype=np.bool_)
        values = np.empty((len(kept), problem.criteria, size))
        for slab, drawn in drawn_slabs(problem, source, size, None):
            rows = slice(slab.first, slab.first + slab.options)
            add_up(totals[rows], drawn, weights)
            if drawn.excluded is not None:
                excluded[rows] = drawn.excluded
            for place, option in enumerate(kept):
                if rows.start <= option < rows.stop:
                    values[place] = drawn.values[option - rows.start]
        lanes = np.broadcast_to(weights, (problem.criteria, 1, size))[:, 0]
        yield _Some(lanes, values, totals[:, 0], excluded)


def _floor(cells: Cells) -> float:
    """What `problem_of` takes from every value, so that none is below 0."""
    return min(0.0, *(value for scale in cells.scales for _, value in scale.points))


def _scores(scale: Scale, values: Floats, floor: float) -> Floats:
    """Scores that have these values; where several have the same, the one farthest to its end."""
    points = sorted((value - floor, score) for score, value in scale.points)
    found: Floats = np.interp(values, [value for value, _ in points], [s for _, s in points])
    return found
