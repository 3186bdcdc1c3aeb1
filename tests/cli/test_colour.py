"""Colour for terminals only, unless asked for or forbidden."""

import re

import pytest
from cli_program import policyscore

COMMANDS = (("rank",), ("rank", "--all"), ("show", "close-now"), ("why", "close-now", "rebuild"))
XTERM = {"TERM": "xterm-256color"}
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
_COLOURS = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|9[0-7]|38;)")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_terminal_gets_colour_that_changes_nothing_but_the_colour(
    arguments: tuple[str, ...],
) -> None:
    plain = policyscore(*arguments).out
    coloured = policyscore(*arguments, terminal=True, environment=XTERM).out
    assert _COLOURS.search(coloured)
    without = _ESCAPES.sub("", coloured)
    assert [line.rstrip() for line in without.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_pipe_gets_no_escapes(arguments: tuple[str, ...]) -> None:
    assert "\x1b" not in policyscore(*arguments, environment=XTERM).out


def test_no_color_forbids_colour_on_a_terminal() -> None:
    outcome = policyscore("rank", terminal=True, environment={**XTERM, "NO_COLOR": "1"})
    assert not _COLOURS.search(outcome.out)


def test_force_color_asks_for_colour_in_a_pipe() -> None:
    assert _COLOURS.search(policyscore("rank", environment={**XTERM, "FORCE_COLOR": "1"}).out)


def test_no_color_wins_over_force_color() -> None:
    settings = {**XTERM, "NO_COLOR": "1", "FORCE_COLOR": "1"}
    assert not _COLOURS.search(policyscore("rank", environment=settings).out)


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_knows_no_escapes_gets_none(term: str) -> None:
    assert "\x1b" not in policyscore("rank", terminal=True, environment={"TERM": term}).out


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_data_is_never_coloured(form: str) -> None:
    settings = {**XTERM, "FORCE_COLOR": "1"}
    outcome = policyscore("rank", "--format", form, terminal=True, environment=settings)
    assert "\x1b" not in outcome.out
