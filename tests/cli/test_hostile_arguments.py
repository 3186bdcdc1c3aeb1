"""Escapes, controls and invisible characters in arguments are shown, never sent to the terminal."""

import re
from pathlib import Path

import pytest
from cli_program import policyscore

NASTY = "x\x1b[31m\u202ey\u200bz\r\n\x07\x9b"
_RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]")

ARGUMENTS = (
    ("NASTY",),
    ("rank", "NASTY"),
    ("rank", "NASTY.yaml"),
    ("rank", "dir/NASTY.yaml"),
    ("rank", "--NASTY"),
    ("rank", "--format", "NASTY"),
    ("rank", "--top", "NASTY"),
    ("rank", "--tag", "NASTY"),
    ("rank", "--only", "NASTY"),
    ("rank", "--without", "NASTY"),
    ("rank", "--output", "missing/NASTY"),
    ("rank", "-C", "NASTY"),
    ("-C", "NASTY", "rank"),
    ("show", "NASTY"),
    ("show", "rebuild", "NASTY"),
    ("show", "rebuild", "--profile", "NASTY"),
    ("why", "NASTY", "rebuild"),
    ("why", "rebuild", "NASTY"),
    ("validate", "NASTY"),
    ("validate", "NASTY/x.yaml"),
    ("init", "a", "NASTY"),
)


@pytest.mark.parametrize("arguments", ARGUMENTS, ids=" ".join)
def test_an_argument_is_echoed_with_its_odd_characters_spelt_out(
    arguments: tuple[str, ...],
) -> None:
    outcome = policyscore(*(word.replace("NASTY", NASTY) for word in arguments))
    assert outcome.code in {1, 2}
    assert not _RAW.search(outcome.err)
    assert not _RAW.search(outcome.out)
    if arguments[-2:] != ("a", "NASTY"):
        assert "\\x1b" in outcome.err


@pytest.mark.parametrize(
    "arguments", [("rank", "\udcff"), ("show", "\udcff"), ("validate", "\udcff"), ("\udcff",)]
)
def test_an_argument_that_is_no_utf_8_is_echoed_safely(arguments: tuple[str, ...]) -> None:
    outcome = policyscore(*arguments)
    assert outcome.code == 2
    assert "\\udcff" in outcome.err


def test_a_folder_with_an_odd_name_is_made_and_named_safely(tmp_path: Path) -> None:
    outcome = policyscore("init", "x\x1b[31m y", cwd=tmp_path)
    assert outcome.code == 0
    assert not _RAW.search(outcome.out + outcome.err)
    assert "`policyscore rank -C 'x\\x1b[31m y'`" in outcome.err


def test_a_markup_tag_in_an_argument_is_text() -> None:
    assert "`[red]rebuild[/]`" in policyscore("show", "[red]rebuild[/]").err


def test_an_empty_argument_is_an_error_in_words() -> None:
    for arguments in (("",), ("rank", ""), ("show", ""), ("rank", "--tag", "")):
        outcome = policyscore(*arguments)
        assert outcome.code == 2
        assert "fault" not in outcome.err
