"""Addresses of clusters that are none, where nothing answers, or something else does."""

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from policyscore.analysis.robustness.processes import dask_cluster
from policyscore.analysis.robustness.processes.dask_cluster import ClusterError, dask_executor


@pytest.mark.parametrize(
    "address",
    [
        *("", "127.0.0.1:8786", "tcp://", "tcp://host", "tcp://:8786", "tcp://host:0"),
        *("tcp://host:65536", "tcp://host:٣", "http://host:80", "inproc://host/1", "ucx://h:1"),
        *("tcp://user@host:1", "tcp://host:1/x", "tcp://host:1\n", "file:///etc/passwd"),
        *("tcp://\x1b[31m:1", "tcp://" + "a" * 5_000 + ":1", "tcp://h:" + "1" * 5_000),
    ],
    ids=range(18),
)
def test_what_is_no_address(address: str) -> None:
    with (
        pytest.raises(ClusterError, match=r"tcp://HOST:PORT or tls://HOST:PORT") as caught,
        dask_executor(address),
    ):
        pass
    said = str(caught.value)
    assert len(said) < 250
    assert said.isprintable()


@contextmanager
def listening(reply: bytes | None) -> Iterator[int]:
    """A port where everyone who comes is told the same, or nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server, ExitStack() as stack:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                    stack.enter_context(connection)
                    connection.sendall(reply or b"")
                except OSError:  # it was closed
                    return

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.parametrize("reply", [None, b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\xff" * 64])
@pytest.mark.parametrize("scheme", ["tcp", "tls"])
def test_something_else_answers(
    scheme: str, reply: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask_cluster, "_REACH", 0.5)
    monkeypatch.setattr(dask_cluster, "_CONNECT", 0.4)
    with listening(reply) as port:
        address = f"{scheme}://127.0.0.1:{port}"
        with (
            pytest.raises(ClusterError, match=f"What answers at {address} is no Dask scheduler"),
            dask_executor(address),
        ):
            pass


def test_nothing_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with (
        pytest.raises(ClusterError, match=f"Nothing answers at tcp://127.0.0.1:{port}"),
        dask_executor(f"tcp://127.0.0.1:{port}"),
    ):
        pass


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ClusterError, match=r"pip install '\.\[dask\]'"),
        dask_executor("tcp://127.0.0.1:1"),
    ):
        pass
