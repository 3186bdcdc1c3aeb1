"""One run of pysensmcda: `robustness_peer.py METHOD OPTIONS CRITERIA DRAWS`.

METHOD is `wsm`, the weighted sum that comes with it, or `bare`, nothing but the product of a matrix
and weights. Prints the CPU seconds that draws, totals, ranks and central weights took, imports not
counted. It runs in an interpreter of its own, which has pysensmcda installed.
"""

import sys
import time
from importlib import import_module

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]


def additive(matrix: Matrix, weights: Matrix, types: Matrix, **_: object) -> Matrix:
    """The additive value model, with nothing else that would cost time."""
    del types
    return np.asarray(matrix @ weights)


def as_it_is(column: Matrix, cost: bool) -> Matrix:
    """Values as they are: they are on one scale already."""
    del cost
    return column


def main() -> None:
    """Measure as the command line says."""
    options, criteria, draws = map(int, sys.argv[2:5])
    method = import_module("pymcdm.methods").WSM(as_it_is) if sys.argv[1] == "wsm" else additive
    dice = np.random.default_rng(1)
    shapes = np.sort(dice.uniform(0, 100, (options, criteria, 3)), axis=2)
    smaa = import_module("pysensmcda.smaa")
    start = time.process_time()
    for _ in range(0, draws, 10_000):  # for the matrices of all draws would not fit into memory
        some = min(draws, 10_000)
        low, likely, high = np.moveaxis(shapes, 2, 0)
        matrices = dice.triangular(low, likely, high, size=(some, options, criteria))
        found = smaa.simulate(
            method,
            shapes[..., 1],
            np.ones(criteria),
            num_samples=some,
            matrix_samples=matrices,
            seed=1,
        )
        smaa.central_weights(found)
    print(time.process_time() - start)


if __name__ == "__main__":
    main()
