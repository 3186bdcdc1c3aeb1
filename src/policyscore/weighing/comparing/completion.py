"""The completion of a comparison matrix that contradicts itself least.

What is not stated is filled in so that the greatest eigenvalue is as small as it can be (Bozóki,
Fülöp & Rónyai 2010, Mathematical and Computer Modelling 52:318-333). In the logs of what is
missing this is a convex problem, with a single solution if the statements connect all names.

The paper's condition for the optimum is v_i a_ij w_j = v_j a_ji w_i for every missing pair, v and
w being the left and right eigenvectors. So a_ij = z_i / z_j with z = sqrt(w / v): the missing
entries agree with each other, and n - 1 levels (the logs of z) tell all of them. The levels are
found by Newton's method on the log of the eigenvalue.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log
from operator import mul

from policyscore.weighing.comparing.comparison_matrix import Logs, least_squares
from policyscore.weighing.comparing.comparisons import separate_sets
from policyscore.weighing.comparing.eigenvalue_slopes import Flows
from policyscore.weighing.comparing.linear_equations import solve
from policyscore.weighing.comparing.principal_eigenvector import (
    Principal,
    balance,
    eliminate,
    principal,
)

MOST_STEPS = 100
MOST_HALVINGS = 60


@dataclass(frozen=True, slots=True)
class Completed:
    """A completed comparison matrix.

    Attributes:
        logs: The logs of its entries; n × n.
        principal: Its greatest eigenvalue and right eigenvector.
        levels: The logs of z: a missing entry is the difference of two of them; n.
    """

    logs: list[list[float]]
    principal: Principal
    levels: list[float]


def complete(logs: Logs, start: Completed | None = None) -> Completed:
    """Complete a comparison matrix.

    Args:
        logs: What is stated, connected; n × n.
        start: The completion of a similar matrix, from where the search is short.
    """
    if start is None:
        levels = guess = least_squares(logs)
    else:
        levels, guess = start.levels, start.principal.logs
    best = _filled(logs, levels, guess)
    free = _free_levels(logs)
    for _ in range(MOST_STEPS):
        flows = Flows(logs, best.principal.shares)
        slopes = [flows.slope(k) for k in free]
        if not free or max(map(abs, slopes)) <= 1e-16:
            break
        steps = solve(flows.curvature(free, slopes), [-slope for slope in slopes])
        following = _step(logs, best, free, steps, fsum(map(mul, slopes, steps)))
        if following is None:
            break
        best = following
        if max(map(abs, steps)) <= 1e-8:  # the next step would be its square
            break
    product = balance(eliminate(best.principal.shares, [0.0] * len(logs)))
    pairs = zip(best.principal.logs, product, strict=True)
    return Completed(best.logs, best.principal, [own - log(both) / 2 for own, both in pairs])


def _filled(logs: Logs, levels: list[float], guess: Sequence[float]) -> Completed:
    """The matrix whose missing entries follow from levels."""
    full = [
        [levels[i] - levels[j] if x is None else x for j, x in enumerate(row)]
        for i, row in enumerate(logs)
    ]
    return Completed(full, principal(full, guess), levels)


def _step(
    logs: Logs, best: Completed, free: list[int], steps: list[float], slope: float
) -> Completed | None:
    """Go a Newton step, or the part of it that pays; None if rounding leaves nothing to gain."""
    part = 1.0
    for _ in range(MOST_HALVINGS):
        levels = list(best.levels)
        for k, step in zip(free, steps, strict=True):
            levels[k] += part * step
        following = _filled(logs, levels, best.principal.logs)
        gain = log(best.principal.value / following.principal.value)
        # Close to the optimum the gain drowns in rounding, and Newton's step is right as it is.
        if gain >= -1e-4 * part * slope or -slope <= 1e-13:
            return following
        part /= 2
    return None


def _free_levels(logs: Logs) -> list[int]:
    """The levels that are to be found: all but one of each set that missing pairs connect."""
    places = range(len(logs))
    missing = [(i, j) for i in places for j in range(i) if logs[i][j] is None]
    return [k for together in separate_sets(places, missing) for k in together[1:]]
