"""Moments of beta distributions, for bounds of how likely something is next to a certain number."""

from math import exp, inf, lgamma

_GREAT = 1e6  # of a parameter: beyond it logarithms of factorials lose digits


def mean_inverse(a: float, b: float, power: float) -> float:
    """The mean of 1 / x**power of a beta distribution from 0 to 1.

    Args:
        a: The first parameter, above 0.
        b: The second, 0 or more; at 0, x is 1.
        power: From 0 to 1.

    Returns:
        1 or more; infinite if a is not above the power.
    """
    if a <= power:
        return inf
    return _falls(a, power) / _falls(a + b, power)


def crowding_of_beta(a: float, b: float, power: float) -> float:
    """The least known number c of which at most c d**power lies in any stretch of length d.

    By Hölder's inequality it is the norm of the density of degree 1 / (1 - power), which is a
    quotient of beta functions.

    Args:
        a: The first parameter, above 0.
        b: The second, above 0.
        power: From 0 to below 1.

    Returns:
        Above 0; infinite if a parameter is not above the power, or too large to tell.
    """
    if min(a, b) <= power or max(a, b) > _GREAT:
        return inf
    rest = 1.0 - power
    return exp(rest * _log_beta((a - power) / rest, (b - power) / rest) - _log_beta(a, b))


def _falls(x: float, power: float) -> float:
    """By what the gamma function falls from x to x - power, as a quotient."""
    if x > _GREAT:
        return float(x**-power)
    return exp(lgamma(x - power) - lgamma(x))


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
