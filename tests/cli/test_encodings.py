"""Terminals and pipes of any encoding: never a crash, bars in ASCII, JSON without loss."""

import json

import pytest
from cli_program import policyscore, spawn
from rich.cells import cell_len

ENCODINGS = ("ascii", "cp1252", "shift_jis", "utf-16")
COMMANDS = (
    ("rank",),
    ("rank", "--all"),
    ("show", "close-now"),
    ("why", "close-now", "rebuild"),
    ("validate",),
    ("--help",),
)
FORMATS = ("table", "json", "csv", "markdown")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_encoding_makes_a_command_fail(arguments: tuple[str, ...], encoding: str) -> None:
    outcome = policyscore(*arguments, encoding=encoding)
    assert outcome.code == 0
    assert outcome.out


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", FORMATS)
def test_no_encoding_makes_a_format_fail(form: str, encoding: str) -> None:
    assert policyscore("rank", "--format", form, encoding=encoding).code == 0


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("arguments", COMMANDS[:4], ids=" ".join)
def test_json_loses_nothing_in_any_encoding(arguments: tuple[str, ...], encoding: str) -> None:
    expected = json.loads(policyscore(*arguments, "--format", "json").out)
    outcome = policyscore(*arguments, "--format", "json", encoding=encoding)
    assert json.loads(outcome.out) == expected
    assert outcome.err == ""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_bars_dashes_and_signs_are_plain_where_the_encoding_lacks_better(encoding: str) -> None:
    ranking = policyscore("rank", encoding=encoding).out
    assert "##### ==" not in ranking
    assert "######==++" in ranking
    assert "63.9-90.3" in ranking
    assert " -4.6" in ranking
    assert "* First place is fragile" in ranking


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_columns_stay_in_line_where_wide_characters_are_replaced(encoding: str) -> None:
    known = policyscore("rank").out.splitlines()
    other = policyscore("rank", encoding=encoding).out.splitlines()
    rows = [i for i, line in enumerate(known) if "rebuild it)  " in line]
    assert rows
    for index in rows:
        assert other[index].index("(rebuild") == cell_len(known[index].split("(rebuild")[0])
        assert "????????" in other[index]


def test_what_the_encoding_has_is_kept() -> None:
    assert "Øster & Søn" in policyscore("show", "rebuild", encoding="latin-1").out
    assert "全面的な架け替え" in policyscore("show", "rebuild", encoding="shift_jis").out


@pytest.mark.parametrize("form", ["csv", "markdown"])
def test_a_loss_in_data_is_told_on_standard_error(form: str) -> None:
    outcome = policyscore("rank", "--format", form, encoding="cp1252")
    assert outcome.err == (
        "policyscore: Some characters cannot be written in cp1252 and stand as `?`; "
        "`--output FILE` writes UTF-8.\n"
    )
    assert policyscore("rank", "--format", form, encoding="utf-8").err == ""


@pytest.mark.parametrize(
    "settings",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "utf-8:strict"},
    ],
    ids=lambda settings: " ".join(f"{key}={value}" for key, value in settings.items()),
)
def test_the_settings_of_a_process_make_no_command_fail(settings: dict[str, str]) -> None:
    shown = spawn("show", "rebuild", environment=settings)
    assert (shown.code, shown.err) == (0, "")
    assert b"(rebuild it)" in shown.raw
