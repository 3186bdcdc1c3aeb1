"""Draws on a Dask cluster of real processes: the same bits, whatever happens to it half way."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

import pytest
from dask_processes import scheduler, worker
from uncertain_cells import mixed_cells

from policyscore.analysis.robustness.draws.problem import BLOCK, PART
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.processes import cluster_executor, cluster_workers
from policyscore.analysis.robustness.processes.cluster_executor import ClusterExecutor
from policyscore.analysis.robustness.processes.dask_cluster import ClusterError, dask_executor
from policyscore.analysis.robustness.results import Robustness

PARTS = 60
SAMPLES = PARTS * PART * BLOCK
EVERY_PART = [BLOCK * PART * (part + 1) for part in range(PARTS)]
Running = tuple[str, Path]


@cache
def alone() -> Robustness:
    return sample(mixed_cells(), Amount(SAMPLES, confidence=False))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A scheduler without workers: its address, and a folder for those to come."""
    directory = tmp_path_factory.mktemp("cluster")
    with scheduler(directory) as (address, _):
        yield address, directory


@contextmanager
def connected(address: str, workers: int) -> Iterator[ClusterExecutor]:
    """An executor, once the scheduler knows of so many workers, and of no dead ones any more."""
    late = time.monotonic() + 30
    while True:
        with ExitStack() as stack:
            try:
                executor = stack.enter_context(dask_executor(address))
            except ClusterError:
                executor = None
            if executor is not None and executor.threads == workers:
                yield executor
                return
        assert time.monotonic() < late, f"{executor and executor.threads} of {workers} workers"
        time.sleep(0.1)


def pids(executor: ClusterExecutor) -> dict[str, int]:
    """The processes of the workers, by their addresses."""
    found: dict[str, int] = executor._client.run(os.getpid)
    return found


def at_work(executor: ClusterExecutor, address: str) -> int:
    """How many parts the scheduler has given to a worker that has not answered them."""
    return len(executor._client.processing()[address])


def drawn(
    executor: ClusterExecutor, at: dict[int, Callable[[], object]] | None = None
) -> tuple[Robustness, list[int]]:
    """What is found, and the draws after each part; something may be done after some of them."""
    ticks: list[int] = []

    def tick(draws: int, _most: int, _width: float) -> None:
        ticks.append(draws)
        (at or {}).get(len(ticks), lambda: None)()

    amount = Amount(SAMPLES, executor=executor, confidence=False, tick=tick)
    return sample(mixed_cells(), amount), ticks


def test_any_number_of_workers(running: Running) -> None:
    address, directory = running
    with ExitStack() as stack:
        for count in (1, 2, 3):
            stack.enter_context(worker(directory, address))
            with connected(address, count) as executor:
                assert drawn(executor) == (alone(), EVERY_PART)
                assert executor.trouble is None


def test_one_worker_is_killed_while_it_has_parts_to_draw(running: Running) -> None:
    address, directory = running
    held: list[int] = []
    with worker(directory, address), worker(directory, address), connected(address, 2) as executor:
        victim, pid = next(iter(pids(executor).items()))

        def kill_at_work() -> None:
            late = time.monotonic() + 20
            while not at_work(executor, victim) and time.monotonic() < late:
                time.sleep(0.01)
            held.append(at_work(executor, victim))
            os.kill(pid, signal.SIGKILL)

        killing = threading.Thread(target=kill_at_work)

        def stop() -> None:
            os.kill(pid, signal.SIGSTOP)  # from here on it keeps what it is given
            killing.start()

        found, ticks = drawn(executor, {3: stop})
        killing.join()
        assert held[0] > 0
        assert executor.trouble is None
        assert list(pids(executor).values()) != [pid]
        assert len(pids(executor)) == 1
    assert found == alone()
    assert ticks == EVERY_PART


def test_if_all_workers_are_killed_the_rest_is_drawn_here(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, directory = running
    monkeypatch.setattr(cluster_executor, "PATIENCE", 1.0)
    with worker(directory, address), worker(directory, address), connected(address, 2) as executor:

        def kill() -> None:
            for pid in pids(executor).values():
                os.kill(pid, signal.SIGKILL)

        found, ticks = drawn(executor, {3: kill})
        assert executor.trouble == "has no workers left"
    assert found == alone()
    assert ticks == EVERY_PART


def test_a_worker_that_hangs_is_not_waited_for_for_ever(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, directory = running
    monkeypatch.setattr(cluster_executor, "STALL", 1.0)
    with worker(directory, address) as only, connected(address, 1) as executor:
        found, ticks = drawn(executor, {3: lambda: only.send_signal(signal.SIGSTOP)})
        assert executor.trouble == "has not answered for 1 seconds"
    assert found == alone()
    assert ticks == EVERY_PART


def test_precision_stops_at_the_same_draw(running: Running) -> None:
    address, directory = running
    here = sample(mixed_cells(), Amount(precision=0.02))
    with worker(directory, address), connected(address, 1) as executor:
        assert sample(mixed_cells(), Amount(precision=0.02, executor=executor)) == here


SCRIPT = """
import os, signal, sys
from uncertain_cells import mixed_cells
from policyscore.analysis.robustness.processes import cluster_executor
from policyscore.analysis.robustness.processes.dask_cluster import dask_executor
from policyscore.analysis.robustness.draws.sampling import Amount, sample

def tick(draws, most, width):
    if draws == 19200:
        os.kill(int(sys.argv[2]), signal.SIGKILL)

cluster_executor.PATIENCE = 1.0
with dask_executor(sys.argv[1]) as cluster:
    amount = Amount(int(sys.argv[3]), executor=cluster, confidence=False, tick=tick)
    found = sample(mixed_cells(), amount)
print(cluster.trouble, found.samples, [x.hex() for x in found.options[0].acceptability])
"""


def test_nothing_is_printed_when_the_scheduler_is_killed(tmp_path: Path) -> None:
    paths = [str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    with scheduler(tmp_path) as (address, process), worker(tmp_path, address):
        with connected(address, 1):
            pass
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", SCRIPT, address, str(process.pid), str(SAMPLES)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    shares = [x.hex() for x in alone().options[0].acceptability]
    expected = f"has no workers left {SAMPLES} {shares}\n"
    assert (done.stdout, done.stderr, done.returncode) == (expected, "", 0)


def test_a_worker_without_policyscore(running: Running) -> None:
    address, directory = running
    with worker(directory, address, equipped=False):
        late = time.monotonic() + 30
        said = "has no workers"
        while "has no workers" in said and time.monotonic() < late:
            with pytest.raises(ClusterError) as caught, dask_executor(address):
                pass
            said = str(caught.value)
    assert "cannot draw (No module named 'policyscore')" in said


def test_a_worker_whose_draws_are_others(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    address, directory = running
    with worker(directory, address):
        with connected(address, 1):
            pass
        monkeypatch.setattr(cluster_executor, "known_bits", lambda: "others")
        with pytest.raises(ClusterError, match="does not draw as version"), dask_executor(address):
            pass


def test_a_cluster_without_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_workers, "_ANSWER", 1.0)
    said = ""
    with scheduler(tmp_path) as (address, _):
        try:
            with dask_executor(address):
                pass
        except ClusterError as error:
            said = str(error)
    assert said == f"The Dask cluster at {address} has no workers."
