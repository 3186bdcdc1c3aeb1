"""Draws until there are as many as were asked for, or until they are precise enough."""

from collections.abc import Callable, Generator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from math import sqrt

from policyscore.analysis.robustness.blocks import at_once
from policyscore.analysis.robustness.cells import Cells
from policyscore.analysis.robustness.confidence import confidence_factors
from policyscore.analysis.robustness.errors_of_shares import half_width, student
from policyscore.analysis.robustness.measures import (
    central_weights,
    entropy,
    option_shares,
    pairwise_shares,
)
from policyscore.analysis.robustness.problem import BLOCK, Problem, problem_of
from policyscore.analysis.robustness.results import PARTS, Cut, Robustness
from policyscore.analysis.robustness.score_plan import judgements_of
from policyscore.analysis.robustness.tally import Tally, empty_tally
from policyscore.analysis.robustness.workers import (
    Found,
    drawn_here,
    drawn_there,
    own_workers,
    under_way,
)

SAMPLES = 100_000
"""Draws, if nothing else is asked for."""

MOST_SAMPLES = 10_000_000
"""Draws at the most, if it is asked for a precision."""

MOST_PAIRED = 256
"""Up to so many options it is counted which of each pair is better."""

RANK_WEIGHTS = "linear"
_LEAST_BLOCKS = 16  # with fewer, the error itself is too uncertain to stop by
_FEW_WORKERS = 8  # parts under way if nobody knows how many workers an executor has

