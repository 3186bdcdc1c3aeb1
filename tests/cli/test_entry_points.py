"""The ways in: the console script, `python -m policyscore`, `--version`, and shell completion."""

import subprocess
import sys
import tomllib
from importlib import import_module

import pytest
from cli_program import BRIDGE, ROOT, clean_environment, import_path, policyscore, spawn

import policyscore as package


def test_the_console_script_is_the_same_program_as_the_module() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    module, _, name = project["scripts"]["policyscore"].partition(":")
    assert callable(getattr(import_module(module), name))
    script = f"import sys; from {module} import {name}; sys.exit({name}())"
    for arguments in (("rank", "--top", "2"), ("rank", "nobody")):
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=BRIDGE,
            env=clean_environment(PYTHONPATH=import_path()),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=120,
        )
        by_module = spawn(*arguments)
        assert done.returncode == by_module.code
        assert done.stdout == by_module.raw
        assert done.stderr.decode() == by_module.err


@pytest.mark.parametrize("arguments", [("--version",), ("-C", ".", "--version")], ids=" ".join)
def test_the_version_is_told_in_one_line(arguments: tuple[str, ...]) -> None:
    expected = f"policyscore {package.__version__}\n"
    assert spawn(*arguments).out == expected
    assert policyscore(*arguments).out == expected


def test_no_arguments_at_all_show_the_help_and_end_with_2() -> None:
    outcome = policyscore()
    assert outcome.code == 2
    assert "Commands" in outcome.out + outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_completion_can_be_shown(shell: str) -> None:
    # Otherwise it looks for the shell among the processes above, which a runner may not have.
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    outcome = policyscore("--show-completion", shell, environment=named)
    assert outcome.code == 0
    assert outcome.err == ""
    assert "_POLICYSCORE_COMPLETE" in outcome.out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("policyscore ra", ["rank"]),
        ("policyscore rank --form", ["--format"]),
        ("policyscore rank --format m", ["markdown"]),
    ],
)
def test_completion_offers_commands_options_and_words(typed: str, offered: list[str]) -> None:
    outcome = policyscore(
        environment={
            "_POLICYSCORE_COMPLETE": "complete_bash",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split()) - 1),
        }
    )
    assert outcome.out.split() == offered
    assert outcome.err == ""
