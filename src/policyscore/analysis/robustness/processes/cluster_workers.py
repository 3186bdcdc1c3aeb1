"""Whether the workers of a Dask cluster can draw, asked of each before it is given anything."""

import pickle
from operator import call
from time import monotonic, sleep
from typing import Any

from policyscore import __version__
from policyscore.analysis.robustness.processes.cluster_errors import (
    ClusterError,
    shown,
    why,
    within,
)
from policyscore.analysis.robustness.processes.cluster_executor import (
    ClusterExecutor,
    OtherBitsError,
    packed,
    ready,
)

_ANSWER = 5.0  # seconds
_READY = 20.0  # importing NumPy takes a worker a while
_POLL = 0.02


def ready_executor(client: Any, address: str) -> ClusterExecutor:
    """An executor for a cluster whose workers all draw as this process does.

    Args:
        client: A `distributed.Client` that is connected.
        address: The scheduler's.

    Raises:
        ClusterError: If there are none, or some do not.
    """
    try:
        within(2 * _ANSWER, lambda: client.wait_for_workers(1, timeout=_ANSWER))
        threads: dict[str, int] = within(_ANSWER, client.nthreads)
    except Exception as error:
        raise ClusterError(f"The Dask cluster at {address} has no workers.") from error

    def ask(worker: str) -> Any:
        there = {"pure": False, "workers": [worker], "allow_other_workers": False}
        return client.submit(call, client.submit(pickle.loads, packed(ready), **there), **there)

    def answers() -> dict[str, Any]:
        asked = {worker: ask(worker) for worker in threads}
        late = monotonic() + _READY
        while monotonic() < late and not all(future.done() for future in asked.values()):
            sleep(_POLL)
        return {worker: _answer(future) for worker, future in asked.items() if future.done()}

    try:
        answered = within(_READY + _ANSWER, answers)
    except Exception as error:
        raise ClusterError(
            f"The Dask cluster at {address} was lost while its workers were asked whether they can "
            f"draw{why(error)}."
        ) from error
    for worker, wrong in answered.items():
        if wrong is not None:
            raise ClusterError(_cannot_draw(worker, wrong)) from wrong
    if not answered:
        raise ClusterError(
            f"No worker of the Dask cluster at {address} answered within {_READY:.0f} seconds; "
            "they may be busy with something else."
        )
    return ClusterExecutor(client, max(sum(threads.values()), 1))


def _answer(future: Any) -> Exception | None:
    """What went wrong with a call that has ended."""
    found = future.exception(timeout=_ANSWER)
    return found if found is None or isinstance(found, Exception) else RuntimeError(repr(found))


def _cannot_draw(worker: str, error: Exception) -> str:
    name = shown(worker)
    if isinstance(error, OtherBitsError):
        return (
            f"The Dask worker {name} has policyscore {shown(str(error))}, which does not draw as "
            f"version {__version__} here does; install the same version there."
        )
    return (
        f"The Dask worker {name} cannot draw{why(error)}. It needs policyscore {__version__} and "
        "NumPy, as they are here."
    )
