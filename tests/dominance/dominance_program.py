"""Runs `policyscore dominance` in this process on a case on disk."""

import io
import os
import sys
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from policyscore.cli.app import run

BRIDGE = Path(__file__).resolve().parents[1] / "snapshots" / "case"


class Outcome(NamedTuple):
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def dominance(
    *arguments: str, cwd: Path = BRIDGE, columns: int = 80, encoding: str = "utf-8"
) -> Outcome:
    """Run the command without a terminal."""
    out, err = io.BytesIO(), io.BytesIO()
    stdout = io.TextIOWrapper(out, encoding=encoding, newline="\n")
    stderr = io.TextIOWrapper(err, encoding=encoding, newline="\n")
    with (
        mock.patch.dict(os.environ, {"COLUMNS": str(columns)}, clear=True),
        mock.patch.object(sys, "stdout", stdout),
        mock.patch.object(sys, "stderr", stderr),
        chdir(cwd),
    ):
        code = run(["dominance", *arguments])
    stdout.detach()
    stderr.detach()
    return Outcome(code, out.getvalue().decode(encoding), err.getvalue().decode(encoding))
