"""`exp`, `log` and roots made of operations that every processor rounds alike.

Libraries give the last bit of `exp` and `log` as the processor allows; sums, products, quotients
and scaling by powers of two are rounded exactly everywhere (IEEE 754). With these, tables come out
the same on every machine. Errors stay within a few units of the last place.
"""

from functools import lru_cache

import numpy as np

from policyscore.analysis.robustness.arrays import Floats

_LN2_HIGH = 0.693147180369123816490  # the upper bits of the logarithm of 2; its products are exact
_LN2_LOW = 1.90821492927058770002e-10  # and what is left of it
_TERMS = 14
_HALF = 0.7071067811865476
_SMALLEST = -740.0
_NEWTON = 3  # from within 3 % of the root to within 1e-12
_MOST_POWER = 64


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


def root(x: Floats, degree: int) -> Floats:
    """The root of some degree, elementwise, of numbers above 0, by Newton's steps.

    Args:
        x: Numbers from 2**-64 to 1.
        degree: Which root, 1 or more.
    """
    if degree == 1:
        return x
    if degree == 2:
        return np.asarray(np.sqrt(x))
    if degree % 2 == 0:
        return root(np.sqrt(x), degree // 2)
    mantissa, power = np.frexp(x)
    # The root bends so little from a half to 1 that a line is near enough to begin with.
    scales = _roots_of_two(degree)
    half = scales[_MOST_POWER - 1]
    found = mantissa * (2.0 * (1.0 - half)) + (2.0 * half - 1.0)
    for _ in range(_NEWTON):
        found += (mantissa / _power(found, degree - 1) - found) / degree
    found *= scales[power + _MOST_POWER]
    return np.asarray(found)


@lru_cache(maxsize=64)
def _roots_of_two(degree: int) -> Floats:
    """The roots of the powers of two from 2**-64 to 2."""
    powers = np.arange(-_MOST_POWER, 2, dtype=np.float64)
    return exp(powers * ((_LN2_HIGH + _LN2_LOW) / degree))


def _power(x: Floats, count: int) -> Floats:
    """A whole power, by squaring; 1 or more."""
    found = x
    for digit in f"{count:b}"[1:]:
        found = found * found
        if digit == "1":
            found = found * x
    return found