Tick = Callable[[int, int, float], None]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much to draw, and by whom.

    Attributes:
        samples: Draws; a part of 800 counts as 800. None for 100,000, or, if a precision is asked
            for, for up to ten million.
        precision: Stop once the largest half-width of a 95 % interval of an acceptability is
            below this; or None.
        seed: What the draws start from, 0 or more.
        workers: Processes to draw in; 1 draws in this one.
        executor: Draws instead of processes of our own, if given.
        chunk: How many blocks to draw at a time; None for what is fast and takes little memory.
        confidence: Whether to work out confidence factors.
        tick: Told after each part how many draws are made, how many there may be, and the largest
            half-width so far; or None.
    """

    samples: int | None = None
    precision: float | None = None
    seed: int = 1
    workers: int = 1
    executor: Executor | None = None
    chunk: int | None = None
    confidence: bool = True
    tick: Tick | None = None

    def __post_init__(self) -> None:
        if self.samples is not None and self.samples < 1:
            raise ValueError("samples must be 1 or more")
        if self.precision is not None and not self.precision > 0:
            raise ValueError("precision must be above 0")
        if self.seed < 0 or self.workers < 1 or (self.chunk is not None and self.chunk < 1):
            raise ValueError("seed must be 0 or more, workers and chunk 1 or more")

    @property
    def blocks(self) -> int:
        """How many blocks to draw at the most; two at the least, for there to be an error."""
        samples = self.samples or (SAMPLES if self.precision is None else MOST_SAMPLES)
        return max(-(-samples // BLOCK), 2)


def sample(
    cells: Cells,
    amount: Amount,
    *,
    profile: str | None = None,
    weights: str = "any",
    fast: bool = False,
) -> Robustness:
    """Find by drawing how often each option takes each rank.

    The same bits come out for any number of workers, any executor and any chunk. If it is
    interrupted (`KeyboardInterrupt`) once there is something to show, that is returned.

    Args:
        cells: What is to be drawn.
        amount: How much, and by whom.
        profile: Id of the profile that the weights are of, for the result.
        weights: What the weights are, for the result.
        fast: Whether totals may be worked out in the way that is fastest on this processor, whose
            last bits other processors may not share.

    Raises:
        KeyboardInterrupt: If it is interrupted before two parts are drawn.
    """
    paired = len(cells.options) <= MOST_PAIRED
    problem = problem_of(cells, pairs=paired, fast=fast)
    criteria = [scale.criterion for scale in cells.scales]
    tally, width, interrupted = _drawn(problem, amount)
    central = central_weights(tally)
    confidence: list[float | None] = [None] * problem.options
    confidence_draws = 0
    left_out = [] if paired else [_NO_PAIRS.format(len(cells.options), MOST_PAIRED)]
    if amount.confidence and not interrupted:
        first = tally.ranks[:, 0].tolist()
        confidence, confidence_draws = confidence_factors(problem, amount.seed, central, first)
        missing = sum(c is None for c in confidence) - sum(w is None for w in central)
        if missing:
            left_out.append(_NO_CONFIDENCE.format(missing))
    exact = problem.certain
    shares = option_shares(tally, cells.options, criteria, confidence)
    return Robustness(
        profile,
        weights,
        shares,
        pairwise_shares(tally, cells.options),
        entropy([each.first for each in shares]),
        RANK_WEIGHTS,
        exact,
        0 if exact else tally.draws,
        0 if exact else tally.draws // problem.weights_per_scores,
        0 if exact else tally.blocks,
        amount.seed,
        0.0 if exact else width,
        0.0 if exact else _pairwise_half_width(tally, problem),
        PARTS if exact else (),
        0 if exact else confidence_draws,
        _cuts(cells, tally, problem),
        interrupted,
        not fast,
        tuple(left_out),
    )


_NO_CONFIDENCE = (
    "Of the options that are first least often, {} have no confidence factor: there are too many."
)
_NO_PAIRS = "With {} options it is not counted which of each pair is better; it is for up to {}."


def _drawn(problem: Problem, amount: Amount) -> tuple[Tally, float, bool]:
    """The counts, the largest half-width, and whether it was interrupted."""
    stop = 2 if problem.certain else amount.blocks
    sums = empty_tally(problem.options, problem.criteria, problem.judgements, pairs=problem.pairs)
    width = 1.0
    try:
        with _found(problem, amount, stop) as found:
            for part in found:
                sums.add(part)
                width = _half_width(sums, problem)
                if amount.tick is not None:
                    amount.tick(sums.draws, stop * BLOCK, width)
                if (
                    amount.precision is not None
                    and sums.blocks >= _LEAST_BLOCKS
                    and width < amount.precision
                ):
                    break
    except KeyboardInterrupt:
        if sums.blocks < 2:
            raise
        return sums, width, True
    return sums, width, False


@contextmanager
def _found(problem: Problem, amount: Amount, stop: int) -> Generator[Found]:
    """The parts, in order, as they come in."""
    chunk = amount.chunk or at_once(problem)
    if amount.executor is not None:
        ahead = max(under_way(amount.workers), _FEW_WORKERS)
        parts = drawn_there(amount.executor, ahead, problem, amount.seed, stop, chunk)
        try:
            yield parts
        finally:
            parts.close()
    elif amount.workers == 1 or problem.certain:
        yield drawn_here(problem, amount.seed, stop, chunk)
    else:
        with own_workers(amount.workers) as pool:
            ahead = under_way(amount.workers)
            yield drawn_there(pool, ahead, problem, amount.seed, stop, chunk)


def _half_width(sums: Tally, problem: Problem) -> float:
    """The largest half-width of an acceptability, by independent blocks."""
    clusters = sums.draws // (problem.weights_per_scores if problem.scores_vary else 1)
    return half_width(sums.ranks, sums.rank_squares, sums.blocks, sums.draws, clusters)


def _pairwise_half_width(tally: Tally, problem: Problem) -> float:
    """The half-width of a share of a half if only the draws of scores were independent.

    Draws of weights under the same scores depend on each other, but no more than if they were one,
    so no pairwise share is off by more.
    """
    independent = tally.draws // (problem.weights_per_scores if problem.scores_vary else 1)
    return min(student(max(independent - 1, 1)) * 0.5 / sqrt(independent), 1.0)


def _cuts(cells: Cells, tally: Tally, problem: Problem) -> tuple[Cut, ...]:
    """The judgements of which draws were cut. A judge among others has a share of the draws."""
    if not tally.cuts.any():
        return ()
    draws = tally.draws // problem.weights_per_scores
    found = []
    for count, (i, j, judged) in zip(tally.cuts.tolist(), judgements_of(cells), strict=True):
        if count:
            cell = cells.judged[i][j]
            own = judged.share / sum(each.share for each in cell)
            share = min(count / (draws * own), 1.0)
            found.append(Cut(cells.options[i], cells.scales[j].criterion, judged.by, share))
    return tuple(found)
