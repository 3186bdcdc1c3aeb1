"""Commands run in turn and set against the first of them, the floor.

They take turns (A B A B ...), and a ratio is taken between runs of the same turn, so that whatever
slows the machine down for a while slows both sides of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from measure import Command, Sample, run


@dataclass(frozen=True, slots=True)
class Figure:
    """A command's runs, summed up.

    Attributes:
        name: The command's name.
        runs: How often it ran.
        cpu: Median CPU time in seconds.
        wall: Median time on the clock in seconds.
        peak: Largest peak memory in MiB.
        ratio: Median over the turns of its CPU time to that of the floor in the same turn.
        lowest: The lowest of these ratios.
        highest: The highest of these ratios.
        wall_ratio: As `ratio`, of times on the clock.
    """

    name: str
    runs: int
    cpu: float
    wall: float
    peak: float
    ratio: float
    lowest: float
    highest: float
    wall_ratio: float


def compare(commands: Sequence[Command], runs: int, *, warm_up: bool = True) -> list[Figure]:
    """Run commands in turn.

    Args:
        commands: The commands; the first is the floor that the others are measured by.
        runs: Turns. A command with fewer runs takes part in the first ones.
        warm_up: Whether a turn that does not count goes first. It fills the disk's cache, and in
            it Python writes the compiled files that are not there yet.

    Returns:
        A figure for each command.
    """
    if warm_up:
        for command in commands:
            run(command)
    samples: dict[str, list[Sample]] = {command.name: [] for command in commands}
    for turn in range(runs):
        for command in commands:
            if command.most is None or turn < command.most:
                samples[command.name].append(run(command))
    floor = samples[commands[0].name]
    return [_figure(name, taken, floor) for name, taken in samples.items()]


def _figure(name: str, taken: Sequence[Sample], floor: Sequence[Sample]) -> Figure:
    ratios = [s.cpu / f.cpu for s, f in zip(taken, floor, strict=False)]
    return Figure(
        name,
        len(taken),
        median([s.cpu for s in taken]),
        median([s.wall for s in taken]),
        max(s.peak for s in taken),
        median(ratios),
        min(ratios),
        max(ratios),
        median([s.wall / f.wall for s, f in zip(taken, floor, strict=False)]),
    )


def median(numbers: Sequence[float]) -> float:
    """The middle one, or the mean of the two in the middle (`statistics` imports too much)."""
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
