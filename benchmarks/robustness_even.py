"""How many times fewer draws evenly spread weights need than random ones, for equal errors.

`python benchmarks/robustness_even.py [--seeds N] [--law any|order]`. Problems of 25 options with
fixed scores; the variance over seeds, times the draws, of one way over that of the other.
"""

import argparse
import os
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from policyscore.analysis.robustness.draws import sampling
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.score_shapes import Fixed, Judged
from policyscore.analysis.robustness.uncertain.weight_laws import AnyWeights, Law, OrderedWeights

_OPTIONS = 25
_DRAWS = 131_072
_PROBLEMS = 4
_COLUMNS = (
    *(
        "criteria",
        "all ranks together",
        "least certain rank",
        "first places",
        "reported half-width",
    ),
    *("central weights", "CPU time of a draw"),
)
_NEVER = 10**12
_OFTEN = 0.01


def cells_of(criteria: int, problem: int, law: Law) -> Cells:
    """A decision with fixed scores."""
    scores = np.random.default_rng((criteria, problem)).uniform(0, 100, (_OPTIONS, criteria))
    points = ((0.0, 0.0), (100.0, 100.0))
    scales = tuple(Scale(f"c{j}", 0.0, 100.0, points) for j in range(criteria))
    judged = [[(Judged("judge", 1.0, Fixed(score)),) for score in row] for row in scores.tolist()]
    return Cells(tuple(f"o{i}" for i in range(_OPTIONS)), scales, judged, law)


def measure(
    cells: Cells, seeds: int, *, even: bool
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Variances per draw, in the order of the columns, and CPU seconds of a draw."""
    sampling.EVEN_SAMPLES = 1 if even else _NEVER
    ranks, widths, central = [], [], []
    start = time.process_time()
    for seed in range(seeds):
        found = sample(cells, Amount(_DRAWS, seed=seed, confidence=False))
        ranks.append([list(each.acceptability) for each in found.options])
        widths.append(found.half_width)
        nothing = dict.fromkeys((scale.criterion for scale in cells.scales), 0.0)
        central.append([list((each.central_weights or nothing).values()) for each in found.options])
    taken = (time.process_time() - start) / seeds / found.samples
    spread = np.var(ranks, axis=0, ddof=1)
    each = (spread.sum(), spread.max(), spread[:, 0].max(), np.mean(np.square(widths)))
    often = np.mean(ranks, axis=0)[:, 0] > _OFTEN
    weights = np.var(central, axis=0, ddof=1)[often].sum()
    return np.array([*(x * found.samples for x in (*each, weights)), taken])


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description="Measure evenly spread weights.")
    parser.add_argument("--seeds", type=int, default=16, help="how many runs of each problem")
    parser.add_argument("--law", choices=("any", "order"), default="any")
    chosen = parser.parse_args()
    print("| " + " | ".join(_COLUMNS) + " |")
    print("|---" * len(_COLUMNS) + "|")
    for criteria in (5, 6, 7, 8):
        law: Law = AnyWeights(criteria)
        if chosen.law == "order":
            law = OrderedWeights(tuple((k,) for k in range(criteria)))
        problems = [cells_of(criteria, problem, law) for problem in range(_PROBLEMS)]
        ratios = [
            measure(cells, chosen.seeds, even=False) / measure(cells, chosen.seeds, even=True)
            for cells in problems
        ]
        shown = " | ".join(f"{x:.1f}" for x in np.median(ratios, axis=0))
        print(f"| {criteria} | {shown} |", flush=True)


if __name__ == "__main__":
    main()
