"""Runs `weigh` in a pseudo-terminal, as somebody at a keyboard would."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte

PATIENCE = 30.0
KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "tab": "\t",
    "backspace": "\x7f",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
}
_UNSET = (
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
    "PYTHONIOENCODING",
    "LC_ALL",
    "LANG",
)


class Terminal:
    """A program at work in a terminal.

    Attributes:
        sent: All that the program has written.
    """

    def __init__(
        self, process: "subprocess.Popen[bytes]", outer: int, size: tuple[int, int]
    ) -> None:
        self.process = process
        self.outer = outer
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self.sent = b""

    def _take(self, seconds: float) -> bool:
        """Take in what the program writes; whether it may write more."""
        if not select.select([self.outer], [], [], seconds)[0]:
            return True
        try:
            more = os.read(self.outer, 65536)
        except OSError:  # the terminal is closed once nobody writes to it
            return False
        self.sent += more
        self.stream.feed(more)
        return more != b""

    def lines(self) -> list[str]:
        """What is on the screen."""
        return [line.rstrip() for line in self.screen.display]

    def text(self) -> str:
        """What is on the screen, one space between words."""
        return " ".join(" ".join(self.lines()).split())

    def see(self, *words: str) -> str:
        """Wait until all of some texts are on the screen."""
        until = time.monotonic() + PATIENCE
        while not all(word in self.text() for word in words):
            assert time.monotonic() < until, f"no {words} in:\n" + "\n".join(self.lines())
            assert self._take(0.2), f"ended without {words}:\n" + "\n".join(self.lines())
        return self.text()

    def press(self, *keys: str) -> "Terminal":
        """Press keys: names of `KEYS`, or characters."""
        for key in keys:
            os.write(self.outer, KEYS.get(key, key).encode())
        return self

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self.screen.resize(lines, columns)
        set_size(self.outer, columns, lines)

    def end(self) -> tuple[int, str]:
        """Wait for the end: the exit code, and what was written after the screen was left."""
        until = time.monotonic() + PATIENCE
        while self._take(0.2):
            assert time.monotonic() < until, "it does not end:\n" + "\n".join(self.lines())
        code = self.process.wait(PATIENCE)
        after = self.sent.decode("utf-8").rpartition("\x1b[?1049l")[2]
        return code, re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", after).replace("\r\n", "\n")


def set_size(terminal: int, columns: int, lines: int) -> None:
    """Say how large a terminal is."""
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


@contextmanager
def weigh(
    case: Path, *arguments: str, columns: int = 80, lines: int = 24, **environment: str
) -> Iterator[Terminal]:
    """Run `policyscore weigh` in a case, and end it whatever happens."""
    kept = {key: value for key, value in os.environ.items() if key not in _UNSET}
    path = os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)
    outer, inner = pty.openpty()
    set_size(inner, columns, lines)
    process = subprocess.Popen(
        [sys.executable, "-m", "policyscore", "weigh", *arguments],
        cwd=case,
        env={**kept, "TERM": "xterm", "PYTHONPATH": path, "PYTHONUTF8": "1", **environment},
        stdin=inner,
        stdout=inner,
        stderr=inner,
        start_new_session=True,
    )
    os.close(inner)
    try:
        yield Terminal(process, outer, (columns, lines))
    finally:
        process.kill()
        process.wait()
        os.close(outer)
