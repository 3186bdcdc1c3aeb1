"""Random comparisons weighed by AHPy, an independent implementation."""

import ahpy
import pytest
from stated_comparisons import Stated, names_of, random_comparisons, random_of

from policyscore.weighing.comparing.pairwise_priorities import eigenvector

# Saaty (2005), Theory and Applications of the Analytic Network Process, which AHPy takes.
THEIR_INDEX = {3: 0.52, 4: 0.89, 5: 1.11, 6: 1.25, 7: 1.35, 8: 1.40, 9: 1.45}


def weighed(stated: Stated) -> ahpy.Compare:
    floats = {pair: float(ratio) for pair, ratio in stated.items()}
    return ahpy.Compare("names", floats, precision=10, random_index="saaty")


@pytest.mark.parametrize("count", range(3, 10))
def test_complete_comparisons(count: int) -> None:
    names, random = names_of(count), random_of(count)
    for _ in range(4):
        stated = random_comparisons(names, random)
        theirs, found = weighed(stated), eigenvector(names, stated)
        assert found.weights == pytest.approx(dict(theirs.target_weights), abs=1e-8)
        above = theirs.consistency_ratio * THEIR_INDEX[count] * (count - 1)
        assert found.lambda_max == pytest.approx(count + above, abs=1e-7)


@pytest.mark.parametrize("count", range(4, 8))
def test_incomplete_comparisons(count: int) -> None:
    """AHPy goes from one missing pair to the next until little changes, to 0.0001."""
    names, random = names_of(count), random_of(count)
    for _ in range(3):
        stated = random_comparisons(names, random, 0.75)
        theirs, found = weighed(stated), eigenvector(names, stated)
        assert found.weights == pytest.approx(dict(theirs.target_weights), abs=1e-3)
