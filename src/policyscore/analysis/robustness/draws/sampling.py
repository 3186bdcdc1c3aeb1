"""Draws until there are as many as were asked for, or until they are precise enough."""

from collections.abc import Callable, Generator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace

from policyscore.analysis.robustness.draws.blocks import at_once
from policyscore.analysis.robustness.draws.confidence import confidence_factors
from policyscore.analysis.robustness.draws.even_points import EVEN_BLOCK, REPLICATES
from policyscore.analysis.robustness.draws.gathering import Gathering, gathering_of
from policyscore.analysis.robustness.draws.interrupts import uninterrupted
from policyscore.analysis.robustness.draws.measures import (
    central_weights,
    entropy_of_first,
    option_shares,
    pairwise_shares,
)
from policyscore.analysis.robustness.draws.problem import (
    BLOCK,
    PART,
    Problem,
    problem_of,
    small_block,
)
from policyscore.analysis.robustness.draws.score_plan import judgements_of
from policyscore.analysis.robustness.draws.tally import Tally
from policyscore.analysis.robustness.processes.workers import (
    Found,
    drawn_here,
    drawn_there,
    own_workers,
    under_way,
)
from policyscore.analysis.robustness.results import PARTS, Cut, Robustness
from policyscore.analysis.robustness.uncertain.cells import Cells
from policyscore.analysis.robustness.uncertain.pooling import turn_of
from policyscore.analysis.robustness.uncertain.walk_costs import walk_seconds
from policyscore.analysis.robustness.uncertain.weight_laws import Law

SAMPLES = 100_000
"""Draws, if nothing else is asked for."""

MOST_SAMPLES = 10_000_000
"""Draws at the most, if it is asked for a precision."""

MOST_PAIRED = 256
"""Up to so many options it is counted which of each pair is better."""

EVEN_SAMPLES = PART * REPLICATES * EVEN_BLOCK
"""From so many draws on, if scores are fixed, weights are spread evenly and not at random."""

RANK_WEIGHTS = "linear"
_PATIENCE = 5.0  # seconds that drawing weights may take if nobody asked for so many
_FEWEST = 4 * BLOCK
_FEW_WORKERS = 8  # parts under way if nobody knows how many workers an executor has

