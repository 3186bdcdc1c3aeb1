"""One run of pysensmcda on a synthetic decision: `robustness_peer.py OPTIONS CRITERIA DRAWS`.

Prints the CPU seconds that draws, totals, ranks, central weights and pairwise wins took, imports
not counted. It runs in an interpreter of its own, which has pysensmcda installed.
"""

import sys
import time

import numpy as np
import numpy.typing as npt
from pysensmcda.smaa import central_weights, simulate

Matrix = npt.NDArray[np.float64]


def additive(matrix: Matrix, weights: Matrix, types: Matrix, **_: object) -> Matrix:
    """The additive value model, with nothing else that would cost time."""
    del types
    return np.asarray(matrix @ weights)


def main() -> None:
    """Measure as the command line says."""
    options, criteria, draws = map(int, sys.argv[1:4])
    dice = np.random.default_rng(1)
    shapes = np.sort(dice.uniform(0, 100, (options, criteria, 3)), axis=2)
    start = time.process_time()
    for _ in range(0, draws, 10_000):  # for the matrices of all draws would not fit into memory
        some = min(draws, 10_000)
        matrices = dice.triangular(*np.moveaxis(shapes, 2, 0), (some, options, criteria))
        found = simulate(
            additive,
            shapes[..., 1],
            np.ones(criteria),
            num_samples=some,
            matrix_samples=matrices,
            seed=1,
        )
        central_weights(found)
    print(time.process_time() - start)


if __name__ == "__main__":
    main()
