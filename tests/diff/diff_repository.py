"""A small case in a git repository, and the program run on it."""

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from policyscore.cli.app import run

CASE = {
    "policyscore.yaml": """\
policyscore: 1
title: A way across
baseline: wait
default-profile: even
criteria:
  cost: {title: Cost, better: lower, scale: {0: nothing, 100: all there is}}
  speed: {title: Speed, better: higher, scale: {0: never, 100: at once}}
experts:
  ada: {title: Ada, weight: 1}
""",
    "options/bridge.yaml": "title: A bridge\nscores: {cost: 90, speed: 100}\n",
    "options/ferry.yaml": "title: A ferry\nscores: {cost: 30, speed: 50}\n",
    "options/wait.yaml": "title: Wait\nscores: {cost: 0, speed: 0}\n",
    "weights/even.yaml": "title: Even\npoints:\n  cost: 1\n  speed: 1\n",
    "weights/hasty.yaml": "title: Hasty\npoints:\n  cost: 1\n  speed: 2\n",
}


class Ran(NamedTuple):
    """What a run of the program gave."""

    code: int
    out: str
    err: str


class Repository:
    """A git repository."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)

    def git(self, *arguments: str) -> str:
        """Run git without the configuration of whoever runs the tests."""
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"]
        done = subprocess.run(
            ["git", *who, "-c", "commit.gpgsign=false", *arguments],
            cwd=self.root,
            env={**os.environ, **nobody},
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout.strip()

    def write_case(self, folder: str = ".") -> None:
        """Write the small case."""
        for path, text in CASE.items():
            self.write(f"{folder}/{path}", text)

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def commit(self, message: str) -> str:
        """Commit all there is; the commit's name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def score(self, option: str, cost: float, speed: float) -> None:
        """Give an option other scores."""
        title = CASE[f"options/{option}.yaml"].splitlines()[0]
        scores = f"scores: {{cost: {cost:g}, speed: {speed:g}}}"
        self.write(f"options/{option}.yaml", f"{title}\n{scores}\n")


def run_diff(capsys: pytest.CaptureFixture[str], place: Path, *arguments: str) -> Ran:
    """Run `policyscore diff` on the case in a directory."""
    code = run(["-C", str(place), "diff", *arguments])
    captured = capsys.readouterr()
    return Ran(code, captured.out, captured.err)
