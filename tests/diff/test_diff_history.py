"""What `diff` prints for twelve commits to this project's own case, kept as files to be read.

`POLICYSCORE_SNAPSHOTS=write pytest tests/diff/test_diff_history.py` writes them anew.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from diff_repository import Ran, Repository
from history_steps import STEPS

Diff = Callable[..., Ran]
ROOT = Path(__file__).resolve().parents[2]
HISTORY = Path(__file__).resolve().parent / "history"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository with the case and the twelve commits, each tagged."""
    made = Repository(tmp_path_factory.mktemp("history"))
    made.git("init", "--quiet", "--initial-branch=main")
    shutil.copy(ROOT / "policyscore.yaml", made.root)
    for folder in ("options", "weights"):
        shutil.copytree(ROOT / folder, made.root / folder)
    made.commit("the case")
    made.git("tag", "step-0")
    for number, step in enumerate(STEPS, 1):
        step(made.root)
        made.commit(step.__name__)
        made.git("tag", f"step-{number}")
    return made


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1))
def test_the_screen_of_a_commit_is_as_it_was(history: Repository, diff: Diff, number: int) -> None:
    ran = diff(history.root, f"step-{number - 1}", f"step-{number}")
    assert ran.code == 0, ran.err
    shown = re.sub(r" \([0-9a-f]{7}\)", "", ran.out)
    file = HISTORY / f"{number:02}-{STEPS[number - 1].__name__.replace('_', '-')}.txt"
    if os.environ.get("POLICYSCORE_SNAPSHOTS") == "write":
        file.write_text(shown, "utf-8")
    assert shown == file.read_text("utf-8")


def test_no_screen_is_kept_of_a_commit_that_is_no_more() -> None:
    names = {f"{n:02}-{s.__name__.replace('_', '-')}.txt" for n, s in enumerate(STEPS, 1)}
    assert {file.name for file in HISTORY.iterdir()} == names
