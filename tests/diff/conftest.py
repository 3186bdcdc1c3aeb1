"""A repository with a small case, made anew for each test, and the program run on it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from diff_repository import Ran, Repository, run_diff


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository whose only commit holds the small case."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    made = Repository(tmp_path / "repository")
    made.git("init", "--quiet", "--initial-branch=main")
    made.write_case()
    made.commit("the case")
    return made


@pytest.fixture
def diff(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs `policyscore diff` and gives what it printed."""
    monkeypatch.setattr("policyscore.cli.app.COMMANDS", ("diff",))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    return lambda place, *arguments: run_diff(capsys, place, *arguments)
