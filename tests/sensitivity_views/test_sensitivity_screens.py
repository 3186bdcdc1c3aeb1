"""What `sensitivity` prints, kept as files, on terminals of any width and without colour.

`POLICYSCORE_SNAPSHOTS=write pytest tests/sensitivity_views` writes them anew; read the difference
before you keep it. In coloured ones each escape stands as `␛`.
"""

import difflib
import os
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.cells import cell_len
from sensitivity_view_cases import BRIDGE, CLOSE, policyscore, write

SCREENS = Path(__file__).resolve().parent / "screens"


class Screen(NamedTuple):
    """A command line on a terminal, and the file that holds what it prints."""

    file: str
    arguments: str
    columns: int = 80
    encoding: str = "utf-8"
    colour: str = ""


ALL = (
    Screen("bridge.80.plain.txt", ""),
    Screen("bridge.140.plain.txt", "", 140),
    Screen("bridge.40.plain.txt", "", 40),
    Screen("bridge.80.ascii.txt", "", encoding="ascii"),
    Screen("bridge.80.colour.txt", "", colour="FORCE_COLOR"),
    Screen("bridge.all.80.plain.txt", "--all -p treasurer"),
    Screen("bridge.lines.80.plain.txt", "--criterion money"),
    Screen("bridge.lines.140.ascii.txt", "--criterion collapse-risk", 140, "ascii"),
    Screen("bridge.md", "-f markdown"),
    Screen("bridge.lines.md", "--criterion money -f markdown"),
)


def printed(screen: Screen) -> str:
    done = policyscore(
        "sensitivity",
        *screen.arguments.split(),
        cwd=BRIDGE,
        columns=screen.columns,
        encoding=screen.encoding,
        colour=screen.colour,
    )
    assert (done.code, done.err) == (0, "")
    return done.out.replace("\x1b", "␛")


@pytest.mark.parametrize("screen", ALL, ids=lambda screen: screen.file)
def test_a_screen_of_sensitivity_is_as_it_was(screen: Screen) -> None:
    kept, now = SCREENS / screen.file, printed(screen)
    if os.environ.get("POLICYSCORE_SNAPSHOTS") == "write":
        kept.write_bytes(now.encode("utf-8"))
    before = kept.read_bytes().decode("utf-8") if kept.exists() else ""
    difference = difflib.unified_diff(
        before.splitlines(), now.splitlines(), f"kept in {screen.file}", "printed now", lineterm=""
    )
    assert before == now, "\n" + "\n".join(difference)


def test_no_screen_of_sensitivity_is_left_over() -> None:
    assert {path.name for path in SCREENS.iterdir()} == {screen.file for screen in ALL}


@pytest.mark.parametrize("columns", [1, 40, 47, 60, 80, 100, 119, 120, 140, 500])
@pytest.mark.parametrize("arguments", [(), ("--all",), ("--criterion", "safety")])
def test_lines_fit_any_terminal(arguments: tuple[str, ...], columns: int) -> None:
    done = policyscore("sensitivity", *arguments, cwd=BRIDGE, columns=columns)
    widths = [cell_len(line) for line in done.out.splitlines()]
    assert max(widths) <= min(max(columns, 40), 160)
    assert "…" not in done.out


def test_figures_are_the_same_on_every_width() -> None:
    def figures(columns: int) -> set[str]:
        text = policyscore("sensitivity", cwd=BRIDGE, columns=columns).out
        return set(re.findall(r"\d[\d.]*–[\d.]+%", text))

    assert figures(40) == figures(80) == figures(140)
    assert len(figures(80)) == 7


def test_without_colour_nothing_but_text_is_printed() -> None:
    assert "\x1b" not in policyscore("sensitivity", cwd=BRIDGE, colour="NO_COLOR").out
    coloured = policyscore("sensitivity", cwd=BRIDGE, colour="FORCE_COLOR").out
    plain = policyscore("sensitivity", cwd=BRIDGE).out
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def test_a_plain_terminal_gets_plain_characters() -> None:
    text = policyscore("sensitivity", cwd=BRIDGE, encoding="ascii").out
    assert text.isascii()
    assert re.search(r"\.\.###\|#", text)


def test_the_sections_stand_from_the_gravest_to_the_least(tmp_path: Path) -> None:
    write(tmp_path, CLOSE)
    text = policyscore("sensitivity", cwd=tmp_path).out
    titles = (
        *("Who would have to change their mind", "How far each weight can move"),
        *("The nearest weights", "How far the others are", "Scores that decide"),
        *("Ends of scales", "How much each judge counts", "If one thing were left out"),
    )
    places = [text.index(f"\n{title}") for title in titles]
    assert places == sorted(places)
