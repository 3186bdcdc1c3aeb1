"""The share of a beta distribution below a point, without SciPy.

By the continued fraction of the incomplete beta function (Abramowitz & Stegun 1964, *Handbook of
Mathematical Functions*, 26.5.8), worked out from the front by Lentz's method (Lentz 1976,
"Generating Bessel functions in Mie scattering calculations using continued fractions", *Applied
Optics* 15(3):668-671).
"""

from math import lgamma

import numpy as np

from policyscore.analysis.robustness.arrays import Floats

GREATEST = 1e4  # of a parameter: beyond it, digits of the logarithms of factorials are lost
_TERMS = 2000
_TINY = 1e-300


def beta_below(at: Floats, a: float, b: float) -> Floats:
    """How likely a beta distribution from 0 to 1 gives at most `at`.

    Args:
        at: Any finite numbers.
        a: Above 0, at most `GREATEST`.
        b: Above 0, at most `GREATEST`.

    Returns:
        From 0 to 1, right to about 1e-11.

    Raises:
        ValueError: If a parameter is out of range.
    """
    if not (0 < a <= GREATEST and 0 < b <= GREATEST):
        raise ValueError(
            f"the parameters of a beta distribution are above 0 and up to {GREATEST:g}"
        )
    x = np.clip(np.asarray(at, dtype=float), 0.0, 1.0)
    near = x <= (a + 1) / (a + b + 2)
    # The fraction runs quickly on the near side of the middle; the far side is its mirror image.
    result: Floats = np.where(
        near,
        _lower(np.where(near, x, 0.0), a, b),
        1.0 - _lower(np.where(near, 0.0, 1.0 - x), b, a),
    )
    return result


def _lower(x: Floats, a: float, b: float) -> Floats:
    inside = x > 0
    safe = np.where(inside, x, 0.5)
    front = lgamma(a + b) - lgamma(a) - lgamma(b) + a * np.log(safe) + b * np.log1p(-safe)
    return np.where(inside, np.exp(front) * _fraction(np.where(inside, x, 0.0), a, b) / a, 0.0)


def _fraction(x: Floats, a: float, b: float) -> Floats:
    above = np.ones_like(x)
    below = 1.0 / _not_zero(1.0 - (a + b) * x / (a + 1))
    found = below.copy()
    for term in range(1, _TERMS):
        even = term * (b - term) * x / ((a + 2 * term - 1) * (a + 2 * term))
        odd = -(a + term) * (a + b + term) * x / ((a + 2 * term) * (a + 2 * term + 1))
        for step in (even, odd):
            below = 1.0 / _not_zero(1.0 + step * below)
            above = _not_zero(1.0 + step / above)
            found *= above * below
        if np.all(np.abs(above * below - 1.0) < 1e-16 * 4):
            break
    return found


def _not_zero(numbers: Floats) -> Floats:
    return np.where(np.abs(numbers) < _TINY, _TINY, numbers)
