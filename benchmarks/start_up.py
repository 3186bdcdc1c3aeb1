"""What starting costs: each command on the case of this repository beside an empty program."""

import sys
from pathlib import Path

from compare import Figure, compare
from measure import Command
from programs import policyscore

CASE = Path(__file__).resolve().parents[1]
FLOOR = "python -c pass"
COMMANDS = (
    ("--version",),
    ("--help",),
    ("validate",),
    ("rank",),
    ("rank", "--all"),
    ("rank", "--format", "json"),
)


def start_up(runs: int) -> list[Figure]:
    """Measure every command; the first figure is the floor."""
    commands = [Command(FLOOR, (sys.executable, "-c", "pass"), CASE)]
    commands += [Command(" ".join(own), (*policyscore(), *own), CASE) for own in COMMANDS]
    return compare(commands, runs)
