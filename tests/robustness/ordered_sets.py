"""Sets of weights that fall along an order, by numbers of criteria, for the tests."""

from collections.abc import Sequence

from policyscore.analysis.robustness.exact.sets import WeightSet, weight_set
from policyscore.weighing.sets.admissible import admissible


def ordered_weights(places: Sequence[Sequence[int]], criteria: int) -> WeightSet:
    """All weights that fall along an order; those of one place are equal, others are free."""
    names = [*map(str, range(criteria))]
    order = [[*map(str, place)] for place in places]
    return weight_set(admissible(names, {}, order))
