"""The pre-commit hook, tried by pre-commit itself on a scratch repository.

pre-commit installs the hook from the package index, so this runs where `.ci/peers` has run.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pipeline_case import ROOT, clean_environment, make_case


def git(*words: str, cwd: Path) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    command = ["git", *identity, *words]
    subprocess.run(command, cwd=cwd, check=True, capture_output=True, env=clean_environment())


@pytest.mark.parametrize("broken", [False, True])
def test_the_hook_stops_a_broken_case_and_no_other(broken: bool, tmp_path: Path) -> None:
    if not os.environ.get("POLICYSCORE_PEERS"):
        pytest.skip("POLICYSCORE_PEERS is not set; `.ci/peers DIR` installs what this needs")
    hooks = tmp_path / "hooks"
    wanted = ("src", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
    for name in wanted:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        (hooks).mkdir(exist_ok=True)
        copy(source, hooks / name)
    git("init", "-q", cwd=hooks)
    git("add", "-A", cwd=hooks)
    git("commit", "-qm", "hooks", cwd=hooks)
    scratch = make_case(tmp_path / "scratch", broken=broken)
    git("init", "-q", cwd=scratch)
    git("add", "-A", cwd=scratch)
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "policyscore-validate", "-a"],
        cwd=scratch,
        env=clean_environment(PRE_COMMIT_HOME=str(tmp_path / "home")),
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == int(broken), done.stdout + done.stderr
    assert ("Passed" in done.stdout) is not broken
    assert ("unknown-key" in done.stdout) is broken
