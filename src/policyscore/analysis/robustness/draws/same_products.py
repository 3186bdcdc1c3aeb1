"""Weights times values as matrix products whose every bit is the same on every processor.

Libraries add the terms of a matrix product in an order of their own, which changes the last bits.
Here the factors are first rounded to few enough digits that every product and every sum of them
is exact in a float: then no order changes anything. Where that might matter, what the rounding took
off is multiplied, too, and only products of two such rests, below 1e-10, are left out.
"""

from dataclasses import dataclass
from math import frexp

import numpy as np

from policyscore.analysis.robustness.arrays import Floats

_OF_WEIGHTS = 20  # binary digits, where rests are left out
_OF_VALUES = 32  # so that a total has 52, and all sums on the way stay below 53
_OF_BOTH = 26  # where they are not
_AT_ONCE = 1 << 15  # totals that fit a cache
_STEP = 1.5 * 2.0**22  # beside it a float goes in steps of 2**-30


@dataclass(frozen=True, slots=True)
class Products:
    """Weights that values are multiplied with.

    Attributes:
        weights: Shape (sets of weights, criteria), rounded.
        rests: What was rounded off them, rounded itself; None if it is not needed.
        step: The steps of values.
    """

    weights: Floats
    rests: Floats | None
    step: float

    def totals(self, values: Floats) -> Floats:
        """The totals of one option, shape (sets of weights, draws).

        They are off by up to half a step of each weight times the value; with rests by less than
        1e-9, and rounded to steps of that size, so that what is equal by the rules of arithmetic
        is equal here.

        Args:
            values: Shape (criteria, draws), from 0 to the span that the steps were made for.
        """
        rounded = np.rint(values / self.step) * self.step
        totals = self.weights @ rounded
        if self.rests is not None:
            totals += self.weights @ _in_steps(values - rounded, self.step * 2.0**-_OF_BOTH)
            totals += self.rests @ rounded
            totals += _STEP
            totals -= _STEP
        return np.asarray(totals)


def products_with(weights: Floats, span: float, *, rests: bool) -> Products:
    """Make weights ready for multiplying.

    Args:
        weights: Shape (sets of weights, criteria); each set sums to 1.
        span: What no value is above.
        rests: Whether what rounding takes off is needed.
    """
    if not rests:
        return Products(_in_steps(weights, 2.0**-_OF_WEIGHTS), None, value_step(span))
    rounded = _in_steps(weights, 2.0**-_OF_BOTH)
    rest = _in_steps(weights - rounded, 2.0 ** (-2 * _OF_BOTH))
    return Products(rounded, rest, value_step(span) * 2.0 ** (_OF_VALUES - _OF_BOTH))


def value_step(span: float) -> float:
    """The steps that values up to some span are rounded to."""
    return 2.0 ** (frexp(span)[1] - _OF_VALUES)


def multiply_up(totals: Floats, values: Floats, weights: Floats, step: float) -> None:
    """Totals of some options in many draws, by a small matrix product for each draw of scores.

    Args:
        totals: Where they go, shape (options, weights per scores, draws of scores).
        values: Shape (options, criteria, draws of scores or 1).
        weights: As `turned` gives them.
        step: The steps of values.
    """
    most = max(1, _AT_ONCE // totals[:, :, 0].size)
    options, criteria, draws = values.shape
    of_values = np.empty((min(most, draws), options, criteria))
    for start in range(0, totals.shape[2], most):
        some = slice(start, min(start + most, totals.shape[2]))
        part = values[:, :, some] if draws > 1 else values
        # In steps, values are whole numbers: their size is put into the few weights.
        steps = of_values[: part.shape[2]]
        np.multiply(part.transpose(2, 0, 1), 1.0 / step, out=steps)
        np.rint(steps, out=steps)
        totals[:, :, some] = (steps @ (weights[some] * step)).transpose(1, 2, 0)


def turned(weights: Floats) -> Floats:
    """Weights of shape (criteria, per scores, draws), rounded and turned for `multiply_up`.

    Returns:
        Shape (draws, criteria, per scores).
    """
    return np.ascontiguousarray(_in_steps(weights, 2.0**-_OF_WEIGHTS).transpose(2, 0, 1))


def _in_steps(numbers: Floats, step: float) -> Floats:
    """Numbers rounded to a multiple of a power of two."""
    return np.asarray(np.rint(numbers / step) * step)
