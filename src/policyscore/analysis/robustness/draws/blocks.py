"""Draws in blocks, each from a seed of its own, a few blocks at a time.

What is drawn in a block depends on the seed and the number of the block alone, and all sums are
made block by block, so neither how many blocks are drawn at a time nor by whom changes a bit.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import numpy as np

from policyscore.analysis.robustness.arrays import Bools, Floats, Ints, Ranks
from policyscore.analysis.robustness.draws.draw_ranks import (
    COMPARED,
    Ranked,
    compare,
    count_wins,
    sort,
)
from policyscore.analysis.robustness.draws.even_points import EvenNumbers
from policyscore.analysis.robustness.draws.problem import PART, Problem
from policyscore.analysis.robustness.draws.same_products import multiply_up, turned, value_step
from policyscore.analysis.robustness.draws.score_draws import SlabDraws, draw_slab
from policyscore.analysis.robustness.draws.slabs import Slab
from policyscore.analysis.robustness.draws.tally import Tally, empty_tally, rank_weights
from policyscore.analysis.robustness.draws.ties import (
    find_ties,
    share_firsts,
    share_ranks,
    share_wins,
)
from policyscore.analysis.robustness.draws.totals_draws import add_up, finish

_AT_ONCE = 480_000  # totals that are worked on at a time, if nothing else is asked for
_COUNTS = 4_100_000  # counts of ranks that are held at a time, a table for each block
_COUNTED = 1 << 15  # ranks that are counted at a time
_ROWS = 256  # options whose counts are worked on at a time
_STEP = 1.5 * 2.0**22  # beside it a float goes in steps of 2**-30


def at_once(problem: Problem) -> int:
    """How many blocks to draw at a time, for speed and little memory."""
    per_block = problem.options * problem.score_draws * problem.weights_per_scores
    counts = problem.options * (problem.options + 1)
    return max(1, min(_AT_ONCE // per_block, _COUNTS // counts))


def generator(seed: int, *key: int) -> np.random.Generator:
    """The random numbers of one block."""
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=key)))


class Numbers(Protocol):
    """Uniform numbers, those of a generator or others."""

    def random(self, size: tuple[int, ...]) -> Floats:
        """The next numbers, in the shape asked for."""


def _numbers_of(problem: Problem, seed: int, block: int) -> Numbers:
    if problem.even:
        return EvenNumbers(seed, block, PART, problem.even)
    return generator(seed, block)


class Source:
    """Uniform random numbers for some blocks side by side.

    Args:
        generators: Those that each block's come from.
        draws: How many draws of scores a block has.
        per_scores: How many draws of weights each goes with.
    """

    def __init__(self, generators: Sequence[Numbers], draws: int, per_scores: int) -> None:
        self._generators = generators
        self._draws = draws
        self._per_scores = per_scores

    def for_weights(self, count: int) -> Floats:
        """Numbers of shape (count, weights per scores, draws of scores)."""
        return self._take((count, self._per_scores))

    def for_scores(self, count: int) -> Floats:
        """Numbers of shape (count, draws of scores)."""
        return self._take((count,))

    def _take(self, rows: tuple[int, ...]) -> Floats:
        if len(self._generators) == 1:
            return self._generators[0].random((*rows, self._draws))
        taken = np.empty((*rows, self._draws * len(self._generators)))
        for place, each in enumerate(self._generators):
            start = place * self._draws
            taken[..., start : start + self._draws] = each.random((*rows, self._draws))
        return taken


def tally_blocks(problem: Problem, seed: int, blocks: Iterable[int], chunk: int) -> Tally:
    """Draw blocks and count.

    Args:
        problem: What is to be drawn.
        seed: What the draws start from.
        blocks: The numbers of the blocks.
        chunk: How many to draw at a time; the result does not depend on it.
    """
    found = empty_tally(problem.options, problem.criteria, problem.judgements, pairs=problem.pairs)
    numbers = list(blocks)
    if problem.even:
        chunk = PART  # its blocks are of the same replicate and are counted as one
    for start in range(0, len(numbers), chunk):
        _tally_chunk(problem, seed, numbers[start : start + chunk], found)
    return found


def _tally_chunk(problem: Problem, seed: int, blocks: Sequence[int], found: Tally) -> None:
    draws, per_scores = problem.score_draws, problem.weights_per_scores
    source = Source([_numbers_of(problem, seed, block) for block in blocks], draws, per_scores)
    columns = draws * len(blocks)
    weights = problem.law.draw(source.for_weights)
    totals, excluded = draw_totals(problem, source, weights, per_scores, columns, found.cuts)
    flat = totals.reshape(problem.options, -1)
    apart = 1 if problem.even else len(blocks)
    block = np.tile(np.repeat(np.arange(apart), columns // apart), per_scores)
    compared = problem.options <= COMPARED and not len(problem.may_tie)
    wins = found.wins if problem.pairs else None
    lanes = None
    if excluded is not None:
        lanes = np.repeat(excluded[:, None, :], per_scores, axis=1).reshape(flat.shape)
    if compared:
        ranked = compare(flat, wins if lanes is None else None, lanes)
    else:
        ranked = sort(flat, keep=len(problem.may_tie) > 0)
    if lanes is not None:
        ranked.ranks[lanes] = problem.options
    if wins is not None and (excluded is not None or not compared):
        count_wins(ranked.ranks, wins, problem.options)
    _count(problem, ranked, weights, block, apart, found)


def draw_totals(
    problem: Problem,
    source: Source,
    weights: Floats,
    per_scores: int,
    columns: int,
    cuts: Ints | None,
) -> tuple[Floats, Bools | None]:
    """Draw the scores of all options, and work out their totals under weights.

    Args:
        problem: What is to be drawn.
        source: The random numbers.
        weights: Shape (criteria, weights per scores, draws of scores or 1).
        per_scores: How many draws of weights each draw of scores goes with.
        columns: How many draws of scores.
        cuts: Where to count draws that were cut, or None.

    Returns:
        Totals, shape (options, weights per scores, draws of scores); and which options are
        excluded, shape (options, draws of scores), None if none is in any draw.
    """
    totals = np.empty((problem.options, per_scores, columns))
    excluded: Bools | None = None
    lanes = turned(weights) if problem.rounded else weights
    for slab, drawn in drawn_slabs(problem, source, columns, cuts):
        rows = slice(slab.first, slab.first + slab.options)
        if problem.rounded:
            multiply_up(totals[rows], drawn.values, lanes, value_step(problem.span))
            finish(totals[rows], drawn)
        else:
            add_up(totals[rows], drawn, weights)
        if drawn.excluded is not None:
            if excluded is None:
                excluded = np.zeros((problem.options, columns), dtype=np.bool_)
            excluded[rows] = drawn.excluded
    return totals, excluded


def drawn_slabs(
    problem: Problem, source: Source, columns: int, cuts: Ints | None
) -> Iterator[tuple[Slab, SlabDraws]]:
    """Draw the scores of all options, some options at a time.

    Args:
        problem: What is to be drawn.
        source: The random numbers.
        columns: How many draws of scores.
        cuts: Where to count draws that were cut, or None.
    """
    expert = None
    if problem.experts:
        turn = source.for_scores(1)[0]
        expert = np.searchsorted(np.array(problem.experts[:-1]), turn, side="right")
    for slab in problem.slabs:
        yield slab, draw_slab(slab, source.for_scores, columns, expert, cuts)


def _count(
    problem: Problem, ranked: Ranked, weights: Floats, block: Ints, blocks: int, found: Tally
) -> None:
    """Count ranks and firsts block by block, and add them up."""
    options, draws = ranked.ranks.shape
    width = options + 1
    counts = count_ranks(ranked.ranks, block, blocks)
    lanes = np.broadcast_to(weights, (len(weights), *_lanes(problem, draws))).reshape(-1, draws)
    first = ranked.first + block * width
    summed = [np.bincount(first, each, blocks * width) for each in lanes]
    sums: Floats = np.array(summed, dtype=np.float64).reshape(len(weights), blocks, width)
    if len(problem.may_tie) and ranked.ordered is not None:
        tied = find_ties(ranked.ordered)
        if tied is not None:
            share_ranks(tied, counts, block)
            share_firsts(tied, sums, lanes, block)
            if problem.pairs:
                share_wins(tied, found.wins)
            counts += _STEP
            counts -= _STEP
    _add(counts, sums, draws // blocks, found)


def count_ranks(ranks: Ranks, block: Ints, blocks: int) -> Floats:
    """How often each option took each rank in each block, shape (blocks, options, options + 1)."""
    options, draws = ranks.shape
    width = options + 1
    counts = np.empty((blocks, options, width))
    some = max(1, _COUNTED // draws)
    for start in range(0, options, some):
        part = ranks[start : start + some]
        size = len(part) * width
        place = np.add(part, block * size, dtype=np.int64)
        place += (np.arange(len(part)) * width)[:, None]
        counted = np.bincount(place.reshape(-1), minlength=blocks * size)
        counts[:, start : start + some] = counted.reshape(blocks, len(part), width)
    return counts


def _lanes(problem: Problem, draws: int) -> tuple[int, int]:
    return problem.weights_per_scores, draws // problem.weights_per_scores


def _add(counts: Floats, sums: Floats, draws: int, found: Tally) -> None:
    """Add blocks one by one: the last bits depend on the order."""
    options = counts.shape[1]
    of_ranks = np.stack([np.arange(1.0, options + 1), rank_weights(options)])
    for each, first in zip(counts, np.moveaxis(sums, 1, 0), strict=True):
        found.blocks += 1
        found.draws += draws
        found.ranks += each
        for start in range(0, options, _ROWS):
            rows = slice(start, start + _ROWS)
            found.rank_squares[rows] += each[rows] * each[rows]
        summed = [weighted_sums(each[:, :options], of) for of in of_ranks]
        ranked = draws - each[:, options]
        found.summaries[:, 0] += summed[0]
        found.summaries[:, 1] += summed[1]
        products = (summed[0] * summed[0], summed[1] * summed[1], summed[0] * ranked)
        for column, product in enumerate((*products, ranked * ranked)):
            found.summary_products[:, column] += product
        found.first_weights += first[:, :options].T


def weighted_sums(rows: Floats, weights: Floats) -> Floats:
    """The sum of each row times weights, added up from left to right."""
    found = np.empty(len(rows))
    for start in range(0, len(rows), _ROWS):
        part = rows[start : start + _ROWS] * weights
        found[start : start + _ROWS] = np.add.accumulate(part, axis=1)[:, -1]
    return found
