"""The five ways in which a run ends: 0 fine, 1 findings, 2 wrong usage, 3 a fault, 130 Ctrl-C."""

from pathlib import Path

import pytest
from cli_program import change, copy_of_bridge, policyscore

from policyscore.decision import Decision

FINE = (
    ("rank",),
    ("rank", "--all"),
    ("show", "rebuild"),
    ("why", "rebuild", "close-now"),
    ("validate",),
    ("--help",),
    ("--version",),
    ("rank", "--help"),
)


@pytest.mark.parametrize("arguments", FINE, ids=" ".join)
def test_a_run_that_does_what_it_should_ends_with_0(arguments: tuple[str, ...]) -> None:
    outcome = policyscore(*arguments)
    assert outcome.code == 0
    assert outcome.out


@pytest.mark.parametrize(
    "arguments",
    [("rank",), ("rank", "--all"), ("show", "rebuild"), ("why", "rebuild", "ferry"), ("validate",)],
    ids=" ".join,
)
def test_files_with_errors_end_every_command_with_1(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "options" / "rebuild.yaml", "summary:", "sumary:")
    outcome = policyscore(*arguments, cwd=case)
    assert outcome.code == 1
    assert "rebuild.yaml:2:1 error[unknown-key]" in outcome.out + outcome.err


def test_a_warning_alone_ends_with_0_and_is_still_told(tmp_path: Path) -> None:
    case = copy_of_bridge(tmp_path)
    change(case / "weights" / "everyone.yaml", "collapse-risk: 100", "collapse-risk: 90")
    checked = policyscore("validate", cwd=case)
    assert checked.code == 0
    assert "weights/everyone.yaml:5:18 warning[swing-not-anchored]" in checked.out
    ranked = policyscore("rank", cwd=case)
    assert ranked.code == 0
    assert ranked.err == "The case has a warning; `policyscore validate` shows it.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("rank", "--nonsense"),
        ("rank", "nobody"),
        ("rank", "--top", "none"),
        ("rank", "--format", "pdf"),
        ("rank", "--all", "everyone"),
        ("show",),
        ("show", "nothing"),
        ("why", "rebuild"),
        ("why", "rebuild", "nothing"),
        ("validate", "missing.yaml"),
        ("init", "here", "there"),
        ("-C", "/nowhere/at/all", "rank"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    assert policyscore(*arguments).code == 2


def break_ranking(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(Decision, "rank", fail)


def test_a_fault_of_the_program_ends_with_3_and_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    break_ranking(monkeypatch, ZeroDivisionError("a \x1b[31m slip"))
    outcome = policyscore("rank")
    assert outcome.code == 3
    assert outcome.out == ""
    assert outcome.err == (
        "policyscore: This is a fault of the program, not of your files: ZeroDivisionError: "
        "a \\x1b[31m slip. Please report it; POLICYSCORE_DEBUG=1 shows where it happened.\n"
    )


def test_a_fault_shows_its_traceback_when_asked_and_still_ends_with_3(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    break_ranking(monkeypatch, ZeroDivisionError("a slip"))
    outcome = policyscore("rank", environment={"POLICYSCORE_DEBUG": "1"})
    assert outcome.code == 3
    assert outcome.err.startswith("Traceback (most recent call last):\n")
    assert "in fail\n" in outcome.err
    assert "This is a fault of the program" in outcome.err.splitlines()[-1]


def test_the_message_of_a_fault_is_cut_to_a_readable_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    break_ranking(monkeypatch, ZeroDivisionError("long " * 1000))
    assert len(policyscore("rank").err) < 600


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    break_ranking(monkeypatch, KeyboardInterrupt())
    outcome = policyscore("rank")
    assert outcome.code == 130
    assert outcome.out == ""
    assert outcome.err == "policyscore: Interrupted.\n"
