"""Calls made on the workers of a Dask cluster, by the interface of `concurrent.futures`.

The library's own executor waits for ever once no worker is left, sends all arguments with every
call, and blocks where a future is cancelled; hence this one.
"""

import asyncio
import hashlib
import pickle
import warnings
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import cache, partial
from operator import call
from threading import Lock
from time import monotonic
from typing import Any, ParamSpec, TypeVar

import policyscore
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.processes.workers import draw_part
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.score_shapes import Judged, Triangular
from policyscore.analysis.robustness.uncertain.weight_laws import AnyWeights

_P = ParamSpec("_P")
_T = TypeVar("_T")

_POLL = 0.5  # seconds between looks at the cluster
_GLANCE = 0.01  # and at a part
PATIENCE = 5.0
"""Seconds without a worker after which a cluster is given up; one that restarts takes less."""

STALL = 60.0
"""Seconds in which nothing comes in after which a cluster is given up."""


class OtherBitsError(Exception):
    """A worker whose draws are not those of this process."""


class ClusterExecutor(Executor):
    """Hands calls to a cluster; gives up when it is lost, instead of waiting for ever.

    Attributes:
        threads: How many calls the cluster's workers can make at a time.
        trouble: Why the cluster was given up, as the end of a sentence about it; or None.

    Args:
        client: A `distributed.Client` that is connected.
        threads: See above.
    """

    def __init__(self, client: Any, threads: int) -> None:
        self.threads = threads
        self.trouble: str | None = None
        self._closed = False
        self._client = client
        self._held: dict[int, tuple[object, Any]] = {}
        self._under_way: set[Future[Any]] = set()
        self._lock = Lock()
        self._moved = monotonic()
        self._loop: asyncio.AbstractEventLoop = client.loop.asyncio_loop
        self._watch = asyncio.run_coroutine_threadsafe(self._watching(), self._loop)

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Hand out a call. Arguments other than numbers are sent once, however many calls use them.

        Raises:
            BrokenExecutor: If the cluster is lost, or this was shut down.
        """
        if self._closed or self._is_lost():
            raise BrokenExecutor(self.trouble or "cannot schedule new futures after shutdown")
        try:
            held = [arg if isinstance(arg, int) else self._hold(arg) for arg in args]
            theirs = self._client.submit(call, self._hold(fn), *held, pure=False, **kwargs)
        except Exception as error:  # the library has several for a client that is not connected
            raise BrokenExecutor(str(error)) from error
        with self._lock:
            if not self._under_way:
                self._moved = monotonic()
            mine = asyncio.run_coroutine_threadsafe(self._fetch(theirs), self._loop)
            self._under_way.add(mine)
        mine.add_done_callback(self._done)
        if self._is_lost():  # given up in between
            mine.cancel()
        return mine

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more calls.

        Args:
            wait: Whether to wait for those under way.
            cancel_futures: Whether they are dropped.
        """
        self._closed = True
        with self._lock:
            waiting = list(self._under_way)
        for future in waiting:
            if cancel_futures:
                future.cancel()
            elif wait:
                future.exception()
        self._watch.cancel()
        self._held.clear()

    def _hold(self, sent: object) -> Any:
        """What stands for an argument; it is a result of the cluster, so it is not lost, either."""
        if id(sent) not in self._held:
            with warnings.catch_warnings():  # it is large, but is sent once
                warnings.filterwarnings("ignore", "Sending large graph", UserWarning)
                theirs = self._client.submit(
                    pickle.loads, packed(sent) if callable(sent) else pickle.dumps(sent), pure=False
                )
            self._held[id(sent)] = (sent, theirs)  # kept, and so is the meaning of its id
        return self._held[id(sent)][1]

    async def _fetch(self, theirs: Any) -> Any:
        """The result; a future of the cluster that nobody refers to any more is dropped by it."""
        # The library's own way of waiting complains when it is cancelled.
        while not theirs.done():
            await asyncio.sleep(_GLANCE)
        try:
            return await self._client.gather(theirs, asynchronous=True)
        except (KeyboardInterrupt, SystemExit) as error:  # the worker's, not ours
            raise BrokenExecutor("a worker was interrupted") from error
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            if task is None or not task.cancelling():  # how older versions say what happened
                raise BrokenExecutor("the scheduler was lost") from error
            raise

    def _is_lost(self) -> bool:
        return self.trouble is not None

    def _done(self, future: Future[Any]) -> None:
        with self._lock:
            self._under_way.discard(future)
            self._moved = monotonic()

    async def _watching(self) -> None:
        """Give the cluster up if it has no workers, or if nothing comes in."""
        seen = monotonic()
        while self.trouble is None:
            if await self._has_workers():
                seen = monotonic()
            if monotonic() - seen > PATIENCE:
                self._give_up("has no workers left")
            elif self._under_way and monotonic() - self._moved > STALL:
                self._give_up(f"has not answered for {STALL:.0f} seconds")
            await asyncio.sleep(_POLL)

    async def _has_workers(self) -> bool:
        try:
            return bool(await asyncio.wait_for(self._client.scheduler.ncores(), PATIENCE))
        except Exception:  # whatever is wrong, there is none that could be used
            return False

    def _give_up(self, trouble: str) -> None:
        self.trouble = trouble
        with self._lock:
            waiting = list(self._under_way)
        for future in waiting:
            future.cancel()


def packed(fn: Callable[..., object]) -> bytes:
    """A function that workers call, after they have found that they draw as this process does.

    The scheduler, which looks into what it is sent, sees bytes and needs nothing of ours.
    """
    return pickle.dumps(partial(checked, known_bits(), fn))


def ready() -> bool:
    """Runs on a worker that can draw."""
    return True


def checked(bits: str, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> _T:
    """Runs on a worker: make a call if draws there are those of the process that asks.

    Raises:
        OtherBitsError: If they are not.
    """
    if known_bits() != bits:
        raise OtherBitsError(policyscore.__version__)
    return fn(*args, **kwargs)


@cache
def known_bits() -> str:
    """A digest of what this process draws for a decision of three options."""
    points = ((0.0, 0.0), (40.0, 70.0), (100.0, 100.0))
    scales = tuple(Scale(f"c{j}", 0.0, 100.0, points) for j in range(3))
    shapes = [
        [Triangular(10.0 * i, 20.0 * i + 9 * j, 60.0 + 9 * i) for j in range(3)] for i in range(3)
    ]
    judged = [[(Judged("", 1.0, shape),) for shape in row] for row in shapes]
    cells = Cells(("a", "b", "c"), scales, judged, AnyWeights(3))
    tally = draw_part(problem_of(cells), 1, 0, 2, 2)
    parts = (tally.ranks, tally.rank_squares, tally.wins, tally.first_weights)
    drawn = b"".join(numbers.tobytes() for numbers in parts)
    return hashlib.sha256(policyscore.__version__.encode() + drawn).hexdigest()
