"""Parts of the draws handed to other processes; what they find comes back in order.

Which process draws a part changes nothing in it, so one that is lost is drawn again.
"""

from collections.abc import Generator, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager

from policyscore.analysis.robustness.draws.blocks import tally_blocks
from policyscore.analysis.robustness.draws.problem import PART, Problem
from policyscore.analysis.robustness.draws.tally import Tally

_AHEAD = 4  # parts under way beyond those that keep every worker busy
_SPARE = 1 << 27  # bytes that what comes in too early may take
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
    ahead = _bounded(ahead, problem)
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
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException:  # each executor says in its own way that a worker was lost
            _ask(executor, waiting, asked)
            for later in [part for part, other in waiting.items() if _is_lost(other)]:
                _ask(executor, waiting, (*asked[:2], later, *asked[3:]))
    waiting.pop(asked[2], None)
    return draw_part(*asked)


def _is_lost(future: Future[Tally]) -> bool:
    return future.done() and (future.cancelled() or future.exception() is not None)


def _bounded(ahead: int, problem: Problem) -> int:
    """Fewer parts under way if the counts of each are large; every worker has one still."""
    n = problem.options
    counted = 8 * n * (2 * n + (n if problem.pairs else 0) + problem.criteria)
    return min(ahead, max(ahead - _AHEAD, 1) + max(_SPARE // counted, 1))


def _parts(stop: int) -> int:
    return -(-stop // PART)


def under_way(workers: int) -> int:
    """How many parts to have under way for so many workers."""
    return workers + _AHEAD


@contextmanager
def own_workers(count: int) -> Iterator[Executor]:
    """Processes of our own, replaced if they are lost, ended when no longer needed.

    The script or notebook that calls this is not run again in them, so it needs no
    `if __name__ == "__main__"`.
    """
    # Slow to import, and most runs need none.
    from policyscore.analysis.robustness.processes.own_pool import OwnPool  # noqa: PLC0415

    pool = OwnPool(count)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
