"""What the commands print on a small fixed case, kept as files to read and to compare with.

`POLICYSCORE_SNAPSHOTS=write pytest tests/snapshots` writes them anew; read the difference before
you keep it. In coloured ones each escape stands as `␛`.
"""

import difflib
import io
import os
import sys
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

from policyscore.cli.app import run

HERE = Path(__file__).resolve().parent
SCREENS = HERE / "screens"

COMMANDS = {
    "rank": "rank",
    "rank-all": "rank --all",
    "show": "show close-now",
    "why": "why rebuild limit-speed",
    "weights": "weights fire-brigade",
    "weights-all": "weights --all",
    "dominance": "dominance",
    "dominance-admissible": "dominance --weights admissible",
    "validate": "validate",
}
FORMS = {"markdown": "md", "csv": "csv", "json": "json"}
VARIANTS = (
    (40, "utf-8", False),
    (80, "utf-8", False),
    (80, "utf-8", True),
    (80, "ascii", False),
    (80, "cp1252", False),
    (140, "utf-8", False),
    (140, "utf-8", True),
    (140, "ascii", False),
    (140, "cp1252", False),
)


class Screen(NamedTuple):
    """A command line, where it is run, and the file that holds what it prints."""

    file: str
    arguments: str
    columns: int = 80
    encoding: str = "utf-8"
    colour: bool = False


def screens() -> Iterator[Screen]:
    """Every command on every terminal, and in every form of data."""
    for name, arguments in COMMANDS.items():
        for columns, encoding, colour in VARIANTS:
            kind = "colour" if colour else "plain" if encoding == "utf-8" else encoding
            yield Screen(f"{name}.{columns}.{kind}.txt", arguments, columns, encoding, colour)
        if name != "validate":
            for form, ending in FORMS.items():
                yield Screen(f"{name}.{ending}", f"{arguments} --format {form}")


ALL = tuple(screens())


def printed(screen: Screen) -> str:
    """What a screen's command prints; for a terminal also what it says on standard error."""
    out, err = io.BytesIO(), io.BytesIO()
    stdout = io.TextIOWrapper(out, encoding=screen.encoding, newline="\n")
    stderr = io.TextIOWrapper(err, encoding=screen.encoding, newline="\n")
    environment = {"COLUMNS": str(screen.columns), "TERM": "xterm-256color"}
    environment |= {"FORCE_COLOR": "1"} if screen.colour else {}
    case = "broken" if screen.arguments == "validate" else "case"
    with (
        mock.patch.dict(os.environ, environment, clear=True),
        mock.patch.object(sys, "stdout", stdout),
        mock.patch.object(sys, "stderr", stderr),
        chdir(HERE / case),
    ):
        code = run(screen.arguments.split())
    stdout.detach()
    stderr.detach()
    payload = out.getvalue().decode(screen.encoding)
    if not screen.file.endswith(".txt"):
        return payload
    said = err.getvalue().decode(screen.encoding)
    text = f"$ policyscore {screen.arguments}\n{payload}{said}[exit {code}]\n"
    return text.replace("\x1b", "␛")


@pytest.mark.parametrize("screen", ALL, ids=lambda screen: screen.file)
def test_a_screen_is_as_it_was(screen: Screen) -> None:
    kept, now = SCREENS / screen.file, printed(screen)
    if os.environ.get("POLICYSCORE_SNAPSHOTS") == "write":
        kept.write_bytes(now.encode("utf-8"))
    before = kept.read_bytes().decode("utf-8") if kept.exists() else ""
    difference = difflib.unified_diff(
        before.splitlines(), now.splitlines(), f"kept in {screen.file}", "printed now", lineterm=""
    )
    assert before == now, "\n" + "\n".join(difference)


def test_no_file_is_left_over_from_a_screen_that_is_gone() -> None:
    assert {path.name for path in SCREENS.iterdir()} == {screen.file for screen in ALL}


def test_the_screens_show_what_is_hard_to_show() -> None:
    ranking = (SCREENS / "rank.80.plain.txt").read_text("utf-8")
    for sign in ("\n 4=  ", "72.8? ", "\n -   ", "架け替え", "baseline", "▒", "−4.6"):
        assert sign in ranking
    assert "␛[" in (SCREENS / "rank.80.colour.txt").read_text("utf-8")
    assert (SCREENS / "rank.80.ascii.txt").read_text("utf-8").isascii()
