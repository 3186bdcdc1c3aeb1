"""Processes of our own that are killed, interrupted, orphaned, or started by a bare script."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from contextlib import suppress
from functools import cache
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from uncertain_cells import mixed_cells, triangular_cells

from policyscore.analysis.robustness.draws.problem import BLOCK, PART, problem_of
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.processes.own_pool import OwnPool
from policyscore.analysis.robustness.processes.workers import draw_part, drawn_there, own_workers
from policyscore.analysis.robustness.results import Robustness

PARTS = 40
SAMPLES = PARTS * PART * BLOCK

SCRIPT = """
import os, sys
from uncertain_cells import mixed_cells
from policyscore.analysis.robustness.draws.sampling import Amount, sample

def tick(draws, most, width):
    if draws == 6400:
        print("drawing", flush=True)

found = sample(mixed_cells(), Amount(int(sys.argv[1]), workers=2, confidence=False, tick=tick))
print(found.interrupted, flush=True)
"""


@cache
def alone() -> Robustness:
    return sample(mixed_cells(), Amount(SAMPLES, confidence=False))


class Killed(OwnPool):
    """Its processes are killed while they have work under way, whenever as much was asked."""

    def __init__(self, when: set[int]) -> None:
        super().__init__(2)
        self.when = when
        self.asked = 0
        self.kills = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.asked += 1
        if self.asked not in self.when:
            return super().submit(fn, *args, **kwargs)
        mine = [child.pid for child in active_children() if child.pid is not None]
        for pid in mine:
            os.kill(pid, signal.SIGSTOP)
        future = super().submit(fn, *args, **kwargs)
        assert mine
        assert not future.done()
        for pid in mine:
            os.kill(pid, signal.SIGKILL)
        self.kills += 1
        return future


@pytest.mark.parametrize("when", [{9}, {9, 25}, {9, 25, 41}], ids=["once", "twice", "for good"])
def test_killed_processes_are_replaced_and_nothing_is_lost(when: set[int]) -> None:
    pool = Killed(when)
    ticks: list[int] = []
    try:
        found = sample(
            mixed_cells(),
            Amount(
                SAMPLES,
                executor=pool,
                confidence=False,
                tick=lambda draws, _most, _width: ticks.append(draws),
            ),
        )
    finally:
        pool.shutdown(cancel_futures=True)
    assert pool.kills == len(when)
    assert found == alone()
    assert ticks == [BLOCK * PART * (part + 1) for part in range(PARTS)]
    if len(when) == 3:
        with pytest.raises(BrokenExecutor):
            pool.submit(os.getpid)


@pytest.mark.parametrize("error", [OSError("no more processes"), BrokenExecutor("lost")])
def test_without_processes_all_is_drawn_here(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise error

    monkeypatch.setattr(
        "policyscore.analysis.robustness.processes.own_pool.ProcessPoolExecutor", refuse
    )
    found = sample(mixed_cells(), Amount(SAMPLES, workers=2, confidence=False))
    assert found == alone()


def test_what_is_not_wanted_any_more_is_left_out() -> None:
    problem = problem_of(triangular_cells(100, 10))
    with own_workers(1) as pool:
        parts = drawn_there(pool, 12, problem, 1, 1 << 20, 8)
        first = next(parts)
        waiting = pool.submit(os.getpid)
        parts.close()
    assert first.draws == PART * BLOCK
    assert waiting.cancelled() or waiting.result() is None


@pytest.mark.parametrize("options", [10, 2_000])
def test_few_parts_wait_when_their_counts_are_large(options: int) -> None:
    asked: list[Future[Any]] = []

    class Slow(OwnPool):
        def submit(self, *_args: Any, **_kwargs: Any) -> Future[Any]:
            asked.append(Future())
            if len(asked) == 1:
                asked[0].set_result(draw_part(problem, 1, 0, 1, 1))
            return asked[-1]

    problem = problem_of(triangular_cells(options, 1), pairs=options < 256)
    parts = drawn_there(Slow(1), 6, problem, 1, 1 << 20, 1)
    assert next(parts).draws == BLOCK
    parts.close()
    assert len(asked) == (6 if options == 10 else 4)


def started(source: str, *args: str, stdin: str = "") -> "subprocess.Popen[str]":
    """A program that draws, in a session of its own."""
    paths = [str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    process = subprocess.Popen(
        [sys.executable, "-W", "error", source, *args],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdin is not None
    if stdin:
        process.stdin.write(stdin)
        process.stdin.close()
        process.stdin = None
    return process


def ended(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """What it printed once it and all its processes, which share its streams, have ended."""
    try:
        return process.communicate(timeout=30)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.parametrize("given", ["file", "stdin"])
def test_a_script_without_a_guard_is_not_run_again(given: str, tmp_path: Path) -> None:
    script = tmp_path / "decide.py"
    script.write_text(SCRIPT, encoding="utf-8")
    source = str(script) if given == "file" else "-"
    process = started(source, "64000", stdin="" if given == "file" else SCRIPT)
    assert ended(process) == ("drawing\nFalse\n", "")
    assert process.returncode == 0


def test_ctrl_c_shows_what_there_is_and_nothing_else(tmp_path: Path) -> None:
    script = tmp_path / "decide.py"
    script.write_text(SCRIPT, encoding="utf-8")
    process = started(str(script), "100000000")
    assert process.stdout is not None
    assert process.stdout.readline() == "drawing\n"
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    assert ended(process) == ("True\n", "")
    assert process.returncode == 0


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    script = tmp_path / "decide.py"
    script.write_text(SCRIPT, encoding="utf-8")
    process = started(str(script), "100000000")
    assert process.stdout is not None
    assert process.stdout.readline() == "drawing\n"
    process.kill()
    printed, complaints = ended(process)  # runs into its time limit if one of them lives on
    assert printed == ""
    assert "Traceback" not in complaints
