"""A small case to run pipelines on, good or broken, and what runs them."""

import os
import subprocess
import sys
from pathlib import Path

from policyscore.cli.starting import start_case

ROOT = Path(__file__).resolve().parents[2]


def make_case(directory: Path, *, broken: bool = False) -> Path:
    start_case(directory)
    if broken:
        option = directory / "options" / "protest.yaml"
        option.write_text(option.read_text("utf-8").replace("low: 10", "lwo: 10"), "utf-8")
    return directory


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without what a CI service may have set around these tests."""
    outer = ("GITHUB_", "CI_", "GITLAB_", "POLICYSCORE_", "CASE_", "GIT_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(outer)}
    program = str(Path(sys.executable).with_name("policyscore"))
    return {**kept, "POLICYSCORE": program, **more}


def bash(script: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=cwd,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
