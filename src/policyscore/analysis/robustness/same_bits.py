"""`exp` and `log` made of operations that every processor rounds alike.

Libraries give the last bit of `exp` and `log` as the processor allows; sums, products, quotients
and scaling by powers of two are rounded exactly everywhere (IEEE 754). With these, tables come out
the same on every machine. Errors stay within a few units of the last place.
"""

import numpy as np

from policyscore.analysis.robustness.arrays import Floats

_LN2_HIGH = 0.693147180369123816490  # the upper bits of the logarithm of 2; its products are exact
_LN2_LOW = 1.90821492927058770002e-10  # and what is left of it
_TERMS = 14
_HALF = 0.7071067811865476
_SMALLEST = -740.0


def exp(x: Floats) -> Floats:
    """The exponential, elementwise; 0 below -740.

    Args:
        x: Numbers up to 700.
    """
    shown = np.maximum(x, _SMALLEST)
    power = np.rint(shown / (_LN2_HIGH + _LN2_LOW))
    rest = (shown - power * _LN2_HIGH) - power * _LN2_LOW
    total = np.ones_like(rest)
    for term in range(_TERMS, 0, -1):
        total = total * rest / term + 1.0
    return np.where(x < _SMALLEST, 0.0, np.ldexp(total, power.astype(np.int32)))


def log(x: Floats) -> Floats:
    """The natural logarithm, elementwise, of numbers above 0."""
    mantissa, power = np.frexp(x)
    low = mantissa < _HALF
    mantissa = np.where(low, mantissa * 2.0, mantissa)
    exponent = power.astype(np.float64) - low
    ratio = (mantissa - 1.0) / (mantissa + 1.0)
    square = ratio * ratio
    total = np.zeros_like(ratio)
    for term in range(2 * _TERMS + 1, 0, -2):
        total = total * square + 1.0 / term
    return exponent * _LN2_HIGH + (exponent * _LN2_LOW + 2.0 * ratio * total)
