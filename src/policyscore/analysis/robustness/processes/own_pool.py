"""Processes of our own that draw: they start apart, are replaced if lost, and end with us.

They are spawned, but know nothing of the script that the user runs: it is not run again in them, so
it needs no `if __name__ == "__main__"`.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from ctypes import c_bool
from multiprocessing import get_context, parent_process
from multiprocessing.sharedctypes import RawValue
from threading import Thread
from types import ModuleType
from typing import Any, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")

_REBUILDS = 2
"""How often lost processes are replaced; then something is wrong with this machine."""

_stopping: c_bool | None = None  # in a process of the pool: whether the rest is not wanted any more


class OwnPool(Executor):
    """A pool of processes that is built again if one of them is lost.

    What the lost pool had under way fails, and is to be asked for again.

    Args:
        count: How many processes.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._rebuilds = _REBUILDS
        # Without a lock: a process that is killed while it holds one would stop all others.
        self._stopping = RawValue(c_bool, False)
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Hand out a call.

        Raises:
            BrokenExecutor: If processes cannot be started, or were lost too often.
        """
        while True:
            try:
                return self._submit(fn, *args, **kwargs)
            except BrokenExecutor:
                if not self._rebuilds:
                    raise
                self._rebuilds -= 1
                self._drop()
            except OSError as error:  # no memory, or too many processes
                self._rebuilds = 0
                raise BrokenExecutor(str(error)) from error

    def _submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._count,
                mp_context=get_context("spawn"),
                initializer=_settle,
                initargs=(self._stopping,),
            )
        with _apart():
            return self._pool.submit(_unless_stopping, fn, *args, **kwargs)

    def _drop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes, with `cancel_futures` as soon as what they draw now is drawn."""
        if cancel_futures:
            self._stopping.value = True
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


@contextmanager
def _apart() -> Iterator[None]:
    """Start processes that do not run the user's script and do not hear Ctrl-C, from the start."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    mask = None
    if sys.platform != "win32":
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        sys.modules["__main__"] = main
        if sys.platform != "win32" and mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _settle(stopping: c_bool) -> None:
    """Leave Ctrl-C to the process that the user started, and end if that one is killed."""
    global _stopping  # noqa: PLW0603 (a process of the pool has one pool)
    _stopping = stopping
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _unless_stopping(fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """What waits in the pool's pipe cannot be cancelled any more, but it can be left out."""
    if _stopping is not None and _stopping.value:
        return None
    return fn(*args, **kwargs)
