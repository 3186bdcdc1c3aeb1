"""How cost grows with the number of option files, beside PyYAML's C loader and two validators."""

import sys
from itertools import pairwise
from pathlib import Path

from compare import Figure, compare
from measure import Command
from programs import policyscore, program
from synthetic import write_case

FLOOR = "CSafeLoader alone"
OWN = ("validate", "rank", "rank --format json")
_LOADER = Path(__file__).with_name("load_with_yaml.py")
_SMALL = 50


def make_case(directory: Path, options: int) -> Path:
    """The case with so many options, written if it is not there yet."""
    case = directory / str(options)
    if not case.exists():
        write_case(case, options)
    return case


def at_size(case: Path, runs: int) -> tuple[list[Figure], list[str]]:
    """Measure on one case.

    Args:
        case: The case's directory.
        runs: Turns. The validators take many times as long and join in a third of them.

    Returns:
        The figures, the first of which is the floor, and the names of peers that are not installed.
    """
    options = sorted(f"options/{path.name}" for path in (case / "options").iterdir())
    commands = [Command(FLOOR, (sys.executable, str(_LOADER), "."), case)]
    commands += [Command(own, (*policyscore(), *own.split()), case) for own in OWN]
    missing = []
    most = max(runs // 3, 1)
    for name, arguments in (
        ("check-jsonschema", ["--schemafile", "option.schema.json", *options]),
        ("yamllint", ["-d", "relaxed", "options"]),
    ):
        start = program(name)
        if start is None:
            missing.append(name)
        else:
            commands.append(Command(name, (*start, *arguments), case, most))
    return compare(commands, runs, warm_up=len(options) < _SMALL), missing


def further_files(costs: dict[int, float]) -> dict[tuple[int, int], float]:
    """CPU seconds that each further file costs, between one size and the next.

    Args:
        costs: Number of files to CPU seconds, by rising number.
    """
    sizes = list(costs)
    return {
        (fewer, more): (costs[more] - costs[fewer]) / (more - fewer)
        for fewer, more in pairwise(sizes)
    }
