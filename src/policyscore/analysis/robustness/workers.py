"""Parts of the draws handed to other processes; what they find comes back in order.

Which process draws a part changes nothing in it, so one that is lost is drawn again.
"""

import signal
from collections.abc import Generator, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager

from policyscore.analysis.robustness.blocks import tally_blocks
from policyscore.analysis.robustness.problem import Problem
from policyscore.analysis.robustness.tally import Tally

PART = 8
"""Blocks of a part."""

_AHEAD = 4  # parts under way beyond those that keep every worker busy
_TRIES = 3

Found = Generator[Tally, None, None]


def draw_part(problem: Problem, seed: int, part: int, stop: int, chunk: int) -> Tally:
    """Draw the blocks of a part, up to the block `stop`."""
    blocks = range(part * PART, min((part + 1) * PART, stop))
    return tally_blocks(problem, seed, blocks, chunk)


def drawn_here(problem: Problem, seed: int, stop: int, chunk: int) -> Found:
    """Draw all parts in this process."""
    for part in range(_parts(stop)):
        yield draw_part(problem, seed, part, stop, chunk)


def drawn_there(
    executor: Executor, ahead: int, problem: Problem, seed: int, stop: int, chunk: int
) -> Found:
    """Draw all parts by an executor; what it fails to draw is drawn here in the end.

    Args:
        executor: Anything with the interface of `concurrent.futures.Executor`.
        ahead: How many parts to have under way.
        problem: What is to be drawn.
        seed: What the draws start from.
        stop: How many blocks there are.
        chunk: How many blocks to draw at a time.
    """
    waiting: dict[int, Future[Tally]] = {}
    alive = True
    try:
        for part in range(_parts(stop)):
            for later in range(part, min(part + ahead, _parts(stop))):
                if alive and later not in waiting:
                    alive = _ask(executor, waiting, (problem, seed, later, stop, chunk))
            yield _answer(executor, waiting, (problem, seed, part, stop, chunk))
    finally:
        for future in waiting.values():
            future.cancel()


Asked = tuple[Problem, int, int, int, int]


def _ask(executor: Executor, waiting: dict[int, Future[Tally]], asked: Asked) -> bool:
    """Hand out a part; whether the executor takes it."""
    try:
        waiting[asked[2]] = executor.submit(draw_part, *asked)
    except RuntimeError:  # broken or shut down
        return False
    return True


def _answer(executor: Executor, waiting: dict[int, Future[Tally]], asked: Asked) -> Tally:
    """What became of a part; drawn again if its worker was lost, here if workers keep being lost.

    Whatever the part itself raises, it raises here, too.
    """
    for _ in range(_TRIES):
        future = waiting.pop(asked[2], None)
        if future is None:
            break
        try:
            return future.result()
        except Exception:  # executors have their own ways to say that a worker was lost
            _ask(executor, waiting, asked)
    waiting.pop(asked[2], None)
    return draw_part(*asked)


def _parts(stop: int) -> int:
    return -(-stop // PART)


def under_way(workers: int) -> int:
    """How many parts to have under way for so many workers."""
    return workers + _AHEAD


def ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that the user started."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def own_workers(count: int) -> Iterator[Executor]:
    """Processes of our own, ended when no longer needed."""
    # Slow to import, and most runs need none.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    pool = ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=ignore_interrupts
    )
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
