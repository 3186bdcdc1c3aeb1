"""A running Dask cluster to draw on: connecting to it, and what to say if it cannot be used."""

import logging
import re
import socket
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from policyscore.analysis.robustness.processes.cluster_errors import (
    ClusterError,
    shown,
    why,
    within,
)

if TYPE_CHECKING:
    from policyscore.analysis.robustness.processes.cluster_executor import ClusterExecutor

__all__ = ["ClusterError", "dask_executor"]

_ADDRESS = re.compile(
    r"(?:tcp|tls)://(?P<host>\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253}):(?P<port>[0-9]{1,5})"
)
_REACH = 4.0  # seconds
_CONNECT = 5.0
_CLOSE = 3.0
_LOGGERS = ("distributed", "tornado", "asyncio")


@contextmanager
def dask_executor(address: str) -> Iterator["ClusterExecutor"]:
    """Connect to a running Dask cluster.

    Before it is handed out, every worker has shown that its draws have the same bits as those of
    this process. If the cluster is lost later, `submit` says so, what is under way is cancelled,
    and the executor's `trouble` says why; nothing waits for it for ever.

    A scheduler can make this process run anything, so only connect to one that is trusted.

    Args:
        address: The scheduler's, `tcp://HOST:PORT` or `tls://HOST:PORT`. Certificates for the
            latter are taken from Dask's own configuration.

    Raises:
        ClusterError: If the address is none, nothing answers there, workers are missing or are not
            able to draw, or the extra `dask` is not installed.
    """
    host, port = _parts_of(address)
    library = _library()
    with _quiet():
        _reach(address, host, port)
        client = _connected(library, address)
        from policyscore.analysis.robustness.processes.cluster_workers import (  # noqa: PLC0415 (needs NumPy)
            ready_executor,
        )

        try:
            executor = ready_executor(client, address)
            try:
                yield executor
            finally:
                executor.shutdown(wait=False, cancel_futures=True)
        finally:
            # What it could not tell the scheduler, that finds out by the end of the connection.
            with suppress(Exception):
                within(_CLOSE + 1, lambda: client.close(timeout=_CLOSE))


def _parts_of(address: str) -> tuple[str, int]:
    """Host and port."""
    found = _ADDRESS.fullmatch(address)
    if found is None or not 0 < int(found["port"]) < 1 << 16:
        raise ClusterError(
            f"`{shown(address)}` is no address of a Dask scheduler; it needs to be of the form "
            "tcp://HOST:PORT or tls://HOST:PORT, such as tcp://127.0.0.1:8786."
        )
    return found["host"].strip("[]"), int(found["port"])


def _library() -> Any:
    """The package `distributed`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own, as it is imported: nothing to do with us
        try:
            import distributed  # noqa: PLC0415 (slow, and an extra)
        except ImportError as error:
            raise ClusterError(
                "Drawing on a Dask cluster needs the package `distributed`: "
                "pip install '.[dask]' in the folder of policyscore's source."
            ) from error
        except Exception as error:  # it reads configuration of the user's
            raise ClusterError(f"Dask cannot be started{why(error)}.") from error
    return distributed


def _reach(address: str, host: str, port: int) -> None:
    """Find out whether anything listens there, sooner and clearer than the library does."""
    try:
        within(_REACH, lambda: socket.create_connection((host, port), _REACH).close())
    except (OSError, UnicodeError) as error:
        raise ClusterError(
            f"Nothing answers at {address}{why(error)}. Is the scheduler running, and is the "
            "address right?"
        ) from error


def _connected(library: Any, address: str) -> Any:
    """A client of the library."""

    class Client(library.Client):  # type: ignore[misc]
        """Says nothing when it is dropped: one that could not connect complains, and waits."""

        def __del__(self) -> None:
            pass

    def connect() -> Any:
        return Client(address, timeout=_CONNECT, set_as_default=False)

    try:
        return within(2 * _REACH, connect)  # it waits for several answers in turn
    except Exception as error:
        hint = " Does Dask's configuration name the certificates?" * (address[:3] == "tls")
        raise ClusterError(
            f"What answers at {address} is no Dask scheduler that the version of Dask here can "
            f"talk to{why(error)}.{hint}"
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library logs, and one warning of it, from the user's terminal."""
    found = [
        (logger, logger.disabled)
        for name, logger in list(logging.root.manager.loggerDict.items())
        if name.split(".")[0] in _LOGGERS and isinstance(logger, logging.Logger)
    ]
    for logger, _ in found:
        logger.disabled = True
    try:
        with warnings.catch_warnings():
            # Other versions of what draws need not: workers show that they draw the same bits.
            warnings.filterwarnings("ignore", "Mismatched versions found", Warning)
            yield
    finally:
        for logger, disabled in found:
            logger.disabled = disabled
