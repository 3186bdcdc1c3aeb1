"""Ranks the case directories of published examples through the command line."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import policyscore

CASES = Path(__file__).resolve().parents[1] / "cases"
SOURCE = Path(policyscore.__file__).resolve().parents[1]


@cache
def ranked(case: str, *arguments: str) -> dict[str, Any]:
    """The JSON that `policyscore rank` prints for a published case; not to be changed."""
    command = [sys.executable, "-m", "policyscore", "rank", "-C", str(CASES / case)]
    done = subprocess.run(
        [*command, "--format", "json", *arguments],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr.decode()
    payload: dict[str, Any] = json.loads(done.stdout)
    return payload


def by_option(payload: dict[str, Any], key: str) -> dict[str, Any]:
    """One figure of every option of a ranking, best option first."""
    return {row["option"]: row[key] for row in payload["ranking"]}
