"""All that one run of the benchmark found, and how it stands to what is aimed at."""

from dataclasses import dataclass, field

from compare import Figure
from sizes import further_files


@dataclass(slots=True)
class Results:
    """What was measured.

    Attributes:
        start_up: The commands on the case of this repository; the floor first.
        sizes: Number of option files to the figures at that size; the floor first.
        differences: `diff` of profiles and of versions, each after the `rank` that is its floor.
        reader: Files a second that the reader reads by itself, and those of CSafeLoader.
        notes: What could not be measured, and why.
    """

    start_up: list[Figure]
    sizes: dict[int, list[Figure]] = field(default_factory=dict)
    differences: list[Figure] = field(default_factory=list)
    reader: tuple[float, float] | None = None
    notes: list[str] = field(default_factory=list)

    def further(self, command: str) -> dict[tuple[int, int], float]:
        """CPU seconds that a command takes for each further file, from one size to the next."""
        costs = {size: _named(figures, command).cpu for size, figures in self.sizes.items()}
        return further_files(costs)

    def growth(self, command: str) -> float | None:
        """Cost of a further file among the largest sizes over that among the smallest."""
        slopes = list(self.further(command).values())
        return slopes[-1] / slopes[0] if len(slopes) > 1 else None


@dataclass(frozen=True, slots=True)
class Aim:
    """Something aimed at.

    Attributes:
        what: What is measured.
        limit: It should stay below this.
        unit: What both numbers count.
        figure: What was found, or None if this run did not measure it.
    """

    what: str
    limit: float
    unit: str
    figure: float | None

    @property
    def verdict(self) -> str:
        """Whether it was reached, in words."""
        if self.figure is None:
            return "not measured in this run"
        return "reached" if self.figure < self.limit else "missed"


def aims(results: Results) -> list[Aim]:
    """What is aimed at, beside what was found. Nothing depends on it: machines differ."""
    version, rank = (_named(results.start_up, name).ratio for name in ("--version", "rank"))
    thousand, most = results.sizes.get(1_000), results.sizes.get(10_000)
    empty, loader = "times an empty program", "times CSafeLoader"
    peak = max(_named(most, name).peak for name in ("validate", "rank")) if most else None
    return [
        Aim("`--version`", 3, empty, version),
        Aim("`rank` on the real case", 20, empty, rank),
        Aim("`rank` on the real case, in the end", 12, empty, rank),
        Aim(
            "`validate`, 1,000 files",
            1.5,
            loader,
            _named(thousand, "validate").ratio if thousand else None,
        ),
        Aim("growth of `validate`", 1.2, "times linear", results.growth("validate")),
        Aim("growth of `rank`", 1.2, "times linear", results.growth("rank")),
        Aim("peak memory, 10,000 files", 300, "MiB", peak),
    ]


def _named(figures: list[Figure], name: str) -> Figure:
    return next(figure for figure in figures if figure.name == name)
