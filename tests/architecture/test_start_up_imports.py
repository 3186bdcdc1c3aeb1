"""What takes long to import is not imported by the commands that do not need it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import policyscore

SOURCE = Path(policyscore.__file__).resolve().parents[1]
CASE = Path(__file__).resolve().parents[1] / "cases" / "kangas-2008"
SLOW = ("numpy", "highspy", "scipy", "pydantic", "prompt_toolkit", "hypothesis", "pytest")
PROBE = """
import json, sys
from policyscore.__main__ import main
sys.argv[1:] = json.loads(sys.argv[1])
try:
    code = main()
except SystemExit as stop:
    code = stop.code
sys.stdout.flush()
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def modules_of(*arguments: str) -> set[str]:
    """The modules that a run of the program has imported; the run must succeed."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(arguments)],
        cwd=CASE,
        capture_output=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1"},
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code in (0, None)
    return set(modules)


@pytest.mark.parametrize(
    "arguments",
    [
        ("rank",),
        ("rank", "--format", "json"),
        ("rank", "--all"),
        ("validate",),
        ("show", "mreg"),
        ("weights",),
        ("diff", "smart", "smart"),
        ("why", "mreg", "scen"),
        ("--help",),
        ("--version",),
    ],
    ids=" ".join,
)
def test_a_command_imports_nothing_slow(arguments: tuple[str, ...]) -> None:
    modules = modules_of(*arguments)
    assert "policyscore" in modules
    assert modules.isdisjoint(SLOW)
    assert not any(name.startswith(("numpy.", "scipy.", "pydantic.")) for name in modules)


@pytest.mark.parametrize("command", ["sensitivity", "dominance"])
def test_an_analysis_imports_what_it_needs_and_not_scipy(command: str) -> None:
    modules = modules_of(command)
    assert {"numpy", "highspy"} <= modules
    assert not any(name.split(".")[0] == "scipy" for name in modules)


def test_ranking_validates_with_the_engine_of_pydantic() -> None:
    assert "pydantic_core" in modules_of("rank")


def test_the_version_is_told_before_anything_else_is_imported() -> None:
    modules = modules_of("--version")
    assert modules.isdisjoint({"typer", "click", "rich", "yaml", "pydantic_core"})
    assert {name for name in modules if name.startswith("policyscore")} <= {
        "policyscore",
        "policyscore.__main__",
    }
