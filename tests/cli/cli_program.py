"""Runs the program as a user does, in this process or in one of its own."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from policyscore.cli.app import run

ROOT = Path(__file__).resolve().parents[2]
BRIDGE = ROOT / "tests" / "snapshots" / "case"
NO_CASE_FILES = ("options", "weights", "policyscore.yaml")

# What a terminal or a CI service may have set, which would change what is printed.
_UNSET = (
    *("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PY_COLORS", "CLICOLOR", "COLORTERM", "TERM"),
    *("TTY_COMPATIBLE", "TTY_INTERACTIVE", "TERMINAL_WIDTH", "GITHUB_ACTIONS"),
    *("PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL", "LC_CTYPE", "LANG", "POLICYSCORE_DEBUG"),
)


@dataclass(frozen=True)
class Outcome:
    """What a run of the program gave.

    Attributes:
        code: Its exit code.
        raw: What it wrote to standard output.
        err: What it wrote to standard error.
        encoding: The encoding of standard output.
    """

    code: int
    raw: bytes
    err: str
    encoding: str = "utf-8"

    @property
    def out(self) -> str:
        """Standard output as text."""
        return self.raw.decode(self.encoding)


class _Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def clean_environment(**changes: str) -> dict[str, str]:
    """This process's environment without what changes the output, and with some changes."""
    kept = {key: value for key, value in os.environ.items() if key not in _UNSET}
    return {**kept, **changes}


@contextmanager
def _streams(encoding: str, *, terminal: bool) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Standard output and error of an encoding, as bytes."""
    kind = _Terminal if terminal else io.TextIOWrapper
    out, err = io.BytesIO(), io.BytesIO()
    stdout = kind(out, encoding=encoding, newline="\n")
    stderr = kind(err, encoding="utf-8", newline="\n")
    with mock.patch.object(sys, "stdout", stdout), mock.patch.object(sys, "stderr", stderr):
        yield out, err
        stdout.detach()
        stderr.detach()


def policyscore(
    *arguments: str | Path,
    cwd: Path = BRIDGE,
    encoding: str = "utf-8",
    columns: int = 80,
    terminal: bool = False,
    environment: Mapping[str, str] | None = None,
) -> Outcome:
    """Run the program in this process.

    Args:
        arguments: The command line after the program's name.
        cwd: The working directory.
        encoding: The encoding of standard output.
        columns: The terminal's width.
        terminal: Whether the streams say that they are a terminal.
        environment: Variables to set on top of a bare environment.
    """
    settings = clean_environment(**{"COLUMNS": str(columns), **(environment or {})})
    with (
        mock.patch.dict(os.environ, settings, clear=True),
        chdir(cwd),
        _streams(encoding, terminal=terminal) as (out, err),
    ):
        code = run([str(argument) for argument in arguments])
    return Outcome(code, out.getvalue(), err.getvalue().decode("utf-8"), encoding)


def command_line(*arguments: str | Path) -> list[str]:
    """The command line of a process of its own."""
    return [sys.executable, "-m", "policyscore", *map(str, arguments)]


def spawn(
    *arguments: str | Path, cwd: Path = BRIDGE, environment: Mapping[str, str] | None = None
) -> Outcome:
    """Run the program in a process of its own, without a terminal."""
    done = subprocess.run(
        command_line(*arguments),
        cwd=cwd,
        env=clean_environment(PYTHONPATH=import_path(), **(environment or {})),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8"))


def import_path() -> str:
    """Where this process finds its modules, for another that is to find the same."""
    return os.pathsep.join(str(Path(entry).resolve()) for entry in sys.path if entry)


def copy_of_bridge(directory: Path) -> Path:
    """A case that a test may change."""
    target = directory / "bridge"
    shutil.copytree(BRIDGE, target)
    return target


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that stands exactly once in a file."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), "utf-8")
