"""How probable it is that a box is no better than chance.

Bryant & Lempert (2010), "Thinking inside the box: a participatory, computer-assisted approach to
scenario discovery", *Technological Forecasting and Social Change* 77(1):34-49.
"""

from math import exp, lgamma, log, log1p

import numpy as np

from policyscore.analysis.robustness.losing.prim_boxes import Box, Count, Sample, count


def chance_of_box(found: Count) -> float:
    """The chance that as many draws taken at random would hold as many lost ones.

    Args:
        found: The count of the box in draws that it was not found in.
    """
    if not found.draws:
        return 1.0
    return at_least(found.lost_inside, found.inside, found.lost / found.draws)


def chance_of_limit(box: Box, dimension: int, sample: Sample) -> float:
    """The chance that bounds in a dimension that says nothing would leave as many lost draws.

    Args:
        box: The box, with bounds in the dimension.
        dimension: The dimension's number.
        sample: Draws; the chance is a true one if the box was not found in them.
    """
    inside, wider = count(box, sample), count(box.without(dimension), sample)
    return at_least(inside.lost_inside, inside.inside, wider.density)


def at_least(successes: int, trials: int, probability: float) -> float:
    """The chance of so many successes or more in independent trials (binomial distribution).

    Args:
        successes: How many, 0 or more.
        trials: How many trials, 0 or more.
        probability: The chance of each, 0 to 1.
    """
    if successes <= 0 or (probability >= 1 and successes <= trials):
        return 1.0
    if successes > trials or probability <= 0:
        return 0.0
    if successes > trials * probability:
        return min(1.0, _tail(successes, trials, probability))
    # Below the mean the other tail is the one whose terms fall.
    return max(0.0, 1.0 - _tail(trials - successes + 1, trials, 1 - probability))


def _tail(successes: int, trials: int, probability: float) -> float:
    """The upper tail from a number at or above the mean on: terms fall from the first."""
    first = lgamma(trials + 1) - lgamma(successes + 1) - lgamma(trials - successes + 1)
    first += successes * log(probability) + (trials - successes) * log1p(-probability)
    at = np.arange(successes, trials, dtype=np.float64)
    ratios = (trials - at) / (at + 1) * (probability / (1 - probability))
    return exp(first) * (1.0 + float(np.cumprod(ratios).sum()))
