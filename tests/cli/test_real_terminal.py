"""On a real terminal: its own width, colour, and nothing broken at its edge."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios

import pytest
from cli_program import BRIDGE, clean_environment, command_line, import_path, policyscore


def on_terminal(columns: int, *arguments: str, **environment: str) -> str:
    """What a terminal of a width is sent, without the returns that it adds to line feeds."""
    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        command_line(*arguments),
        cwd=BRIDGE,
        env=clean_environment(PYTHONPATH=import_path(), **environment),
        stdin=inner,
        stdout=inner,
        stderr=inner,
    )
    os.close(inner)
    sent = b""
    try:
        while chunk := os.read(outer, 65536):
            sent += chunk
    except OSError:  # the terminal is closed once nobody writes to it
        pass
    finally:
        os.close(outer)
        process.wait(timeout=60)
    assert process.returncode == 0
    return sent.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [72, 120])
def test_a_terminal_is_filled_to_its_own_width_in_colour(columns: int) -> None:
    sent = on_terminal(columns, "rank", TERM="xterm-256color")
    assert "\x1b[1m" in sent
    assert "\x1b[34m" in sent
    lines = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", sent).splitlines()]
    assert lines == policyscore("rank", columns=columns).out.splitlines()


def test_a_terminal_without_escapes_gets_none() -> None:
    assert on_terminal(80, "rank", TERM="dumb") == policyscore("rank", columns=80).out


def test_a_terminal_that_does_not_know_its_width_has_eighty_columns() -> None:
    assert on_terminal(0, "rank", TERM="dumb") == policyscore("rank", columns=80).out
