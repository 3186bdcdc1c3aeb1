"""The central range of a beta distribution, in plain Python: SciPy takes long to import."""

from functools import lru_cache
from math import exp, lgamma, log, log1p, sqrt

_MOST_STEPS = 100
_MOST_TERMS = 10_000
_PRECISION = 1e-14
_NEAR = 1e-8  # a step so short leaves about its square to go
_FARTHEST = 700.0  # log odds beyond which exp() overflows or falls to nothing
_TINY = 1e-300


@lru_cache(maxsize=4096)
def beta_range(a: float, b: float, tail: float) -> tuple[float, float]:
    """The quantiles that leave the same share below and above.

    Args:
        a: First shape, from 0.01 to 10,000.
        b: Second shape, in the same range.
        tail: The share below, and above, between 0 and 0.5.

    Returns:
        The two quantiles, from 0 to 1, to about 11 digits.
    """
    return _odds(_lower(a, b, tail))[0], _odds(_lower(b, a, tail))[1]


def _odds(u: float) -> tuple[float, float]:
    """The number between 0 and 1 that has these log odds, and what is left to 1."""
    if u < 0:
        x = exp(u) / (1 + exp(u))
        return x, 1 - x
    y = exp(-u) / (1 + exp(-u))
    return 1 - y, y


def _lower(a: float, b: float, tail: float) -> float:
    """The log odds of a quantile, by Newton's method on the logarithm of the distribution function.

    Over the log odds that logarithm is concave and rising (the density of the log odds is
    log-concave), so that from the first step on every step ends left of the quantile and nearer to
    it: the method cannot fail, wherever it starts.
    """
    log_beta = lgamma(a) + lgamma(b) - lgamma(a + b)
    target = log(tail)
    u = (target + log(a) + log_beta) / a  # where almost nothing is above
    if min(a, b) > 1:
        u = log(a / b) - 2 * sqrt(1 / a + 1 / b)
    for _ in range(_MOST_STEPS):
        u = min(max(u, -_FARTHEST), _FARTHEST)
        below = log_distribution(u, a, b, log_beta)
        density = exp(_log_density(u, a, b, log_beta) - below)
        step = (target - below) / max(density, _TINY)
        u += step
        if abs(step) <= _NEAR * max(abs(u), 1.0):
            break
    return u


def _log_density(u: float, a: float, b: float, log_beta: float) -> float:
    """Logarithm of the density of the log odds."""
    x, y = -log1p(exp(-u)), -log1p(exp(u))
    return a * x + b * y - log_beta


def log_distribution(u: float, a: float, b: float, log_beta: float) -> float:
    """Logarithm of the share of a beta distribution that lies below given log odds.

    By the continued fraction of the incomplete beta function (NIST Digital Library of Mathematical
    Functions, 8.17.22), on the side where it converges quickly.

    Args:
        u: Log odds of the number that the share lies below.
        a: First shape.
        b: Second shape.
        log_beta: Logarithm of the beta function of the two.
    """
    density = _log_density(u, a, b, log_beta)
    x, y = _odds(u)
    if x <= (a + 1) / (a + b + 2):
        return density - log(a * _fraction(x, a, b))
    above = exp(density - log(b * _fraction(y, b, a)))
    return log1p(-min(above, 1.0)) if above < 1.0 else -_FARTHEST


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction 1 + d1 / (1 + d2 / (1 + ...)), from the front (Lentz's method)."""
    value = upper = 1.0
    lower = 0.0
    for term in range(1, _MOST_TERMS):
        m = term // 2
        if term % 2:
            d = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            d = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        lower = 1 / (1 + d * lower or _TINY)
        upper = 1 + d / upper or _TINY
        factor = upper * lower
        value *= factor
        if abs(factor - 1) < _PRECISION:
            break
    return value
