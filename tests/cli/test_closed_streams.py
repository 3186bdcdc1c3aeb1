"""Pipes closed early, full devices and streams that were never open: no noise and no traceback."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from cli_program import BRIDGE, clean_environment, command_line, import_path, policyscore

COMMANDS = (
    ("rank",),
    ("rank", "--all", "--format", "json"),
    ("validate",),
    ("rank", "--help"),
)


def environment() -> dict[str, str]:
    return clean_environment(PYTHONPATH=import_path())


def in_shell(script: str, cwd: Path = BRIDGE) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}"],
        cwd=cwd,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )


def shell_words(*arguments: str) -> str:
    return shlex.join(command_line(*arguments))


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_pipe_without_a_reader_is_no_error(arguments: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            command_line(*arguments),
            cwd=BRIDGE,
            env=environment(),
            stdout=writer,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    finally:
        os.close(writer)
    assert done.returncode == 0
    counted = done.stderr.decode().partition(" files checked: ")[1]
    assert done.stderr == b"" or (arguments == ("validate",) and counted)


def test_the_head_of_a_long_output_is_all_that_is_seen(tmp_path: Path) -> None:
    assert policyscore("init", cwd=tmp_path).code == 0
    text = (tmp_path / "options" / "protest.yaml").read_text("utf-8")
    for number in range(300):  # more than a pipe holds
        (tmp_path / "options" / f"protest-{number}.yaml").write_text(text, "utf-8")
    done = in_shell(f"{shell_words('rank', '--format', 'json')} | head -1", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{\n", b"")


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_device_is_told_in_words(arguments: tuple[str, ...]) -> None:
    done = in_shell(f"{shell_words(*arguments)} > /dev/full")
    assert done.returncode == 2
    assert done.stderr == b"policyscore: The output cannot be written: No space left on device.\n"


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("{rank} >&-", 0),
        ("{rank} 2>&-", 0),
        ("{rank} >&- 2>&-", 0),
        ("{rank} nobody 2>&-", 2),
        ("{rank} nobody 2>/dev/full", 2),
    ],
)
def test_streams_that_are_closed_or_full_change_no_exit_code(script: str, code: int) -> None:
    done = in_shell(script.format(rank=shell_words("rank")))
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert b"fault" not in done.stderr
