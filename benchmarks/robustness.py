"""What draws of `robustness` cost: beside a plain loop in C, and beside pysensmcda if it is there.

`python benchmarks/robustness.py [--smoke] [--peer PYTHON]`. All take turns in one run, and ratios
are taken between runs of the same turn, of the CPU time of one thread. The loop needs `cc`;
pysensmcda an interpreter that has it, named by `--peer`.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from ctypes import CDLL, POINTER, c_double, c_int, c_int32, c_int64, c_long
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from compare import median
from measure import environment
from policyscore.analysis.robustness.draws.problem import problem_of
from policyscore.analysis.robustness.draws.sampling import MOST_PAIRED, Amount, sample
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.score_shapes import Judged, Mixture, Triangular
from policyscore.analysis.robustness.uncertain.weight_laws import AnyWeights

_LOOP = Path(__file__).with_name("robustness_loop.c")
_COLUMNS = (
    *("size", "own", "planning in it", "with confidence factors", "own / C loop"),
    *("pysensmcda / own", "pysensmcda with a bare product / own"),
)
_PEER = Path(__file__).with_name("robustness_peer.py")


@dataclass(frozen=True, slots=True)
class Size:
    """A decision: its name, how many options, criteria and draws, and how often to measure."""

    name: str
    options: int
    criteria: int
    draws: int
    turns: int


SIZES = (
    Size("S", 10, 8, 10_000, 9),
    Size("M", 25, 10, 100_000, 5),
    Size("L", 100, 15, 100_000, 3),
    Size("XL", 1_000, 20, 10_000, 3),
)
SMOKE = (Size("S", 10, 8, 10_000, 2),)


def shapes_of(size: Size) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    """Low, likely and high of every cell, shape (options, criteria, 3)."""
    return np.sort(np.random.default_rng(1).uniform(0, 100, (size.options, size.criteria, 3)))


def cells_of(size: Size) -> Cells:
    """The decision, with triangular scores and any weights."""
    points = ((0.0, 0.0), (100.0, 100.0))
    scales = tuple(Scale(f"c{j}", 0.0, 100.0, points) for j in range(size.criteria))

    def cell(numbers: list[float]) -> Mixture:
        return (Judged("judge", 1.0, Triangular(*numbers)),)

    judged = [[cell(each) for each in row] for row in shapes_of(size).tolist()]
    options = tuple(f"o{i}" for i in range(size.options))
    return Cells(options, scales, judged, AnyWeights(size.criteria))


def loop_of(directory: Path, size: Size) -> Callable[[], None] | None:
    """The loop in C, compiled for this processor; None without a compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    library = directory / "loop.so"
    flags = ("-O3", "-march=native", "-shared", "-fPIC")
    subprocess.run((compiler, *flags, "-o", str(library), str(_LOOP), "-lm"), check=True)
    draw = CDLL(str(library)).draw
    doubles, counts = POINTER(c_double), POINTER(c_int64)
    draw.argtypes = (c_int, c_int, c_long, doubles, counts, POINTER(c_int32), doubles)
    draw.restype = None
    shapes = np.ascontiguousarray(shapes_of(size))
    ranks = np.zeros((size.options, size.options), dtype=np.int64)
    wins = np.zeros(ranks.shape, dtype=np.int32) if size.options <= MOST_PAIRED else None
    first = np.zeros((size.options, size.criteria))

    def run() -> None:
        draw(
            size.options,
            size.criteria,
            size.draws,
            shapes.ctypes.data_as(doubles),
            ranks.ctypes.data_as(counts),
            None if wins is None else wins.ctypes.data_as(POINTER(c_int32)),
            first.ctypes.data_as(doubles),
        )

    return run


def peer_seconds(peer: str, method: str, size: Size) -> float:
    """CPU seconds of one run of pysensmcda."""
    numbers = (size.options, size.criteria, size.draws)
    argv = (peer, str(_PEER), method, *map(str, numbers))
    done = subprocess.run(argv, env=environment(), capture_output=True, text=True, check=True)
    return float(done.stdout)


def cpu_seconds(run: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    start = time.process_time()
    run()
    return time.process_time() - start


def measure(size: Size, directory: Path, peer: str | None) -> str:
    """Measure one size; a row of the table."""
    cells, loop = cells_of(size), loop_of(directory, size)
    amount = Amount(size.draws, confidence=False)
    runs: dict[str, Callable[[], float]] = {
        "own": lambda: cpu_seconds(lambda: sample(cells, amount)),
        "confidence": lambda: cpu_seconds(lambda: sample(cells, Amount(size.draws))),
        "planning": lambda: cpu_seconds(lambda: problem_of(cells)),
    }
    if loop is not None:
        runs["loop"] = lambda: cpu_seconds(loop)
    if peer is not None:
        runs["wsm"] = lambda: peer_seconds(peer, "wsm", size)
        runs["bare"] = lambda: peer_seconds(peer, "bare", size)
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(size.turns):
        for name, run in runs.items():
            taken[name].append(run())

    def ratio(above: str, below: str) -> str:
        if above not in taken or below not in taken:
            return "-"
        pairs = zip(taken[above], taken[below], strict=True)
        return f"{median([a / b for a, b in pairs]):.1f}"

    names = ("own", "planning", "confidence")
    own, planning, confidence = (1e3 * median(taken[name]) for name in names)
    return (
        f"| {size.name} | {own:.1f} ms | {planning:.1f} ms | {confidence:.1f} ms "
        f"| {ratio('own', 'loop')} "
        f"| {ratio('wsm', 'own')} | {ratio('bare', 'own')} |"
    )


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description="Measure draws of robustness.")
    parser.add_argument("--smoke", action="store_true", help="one small size, for CI")
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter with pysensmcda")
    parser.add_argument("--only", metavar="SIZES", help="such as S,M")
    chosen = parser.parse_args()
    sizes = [
        s
        for s in (SMOKE if chosen.smoke else SIZES)
        if chosen.only is None or s.name in chosen.only.split(",")
    ]
    print("| " + " | ".join(_COLUMNS) + " |")
    print("|---" * len(_COLUMNS) + "|")
    with tempfile.TemporaryDirectory() as directory:
        for size in sizes:
            print(measure(size, Path(directory), chosen.peer), flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nPeak memory of this process: {peak:.0f} MiB.", file=sys.stderr)


if __name__ == "__main__":
    main()
