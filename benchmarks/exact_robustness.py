"""The exact closed forms of robustness, in CPU milliseconds of one thread.

`python benchmarks/exact_robustness.py [--rounds N] [--smoke]` prints a table: what is worked out,
for how many options and criteria, the least CPU time of so many rounds, and how far two
independent ways differ or a sum is off. Where an answer is refused, it says so and how long that
took. Beside it stands the time of plain sampling with 10,000 draws, whose error is about 0.5 % of
a share.
"""

import argparse
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from policyscore.analysis.robustness.arrays import Floats
from policyscore.analysis.robustness.draws.sampling import Amount, sample
from policyscore.analysis.robustness.exact.breaks import exact_breaks
from policyscore.analysis.robustness.exact.first import exact_first
from policyscore.analysis.robustness.exact.pairwise import expected_ranks, pairwise_winning
from policyscore.analysis.robustness.exact.paths import exact_or_drawn
from policyscore.analysis.robustness.exact.ranks import exact_ranks
from policyscore.analysis.robustness.exact.sets import any_weights
from policyscore.analysis.robustness.uncertain.cells import Cells, Scale
from policyscore.analysis.robustness.uncertain.score_shapes import Beta, Fixed, Judged, Normal
from policyscore.analysis.robustness.uncertain.weight_laws import AnyWeights

DRAWS = 10_000
PAIRS = ((100, 8), (100, 20), (100, 60), (1000, 8), (1000, 20), (2000, 60))
FIRST = ((10, 4), (100, 4), (1000, 4), (10, 5), (100, 5), (10, 7), (30, 7), (100, 7), (20, 9))
RANKS = ((100, 2), (1000, 2), (10, 3), (60, 3), (8, 4), (12, 4), (20, 4), (40, 4))
BREAKS = (10, 100, 1000)
WHOLE = ((10, 3), (25, 7), (100, 8), (1000, 2), (1000, 20))


def _values(options: int, criteria: int) -> Floats:
    return np.random.default_rng(options * 100 + criteria).uniform(0, 100, (options, criteria))


def _timed(rounds: int, work: Callable[[], Any]) -> tuple[float, Any]:
    """The least CPU time in milliseconds, and the result."""
    best, result = float("inf"), None
    for _ in range(rounds):
        start = time.process_time()
        result = work()
        best = min(best, (time.process_time() - start) * 1000)
        if best > 1000:
            break
    return best, result


def _sampled_pairs(values: Floats) -> Floats:
    """Pairwise winning indices by plain sampling."""
    shares = np.random.default_rng(0).dirichlet(np.ones(values.shape[1]), DRAWS)
    totals = np.ascontiguousarray((shares @ values.T).T)
    won = [(total > totals).mean(axis=1) for total in totals]
    return np.array(won)


def _show(what: str, options: int, criteria: int, took: float, note: str) -> None:
    print(f"{what:<10}{options:>8}{criteria:>10}{took:>12.1f} ms   {note}")


def _pairs(rounds: int) -> None:
    for options, criteria in PAIRS:
        values = _values(options, criteria)
        took, winning = _timed(rounds, partial(pairwise_winning, values))
        off = abs(expected_ranks(winning).sum() - options * (options + 1) / 2)
        note = f"sum of expected ranks off by {off:.0e}"
        if options <= 100:
            sampling, sampled = _timed(1, partial(_sampled_pairs, values))
            error = np.abs(sampled + 0.5 * np.eye(options) - winning).max()
            note += f"; sampling {sampling:.0f} ms, off by {error:.4f}"
        _show("pairs", options, criteria, took, note)


def _first(rounds: int) -> None:
    for options, criteria in FIRST:
        values, weights = _values(options, criteria), any_weights(criteria)
        took, found = _timed(rounds, partial(exact_first, values, weights))
        note = "refused" if found is None else f"{found.corners} corners"
        if found is not None:
            note += f"; sum off by {abs(found.acceptability.sum() - 1):.0e}"
        _show("first", options, criteria, took, note)


def _ranks(rounds: int) -> None:
    for options, criteria in RANKS:
        values, weights = _values(options, criteria), any_weights(criteria)
        took, found = _timed(rounds, partial(exact_ranks, values, weights))
        note = "refused"
        if found is not None:
            winning = pairwise_winning(values)
            assert winning is not None
            mean = expected_ranks(winning)
            off = np.abs(found @ np.arange(1, options + 1) - mean).max()
            note = f"expected ranks off by {off:.0e} from those of pairs"
        _show("ranks", options, criteria, took, note)


def _breaks(rounds: int) -> None:
    mixture = (Judged("a", 1, Beta(2, 5, 0, 100)), Judged("b", 1, Normal(60, 20)))
    for options in BREAKS:
        totals = _values(options, 2)
        took, found = _timed(rounds, partial(exact_breaks, [0.0, 100.0], totals, mixture))
        off = np.abs(found.acceptability.sum(axis=0) - 1).max()
        _show("breaks", options, 1, took, f"sums off by {off:.0e}")


def _whole(rounds: int) -> None:
    for options, criteria in WHOLE:
        points = ((0.0, 0.0), (100.0, 100.0))
        scales = tuple(Scale(f"c{j}", 0.0, 100.0, points) for j in range(criteria))
        scores = _values(options, criteria).tolist()
        judged = [[(Judged("a", 1.0, Fixed(score)),) for score in row] for row in scores]
        names = tuple(f"o{i}" for i in range(options))
        cells = Cells(names, scales, judged, AnyWeights(criteria))
        took, found = _timed(rounds, partial(exact_or_drawn, cells, Amount()))
        alone, _ = _timed(rounds, partial(sample, cells, Amount()))
        exact = "all" if found.exact else ", ".join(found.exact_parts) or "nothing"
        _show("whole", options, criteria, took, f"draws alone {alone:.0f} ms; exact: {exact}")


def main() -> None:
    """Measure all and print."""
    parser = argparse.ArgumentParser(description="Measure the closed forms of robustness.")
    parser.add_argument("--rounds", type=int, default=5, help="how often to measure each")
    parser.add_argument("--smoke", action="store_true", help="first places once, for CI")
    chosen = parser.parse_args()
    print(f"{'what':<10}{'options':>8}{'criteria':>10}{'CPU time':>15}")
    for part in (_first,) if chosen.smoke else (_pairs, _first, _ranks, _breaks, _whole):
        part(1 if chosen.smoke else chosen.rounds)


if __name__ == "__main__":
    main()
