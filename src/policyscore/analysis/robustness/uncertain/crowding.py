"""How much of an uncertain value can crowd into a narrow stretch: for the chance of ties."""

from itertools import pairwise
from math import inf

from policyscore.analysis.robustness.uncertain.beta_moments import crowding_of_beta
from policyscore.analysis.robustness.uncertain.cells import Scale
from policyscore.analysis.robustness.uncertain.score_shapes import (
    Beta,
    Empirical,
    Fixed,
    Normal,
    Pert,
    Shape,
    Triangular,
    Uniform,
)

_LEAST = 1e-100  # a stretch of values that is shorter is none
_PEAKS = {Uniform: 1.0, Triangular: 2.0, Pert: 5.0}  # of densities, over a stretch of length 1


def crowding(shape: Shape, scale: Scale, power: float) -> float:
    """A number c so that at most c d**power of the values lie in any stretch of length d.

    What lies beyond the scale, and counts as its end, is left out of account, and so is what lies
    where the value function is level.

    Args:
        shape: The distribution of the score, in its simplest form.
        scale: The criterion.
        power: Above 0 and below 1. Shares of a stretch grow with its length as far as the density
            is bounded; with a lesser power where it is not, as at the ends of some beta
            distributions.

    Returns:
        Above 0, in units of values; infinite if some one score is likely by itself, or nearly so.
    """
    rises = _rises(scale)
    if not rises or isinstance(shape, Fixed | Empirical):
        return inf
    if isinstance(shape, Normal):
        high, low, peak = shape.mean + shape.sd, shape.mean, 0.4**power
    elif isinstance(shape, Beta):
        high, low, peak = shape.high, shape.low, crowding_of_beta(shape.a, shape.b, power)
    else:
        high, low, peak = shape.high, shape.low, _PEAKS[type(shape)] ** power
    reach = (scale.unit(high) - scale.unit(low)) * min(rises)
    # A value may come from a score on each of the lines of a bent value function.
    return len(rises) * peak * reach**-power if reach > _LEAST else inf


def _rises(scale: Scale) -> list[float]:
    """How much values rise or fall over the whole scale, by each line of the value function."""
    found = []
    for (score, value), (next_score, next_value) in pairwise(scale.points):
        run = scale.unit(next_score) - scale.unit(score)
        if run > 0 and value != next_value:
            found.append(abs(next_value - value) / run)
    return found
