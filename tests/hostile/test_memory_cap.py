"""The cap under which hostile cases are run leaves Python room, and does hold."""

import subprocess
import sys
from pathlib import Path

from hostile_cases import case
from hostile_runs import CAP, attack


def test_a_good_case_needs_far_less_than_the_cap(tmp_path: Path) -> None:
    commands = [["rank"], ["rank", "--all", "-f", "json"], ["validate"], ["show", "b"]]
    runs = attack(tmp_path, {"good": case()}, commands)["good"]
    assert [run.code for run in runs] == [0, 0, 0, 0]
    assert max(run.peak for run in runs) < CAP / 2


def test_more_than_the_cap_is_not_given() -> None:
    program = (
        "import resource, sys; cap = int(sys.argv[1]);"
        "resource.setrlimit(resource.RLIMIT_AS, (cap, cap)); bytearray(cap)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(CAP)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "MemoryError" in done.stderr
