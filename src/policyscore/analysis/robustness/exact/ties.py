"""Options that are worth the same whatever the weights are one place shared by several.

Ranks of tied options are shared out evenly, so that all options' shares of a rank sum to 1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from policyscore.analysis.robustness.arrays import Floats, Ints
from policyscore.scoring.ranking import TIE


@dataclass(frozen=True, slots=True)
class Merged:
    """Options with those that are always tied taken together.

    Attributes:
        totals: Shape (groups, corners): the totals of one option of each group.
        group: Shape (options,): each option's group.
        sizes: Shape (groups,): how many options are in each.
        first: Shape (groups,): the option of each group whose totals stand for it.
    """

    totals: Floats
    group: Ints
    sizes: Ints
    first: Ints


def checked(totals: ArrayLike) -> Floats:
    """Totals at corners as an array.

    Args:
        totals: Shape (options, corners), one or more of each.

    Raises:
        ValueError: If they are of another shape, or not finite, or too large to be subtracted.
    """
    array = np.asarray(totals, dtype=float)
    if array.ndim != 2 or not array.size:
        raise ValueError("totals are a table of options by corners, with one or more of each")
    if not np.isfinite(array).all() or np.abs(array).max() > 1e150:
        raise ValueError("totals are finite numbers")
    return array


def merged(totals: ArrayLike, tie: float = TIE) -> Merged:
    """Take options together whose totals are within `tie` of each other at every corner.

    Args:
        totals: Shape (options, corners).
        tie: The greatest difference that is none, from 0.

    Raises:
        ValueError: If totals are not finite numbers in a table.
    """
    array = checked(totals)
    sums = array.sum(axis=1)
    order = np.argsort(sums, kind="stable")
    # Rounding of the sums must not part what is tied.
    slack = tie * array.shape[1] + 1e-14 * float(np.abs(array).sum(axis=1).max())
    runs = np.split(order, np.flatnonzero(np.diff(sums[order]) > slack) + 1)
    group = np.full(len(array), -1, dtype=np.int64)
    first: list[int] = []
    for run in runs:
        for option in run:
            if group[option] < 0:
                alike = np.abs(array[run] - array[option]).max(axis=1) <= tie
                group[run[alike & (group[run] < 0)]] = len(first)
                first.append(int(option))
    sizes = np.bincount(group, minlength=len(first)).astype(np.int64)
    return Merged(array[first], group, sizes, np.array(first, dtype=np.int64))


def shared_ranks(above: ArrayLike, size: int) -> Floats:
    """The ranks of an option that shares its place, of how many options stand above it.

    Args:
        above: Shape (options,): how likely 0, 1, 2 ... options are above.
        size: How many share the place, the option itself among them.

    Returns:
        Shape (options,): how likely each rank from 1 is.
    """
    given = np.asarray(above, dtype=float)
    result: Floats = np.convolve(given, np.full(size, 1.0 / size))[: len(given)]
    return result
