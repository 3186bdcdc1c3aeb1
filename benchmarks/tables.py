"""The results as Markdown, as they stand in `docs/speed.md`."""

from collections.abc import Iterable, Sequence

from compare import Figure
from results import Results, aims


def as_markdown(results: Results) -> str:
    """Every table, and the notes."""
    parts = ["### Starting", start_up_table(results.start_up)]
    parts += ["### Many files", sizes_table(results.sizes)]
    parts += ["### One more file", growth_table(results)]
    parts += ["### Differences", start_up_table(results.differences)]
    if results.reader:
        own, loader = results.reader
        pace = f"{own:,.0f} files a second; CSafeLoader {loader:,.0f}."
        parts += ["### The reader alone", f"{pace} The ratio is {own / loader:.2f}."]
    parts += ["### Aims", aims_table(results)]
    parts += [f"Note: {note}" for note in results.notes]
    return "\n\n".join(parts) + "\n"


def start_up_table(figures: Sequence[Figure]) -> str:
    """The commands on the real case; ratios are to the first."""
    header = "command", "runs", "CPU ms", "wall ms", "CPU ratio", "lowest-highest", "wall ratio"
    return _table(
        header,
        (
            (
                f"`{f.name}`",
                f"{f.runs}",
                f"{f.cpu * 1000:.0f}",
                f"{f.wall * 1000:.0f}",
                f"{f.ratio:.2f}",
                f"{f.lowest:.2f}-{f.highest:.2f}",
                f"{f.wall_ratio:.2f}",
            )
            for f in figures
        ),
    )


def sizes_table(sizes: dict[int, list[Figure]]) -> str:
    """The commands at each size; ratios are to the first of that size."""
    header = "files", "command", "runs", "CPU s", "CPU ms a file", "CPU ratio", "peak MiB"
    return _table(
        header,
        (
            (
                f"{size:,}",
                f"`{f.name}`",
                f"{f.runs}",
                f"{f.cpu:.2f}",
                f"{f.cpu * 1000 / size:.2f}",
                f"{f.ratio:.2f}",
                f"{f.peak:.0f}",
            )
            for size, figures in sizes.items()
            for f in figures
        ),
    )


def growth_table(results: Results) -> str:
    """What a further file costs in CPU time, between each size and the next."""
    names = [figure.name for figure in next(iter(results.sizes.values()))]
    spans = list(results.further(names[0]))
    header = ("command", *(f"{a:,} to {b:,} files, ms" for a, b in spans), "last to first")
    rows = []
    for name in names:
        costs = [f"{cost * 1000:.3f}" for cost in results.further(name).values()]
        growth = results.growth(name)
        rows.append((f"`{name}`", *costs, "-" if growth is None else f"{growth:.2f}"))
    return _table(header, rows)


def aims_table(results: Results) -> str:
    """What is aimed at, beside what was found."""
    return _table(
        ("aim", "under", "found", ""),
        (
            (
                aim.what,
                f"{aim.limit:g} {aim.unit}",
                "-" if aim.figure is None else f"{aim.figure:.3g}",
                aim.verdict,
            )
            for aim in aims(results)
        ),
    )


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, numbers to the right."""
    body = [list(row) for row in rows]
    marks = []
    for index in range(len(header)):
        cells = [row[index] for row in body]
        marks.append("---:" if all(c[:1].isdigit() or c == "-" for c in cells) else "---")
    return "\n".join(f"| {' | '.join(row)} |" for row in ([*header], marks, *body))
