"""`diff --exit-code` with and without a word after it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from diff_repository import Ran, Repository

from policyscore.cli.app import run

Diff = Callable[..., Ran]


@pytest.fixture
def second_place(repository: Repository) -> Path:
    """A case in which the order changed, though not who is first."""
    repository.score("ferry", cost=0, speed=90)
    repository.commit("a fast ferry")
    repository.score("bridge", cost=100, speed=0)
    return repository.root


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 0),
        (("--exit-code",), 1),
        (("HEAD", "--exit-code"), 1),
        (("--exit-code", "HEAD"), 1),
        (("--exit-code", "--format", "json"), 1),
        (("--exit-code", "order"), 1),
        (("--exit-code=order",), 1),
        (("--exit-code", "first"), 0),
        (("--exit-code=first",), 0),
        (("--exit-code", "--exit-code=first"), 0),
        (("--exit-code=last",), 2),
        (("--exit-codes",), 2),
        (("--", "--exit-code"), 2),
    ],
)
def test_exit_code_needs_no_word(
    arguments: tuple[str, ...], code: int, second_place: Path, diff: Diff
) -> None:
    assert diff(second_place, *arguments).code == code


def test_an_unchanged_order_is_fine(repository: Repository, diff: Diff) -> None:
    assert diff(repository.root, "--exit-code").code == 0


def test_other_commands_do_not_get_the_option(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(repository.root), "rank", "--exit-code"]) == 2
    assert "--exit-code=order" not in capsys.readouterr().err
