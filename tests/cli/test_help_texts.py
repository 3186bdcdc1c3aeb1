"""Every command, argument and option says what it is for, at any width."""

from collections.abc import Iterator
from typing import Any

import pytest
import typer
from cli_program import policyscore

from policyscore.cli.app import COMMANDS, build


def commands() -> dict[str, Any]:
    return dict(typer.main.get_command(build()).commands)  # type: ignore[attr-defined]


def parameters() -> Iterator[tuple[str, Any]]:
    root = typer.main.get_command(build())
    for name, command in {"policyscore": root, **commands()}.items():
        for parameter in command.params:
            yield f"{name} {'/'.join(parameter.opts)}", parameter


def test_the_program_has_the_commands_it_names() -> None:
    assert tuple(commands()) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_in_a_sentence_what_it_does(name: str) -> None:
    text = commands()[name].help
    first = text.split("\n\n")[0].replace("\n", " ")
    assert first[0].isupper()
    assert first.endswith(".")
    assert len(first) < 120


@pytest.mark.parametrize(("name", "parameter"), [pytest.param(n, p, id=n) for n, p in parameters()])
def test_a_parameter_says_in_a_sentence_what_it_is_for(name: str, parameter: Any) -> None:
    if name.endswith(("--install-completion", "--show-completion")):  # the library's own
        return
    assert parameter.help, f"{name} has no help"
    assert parameter.help[0].isupper()
    assert parameter.help.rstrip().endswith(".")


def test_a_number_is_asked_for_in_plain_words() -> None:
    text = policyscore("rank", "--help").out
    assert "--top      -n      N  " in text
    assert "range" not in text


@pytest.mark.parametrize("columns", [60, 140])
@pytest.mark.parametrize("name", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_is_shown_at_any_width(name: tuple[str, ...], columns: int) -> None:
    outcome = policyscore(*name, "--help", columns=columns)
    assert outcome.code == 0
    assert "Usage: policyscore" in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= columns


def test_help_has_a_short_name() -> None:
    assert policyscore("rank", "-h") == policyscore("rank", "--help")


@pytest.mark.parametrize(
    ("command", "usage"),
    [
        ("rank", "policyscore rank [OPTIONS] [PROFILE]..."),
        ("show", "policyscore show [OPTIONS] OPTION"),
        ("why", "policyscore why [OPTIONS] A B"),
        ("validate", "policyscore validate [OPTIONS] [PATH]..."),
        ("init", "policyscore init [OPTIONS] [DIR]"),
    ],
)
def test_usage_names_arguments_as_they_are_typed(command: str, usage: str) -> None:
    assert f" Usage: {usage} " in policyscore(command, "--help").out
