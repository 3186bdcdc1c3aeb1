"""One run of a command as a whole process: CPU time, time on the clock, peak memory.

The kernel keeps the accounts: `os.wait4` gives the child's CPU time, user and system, and its peak
memory. A child's peak starts at that of this process, from which it is split off, so the modules
that run here import little.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_PEAKS_IN_A_MIB = 1 << 20 if sys.platform == "darwin" else 1 << 10  # bytes there, else KiB


@dataclass(frozen=True, slots=True)
class Command:
    """Something to run.

    Attributes:
        name: What it is called in tables.
        argv: The program and its arguments.
        where: The directory to run it in.
        most: How often to run it at most, for slow programs; None if as often as all.
    """

    name: str
    argv: tuple[str, ...]
    where: Path
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds of CPU time, seconds on the clock, peak memory in MiB."""

    cpu: float
    wall: float
    peak: float


class FailedError(Exception):
    """A command that ended otherwise than it should."""


def environment() -> dict[str, str]:
    """The environment as a user has it: without settings of Python other than where to import.

    `PYTHONDONTWRITEBYTECODE` above all would keep a package from being compiled once and for all.
    """
    return {k: v for k, v in os.environ.items() if k[:6] != "PYTHON" or k == "PYTHONPATH"}


def run(command: Command) -> Sample:
    """Run a command once, its output thrown away.

    Raises:
        FailedError: If its exit code is not 0.
    """
    nowhere = subprocess.DEVNULL
    start = time.perf_counter()
    child = subprocess.Popen(
        command.argv,
        cwd=command.where,
        env=environment(),
        stdin=nowhere,
        stdout=nowhere,
        stderr=nowhere,
    )
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise FailedError(f"`{command.name}` ended with exit code {child.returncode}.")
    return Sample(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / _PEAKS_IN_A_MIB)
