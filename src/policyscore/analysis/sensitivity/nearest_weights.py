"""The least change of weights that brings one option level with another, in closed form.

With d the difference of the two options' values by criterion, weights w + x bring them level if
d · x makes up for the gap. By total change, each bit of weight best goes to the criterion where d
is largest, and comes from where d is smallest (a fractional knapsack: Dantzig 1957, *Operations
Research* 5(2):266-288). By largest single change, what changes of at most s achieve is a concave,
piecewise-linear function of s, whose root Newton's steps reach exactly (Dinkelbach 1967,
*Management Science* 13(7):492-498).
"""

import numpy as np

from policyscore.analysis.sensitivity.table import Floats, Places

_STEPS = 200


def least_total_changes(ahead: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """By how much weights must change in total for each of m options to come level.

    Args:
        ahead: m × n; by how much each option is better than the one that is first, by criterion,
            in value points.
        weights: n; they sum to 1.

    Returns:
        m: sums of absolute changes, infinite where no weights do it; and m × n: the weights.
    """
    gap = -(ahead @ weights)
    order = np.argsort(ahead, axis=1, kind="stable")
    best = order[:, -1]
    rows = np.arange(len(ahead))
    sorted_ahead = np.take_along_axis(ahead, order, axis=1)
    gain = sorted_ahead[:, -1:] - sorted_ahead  # for each bit of weight that goes to the best
    held = weights[order]
    held[:, -1] = 0.0
    before = np.cumsum(gain * held, axis=1) - gain * held
    with np.errstate(divide="ignore", invalid="ignore"):
        wanted = np.where(gain > 0, (gap[:, None] - before) / gain, 0.0)
    taken = np.clip(wanted, 0.0, held)
    moved = taken.sum(axis=1)
    reached = sorted_ahead[:, -1] >= 0
    found = np.repeat(weights[None, :], len(ahead), axis=0)
    np.put_along_axis(found, order, np.take_along_axis(found, order, axis=1) - taken, axis=1)
    found[rows, best] += moved
    return np.where(reached, 2 * moved, np.inf), found


def least_largest_change(ahead: Floats, weights: Floats) -> tuple[float, Floats]:
    """By how much the weight that changes most must change for one option to come level.

    Args:
        ahead: n; by how much it is better than the one that is first, in value points.
        weights: n; they sum to 1.

    Returns:
        The largest single change, infinite if no weights do it, and n: the weights.
    """
    gap = -float(ahead @ weights)
    if gap <= 0:
        return 0.0, weights.copy()
    if ahead.max() < 0:
        return float("inf"), weights.copy()
    order = np.argsort(-ahead, kind="stable")
    size = 0.0
    change = np.zeros_like(weights)
    for _ in range(_STEPS):
        change, slope = _best_changes(ahead, weights, order, size)
        missing = gap - float(ahead @ change)
        if missing <= 1e-13 * max(gap, 1.0) or slope <= 0:
            break
        size += missing / slope
    return size, np.clip(weights + change, 0.0, None)


def _best_changes(
    ahead: Floats, weights: Floats, order: Places, size: float
) -> tuple[Floats, float]:
    """The best changes of at most a size, and how much more a little more of it would achieve.

    Args:
        ahead: n.
        weights: n.
        order: n; the criteria by falling `ahead`.
        size: The largest change of one weight.
    """
    low = -np.minimum(weights, size)
    room = (size - low)[order]
    budget = -low.sum()
    given = np.clip(budget - (np.cumsum(room) - room), 0.0, room)
    change = low.copy()
    change[order] += given
    # a little more size lowers those that are at -size and raises those that are full
    falls = weights > size
    more = np.where(falls, -1.0, 0.0)
    spare = float(falls.sum())
    filled = []
    for place, criterion in enumerate(order):
        if given[place] < room[place] * (1 - 1e-12):
            if given[place] > 0 or spare > 0:  # the one that takes what is left, or gives
                more[criterion] += spare
                spare = 0.0
            break
        spare -= 1.0 - more[criterion]
        more[criterion] = 1.0
        filled.append(criterion)
    for criterion in reversed(filled):  # what was given in excess is taken back from the last
        back = min(max(-spare, 0.0), 2.0 if falls[criterion] else 1.0)
        more[criterion] -= back
        spare += back
    return change, float(ahead @ more)