Tick = Callable[[int, int, float], None]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much to draw, and by whom.

    Attributes:
        samples: Draws; a part of 800 counts as 800, and 1,600 are the fewest. With fixed scores
            weights are spread evenly from 32,768 draws on, and a part of 32,768 counts as so many.
            None for 100,000, or fewer where weights are very slow to draw, or, if a precision is
            asked for, for up to ten million.
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
        if self.precision is not None and not 0 < self.precision < 1:
            raise ValueError("precision must be above 0 and below 1")
        if self.seed < 0:
            raise ValueError("seed must be 0 or more")
        if self.workers < 1:
            raise ValueError("workers must be 1 or more")
        if self.chunk is not None and self.chunk < 1:
            raise ValueError("chunk must be 1 or more")

    @property
    def most(self) -> int:
        """How many draws at the most, before they are rounded to whole blocks."""
        return self.samples or (SAMPLES if self.precision is None else MOST_SAMPLES)

    @property
    def blocks(self) -> int:
        """How many blocks of 800 to draw at the most, and two at the least."""
        return max(-(-self.most // BLOCK), 2)


def sample(
    cells: Cells,
    amount: Amount,
    *,
    profile: str | None = None,
    weights: str = "any",
) -> Robustness:
    """Find by drawing how often each option takes each rank.

    The same bits come out for any number of workers, any executor and any chunk. If it is
    interrupted (`KeyboardInterrupt`) once there is something to show, that is returned.

    Args:
        cells: What is to be drawn.
        amount: How much, and by whom.
        profile: Id of the profile that the weights are of, for the result.
        weights: What the weights are, for the result.

    Raises:
        KeyboardInterrupt: If it is interrupted before two parts are drawn.
    """
    paired = len(cells.options) <= MOST_PAIRED
    slow = walk_seconds(cells.law, PART * BLOCK)
    asked, amount = amount.most, _affordable(amount, cells.law, slow)
    even = paired and amount.most >= EVEN_SAMPLES
    problem = problem_of(cells, pairs=paired, even=even, block=small_block(amount.blocks, slow))
    criteria = [scale.criterion for scale in cells.scales]
    gathered, interrupted = _drawn(problem, amount)
    tally = gathered.tally()
    central = central_weights(tally)
    confidence: list[float | None] = [None] * problem.options
    confidence_draws, stopped_late = 0, False
    left_out = [] if paired else [_NO_PAIRS.format(len(cells.options), MOST_PAIRED)]
    if amount.most < asked:
        left_out.append(_SLOW.format(tally.draws, asked))
    if amount.confidence and not interrupted:
        first = tally.ranks[:, 0].tolist()
        try:
            confidence, confidence_draws = confidence_factors(problem, amount.seed, central, first)
        except KeyboardInterrupt:
            stopped_late = True
            left_out.append(_STOPPED)
        else:
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
        entropy_of_first([each.first for each in shares]),
        RANK_WEIGHTS,
        exact,
        0 if exact else tally.draws,
        0 if exact else tally.draws // problem.weights_per_scores,
        0 if exact else tally.blocks,
        amount.seed,
        0.0 if exact else gathered.half_width(),
        0.0 if exact else gathered.pairwise_half_width(),
        PARTS if exact else (),
        0 if exact else confidence_draws,
        _cuts(cells, tally, problem),
        interrupted,
        tuple(left_out),
        confidence_interrupted=stopped_late,
    )


_NO_CONFIDENCE = (
    "Of the options that are first least often, {} have no confidence factor: there are too many."
)
_STOPPED = "It was stopped while confidence factors were worked out; all draws had been made."
_SLOW = (
    "Weights within so many ranges are slow to draw: there are {:,} draws and not "
    "{:,}, unless more are asked for."
)
_NO_PAIRS = "With {} options it is not counted which of each pair is better; it is for up to {}."


def _affordable(amount: Amount, law: Law, slow: float) -> Amount:
    """The same amount, or fewer draws if nobody asked for a number and weights are slow to draw.

    Args:
        amount: What is asked for.
        law: What weights follow.
        slow: How long drawing the weights of a part of 6,400 draws takes, in seconds.
    """
    if amount.samples is not None or amount.precision is not None:
        return amount
    part = PART * small_block(amount.blocks, slow)
    most = int(_PATIENCE / max(walk_seconds(law, part), 1e-6)) * part
    return replace(amount, samples=min(max(most, _FEWEST), SAMPLES))


def _drawn(problem: Problem, amount: Amount) -> tuple[Gathering, bool]:
    """What was counted, and whether it was interrupted."""
    stop = 2 if problem.certain else _blocks(problem, amount)
    found = gathering_of(problem)
    width = 1.0
    try:
        with _found(problem, amount, stop) as parts:
            for part in parts:
                with uninterrupted():
                    found.add(part)
                if found.balanced:
                    width = found.half_width()
                if amount.tick is not None:
                    amount.tick(found.draws, stop * problem.block, width)
                if amount.precision is not None and found.balanced and width < amount.precision:
                    break
    except KeyboardInterrupt:
        if not found.told:
            raise
        return found, True
    return found, False


def _blocks(problem: Problem, amount: Amount) -> int:
    """How many blocks to draw at the most."""
    if not problem.even:
        return amount.blocks * (BLOCK // problem.block)
    a_round = PART * REPLICATES
    return -(-amount.most // (a_round * EVEN_BLOCK)) * a_round


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


def _cuts(cells: Cells, tally: Tally, problem: Problem) -> tuple[Cut, ...]:
    """The judgements of which draws were cut, each with its share of those in which it counts."""
    if not tally.cuts.any():
        return ()
    draws = tally.draws // problem.weights_per_scores
    found = []
    for count, (i, j, judged) in zip(tally.cuts.tolist(), judgements_of(cells), strict=True):
        if count:
            turn = turn_of(judged, cells.judged[i][j], cells.experts)
            share = min(count / (draws * turn), 1.0)
            found.append(Cut(cells.options[i], cells.scales[j].criterion, judged.by, share))
    return tuple(found)
