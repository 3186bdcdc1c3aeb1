"""A Dask scheduler and its workers, as processes on this machine that always end with the test."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_START = 30.0

WITHOUT = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "policyscore":
            raise ModuleNotFoundError("No module named 'policyscore'")

sys.meta_path.insert(0, Missing())
from dask.cli import run_cli
run_cli()
"""
"""Dask's own commands where policyscore is not installed."""


@contextmanager
def _started(directory: Path, *args: str, equipped: bool) -> Iterator["subprocess.Popen[bytes]"]:
    program = ("-m", "dask") if equipped else ("-c", WITHOUT)
    common = ("--host", "127.0.0.1", "--no-dashboard", "--dashboard-address", "127.0.0.1:0")
    with (directory / "dask.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, *program, *args, *common],
            env={**os.environ, "DASK_CONFIG": str(directory)},  # not the user's own
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


@contextmanager
def scheduler(directory: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A scheduler that knows nothing of policyscore: its address and its process."""
    file = directory / "scheduler.json"
    args = ("scheduler", "--port", "0", "--scheduler-file", str(file))
    with _started(directory, *args, equipped=False) as process:
        yield _address(file, process), process


def _address(file: Path, process: "subprocess.Popen[bytes]") -> str:
    from json import JSONDecodeError, loads

    late = time.monotonic() + _START
    while time.monotonic() < late and process.poll() is None:
        try:
            address: str = loads(file.read_text("utf-8"))["address"]
        except (FileNotFoundError, JSONDecodeError):  # not yet, or half written
            time.sleep(0.05)
        else:
            return address
    raise AssertionError((file.parent / "dask.log").read_text("utf-8"))


@contextmanager
def worker(
    directory: Path, address: str, *, equipped: bool = True
) -> Iterator["subprocess.Popen[bytes]"]:
    """A worker of one thread. It may take a moment until the scheduler knows it."""
    args = ("worker", address, "--no-nanny", "--nthreads", "1", "--local-directory")
    with _started(directory, *args, str(directory), equipped=equipped) as process:
        yield process
