"""Runs the program many times in one process whose memory is capped; started by `hostile_runs`.

Reads jobs as JSON, a list of command lines, and writes what became of each. The cap is on the
address space, so that whatever asks for too much fails at once instead of slowing the machine.
"""

import io
import json
import resource
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

SECONDS = 60  # of processor time for one run, far beyond what any needs: a guard against hanging


class HangError(BaseException):
    """A run takes too long. Not an Exception, so that the program does not catch it."""


def hang(*_: object) -> None:
    raise HangError


def peak() -> int:
    """The most address space that this process has had, in bytes; 0 where nobody counts it."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("VmPeak:"))


def run_one(arguments: list[str]) -> dict[str, Any]:
    from policyscore.cli.app import run

    out, err = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(raw, encoding="utf-8", newline="\n") for raw in (out, err)]
    kept = sys.stdout, sys.stderr
    started = time.process_time()
    code, crash = 3, ""
    try:
        sys.stdout, sys.stderr = streams
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        code = run(arguments)
    except BaseException:
        crash = traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.stdout, sys.stderr = kept
    for stream in streams:
        stream.flush()
    return {
        "code": code,
        "crash": crash,
        "out": out.getvalue().decode("utf-8", "surrogateescape"),
        "err": err.getvalue().decode("utf-8", "surrogateescape"),
        "seconds": time.process_time() - started,
        "peak": peak(),
    }


def main() -> None:
    cap = int(sys.argv[1])
    jobs = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_AS, (cap, cap))
    signal.signal(signal.SIGPROF, hang)
    for job in jobs:
        print(json.dumps(run_one(job)), flush=True)


if __name__ == "__main__":
    main()
